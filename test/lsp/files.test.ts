import assert from 'node:assert/strict';
import { CONFIGURATION_FILE } from '../../server/src/core/context/configuration';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { statusRequest } from '../../server/src/protocol';
import { FORGETFUL } from './samples';
import { TestServer } from './testServer';

/** The same without anything that names PlusAuth: only its project can tell. */
const UNNAMED = FORGETFUL.replace(/^import.*$/m, '').replaceAll('PlusAuthRestClient', 'Client').replaceAll('PlusAuthRestError', 'RestError').replaceAll('plusAuth', 'client');
const MANIFEST = JSON.stringify({ dependencies: { '@plusauth/plusauth-rest-js': '^1.0.0' } });
const ROOT = 'vscode-vfs://github/acme/admin';
const PULL = { textDocument: { diagnostic: {} } };

describe('a project in a virtual file system', () => {
  it('is known by its manifest, which the client reads', async () => {
    const server = await TestServer.start({ capabilities: PULL, files: { texts: { [`${ROOT}/package.json`]: MANIFEST } } });
    const uri = `${ROOT}/src/a.ts`;
    await server.open(uri, UNNAMED);
    assert.equal((await server.pull(uri)).length, 1);
    assert.equal((await server.ask(statusRequest, { uri }))?.manifest, `${ROOT}/package.json`);
    assert.deepEqual(server.read.filter((read) => !read.endsWith(CONFIGURATION_FILE)), [`${ROOT}/src/`, `${ROOT}/`, `${ROOT}/package.json`]);
    await server.stop();
  });

  it('is judged by its configuration file, before what the client says', async () => {
    const texts: Record<string, string> = { [`${ROOT}/package.json`]: MANIFEST, [`${ROOT}/${CONFIGURATION_FILE}`]: '{ "severity": { "unhandledError": "error" }, "context": "sometimes" }' };
    const server = await TestServer.start({ capabilities: PULL, files: { texts } });
    const uri = `${ROOT}/src/a.ts`;
    await server.open(uri, UNNAMED);
    assert.deepEqual((await server.pull(uri)).map((d) => d.severity), [1]);
    await server.until(() => server.logged.some((line) => line.includes(`${CONFIGURATION_FILE}: "context" is "sometimes"`)));
    texts[`${ROOT}/${CONFIGURATION_FILE}`] = '{ "context": "never" }';
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${ROOT}/${CONFIGURATION_FILE}`, type: 2 }] });
    assert.deepEqual(await server.pull(uri), []);
    await server.stop();
  });

  it('is read again when a manifest has changed', async () => {
    const texts: Record<string, string> = { [`${ROOT}/package.json`]: '{}' };
    const server = await TestServer.start({ capabilities: PULL, files: { texts } });
    const uri = `${ROOT}/src/a.ts`;
    await server.open(uri, UNNAMED);
    assert.equal((await server.pull(uri)).length, 0);
    texts[`${ROOT}/package.json`] = MANIFEST;
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${ROOT}/package.json`, type: 2 }] });
    assert.equal((await server.pull(uri)).length, 1);
    await server.stop();
  });

  it('is not known to a client that reads no files, nor to one that fails', async () => {
    const uri = `${ROOT}/src/a.ts`;
    const bare = await TestServer.start({ capabilities: PULL });
    await bare.open(uri, UNNAMED);
    assert.deepEqual(await bare.pull(uri), []);
    await bare.stop();
    const failing = await TestServer.start({ capabilities: PULL, initializationOptions: { files: true } });
    await failing.open(uri, UNNAMED);
    assert.deepEqual(await failing.pull(uri), []);
    await failing.until(() => failing.logged.some((line) => line.startsWith(`The client could not read ${ROOT}`)));
    await failing.stop();
  });

  it('costs nothing where the text holds no error name', async () => {
    const server = await TestServer.start({ capabilities: PULL, files: { texts: { [`${ROOT}/package.json`]: MANIFEST } } });
    const uri = `${ROOT}/src/plain.ts`;
    await server.open(uri, 'export const answer = 42;\n');
    assert.deepEqual(await server.pull(uri), []);
    assert.deepEqual(server.read, []);
    await server.stop();
  });

  it('does not matter to a file without a folder', async () => {
    const server = await TestServer.start({ capabilities: PULL, files: { texts: {} } });
    await server.open('untitled:Untitled-1', FORGETFUL);
    assert.equal((await server.pull('untitled:Untitled-1')).length, 1);
    await server.open('untitled:Untitled-2', UNNAMED);
    assert.deepEqual(await server.pull('untitled:Untitled-2'), []);
    assert.deepEqual(server.read, []);
    await server.stop();
  });
});

describe('a project on the server’s own disk', () => {
  it('is read without the client', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'plusauth-errors-files-'));
    writeFileSync(path.join(folder, 'package.json'), MANIFEST);
    const server = await TestServer.start({ capabilities: PULL, files: { texts: {} } });
    const uri = pathToFileURL(path.join(folder, 'a.ts')).href;
    await server.open(uri, UNNAMED);
    assert.equal((await server.pull(uri)).length, 1);
    assert.deepEqual(server.read, []);
    await server.stop();
    rmSync(folder, { recursive: true });
  });
});
