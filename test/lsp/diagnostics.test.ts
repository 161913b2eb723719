import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CAREFUL, FOREIGN, FORGETFUL, TWO_FINDINGS, UNSETTLED } from './samples';
import { TestServer } from './testServer';

const URI = 'file:///project/a.ts';
const PULL = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
const codes = (diagnostics: readonly { code?: unknown }[]) => diagnostics.map(({ code }) => code);

describe('diagnostics that are pulled', () => {
  let server: TestServer;
  before(async () => (server = await TestServer.start({ capabilities: PULL })));
  after(() => server.stop());

  it('name the errors that vanish, at the head of the handler, with a page to read', async () => {
    await server.open(URI, FORGETFUL);
    const [diagnostic, ...others] = await server.pull(URI);
    assert.deepEqual(others, []);
    assert.equal(diagnostic?.code, 'unhandled-error');
    assert.equal(diagnostic?.source, 'PlusAuth');
    assert.equal(diagnostic?.severity, 2);
    assert.deepEqual(diagnostic?.range.start, { line: 8, character: 4 });
    assert.equal(diagnostic?.range.end.line, 8);
    const href = diagnostic?.codeDescription?.href ?? '';
    assert.match(readFileSync(fileURLToPath(href), 'utf8'), /unhandled-error/);
  });

  it('follow incremental edits', async () => {
    await server.replace(URI, "        return 'invalid';\n", "        return 'invalid';\n      default:\n        throw e;\n");
    assert.equal(server.text(URI), CAREFUL);
    assert.deepEqual(await server.pull(URI), []);
    await server.replace(URI, "'invalid_entity'", "'invalid_entitty'");
    assert.deepEqual(codes(await server.pull(URI)), ['unknown-error']);
  });

  it('are asked for again where a quiet moment shows something else than the last keystroke did', async () => {
    const { languageId, before, typed, behind } = UNSETTLED;
    const uri = 'file:///project/a.kt';
    await server.open(uri, before + behind, languageId);
    await server.pull(uri);
    await server.replace(uri, 'log.error', `log.err${typed}or`);
    assert.equal(server.text(uri), before + typed + behind);
    const { refreshes } = server;
    assert.deepEqual(codes(await server.pull(uri)), []);
    await server.until(() => server.refreshes > refreshes);
    assert.deepEqual(codes(await server.pull(uri)), ['unhandled-error']);
  });

  it('are never pushed', () => assert.deepEqual(server.published, []));

  it('are none where nothing is about PlusAuth', async () => {
    await server.open('file:///other/b.ts', FOREIGN);
    assert.deepEqual(await server.pull('file:///other/b.ts'), []);
  });

  it('are none for a document that was closed', async () => {
    await server.close(URI);
    const report = await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });
    assert.deepEqual(report, { kind: 'full', items: [] });
  });
});

describe('diagnostics that are pushed', () => {
  let server: TestServer;
  before(async () => (server = await TestServer.start()));
  after(() => server.stop());

  it('come when a document is opened and each time it changes, for its newest version', async () => {
    await server.open(URI, TWO_FINDINGS);
    assert.deepEqual(codes(await server.pushed(URI)).sort(), ['unhandled-error', 'unknown-error']);
    await server.replace(URI, "'invalid_entitty'", "'invalid_entity'");
    assert.deepEqual(codes(await server.pushed(URI)), ['unhandled-error']);
    await server.replace(URI, "        return 'invalid';\n", "        return 'invalid';\n      default:\n        throw e;\n");
    assert.deepEqual(await server.pushed(URI), []);
  });

  it('come again where a quiet moment shows something else than the last keystroke did', async () => {
    const { languageId, before, typed, behind } = UNSETTLED;
    const uri = 'file:///project/a.kt';
    await server.open(uri, before + behind, languageId);
    await server.pushed(uri);
    await server.replace(uri, 'log.error', `log.err${typed}or`);
    assert.deepEqual(codes(await server.pushed(uri)), []);
    await server.until(() => (server.published.at(-1)?.diagnostics.length ?? 0) > 0);
    assert.deepEqual(server.published.at(-1)?.version, 2);
    assert.deepEqual(codes(await server.pushed(uri)), ['unhandled-error']);
  });

  it('are taken back when it is closed', async () => {
    await server.open('file:///project/c.ts', FORGETFUL);
    assert.equal((await server.pushed('file:///project/c.ts')).length, 1);
    const before = server.published.length;
    await server.close('file:///project/c.ts');
    await server.until(() => server.published.length > before);
    assert.deepEqual(server.published.at(-1), { uri: 'file:///project/c.ts', diagnostics: [] });
  });

  it('come for every text, however strange', async () => {
    const strange: Record<string, string> = {
      crlf: FORGETFUL.replaceAll('\n', '\r\n'),
      bom: `\uFEFF${FORGETFUL}`,
      cr: FORGETFUL.replaceAll('\n', '\r'),
      binary: `\u0000\u0001\uD800plusauth 'already_exists'\uDFFF\u0000`.repeat(50),
      half: FORGETFUL.slice(0, FORGETFUL.indexOf("'taken'")),
      unbalanced: `${FORGETFUL}}}}}))`,
      nested: `// plusauth\n${'{'.repeat(1000)}if (e.error === 'already_exists') {}${'}'.repeat(1000)}`,
      empty: '',
    };
    for (const [name, text] of Object.entries(strange)) {
      const uri = `file:///project/${name}.ts`;
      await server.open(uri, text);
      const diagnostics = await server.pushed(uri);
      if (['crlf', 'bom', 'unbalanced'].includes(name)) assert.ok(codes(diagnostics).includes('unhandled-error'), name);
      if (['binary', 'empty'].includes(name)) assert.deepEqual(diagnostics, [], name);
    }
    assert.deepEqual(server.logged.filter((message) => message.includes('failed')), []);
  });

  it('have the right place in CRLF and BOM files', async () => {
    for (const name of ['crlf', 'bom']) {
      const found = (await server.pushed(`file:///project/${name}.ts`)).find(({ code }) => code === 'unhandled-error');
      assert.deepEqual(found?.range.start, { line: 8, character: 4 }, name);
    }
  });
});

