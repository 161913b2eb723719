import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installServer } from './install.mjs';
import { SETTINGS } from './settings.mjs';

/**
 * Writes the user settings of a window; what the folder already says wins.
 * @param {string} userData
 * @param {Record<string, unknown>} [more] settings that win over everything
 */
export function writeSettings(userData, more = {}) {
  const file = path.join(userData, 'User', 'settings.json');
  const before = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...SETTINGS, ...before, ...more }, null, 2));
}

/**
 * Starts VS Code's server on a free port of this machine.
 * @param {{ userData?: string | undefined, extensions?: string | undefined, settings?: Record<string, unknown>, verbose?: boolean }} [options]
 * folders for the user's data and the installed extensions (temporary ones otherwise), and more user settings
 */
export async function startServer({ userData, extensions, settings, verbose = false } = {}) {
  const host = installServer();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'plusauth-errors-host-'));
  const data = userData ?? path.join(scratch, 'user-data');
  writeSettings(data, settings);

  // No gallery is asked for anything. Sockets go where they are cleaned up; elsewhere than on Linux such a path would be too long for one.
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}', ...(process.platform === 'linux' && { TMPDIR: scratch }) };
  const child = spawn(
    host.node,
    [
      ...[host.server, '--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
      // A built VS Code takes the development and test paths out of the address only with this driver.
      '--enable-smoke-test-driver',
      ...['--disable-workspace-trust', '--disable-telemetry', '--disable-experiments', '--disable-update-check', '--disable-getting-started-override'],
      ...['--server-data-dir', path.join(scratch, 'server'), '--user-data-dir', data, '--extensions-dir', extensions ?? path.join(scratch, 'extensions')],
    ],
    // A group of its own: the terminal's Ctrl+C must not reach it before the browser is closed.
    { stdio: ['ignore', 'pipe', 'pipe'], env, detached: true },
  );
  const clean = () => fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const exited = new Promise((resolve) => child.on('exit', resolve));

  let log = '';
  const port = await new Promise((resolve, reject) => {
    const read = (chunk) => {
      if (verbose) process.stderr.write(chunk);
      if (log.length < 1 << 16) log += chunk;
      const listening = /listening on (\d+)/.exec(log);
      if (listening) resolve(Number(listening[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`VS Code's server ended with code ${code} before it listened.\n${log.slice(-3000)}`)));
  }).catch((error) => {
    clean();
    throw error;
  });

  const authority = `vscode-remote://127.0.0.1:${port}`;
  return {
    /**
     * The address of a window.
     * @param {{ folder?: string, workspace?: string, development?: readonly string[], tests?: string, openFile?: string, more?: readonly [string, string][] }} window
     * absolute paths; `workspace` is a *.code-workspace file, instead of a folder; `openFile` may end in `:line:column`
     */
    url({ folder, workspace, development = [], tests, openFile, more = [] }) {
      const payload = [
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
        ...development.map((extension) => ['extensionDevelopmentPath', authority + extension]),
        ...(tests ? [['extensionTestsPath', authority + tests]] : []),
        ...(openFile ? [['openFile', authority + openFile], ['gotoLineMode', 'true']] : []),
        ...more,
      ];
      const encode = (text) => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
      const place = workspace ? `workspace=${encode(workspace)}` : folder ? `folder=${encode(folder)}` : 'ew=true';
      return `http://127.0.0.1:${port}/?${place}&payload=${encode(JSON.stringify(payload))}`;
    },
    /** Ends the server with everything it started, and removes what was temporary. */
    async stop() {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 4000);
      await exited;
      clearTimeout(patience);
      clean();
    },
  };
}
