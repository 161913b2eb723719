// npm run bench: bundles the benchmark and the echo server as the product is bundled, and runs it. Build the product with --production first.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import * as esbuild from 'esbuild';
import { assemblyScriptPlugin } from './assemblyScript.mjs';
import { root } from './lib/paths.mjs';

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [assemblyScriptPlugin],
  alias: { 'web-tree-sitter': createRequire(import.meta.url).resolve('web-tree-sitter') },
};
try {
  await esbuild.build({ ...common, entryPoints: ['test/bench/main.ts', 'test/bench/echoServer.ts'], outdir: '.build/bench' });
} catch {
  console.error('The benchmark could not be bundled: see above.');
  process.exit(1);
}
spawn(process.execPath, ['.build/bench/main.js'], { cwd: root, stdio: 'inherit' }).on('exit', (code) => (process.exitCode = code ?? 1));
