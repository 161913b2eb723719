import * as esbuild from 'esbuild';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { assemblyScriptPlugin } from '../assemblyScript.mjs';
import { root } from './paths.mjs';
import { runHere } from './run.mjs';

/**
 * Bundles test files and runs them with mocha, in the repository's folder.
 * @param {string} name of the folder under .build
 * @param {readonly string[]} files relative to the repository
 * @param {readonly string[]} [options] mocha's
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} mocha's exit code, or 1 when the tests cannot be bundled
 */
export async function runMocha(name, files, options = [], env = process.env) {
  const out = path.join(root, '.build', name);
  fs.rmSync(out, { recursive: true, force: true });
  try {
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: [...files],
      outbase: 'test',
      outdir: out,
      outExtension: { '.js': '.cjs' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      // Packages stay outside: they load faster from node_modules than a copy of them in every bundle. But for the parser, of which the core has its own.
      packages: 'external',
      alias: { 'web-tree-sitter': createRequire(import.meta.url).resolve('web-tree-sitter') },
      plugins: [assemblyScriptPlugin],
      sourcemap: 'inline',
      sourcesContent: false,
      logLevel: 'error',
    });
  } catch {
    console.error('The tests could not be bundled: see above.');
    return 1;
  }
  const bundles = files.map((file) => path.join(out, path.relative('test', file)).replace(/\.ts$/, '.cjs'));
  const mocha = [path.join(root, 'node_modules/mocha/bin/mocha.js'), '--reporter', path.join(root, 'scripts/lib/reporter.cjs'), '--timeout', '20000', '--fail-zero'];
  return runHere(process.execPath, ['--enable-source-maps', ...mocha, ...options, ...bundles], { env });
}
