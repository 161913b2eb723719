import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { WorkDoneProgress, type DocumentHighlight, type InlayHint, type Location, type SymbolInformation, type WorkDoneProgressBegin, type WorkDoneProgressEnd, type WorkDoneProgressReport } from 'vscode-languageserver/node';
import { assistCheckRequest, assistLookUpRequest, surveyFilesRequest, surveyProgress, surveyRequest, type SurveyProgress } from '../../server/src/protocol';
import { inProcess, inWorker } from './peers';
import { CAREFUL, FOREIGN, FORGETFUL } from './samples';
import { rangeAt, TestServer } from './testServer';

const asset = (name: string) => readFile(path.join('dist/grammars', name));
const AT_NAME = { position: rangeAt(FORGETFUL, FORGETFUL.indexOf('already_exists') + 3, 0).start };

describe('highlights and hints', () => {
  it('mark the branches of a handler at its head', async () => {
    const server = await TestServer.start();
    await server.open('file:///a.ts', FORGETFUL);
    const position = rangeAt(FORGETFUL, FORGETFUL.indexOf('switch') + 2, 0).start;
    const found = await server.connection.sendRequest<DocumentHighlight[]>('textDocument/documentHighlight', { textDocument: { uri: 'file:///a.ts' }, position });
    assert.deepEqual(found.map(({ range }) => range.start.line), [8, 9, 11]);
    await server.stop();
  });

  it('are shown as the settings say, also when these change', async () => {
    let inlayHints: object = {};
    const server = await TestServer.start({ configuration: () => ({ inlayHints }), capabilities: { workspace: { inlayHint: { refreshSupport: true } } } });
    let refreshed = 0;
    let heard: () => void = () => undefined;
    server.connection.onRequest('workspace/inlayHint/refresh', () => {
      refreshed++;
      heard();
      return null;
    });
    const uri = 'file:///a.ts';
    await server.open(uri, FORGETFUL);
    const hints = () => server.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range: rangeAt(FORGETFUL, 0, FORGETFUL.length) });
    assert.deepEqual(await hints(), []);
    inlayHints = { status: true, missing: true };
    const wasRefreshed = new Promise<void>((resolve) => (heard = resolve));
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await wasRefreshed;
    assert.deepEqual((await hints()).map(({ label, position }) => `${position.line} ${typeof label === 'string' ? label : ''}`), ['8 12 not handled', '9 409', '11 422']);
    assert.ok(refreshed > 0);
    await server.stop();
  });
});

/** The same tree on disk and in a virtual file system. */
const TREE: Readonly<Record<string, string>> = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.gitignore': 'generated/\n*.gen.ts\n',
  'src/forgetful.ts': FORGETFUL,
  'src/deep er/careful.ts': `\uFEFF${CAREFUL}`,
  'src/foreign.ts': FOREIGN,
  'src/none.ts': 'export const nothing = 1;\n',
  'src/notes.txt': FORGETFUL,
  'src/x.gen.ts': FORGETFUL,
  'generated/a.ts': FORGETFUL,
  'node_modules/b/a.ts': FORGETFUL,
};

