import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { FIX_ALL_KIND } from '../../server/src/protocol';
import { inWorker } from './peers';
import { FORGETFUL } from './samples';
import { TestServer } from './testServer';

const PULL = { textDocument: { diagnostic: {}, codeAction: { resolveSupport: { properties: ['edit'] } } } };
const FOLDER = 'vscode-vfs://github/acme/admin';
const asset = (name: string) => readFile(path.join('dist/grammars', name));
const start = (texts: Readonly<Record<string, string>> = {}) => TestServer.start({ capabilities: PULL, peer: inWorker, files: { texts, asset } });

describe('the server in a web worker, without Node', () => {
  it('finds, explains, completes and fixes as the other one does', async () => {
    const server = await start();
    const uri = `${FOLDER}/a.ts`;
    await server.open(uri, FORGETFUL);
    const found = await server.pull(uri);
    const elsewhere = await TestServer.start({ capabilities: PULL });
    await elsewhere.open(uri, FORGETFUL);
    const expected = await elsewhere.pull(uri);
    await elsewhere.stop();
    // The page of a rule: only the other one has it beside itself.
    assert.deepEqual(found, expected.map(({ codeDescription: _, ...rest }) => rest));
    assert.equal(found.length, 1);

    const hover = (await server.hover(uri, "'already|_exists'")) as Hover;
    assert.match((hover.contents as MarkupContent).value, /Provided resource already exists\./);
    assert.ok((await server.complete(uri, "case '|invalid_entity'")).length > 0);
    const [action] = await server.actions(uri, found, [FIX_ALL_KIND]);
    assert.ok(action);
    const { edit } = action.edit ? action : await server.connection.sendRequest<typeof action>('codeAction/resolve', action);
    await server.apply(edit, uri);
    assert.deepEqual(await server.pull(uri), []);
    assert.deepEqual(server.logged, []);
    await server.stop();
  });

  it('asks for the parser and a grammar once, when a text needs them', async () => {
    const server = await start();
    await server.open(`${FOLDER}/plain.ts`, 'export const answer = 42;\n');
    assert.deepEqual(await server.pull(`${FOLDER}/plain.ts`), []);
    assert.deepEqual(server.read, []);
    for (const name of ['a', 'b']) {
      await server.open(`${FOLDER}/${name}.ts`, FORGETFUL);
      assert.equal((await server.pull(`${FOLDER}/${name}.ts`)).length, 1);
    }
    assert.deepEqual(server.read.filter((read: string) => read.endsWith('.wasm')).sort(), ['tree-sitter-typescript.wasm', 'web-tree-sitter.wasm']);
    await server.stop();
  });

  it('says what is missing when the client reads no files, and goes on', async () => {
    const server = await TestServer.start({ capabilities: PULL, peer: inWorker });
    await server.open(`${FOLDER}/a.ts`, FORGETFUL);
    assert.deepEqual(await server.pull(`${FOLDER}/a.ts`), []);
    await server.until(() => server.logged.some((line) => line.includes('initialization option "files"')));
    await server.stop();
  });
});
