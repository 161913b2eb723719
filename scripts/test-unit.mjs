// Bundles every test/**/*.test.ts but those that need VS Code, and runs them with mocha.
//   npm run test:unit                          all of them
//   npm run test:unit -- --grep X              mocha's own options
//   npm run test:unit -- test/core/rules       only the files under a path
import * as esbuild from 'esbuild';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './lib/paths.mjs';

const out = path.join(root, '.build/test');
const given = process.argv.slice(2);
const isPath = (argument) => !argument.startsWith('-') && fs.existsSync(path.resolve(root, argument));
const only = given.filter(isPath).map((argument) => path.relative(root, path.resolve(root, argument)));
const options = given.filter((argument) => !isPath(argument));

const within = (file, folder) => file === folder || file.startsWith(folder + path.sep);
const files = fs
  .readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((file) => path.join('test', file))
  .filter((file) => file.endsWith('.test.ts') && !['test/vscode', 'test/package', 'test/fixtures'].some((folder) => within(file, path.normalize(folder))))
  .filter((file) => only.length === 0 || only.some((folder) => within(file, folder)))
  .sort();
if (files.length === 0) {
  console.error(only.length ? `No *.test.ts under ${only.join(', ')}.` : 'No tests found under test/.');
  process.exit(1);
}

fs.rmSync(out, { recursive: true, force: true });
try {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: files,
    outbase: 'test',
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Packages stay outside: they load faster from node_modules than a copy of them in every bundle.
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'error',
  });
} catch {
  console.error('The tests could not be bundled: see above.');
  process.exit(1);
}

const bundles = files.map((file) => path.join(out, path.relative('test', file)).replace(/\.ts$/, '.cjs'));
const mocha = spawn(
  process.execPath,
  ['--enable-source-maps', path.join(root, 'node_modules/mocha/bin/mocha.js'), '--reporter', path.join(root, 'scripts/lib/reporter.cjs'), '--timeout', '20000', ...options, ...bundles],
  { cwd: root, stdio: 'inherit' },
);
mocha.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
