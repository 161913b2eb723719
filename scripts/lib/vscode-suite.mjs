import { runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pickHost } from '../host/pick.mjs';
import { writeSettings } from '../host/server.mjs';
import { root } from './paths.mjs';

/** VS Code's extension hosts: a Node process, or a web worker. */
export const HOSTS = /** @type {const} */ (['node', 'web']);

/**
 * Bundles `folder/*.suite.ts` with the runner that VS Code calls.
 * @param {string} name of the folder under .build
 * @param {string} folder
 * @param {typeof HOSTS[number]} host
 * @param {string} grep text of the tests' names; empty for all of them
 * @returns {Promise<string>} the runner's file, for --extensionTestsPath
 */
async function bundle(name, folder, host, grep) {
  const suites = fs.readdirSync(path.join(root, folder)).filter((file) => file.endsWith('.suite.ts')).sort();
  if (suites.length === 0) throw new Error(`There is no *.suite.ts in ${folder}.`);
  const out = path.join(root, '.build', `${name}-${host}`);
  const define = { GREP: JSON.stringify(grep), HOST: JSON.stringify(host) };
  /** @type {esbuild.BuildOptions} */
  const common = { absWorkingDir: root, bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'error', define };
  const file = path.join(out, 'index.cjs');
  const load = suites.map((suite) => `require('./${folder}/${suite}');`).join(' ');
  if (host === 'node') {
    /** @type {esbuild.BuildOptions} */
    const node = { ...common, platform: 'node', target: 'node20', external: ['vscode', 'mocha', 'typescript'] };
    await esbuild.build({ ...node, entryPoints: ['test/vscode/runner/node.ts'], outfile: file });
    await esbuild.build({ ...node, stdin: { contents: load, resolveDir: root }, outfile: path.join(out, 'suites.cjs') });
  } else {
    // One file: a worker loads no other. Mocha's build for browsers replaces the bundle's exports, so they are set after it.
    const contents = `require('mocha/mocha.js'); module.exports = { run: () => require('./test/vscode/runner/web.ts').run(() => { ${load} }) };`;
    const alias = { 'node:assert/strict': path.join(root, 'test/vscode/runner/assert.ts') };
    await esbuild.build({ ...common, platform: 'browser', target: 'es2022', external: ['vscode'], alias, stdin: { contents, resolveDir: root }, outfile: file });
  }
  return file;
}

/**
 * Runs the suites of a folder in real VS Code, on a copy of the example workspace that is thrown away.
 * @param {{ name: string, folder: string, extension: string, host: typeof HOSTS[number], install?: string, folders?: readonly string[], grep?: string, results?: string | undefined }} suite
 * `extension`: folder of the extension under development; `install`: a package to install first; `folders`: names of more, empty folders of
 * the workspace; `results`: a file for the counts
 * @returns {Promise<boolean>} whether all of them passed
 */
export async function runSuite({ name, folder, extension, host, install, folders = [], grep = '', results }) {
  // The system's own folder: sockets in it have short paths.
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'plusauth-errors-suite-'));
  try {
    const tests = await bundle(name, folder, host, grep);
    const vscode = await pickHost();
    let workspace = path.join(scratch, 'workspace');
    fs.cpSync(path.join(root, 'examples'), workspace, { recursive: true });
    if (folders.length > 0) {
      for (const more of folders) fs.mkdirSync(path.join(scratch, more));
      workspace = path.join(scratch, 'all.code-workspace');
      fs.writeFileSync(workspace, JSON.stringify({ folders: ['workspace', ...folders].map((path) => ({ path })), settings: {} }));
    }
    const userData = path.join(scratch, 'data');
    const extensions = path.join(scratch, 'extensions');
    writeSettings(userData);
    if (install) vscode.installExtension(install, extensions, userData);
    await runTests({
      vscodeExecutablePath: vscode.program,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      launchArgs: [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`, ...(install ? [] : ['--disable-extensions']), ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : [])],
    });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    const counts = path.join(scratch, 'results.json');
    if (results && fs.existsSync(counts)) fs.copyFileSync(counts, results);
    fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
