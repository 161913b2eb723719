import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location } from 'vscode-languageserver/node';
import { makeFolder, type Folder } from '../host/folder';
import { inProcess } from '../lsp/peers';
import { TestServer } from '../lsp/testServer';

const windows = process.platform === 'win32';
const INCOMPLETE = `import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';
const plusAuth = new PlusAuthRestClient('https://acme.plusauth.com', { token: '' });
plusAuth.users.create({}).catch((e) => {
  if (e.error === 'already_exists') console.warn('there is one');
});
`;

/** What the package holds, packed by npm from the production build, and installed into an empty folder. */
describe('the packed command line', () => {
  let folder: Folder;
  let files: readonly string[];
  const npm = (program: 'npm' | 'npx', args: readonly string[], cwd: string, input = '') => spawnSync(program, args, { cwd, encoding: 'utf8', shell: windows, input, env: { ...process.env, LANG: 'C', LC_ALL: '', NO_COLOR: '1' } });

  before(() => {
    folder = makeFolder();
    const packed = npm('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder.path], process.cwd());
    assert.equal(packed.status, 0, packed.stderr);
    const [result] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf('['))) as { filename: string; files: { path: string }[] }[];
    files = result?.files.map((file) => file.path) ?? [];
    folder.write({ 'app/package.json': '{ "private": true }', 'app/src/a.ts': INCOMPLETE, 'app/src/ok.ts': INCOMPLETE.replace('\n});', '\n  else throw e;\n});') });
    const installed = npm('npm', ['install', '--offline', '--no-audit', '--no-fund', path.join(folder.path, result?.filename ?? '')], path.join(folder.path, 'app'));
    assert.equal(installed.status, 0, installed.stderr);
  });
  after(() => folder.remove());

  it('holds the command line and the server, and nothing of the extension', () => {
    const kinds = [/^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/, /^dist\/(core|server\/(node|vscode-languageserver|session|finder|clientLogs))\.js$/, /^dist\/(THIRD-PARTY-NOTICES\.txt|sbom\.cdx\.json)$/, /^dist\/cli\/\w+\.js$/, /^dist\/grammars\/[a-z-]+\.wasm$/, /^docs\/rules\/[a-z-]+\.md$/, /^schemas\/[a-z.-]+\.json$/];
    assert.deepEqual(files.filter((file) => !kinds.some((kind) => kind.test(file))), []);
    for (const kind of kinds) assert.ok(files.some((file) => kind.test(file)), `nothing matches ${kind}`);
    const grammars = Object.keys(JSON.parse(fs.readFileSync('grammars.lock.json', 'utf8')) as object).map((name) => `dist/grammars/${name}`);
    assert.deepEqual(files.filter((file) => file.endsWith('.wasm')).sort(), grammars.sort());
  });

  it('needs no other package', () => assert.deepEqual(fs.readdirSync(path.join(folder.path, 'app/node_modules')).filter((name) => !name.startsWith('.')), ['plusauth-errors']));

  it('checks, without VS Code', () => {
    const app = path.join(folder.path, 'app');
    const { stdout, stderr, status } = npm('npx', ['--no-install', 'plusauth-errors', 'check', 'src'], app);
    assert.equal(status, 1, stderr);
    assert.match(stdout, /^src\/a\.ts\n {2}4:\d+ {2}warning {2}unhandled-error/);
    assert.match(stdout, /1 finding \(1 warning\) in 2 files\./);
    const sarif = npm('npx', ['--no-install', 'plusauth-errors', 'check', '--format', 'sarif'], app);
    assert.equal((JSON.parse(sarif.stdout) as { runs: { tool: { driver: { rules: object[] } } }[] }).runs[0]?.tool.driver.rules.length, 7);
    assert.match(npm('npx', ['--no-install', 'plusauth-errors', 'explain', '-'], app, '{"error":"already_exists","status":409}').stdout, /already_exists/);
  });

  it('has the language server', () => {
    const { stdout, status } = npm('npx', ['--no-install', 'plusauth-errors-language-server', '--version'], path.join(folder.path, 'app'));
    assert.deepEqual([status, stdout.trim()], [0, (JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string }).version]);
  });

  it('has a language server that publishes findings, and finds in files that are not open', async () => {
    const app = path.join(folder.path, 'app');
    const uri = (name: string) => pathToFileURL(path.join(app, 'src', name)).href;
    const server = await TestServer.start({
      capabilities: { workspace: { workspaceFolders: true } },
      workspaceFolders: [pathToFileURL(app).href],
      peer: () => inProcess(path.join(app, 'node_modules/plusauth-errors/dist/server/node.js')),
    });
    await server.open(uri('a.ts'), INCOMPLETE);
    assert.deepEqual((await server.pushed(uri('a.ts'))).map(({ code }) => code), ['unhandled-error']);
    const found = await server.connection.sendRequest<Location[]>('textDocument/references', {
      textDocument: { uri: uri('a.ts') },
      position: { line: 3, character: INCOMPLETE.split('\n')[3]?.indexOf('exists') },
      context: { includeDeclaration: true },
    });
    assert.deepEqual(found.map((location) => location.uri).sort(), [uri('a.ts'), uri('ok.ts')]);
    assert.equal(await server.stop(), 0);
  });
});
