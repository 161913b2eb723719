import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } from '@vscode/test-electron';
import path from 'node:path';
import { cache, root } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { findBrowser } from './browser.mjs';
import { installServer } from './install.mjs';

/**
 * A VS Code to run: its program, which takes VS Code's flags, and a way to install a packaged extension.
 * @typedef {{ kind: 'desktop' | 'browser', program: string, installExtension(file: string, extensions: string, userData: string): void }} Host
 */

/**
 * Desktop VS Code where it can be downloaded (or lies in the cache), else VS Code's server build in Chromium.
 * VSCODE_HOST=desktop or VSCODE_HOST=browser forces one.
 * @returns {Promise<Host>}
 * @throws with what is missing and how to get it
 */
export async function pickHost() {
  const wanted = process.env.VSCODE_HOST;
  if (wanted && wanted !== 'desktop' && wanted !== 'browser') throw new Error(`VSCODE_HOST is "${wanted}"; it can be "desktop" or "browser", or stay unset.`);
  const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!wanted && !hasScreen) console.log("This machine has no screen: VS Code's server build is used, in Chromium. VSCODE_HOST=desktop forces desktop VS Code.");
  if (wanted === 'desktop' || (!wanted && hasScreen)) {
    try {
      return desktop(await downloadAndUnzipVSCode({ version: 'stable', cachePath: cache }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (wanted === 'desktop') throw new Error(`VS Code could not be downloaded: ${reason}. Without VSCODE_HOST=desktop its server build runs in Chromium instead.`, { cause: error });
      console.log(`VS Code cannot be downloaded here (${reason}); its server build is used, in Chromium.`);
    }
  }
  if (process.platform === 'win32') throw new Error("VS Code's server build cannot be used on Windows: let this machine download VS Code, or use WSL.");
  findBrowser();
  return inBrowser();
}

/** @returns {Host} */
function desktop(program) {
  return {
    kind: 'desktop',
    program,
    installExtension(file, extensions, userData) {
      run(resolveCliPathFromVSCodeExecutablePath(program), [`--extensions-dir=${extensions}`, `--user-data-dir=${userData}`, '--install-extension', file, '--force']);
    },
  };
}

/** @returns {Host} */
function inBrowser() {
  return {
    kind: 'browser',
    program: path.join(root, 'scripts/host/code.mjs'),
    installExtension(file, extensions, userData) {
      const { node, server } = installServer();
      run(node, [server, '--accept-server-license-terms', '--extensions-dir', extensions, '--user-data-dir', userData, '--server-data-dir', userData, '--install-extension', file, '--force'], {
        env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
      });
    },
  };
}
