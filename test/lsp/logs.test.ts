import assert from 'node:assert/strict';
import type { DocumentLink, MarkupContent } from 'vscode-languageserver/node';
import { recordLinksRequest, statusRequest } from '../../server/src/protocol';
import { TestServer } from './testServer';

const URI = 'file:///project/app.log';
const LOG = `PlusAuth client ready
{"level":50,"method":"POST","url":"https://acme.plusauth.com/api/v1/users","error":"already_exists","error_description":"taken","status":400}
{"level":30,"msg":"ok"}
`;

describe('logs', () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start({ capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } } });
    await server.open(URI, LOG, 'log');
  });
  after(() => server.stop());

  it('answer hovers with what the record says', async () => {
    const hover = await server.hover(URI, 'already|_exists');
    const { value } = hover?.contents as MarkupContent;
    assert.match(value, /409/);
    assert.match(value, /taken/);
    assert.match(value, /POST acme\.plusauth\.com\/api\/v1\/users/);
    assert.equal(hover?.range?.start.line, 1);
  });

  it('link names to the reference', async () => {
    const links = await server.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: URI } });
    assert.deepEqual(links.map(({ target, range }) => [target, range.start.line]), [['https://docs.plusauth.com/en/api/core/errors', 1]]);
  });

  it('show contradictions, and count them for the status item', async () => {
    const found = await server.pull(URI);
    assert.deepEqual(found.map(({ code, range }) => [code, range.start.line]), [['status-mismatch', 1]]);
    const status = await server.ask(statusRequest, { uri: URI });
    assert.deepEqual([status?.speaks, status?.findings], [true, 1]);
  });

  it('follow what is written to them', async () => {
    await server.replace(URI, '{"level":30,"msg":"ok"}', '{"level":50,"error":"missing_scope","error_description":"write:user","status":403}');
    assert.equal((await server.pull(URI)).length, 2);
    assert.match(((await server.hover(URI, 'missing|_scope'))?.contents as MarkupContent).value, /write:user/);
  });

  it('of a terminal have links with their cards', async () => {
    const text = "  \u25b6 PlusAuthRestError: missing_scope { status: 401, error_description: 'write:user' }";
    const links = await server.ask(recordLinksRequest, { text });
    assert.deepEqual(links.map(({ start, length, name }) => [text.slice(start, start + length), name]), [['missing_scope', 'missing_scope']]);
    assert.match(links[0]?.card ?? '', /write:user/);
    assert.deepEqual(await server.ask(recordLinksRequest, { text: 'upload: already_exists' }), []);
    assert.deepEqual(await server.connection.sendRequest(recordLinksRequest.name, { text: 7 }), []);
  });
});
