import { runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pickHost } from '../host/pick.mjs';
import { writeSettings } from '../host/server.mjs';
import { root } from './paths.mjs';

/**
 * Bundles `folder/*.suite.ts` with the runner that VS Code calls.
 * @param {string} name of the folder under .build
 * @param {string} folder
 * @returns {Promise<string>} the runner's file, for --extensionTestsPath
 */
async function bundle(name, folder) {
  const suites = fs.readdirSync(path.join(root, folder)).filter((file) => file.endsWith('.suite.ts')).sort();
  if (suites.length === 0) throw new Error(`There is no *.suite.ts in ${folder}.`);
  const out = path.join(root, '.build', name);
  /** @type {esbuild.BuildOptions} */
  const common = { absWorkingDir: root, bundle: true, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode', 'mocha', 'typescript'], sourcemap: 'inline', logLevel: 'error' };
  await esbuild.build({ ...common, entryPoints: ['test/vscode/suite/index.ts'], outfile: path.join(out, 'index.cjs') });
  const contents = suites.map((file) => `import './${file}';`).join('\n');
  await esbuild.build({ ...common, stdin: { contents, resolveDir: path.join(root, folder), loader: 'ts' }, outfile: path.join(out, 'suites.cjs') });
  return path.join(out, 'index.cjs');
}

/**
 * Runs the suites of a folder in real VS Code's Node extension host, on a copy of the example workspace that is thrown away.
 * @param {{ name: string, folder: string, extension: string, install?: string, env?: Record<string, string> }} suite
 * `extension`: folder of the extension under development; `install`: a package to install first
 * @returns {Promise<boolean>} whether all of them passed
 */
export async function runSuite({ name, folder, extension, install, env = {} }) {
  // The system's own folder: sockets in it have short paths.
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'plusauth-errors-suite-'));
  try {
    const tests = await bundle(name, folder);
    const host = await pickHost();
    const workspace = path.join(scratch, 'workspace');
    fs.cpSync(path.join(root, 'examples'), workspace, { recursive: true });
    const userData = path.join(scratch, 'data');
    const extensions = path.join(scratch, 'extensions');
    writeSettings(userData);
    if (install) host.installExtension(install, extensions, userData);
    await runTests({
      vscodeExecutablePath: host.program,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      launchArgs: [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`, ...(install ? [] : ['--disable-extensions'])],
      extensionTestsEnv: env,
    });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
