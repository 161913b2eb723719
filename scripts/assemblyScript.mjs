// Builds the product's AssemblyScript (*.as) to WebAssembly, and lets a bundle import the bytes of './scanner.as' as './scanner.wasm'.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const OPTIONS = ['--optimizeLevel', '3', '--shrinkLevel', '1', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noExportMemory', '--noAssert'];

/**
 * The WebAssembly bytes of one AssemblyScript file. Kept in .build under the hash of what they were made from, for the compiler takes seconds.
 * @param {string} source absolute path
 * @returns {Promise<Uint8Array>}
 * @throws {Error} with the compiler's messages when the source does not compile
 */
export async function compile(source) {
  const text = fs.readFileSync(source, 'utf8');
  const compiler = fs.readFileSync(path.join(root, 'node_modules/assemblyscript/package.json'), 'utf8');
  const key = createHash('sha256').update(JSON.stringify([text, OPTIONS, JSON.parse(compiler).version])).digest('hex').slice(0, 16);
  const kept = path.join(root, '.build', 'wasm', `${key}.wasm`);
  if (fs.existsSync(kept)) return fs.readFileSync(kept);
  const { main } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let bytes;
  const { error, stderr } = await main(['source.ts', '--outFile', 'source.wasm', ...OPTIONS], {
    readFile: (name) => (name === 'source.ts' ? text : null),
    writeFile: (name, contents) => {
      if (name === 'source.wasm') bytes = /** @type {Uint8Array} */ (contents);
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`${source} does not compile.\n${stderr.toString()}`);
  fs.mkdirSync(path.dirname(kept), { recursive: true });
  const partial = `${kept}.${process.pid}`;
  fs.writeFileSync(partial, bytes);
  fs.renameSync(partial, kept);
  return bytes;
}

/** @type {import('esbuild').Plugin} */
export const assemblyScriptPlugin = {
  name: 'assembly-script',
  setup(build) {
    build.onResolve({ filter: /^\..*\.wasm$/ }, (args) => ({ path: path.resolve(args.resolveDir, args.path.replace(/wasm$/, 'as')), namespace: 'assembly-script' }));
    build.onLoad({ filter: /.*/, namespace: 'assembly-script' }, async (args) => {
      try {
        return { contents: await compile(args.path), loader: 'binary', watchFiles: [args.path] };
      } catch (error) {
        return { errors: [{ text: error instanceof Error ? error.message : String(error) }] };
      }
    });
  },
};
