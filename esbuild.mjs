// Every bundle of the product, into dist/, with the grammars beside them.
//   node esbuild.mjs               for development: with source maps
//   node esbuild.mjs --production  for the package: minified, without them
import * as esbuild from 'esbuild';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyGrammars } from './scripts/grammars.mjs';
import { assemblyScriptPlugin } from './scripts/assemblyScript.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');

/**
 * Leaves imports of the core, of the protocol's library, of the server's session, of the command line's commands and engine, and of what reads
 * logs through a client, to bundles of their own: they are shared, or not read before they are needed.
 * @type {esbuild.Plugin}
 */
const split = {
  name: 'split',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/core$/ }, () => ({ path: '../core.js', external: true }));
    build.onResolve({ filter: /^vscode-languageserver(\/node)?$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : { path: './vscode-languageserver.js', external: true }));
    build.onResolve({ filter: /^\.\/(check|engine|logs|clientLogs|session)$/ }, ({ kind, path: name }) => (kind === 'dynamic-import' ? { path: `${name}.js`, external: true } : undefined));
  },
};

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  // An import() of a bundle beside becomes a require: no second module loader is started for it.
  supported: { 'dynamic-import': false },
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  legalComments: 'none',
  plugins: [split, assemblyScriptPlugin],
  logLevel: 'warning',
  // The package's ES module reads import.meta.url, which a CommonJS bundle leaves undefined without saying so.
  alias: { 'web-tree-sitter': createRequire(import.meta.url).resolve('web-tree-sitter') },
};
const executable = { banner: { js: '#!/usr/bin/env node' } };

/**
 * Drops from the parser what it keeps for Node, which would stay as dead code: its test for Node becomes `false`.
 * @type {esbuild.Plugin}
 */
const withoutNode = {
  name: 'without-node',
  setup(build) {
    build.onLoad({ filter: /[\\/]web-tree-sitter\.js$/ }, ({ path: file }) => {
      const code = fs.readFileSync(file, 'utf8');
      const contents = code.replace(/\bvar ENVIRONMENT_IS_NODE = [^;]*;/, '').replaceAll('ENVIRONMENT_IS_NODE', 'false');
      return contents === code ? { errors: [{ text: `${file} no longer has the test for Node that is replaced here.` }] } : { contents, loader: 'js' };
    });
  },
};

const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
/**
 * For a web worker: no Node, and one file, because a worker that was started on bytes has no address to load more from.
 * What packages keep for Node falls away, since there is no `process`.
 * @type {esbuild.BuildOptions}
 */
const web = {
  platform: 'browser',
  target: 'es2022',
  define: { process: 'undefined', 'globalThis.process': 'undefined', 'import.meta.url': 'undefined', VERSION: JSON.stringify(version) },
  minifySyntax: true,
  plugins: [withoutNode, assemblyScriptPlugin],
  alias: {},
};

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  { entryPoints: ['client/src/node/main.ts'], outfile: 'dist/client/node.js', external: ['vscode'] },
  { entryPoints: ['server/src/node/main.ts'], outfile: 'dist/server/node.js', ...executable },
  { entryPoints: ['server/src/node/session.ts'], outfile: 'dist/server/session.js' },
  { entryPoints: ['vscode-languageserver/node'], outfile: 'dist/server/vscode-languageserver.js' },
  // The parser is a bundle of its own, which most runs of the command line never load.
  { entryPoints: ['server/src/core/index.ts'], outfile: 'dist/core.js' },
  { ...web, entryPoints: ['client/src/browser/main.ts'], outfile: 'dist/client/browser.js', external: ['vscode'] },
  { ...web, entryPoints: ['server/src/browser/main.ts'], outfile: 'dist/server/browser.js', format: 'iife' },
  { entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli/main.js', ...executable },
  { entryPoints: ['server/src/cli/check.ts'], outfile: 'dist/cli/check.js', external: ['./engine'] },
  { entryPoints: ['server/src/cli/engine.ts'], outfile: 'dist/cli/engine.js' },
  { entryPoints: ['server/src/cli/logs.ts'], outfile: 'dist/cli/logs.js' },
  { entryPoints: ['server/src/host/scan/worker.ts'], outfile: 'dist/cli/worker.js' },
  { entryPoints: ['server/src/host/finderWorker.ts'], outfile: 'dist/server/finder.js' },
  { entryPoints: ['server/src/host/logs/clientLogs.ts'], outfile: 'dist/server/clientLogs.js' },
  { entryPoints: ['server/src/host/logs/worker.ts'], outfile: 'dist/cli/logsWorker.js' },
];

try {
  if (production) fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  const built = await Promise.all(bundles.map((bundle) => esbuild.build({ ...common, ...bundle, metafile: true })));
  copyGrammars(path.join(root, 'dist/grammars'));
  if (production) {
    const { writeNotices } = await import('./scripts/notices.mjs');
    // What was left out of a bundle although a file of it was read is not shipped.
    writeNotices(built.flatMap(({ metafile }) => Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])))));
  }
  for (const bundle of bundles) {
    if (bundle.banner) fs.chmodSync(path.join(root, /** @type {string} */ (bundle.outfile)), 0o755);
  }
} catch (error) {
  // esbuild has printed what is wrong in the sources already.
  if (!(error instanceof Error && 'errors' in error)) console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
