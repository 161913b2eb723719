import assert from 'node:assert/strict';
import { CompletionTriggerKind, InsertTextFormat, type CompletionItem, type CompletionList, type MarkupContent } from 'vscode-languageserver/node';
import { cardRequest, explainRequest, insertHandlerRequest, lookUpRequest, statusRequest } from '../../server/src/protocol';
import { CAREFUL, FOREIGN, FORGETFUL, TWO_FINDINGS } from './samples';
import { TestServer } from './testServer';

const URI = 'file:///project/a.ts';
const RICH = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown' as const] },
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true, documentationFormat: ['markdown' as const] } },
    codeAction: { resolveSupport: { properties: ['edit'] } },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

it('a file is read by its extension where the editor has a name of its own for the language', async () => {
  const server = await TestServer.start({ capabilities: RICH });
  const script = FORGETFUL.replace(/: PlusAuthRestClient|: object|: Promise<string \| undefined>| as PlusAuthRestError/g, '');
  for (const [uri, languageId, text, count] of [['file:///a.js', 'js', script, 1], ['file:///b.ts', 'typescript.ts', FORGETFUL, 1], ['file:///c.txt', 'text', FORGETFUL, 0], ['file:///d.ts', 'log', FORGETFUL, 0]] as const) {
    await server.open(uri, text, languageId);
    assert.equal((await server.pull(uri)).length, count, uri);
  }
  await server.stop();
});

it('a client that shows no markdown gets plain text', async () => {
  const server = await TestServer.start({ capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] }, completion: { completionItem: { documentationFormat: ['plaintext'] } } } } });
  await server.open(URI, FORGETFUL);
  const { kind, value } = (await server.hover(URI, "case 'already|_exists'"))?.contents as MarkupContent;
  assert.equal(kind, 'plaintext');
  assert.match(value, /^already_exists · 409\n[^]*Provided resource already exists\.[^]*• Usual causes: /);
  const [item] = await server.complete(URI, "case 'invalid|_entity'");
  const resolved = await server.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
  const documentation = resolved.documentation as MarkupContent;
  for (const text of [value, documentation.value]) assert.doesNotMatch(text, /\*\*|^#|^>|\]\(/m);
  await server.stop();
});

describe('hover', () => {
  let server: TestServer;
  before(async () => (server = await TestServer.start({ capabilities: RICH })));
  after(() => server.stop());

  it('shows the card of a name, over exactly that name', async () => {
    await server.open(URI, FORGETFUL);
    const hover = await server.hover(URI, "case 'already|_exists'");
    const contents = hover?.contents as MarkupContent;
    assert.equal(contents.kind, 'markdown');
    assert.match(contents.value, /409/);
    assert.match(contents.value, /Provided resource already exists\./);
    assert.equal(hover?.range?.start.line, 9);
    assert.ok((hover?.range?.start.character ?? 0) >= 11 && (hover?.range?.end.character ?? 99) <= 27);
  });

  it('is silent beside it, and in foreign code', async () => {
    assert.equal(await server.hover(URI, 'return |\'taken\''), null);
    await server.open('file:///other/b.ts', FOREIGN);
    assert.equal(await server.hover('file:///other/b.ts', "case 'already|_exists'"), null);
  });
});

