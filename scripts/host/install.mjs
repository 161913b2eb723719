// VS Code's own server build, for machines that can download neither VS Code nor Electron: the npm package code-server carries it.
// It is no devDependency, because its install script refuses most Node versions and everybody would pay its 600 MB; it is unpacked,
// without any script, into the cache that git ignores.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cache } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { SHIMS } from './shims.mjs';

const VERSION = '4.139.1'; // VS Code 1.139.1
const NODE = '24.21.0'; // for machines whose Node lacks module.registerHooks (before 22.15), which VS Code's server needs
const UNUSED_EXTENSIONS = ['copilot', 'mermaid-markdown-features'];
const UNUSED_PACKAGES = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
  'zod',
  'tar',
  'katex',
  'node-addon-api',
];
const INSIDE = 'package/lib/vscode';
// A change of this recipe makes a new installation.
const RECIPE = createHash('sha256').update(fs.readFileSync(new URL(import.meta.url))).update(JSON.stringify(SHIMS)).digest('hex').slice(0, 8);

const npm = (args, options) => run('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund'], options);

/**
 * Unpacks parts of a published package.
 * @param {string} spec `name@version`
 * @param {string} folder
 * @param {readonly string[]} selection arguments for tar
 */
function unpack(spec, folder, selection) {
  const [{ filename }] = JSON.parse(npm(['pack', spec, '--json', '--pack-destination', folder]));
  const archive = path.join(folder, filename);
  run('tar', ['-xzf', archive, '-C', folder, ...selection]);
  fs.rmSync(archive);
}

/** Whether the Node that runs this can run VS Code's server too. */
function nodeSuffices() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 15);
}

/**
 * Installs the server where it is missing (about 20 s and 250 MB, once).
 * @returns {{ node: string, server: string }} the Node to run it on, and its main script
 */
export function installServer() {
  const own = nodeSuffices();
  const folder = path.join(cache, `vscode-server-${VERSION}-${RECIPE}${own ? '' : `-node-${NODE}`}`);
  const host = { node: own ? process.execPath : path.join(folder, 'node/package/bin/node'), server: path.join(folder, INSIDE, 'out/server-main.js') };
  if (fs.existsSync(folder)) return host;

  console.log("Installing VS Code's server build into .vscode-test (once) …");
  fs.mkdirSync(cache, { recursive: true });
  // Made aside and then renamed, so that an interrupted installation is never taken for a whole one.
  const draft = fs.mkdtempSync(`${folder}-`);
  try {
    unpack(`code-server@${VERSION}`, draft, [...UNUSED_EXTENSIONS.map((name) => `--exclude=${INSIDE}/extensions/${name}`), INSIDE]);
    const vscode = path.join(draft, INSIDE);
    const manifestFile = path.join(vscode, 'package.json');
    const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
    for (const name of UNUSED_PACKAGES) delete manifest.dependencies[name];
    delete manifest.allowScripts;
    fs.writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
    // The shrinkwrap pins the versions; `npm ci` would refuse the shortened manifest.
    npm(['install', '--omit=dev', '--ignore-scripts'], { cwd: vscode });
    // TypeScript, which the extension that comes with VS Code runs.
    npm(['install', '--omit=dev', '--ignore-scripts'], { cwd: path.join(vscode, 'extensions') });
    for (const [file, text] of Object.entries(SHIMS)) fs.writeFileSync(path.join(vscode, 'node_modules', file), text);
    if (!own) {
      const folderOfNode = path.join(draft, 'node');
      fs.mkdirSync(folderOfNode);
      unpack(`node-${process.platform}-${process.arch}@${NODE}`, folderOfNode, ['package/bin/node']);
    }
    // Someone else may have been quicker; then theirs is used.
    if (!fs.existsSync(folder)) fs.renameSync(draft, folder);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return host;
}