describe('what decides from outside', () => {
  it('settings apply at once, per folder, without a reload', async () => {
    const folders: Record<string, object> = { one: {}, two: { context: 'never' }, three: { severity: { unhandledError: 'error' } } };
    const server = await TestServer.start({ capabilities: PULL, configuration: (uri) => folders[uri.split('/')[3] ?? ''] });
    for (const folder of Object.keys(folders)) await server.open(`file:///${folder}/a.ts`, FORGETFUL);
    const severities = async () => {
      const all: (number | undefined)[][] = [];
      for (const folder of Object.keys(folders)) all.push((await server.pull(`file:///${folder}/a.ts`)).map(({ severity }) => severity));
      return all;
    };
    assert.deepEqual(await severities(), [[2], [], [1]]);
    folders['one'] = { severity: { unhandledError: 'off' } };
    folders['two'] = { context: 'auto', severity: { unhandledError: 'hint' } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await server.until(() => server.refreshes > 0);
    assert.deepEqual(await severities(), [[], [4], [1]]);
    await server.stop();
  });

  it('a client without configuration sends settings at the start and with each change', async () => {
    const server = await TestServer.start({ initializationOptions: { settings: { context: 'never' } } });
    await server.open(URI, FORGETFUL);
    assert.deepEqual(await server.pushed(URI), []);
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: { plusauthErrors: { context: 'auto', language: 'tr' } } });
    await server.until(() => (server.published.at(-1)?.diagnostics.length ?? 0) > 0);
    assert.deepEqual(codes(await server.pushed(URI)), ['unhandled-error']);
    await server.stop();
  });

  it('strict mode asks for every name even where there is a fallback', async () => {
    const server = await TestServer.start({ capabilities: PULL, configuration: () => ({ strict: true }) });
    await server.open(URI, CAREFUL);
    assert.deepEqual(codes(await server.pull(URI)), ['unhandled-error']);
    await server.stop();
  });

  it('speaks the editor’s language', async () => {
    const english = await TestServer.start({ capabilities: PULL, locale: 'en' });
    const turkish = await TestServer.start({ capabilities: PULL, locale: 'tr' });
    const messages: string[] = [];
    for (const server of [english, turkish]) {
      await server.open(URI, FORGETFUL);
      messages.push(JSON.stringify((await server.pull(URI))[0]?.message));
      await server.stop();
    }
    assert.match(messages[0] ?? '', /switch|error/i);
    assert.notEqual(messages[0], messages[1]);
  });

  it('a manifest that begins to name PlusAuth is noticed, and one that ceases to', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'plusauth-errors-lsp-'));
    try {
      const manifest = path.join(folder, 'package.json');
      writeFileSync(manifest, '{ "name": "shop" }');
      const uri = pathToFileURL(path.join(folder, 'a.ts')).href;
      const server = await TestServer.start({ capabilities: PULL });
      await server.open(uri, FOREIGN.replaceAll('e.code', 'e.error').replace('code: string', 'error: string'));
      const manifestSays = async (text: string) => {
        writeFileSync(manifest, text);
        const refreshes = server.refreshes;
        await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(manifest).href, type: 2 }] });
        await server.until(() => server.refreshes > refreshes);
        return codes(await server.pull(uri));
      };
      assert.deepEqual(await server.pull(uri), []);
      assert.deepEqual(await manifestSays('{ "dependencies": { "@plusauth/plusauth-rest-js": "2.4.0" } }'), ['unhandled-error']);
      assert.deepEqual(await manifestSays('{ "name": "shop" }'), []);
      await server.stop();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