describe('completion', () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start({ capabilities: RICH });
    await server.open(URI, FORGETFUL.replace("'invalid_entity'", "''"));
  });
  after(() => server.stop());

  it('offers the names in a case label, the handled one last, and its card on resolve', async () => {
    const items = await server.complete(URI, "case '|':", { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: "'" });
    const ordered = [...items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
    assert.equal(ordered.length, 14);
    assert.equal(ordered.at(-1)?.label, 'already_exists');
    const item = items.find(({ label }) => label === 'too_many_requests');
    assert.match(item?.labelDetails?.description ?? '', /429/);
    const resolved = await server.connection.sendRequest<{ detail?: string; documentation?: MarkupContent }>('completionItem/resolve', item);
    assert.match(resolved.detail ?? '', /^Too many requests received/);
    assert.equal(resolved.documentation?.kind, 'markdown');
    assert.match(resolved.documentation?.value ?? '', /Too many requests received/);
  });

  it('offers whole branches when asked for, as snippets, and not because a blank was typed', async () => {
    const where = "return 'taken';\n|      case";
    const invoked = await server.complete(URI, where);
    assert.ok(invoked.some(({ insertTextFormat, textEdit }) => insertTextFormat === InsertTextFormat.Snippet && /case '/.test(textEdit?.newText ?? '')));
    const typed = await server.complete(URI, where, { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ' ' });
    assert.deepEqual(typed, []);
  });

  it('says what else an item is beside the list: behind its label it would cut that off', async () => {
    const items = await server.complete(URI, "return 'taken';\n|      case");
    const shown = (label: RegExp): unknown => {
      const item = items.find((i) => label.test(i.label));
      return item && { behind: item.labelDetails?.description, beside: item.detail };
    };
    assert.deepEqual(shown(/^case 'too_many_requests'/), { behind: '429', beside: undefined });
    assert.deepEqual(shown(/^PlusAuth: all/), { behind: undefined, beside: items.find(({ label }) => label.startsWith('PlusAuth: all'))?.label });
    assert.deepEqual(shown(/^default/), { behind: 'PlusAuth', beside: 'PlusAuth: fallback for every other error' });
  });

  it('says once what all names share to a client that can take it so', async () => {
    const sharing = await TestServer.start({ capabilities: { textDocument: { completion: { completionList: { itemDefaults: ['editRange', 'data'] } } } } });
    await sharing.open(URI, FORGETFUL.replace("'invalid_entity'", "''"));
    const list = (await sharing.complete(URI, "case '|':")) as unknown as CompletionList;
    assert.ok(list.itemDefaults?.editRange);
    assert.equal(list.items.length, 14);
    for (const item of list.items) assert.ok(!('textEdit' in item) && !('data' in item));
    const item: CompletionItem & { data?: unknown } = { label: 'missing_scope', ...list.items.find(({ label }) => label === 'missing_scope') };
    item.data = list.itemDefaults.data as unknown;
    const resolved = await sharing.connection.sendRequest<{ documentation?: MarkupContent }>('completionItem/resolve', item);
    assert.match(resolved.documentation?.value ?? '', /Required scope/);
    await sharing.stop();
  });

  it('gives plain text to a client without snippets', async () => {
    const plain = await TestServer.start();
    await plain.open(URI, FORGETFUL.replace("'invalid_entity'", "''"));
    const items = await plain.complete(URI, "return 'taken';\n|      case");
    assert.ok(items.length > 0);
    for (const { insertTextFormat, textEdit, detail } of items) {
      assert.notEqual(insertTextFormat, InsertTextFormat.Snippet);
      assert.doesNotMatch(textEdit?.newText ?? '', /\$\{?\d/);
      assert.ok(detail);
    }
    await plain.stop();
  });

  it('is silent elsewhere', async () => assert.deepEqual(await server.complete(URI, "export async| function"), []));
});

describe('code actions', () => {
  let server: TestServer;
  before(async () => (server = await TestServer.start({ capabilities: RICH })));
  after(() => server.stop());

  it('fix the finding they belong to, the preferred one first', async () => {
    await server.open(URI, FORGETFUL);
    const diagnostics = await server.pull(URI);
    const actions = await server.actions(URI, diagnostics, ['quickfix']);
    assert.deepEqual(actions.filter(({ isPreferred }) => isPreferred).length, 1);
    for (const { kind, diagnostics: about } of actions) {
      assert.equal(kind, 'quickfix');
      assert.deepEqual(about, diagnostics);
    }
    await server.apply(actions.find(({ isPreferred }) => isPreferred)?.edit, URI);
    assert.notEqual(server.text(URI), FORGETFUL);
    assert.deepEqual(await server.pull(URI), []);
  });

  it('name the version they are for', async () => {
    await server.open('file:///project/v.ts', FORGETFUL);
    const [action] = await server.actions('file:///project/v.ts', await server.pull('file:///project/v.ts'), ['quickfix']);
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.equal(change.textDocument.version, 1);
  });

  it('fix the whole file at once', async () => {
    const uri = 'file:///project/two.ts';
    await server.open(uri, TWO_FINDINGS);
    assert.equal((await server.pull(uri)).length, 2);
    const actions = await server.actions(uri, [], ['source.fixAll']);
    assert.deepEqual(actions.map(({ kind }) => kind), ['source.fixAll.plusauth']);
    await server.apply(actions[0]?.edit, uri);
    assert.deepEqual(await server.pull(uri), []);
  });

  it('offer the file beside a quick fix when it has more, with the edit on resolve', async () => {
    const uri = 'file:///project/more.ts';
    await server.open(uri, TWO_FINDINGS);
    const [finding] = await server.pull(uri);
    assert.ok(finding);
    const actions = await server.actions(uri, [finding]);
    const all = actions.find(({ kind, edit }) => kind === 'quickfix' && edit === undefined);
    assert.ok(all);
    const resolved = await server.connection.sendRequest<typeof all>('codeAction/resolve', all);
    await server.apply(resolved.edit, uri);
    assert.deepEqual(await server.pull(uri), []);
  });

  it('resolve to no edit when the text has changed since', async () => {
    const uri = 'file:///project/late.ts';
    await server.open(uri, TWO_FINDINGS);
    const [finding] = await server.pull(uri);
    assert.ok(finding);
    const all = (await server.actions(uri, [finding])).find(({ edit }) => edit === undefined);
    assert.ok(all);
    await server.replace(uri, 'export async', 'async');
    assert.equal((await server.connection.sendRequest<typeof all>('codeAction/resolve', all)).edit, undefined);
  });

  it('are none where there is nothing to fix', async () => {
    const uri = 'file:///project/careful.ts';
    await server.open(uri, CAREFUL);
    assert.deepEqual(await server.actions(uri, []), []);
    assert.deepEqual(await server.actions(uri, [], ['source']), []);
  });

  it('come complete to a client that cannot resolve', async () => {
    const plain = await TestServer.start();
    const uri = 'file:///project/plain.ts';
    await plain.open(uri, TWO_FINDINGS);
    const [finding] = await plain.pushed(uri);
    assert.ok(finding);
    const actions = await plain.actions(uri, [finding]);
    assert.ok(actions.length > 1);
    for (const { edit } of actions) assert.ok(edit?.changes?.[uri]);
    await plain.stop();
  });
});

describe('requests of our own', () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start({ capabilities: RICH, configuration: (uri) => (uri.includes('/tr/') ? { language: 'tr' } : {}) });
    await server.open(URI, FORGETFUL);
    await server.open('file:///tr/a.ts', FORGETFUL);
    await server.open('file:///other/b.ts', FOREIGN);
  });
  after(() => server.stop());

  it('say whether PlusAuth was detected, by what, and how many findings there are', async () => {
    const status = await server.ask(statusRequest, { uri: URI });
    assert.equal(status?.speaks, true);
    assert.equal(status?.findings, 1);
    assert.equal(status?.mode, 'auto');
    assert.ok(status?.reason);
    assert.equal(status?.evidence?.start.line, 0);
    assert.notEqual((await server.ask(statusRequest, { uri: 'file:///tr/a.ts' }))?.reason, status?.reason);
    assert.deepEqual({ ...(await server.ask(statusRequest, { uri: 'file:///other/b.ts' })), reason: '' }, { speaks: false, findings: 0, mode: 'auto', reason: '' });
    assert.equal(await server.ask(statusRequest, { uri: 'file:///closed.ts' }), null);
  });

  it('list the errors, in the language of the document', async () => {
    const entries = await server.ask(lookUpRequest, {});
    assert.equal(entries.length, 14);
    assert.deepEqual(entries.find(({ name }) => name === 'server_error')?.status, '5xx');
    const turkish = await server.ask(lookUpRequest, { uri: 'file:///tr/a.ts' });
    assert.notEqual(turkish[0]?.description, entries[0]?.description);
  });

  it('give the card of a name or a status', async () => {
    assert.match((await server.ask(cardRequest, { subject: 'missing_scope' })) ?? '', /401/);
    assert.match((await server.ask(cardRequest, { subject: '401' })) ?? '', /missing_scope[^]*unauthorized_user|unauthorized_user[^]*missing_scope/);
    assert.equal(await server.ask(cardRequest, { subject: 'email_not_verified' }), null);
  });

  it('explain a response', async () => {
    const text = '{ "error": "already_exists", "error_description": "x", "status": "409" }';
    assert.match(await server.ask(explainRequest, { text }), /already_exists/);
  });

  it('insert a handler where one can stand', async () => {
    const uri = 'file:///project/insert.ts';
    const text = FORGETFUL.replace(/ {4}switch[^]*?\n {4}\}\n/, '    \n');
    await server.open(uri, text);
    const line = text.split('\n').findIndex((candidate) => candidate === '    ');
    const inserted = await server.ask(insertHandlerRequest, { uri, position: { line, character: 4 } });
    assert.equal(inserted?.version, 1);
    assert.match(inserted?.edits.at(-1)?.newText ?? '', /already_exists/);
    assert.equal(await server.ask(insertHandlerRequest, { uri: 'file:///closed.ts', position: { line: 0, character: 0 } }), null);
  });
});