for (const where of ['on disk', 'in a virtual file system, from a web worker'] as const) {
  describe(`a workspace ${where}`, () => {
    const onDisk = where === 'on disk';
    let root = 'vscode-vfs://github/acme/admin';
    let folder: string | undefined;
    let server: TestServer;
    const progress: (WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd)[] = [];
    const found: SurveyProgress[] = [];

    before(async () => {
      if (onDisk) {
        folder = mkdtempSync(path.join(os.tmpdir(), 'plusauth-errors-find-'));
        root = pathToFileURL(folder).href;
        for (const [file, text] of Object.entries(TREE)) {
          mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
          writeFileSync(path.join(folder, file), text);
        }
      }
      const texts = Object.fromEntries(Object.entries(TREE).map(([file, text]) => [`${root}/${encodeURI(file)}`, text]));
      server = await TestServer.start({
        capabilities: { workspace: { workspaceFolders: true }, window: { workDoneProgress: true } },
        workspaceFolders: [root],
        ...(onDisk ? { peer: inProcess } : { peer: inWorker, files: { texts, asset } }),
      });
      server.connection.onRequest('window/workDoneProgress/create', () => null);
      server.connection.onProgress(WorkDoneProgress.type, 'search', (value) => void progress.push(value));
      server.connection.onNotification(surveyProgress.name, (part: SurveyProgress) => void found.push(part));
    });
    after(async () => {
      await server.stop();
      if (folder !== undefined) rmSync(folder, { recursive: true });
    });

    const relative = (uri: string) => decodeURIComponent(uri.slice(root.length + 1));

    it('is searched for the places of a name, with progress; what is ignored or foreign is left out', async () => {
      const uri = `${root}/src/forgetful.ts`;
      await server.open(uri, FORGETFUL);
      const references = await server.connection.sendRequest<Location[]>('textDocument/references', { textDocument: { uri }, ...AT_NAME, workDoneToken: 'search', context: { includeDeclaration: true } });
      assert.deepEqual(references.map((r) => `${relative(r.uri)}:${r.range.start.line}:${r.range.start.character}`).sort(), ['src/deep er/careful.ts:9:12', 'src/forgetful.ts:9:12']);
      await server.close(uri);
      assert.deepEqual([progress[0]?.kind, progress.at(-1)?.kind], ['begin', 'end']);
      assert.ok(progress.some((p) => p.kind === 'report' && p.message === '4 files searched'));
    });

    it('knows the places of unopened files as symbols', async () => {
      const ask = (query: string) => server.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
      const symbols = await ask('alreadyExists');
      assert.deepEqual(symbols.map(({ name, containerName, location }) => `${name} ${containerName} ${relative(location.uri)}`).sort(), ['already_exists handled src/deep er/careful.ts', 'already_exists handled src/forgetful.ts']);
      assert.deepEqual((await ask('plan_limit')).map(({ containerName, location }) => `${containerName} ${relative(location.uri)}`), ['not handled src/forgetful.ts']);
      for (const query of ['', 'exi', 'UserService', 'ists']) assert.deepEqual(await ask(query), []);
    });

    it('is checked for assistants: its files, and no others', async () => {
      const check = (file: string, lines?: { first: number; last: number }) => server.ask(assistCheckRequest, { uri: file.includes(':') ? file : `${root}/${file}`, path: file, ...(lines ? { lines } : {}) });
      assert.match(await check('src/forgetful.ts'), /^src\/forgetful\.ts: 1 finding\.\n- src\/forgetful\.ts:9:\d+ warning unhandled-error: [^]*\n  Fixes[^]*already_exists, invalid_entity/);
      assert.doesNotMatch(await check('src/forgetful.ts', { first: 1, last: 8 }), /unhandled-error/);
      assert.match(await check('src/deep%20er/careful.ts'), /no finding/);
      assert.match(await check('src/foreign.ts'), /Nothing is said of src\/foreign\.ts/);
      assert.match(await check('src/notes.txt'), /language is not read/);
      for (const file of ['src/gone.ts', 'file:///elsewhere/a.ts']) assert.match(await check(file), /cannot be checked/);
      assert.match(await server.ask(assistLookUpRequest, { query: 'ALREADY_EXISTS' }), /409/);
      assert.match(await server.ask(assistLookUpRequest, { query: '  ' }), /"query" is missing/);
      assert.match(await server.ask(assistLookUpRequest, { query: 'teapot' }), /No PlusAuth error fits "teapot"/);
    });

    it('is surveyed piece by piece', async () => {
      found.length = 0;
      const { searched } = await server.ask(surveyRequest, { id: 7 });
      assert.equal(searched, 4);
      const files = found.filter(({ id }) => id === 7).flatMap((part) => part.files);
      assert.deepEqual(files.map(({ uri }) => relative(uri)).sort(), ['src/deep er/careful.ts', 'src/forgetful.ts']);
      const [missing] = files.find(({ uri }) => uri.endsWith('forgetful.ts'))?.places.filter(({ standing }) => standing === 'missing') ?? [];
      assert.equal(missing?.names.length, 12);
      assert.equal(missing?.line, 'switch (e.error) {');
    });

    it('is surveyed anew where something changed', async () => {
      const uri = `${root}/src/forgetful.ts`;
      const again = async (...files: string[]) => (await server.ask(surveyFilesRequest, { uris: files.map((file) => `${root}/${file}`) })).map(({ places }) => places.length);
      assert.deepEqual(await again('src/forgetful.ts', 'src/foreign.ts', 'src/x.gen.ts', 'generated/a.ts', 'node_modules/b/a.ts', 'src/gone.ts'), [3, 0, 0, 0, 0, 0]);
      await server.open(uri, FORGETFUL);
      await server.replace(uri, "case 'invalid_entity':", "case 'missing_scope':");
      const [survey] = await server.ask(surveyFilesRequest, { uris: [uri] });
      assert.deepEqual(survey?.places.filter(({ standing }) => standing === 'handled').flatMap(({ names }) => names), ['already_exists', 'missing_scope']);
      await server.close(uri);
      assert.deepEqual(await again('src/forgetful.ts'), [3]);
    });
  });
}

it('references on code that is not about PlusAuth are none, and nothing is searched', async () => {
  const server = await TestServer.start({ files: { texts: {}, asset }, capabilities: { workspace: { workspaceFolders: true } }, workspaceFolders: ['vscode-vfs://github/acme'] });
  const uri = 'vscode-vfs://github/acme/b.ts';
  await server.open(uri, FOREIGN);
  const position = rangeAt(FOREIGN, FOREIGN.indexOf('already_exists') + 2, 0).start;
  assert.deepEqual(await server.connection.sendRequest('textDocument/references', { textDocument: { uri }, position, context: { includeDeclaration: true } }), []);
  assert.deepEqual(server.listed, []);
  await server.stop();
});
