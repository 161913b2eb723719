import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StreamMessageReader, type NotificationMessage, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { makeFolder } from '../host/folder';
import { FORGETFUL } from './samples';
import { SERVER, TestServer } from './testServer';

const run = (...args: string[]) => spawnSync(process.execPath, [SERVER, ...args], { encoding: 'utf8', input: '' });
const URI = 'file:///project/a.ts';

describe('the server’s command line', () => {
  it('says how it is used when it is started without a transport, or with something it does not know', () => {
    for (const args of [[], ['--tcp'], ['--stdio', 'file.ts']]) {
      const { status, stdout, stderr } = run(...args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^plusauth-errors-language-server: .*\n\nUsage: plusauth-errors-language-server --stdio/);
    }
    assert.match(run('--tcp').stderr, /Unknown option --tcp\./);
  });

  it('says that IPC needs a parent', () => {
    const { status, stderr } = run('--node-ipc');
    assert.equal(status, 2);
    assert.match(stderr, /IPC channel; use --stdio/);
  });

  it('prints its version and its help', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.deepEqual([run('--version').status, run('--version').stdout], [0, `${version}\n`]);
    assert.equal(run('--help').status, 0);
    assert.match(run('--help').stdout, /--node-ipc/);
  });
});

describe('the server’s life', () => {
  it('begins with what it can do', async () => {
    const server = await TestServer.start({ capabilities: { textDocument: { diagnostic: {} } } });
    const { capabilities, serverInfo } = server.result;
    assert.equal(serverInfo?.name, 'PlusAuth Errors');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(capabilities.completionProvider?.resolveProvider, true);
    assert.deepEqual(capabilities.diagnosticProvider, { identifier: 'PlusAuth', interFileDependencies: false, workspaceDiagnostics: false });
    assert.equal(await server.stop(), 0);
  });

  it('promises no pull diagnostics to a client that does not pull', async () => {
    const server = await TestServer.start();
    assert.equal(server.result.capabilities.diagnosticProvider, undefined);
    await server.stop();
  });

  it('registers for what it wants to hear, where the client allows it', async () => {
    const server = await TestServer.start({ capabilities: { workspace: { didChangeConfiguration: { dynamicRegistration: true }, didChangeWatchedFiles: { dynamicRegistration: true } } } });
    await server.until(() => server.registered.length === 2);
    assert.deepEqual(server.registered.sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
    await server.stop();
  });

  it('ends with exit, and with code 1 when nobody said shutdown', async () => {
    const server = await TestServer.start();
    const exited = once(server.process, 'exit');
    await server.connection.sendNotification('exit');
    assert.equal((await exited)[0], 1);
  });

  it('ends when the editor is gone', async () => {
    const server = await TestServer.start();
    await server.open(URI, FORGETFUL);
    const exited = once(server.process, 'exit');
    server.process.stdin.end();
    assert.equal((await exited)[0], 1);
  });

  it('speaks over IPC as well', async () => {
    const child = spawn(process.execPath, [SERVER, '--node-ipc', `--clientProcessId=${process.pid}`], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const answers: { id?: number; result?: { serverInfo?: { name: string } } }[] = [];
    child.on('message', (message: object) => answers.push(message));
    const exited = once(child, 'exit');
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
    while (!answers.some(({ id }) => id === 1)) await once(child, 'message');
    assert.equal(answers.find(({ id }) => id === 1)?.result?.serverInfo?.name, 'PlusAuth Errors');
    child.send({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
    while (!answers.some(({ id }) => id === 2)) await once(child, 'message');
    child.send({ jsonrpc: '2.0', method: 'exit' });
    assert.equal((await exited)[0], 0);
  });

  it('hears what a client says before it was answered', async () => {
    const child = spawn(process.execPath, [SERVER, '--stdio']);
    const published = new Promise<PublishDiagnosticsParams>((resolve) => {
      const reader = new StreamMessageReader(child.stdout);
      reader.listen((message) => {
        const { method, params } = message as NotificationMessage;
        if (method === 'textDocument/publishDiagnostics') resolve(params as PublishDiagnosticsParams);
      });
    });
    const messages = [
      { id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } },
      { method: 'initialized', params: {} },
      { method: 'textDocument/didOpen', params: { textDocument: { uri: URI, languageId: 'typescript', version: 1, text: FORGETFUL } } },
    ].map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
    // In one piece, so that all are there when the first is read.
    child.stdin.write(messages.map((message) => `Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`).join(''));
    const { uri, diagnostics } = await published;
    assert.deepEqual([uri, diagnostics.length > 0], [URI, true]);
    const exited = once(child, 'exit');
    child.stdin.end();
    await exited;
  });

  it('ends, and says why, when a part of it is missing', async () => {
    const folder = makeFolder();
    folder.write({ 'package.json': '{ "version": "0.0.0" }' });
    for (const file of ['node.js', 'vscode-languageserver.js']) folder.write({ [`dist/server/${file}`]: readFileSync(`dist/server/${file}`, 'utf8') });
    const child = spawn(process.execPath, [join(folder.path, 'dist/server/node.js'), '--stdio']);
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    const exited = once(child, 'close');
    const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    child.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
    assert.equal((await exited)[0], 1);
    assert.match(errors, /Cannot find module '\.\/session\.js'/);
    folder.remove();
  });
});

describe('malformed messages', () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start({ capabilities: { textDocument: { diagnostic: {} } } });
    await server.open(URI, FORGETFUL);
  });
  after(() => server.stop());
  // Whatever came before, the next good request is answered.
  afterEach(async () => assert.ok(await server.hover(URI, "case 'already|_exists'")));

  const methods = ['textDocument/hover', 'textDocument/completion', 'textDocument/codeAction', 'textDocument/diagnostic', 'plusauthErrors/status', 'plusauthErrors/card', 'plusauthErrors/explain', 'plusauthErrors/insertHandler'];
  for (const method of methods) {
    it(`${method} answers empty to parameters that make no sense, and says so in the log`, async () => {
      for (const params of [{}, { textDocument: null }, { textDocument: { uri: 7 }, position: 'x', uri: null, text: 5, subject: [] }]) {
        const result = await server.connection.sendRequest<unknown>(method, params);
        const items = result !== null && typeof result === 'object' && 'items' in result ? result.items : result;
        assert.ok(items === null || items === '' || (Array.isArray(items) && items.length === 0), JSON.stringify(result));
      }
      await server.until(() => server.logged.some((message) => message.startsWith(`${method} failed: `)));
    });
  }

  it('answers empty about a document that is not open, and about places that do not exist', async () => {
    const nowhere = { textDocument: { uri: 'file:///nowhere.ts' }, position: { line: 0, character: 0 } };
    assert.equal(await server.connection.sendRequest('textDocument/hover', nowhere), null);
    assert.deepEqual(await server.connection.sendRequest('textDocument/completion', nowhere), []);
    for (const position of [{ line: 1e9, character: 1e9 }, { line: -1, character: -1 }]) {
      assert.equal(await server.connection.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position }), null);
    }
  });

  it('resolves what it never sent to itself', async () => {
    for (const data of [undefined, null, 5, { subject: 3 }, { subject: 'no_such_name', uri: 'x' }]) {
      const item = { label: 'x', ...(data === undefined ? {} : { data }) };
      assert.deepEqual(await server.connection.sendRequest('completionItem/resolve', item), item);
    }
  });

  it('survives notifications about nothing', async () => {
    await server.connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'file:///nowhere.ts', version: 2 }, contentChanges: [{ text: 'x' }] });
    await server.connection.sendNotification('textDocument/didOpen', {});
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///nowhere.ts' } });
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: null });
    await server.connection.sendNotification('workspace/didChangeConfiguration', {});
    await server.connection.sendNotification('plusauthErrors/unheardOf', { a: 1 });
    await server.until(() => server.logged.some((message) => message.includes('file:///nowhere.ts was changed but is not open')));
  });

  it('refuses an unknown request as the protocol says', async () => {
    await assert.rejects(server.connection.sendRequest('textDocument/unheardOf', {}), /Unhandled method/);
  });

  it('survives a body that is no JSON', () => {
    server.process.stdin.write('Content-Length: 5\r\n\r\n{"a":');
  });
});
