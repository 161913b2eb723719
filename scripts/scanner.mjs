// Builds the scanners in server/src/host/scan (AssemblyScript, *.as) to WebAssembly, and lets a bundle import the bytes as './scanner.wasm'.
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
export async function compileScanner(source) {
  const text = fs.readFileSync(source, 'utf8');
  const compiler = fs.readFileSync(path.join(root, 'node_modules/assemblyscript/package.json'), 'utf8');
  const key = createHash('sha256').update(JSON.stringify([text, OPTIONS, JSON.parse(compiler).version])).digest('hex').slice(0, 16);
  const kept = path.join(root, '.build', 'scanner', `${key}.wasm`);
  if (fs.existsSync(kept)) return fs.readFileSync(kept);
  const { main } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let bytes;
  const { error, stderr } = await main(['scanner.ts', '--outFile', 'scanner.wasm', ...OPTIONS], {
    readFile: (name) => (name === 'scanner.ts' ? text : null),
    writeFile: (name, contents) => {
      if (name === 'scanner.wasm') bytes = /** @type {Uint8Array} */ (contents);
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
export const scannerPlugin = {
  name: 'scanner',
  setup(build) {
    build.onResolve({ filter: /scanner\.wasm$/i }, (args) => ({ path: path.resolve(args.resolveDir, args.path.replace(/wasm$/, 'as')), namespace: 'scanner' }));
    build.onLoad({ filter: /.*/, namespace: 'scanner' }, async (args) => {
      try {
        return { contents: await compileScanner(args.path), loader: 'binary', watchFiles: [args.path] };
      } catch (error) {
        return { errors: [{ text: error instanceof Error ? error.message : String(error) }] };
      }
    });
  },
};
