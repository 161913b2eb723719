import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clipboard, reports, tab, type Report, until, workspaceUri } from './workbench';

const record = (minute: string, error: string, status: number) => `{"time":"2026-03-14T10:${minute}:00Z","level":50,"error":"${error}","error_description":"taken","status":${status},"msg":"POST /api/v1/users failed"}\n`;
const LOG = `PlusAuth client ready\n${record('00', 'already_exists', 409).repeat(3)}${record('05', 'missing_scope', 401)}${record('05', 'already_exists', 400)}`;
/** A line that names PlusAuth, and a record with `missing_scope`, compressed. */
const GZIP = 'H4sIAAAAAAAAAwvIKS12LC3JUEjOyUzNK1EoSk1MqeQyMjAy0zUw1jU0CTE0sDIAoSgF16Ag/yCF3Mzi4sy89Pji5PyCVCuF8qLMklSr0uLUIoVqpeKSxJLSYiUrEwPDWi4AFgd5v1oAAAA=';

const bytes = (text: string) => new TextEncoder().encode(text);
const write = async (name: string, content: Uint8Array) => {
  const uri = workspaceUri(name);
  await vscode.workspace.fs.writeFile(uri, content);
  return uri;
};

const analyze = async (...uris: readonly vscode.Uri[]): Promise<Report> => {
  await vscode.commands.executeCommand('plusauthErrors.analyzeLogs', uris[0], uris.length > 1 ? uris : undefined);
  return (await reports()).last ?? assert.fail('there is a report');
};

const shown = (label: string) => until(
  () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(label)),
  (listener) => vscode.window.onDidChangeVisibleTextEditors(listener),
);

describe('reports on logs', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('count what a log holds, in a page of their own', async () => {
    const { analysis, html } = await analyze(await write('shop.log', bytes(LOG)));
    assert.deepEqual(analysis.kinds.map(({ key, count }) => [key, count]), [['already_exists', 4], ['missing_scope', 1]]);
    assert.equal(analysis.contradictions.count, 1);
    assert.ok((await tab('Errors in shop.log')).input instanceof vscode.TabInputWebview);
    assert.match(html, /5 errors in 5 records/);
  });

  it('narrow to a bar of the timeline, and go back', async () => {
    const report = await analyze(await write('shop.log', bytes(LOG)));
    const [bar] = report.analysis.timeline.buckets;
    assert.ok(bar);
    await report.receive({ type: 'narrow', since: bar.start, until: bar.start + report.analysis.timeline.milliseconds });
    assert.deepEqual(report.analysis.kinds.map(({ key, count }) => [key, count]), [['already_exists', 3]]);
    assert.match(report.html, /data-first/);
    await report.receive({ type: 'back' });
    assert.equal(report.analysis.events, 5);
  });

  it('open the file at a record', async () => {
    const report = await analyze(await write('shop.log', bytes(LOG)));
    await report.receive({ type: 'open', list: 'contradictions', place: 0 });
    const editor = await shown('/shop.log');
    assert.deepEqual([editor.selection.active.line, editor.selection.active.character], [5, 0]);
  });

  it('open the record where the file is compressed', async () => {
    const packed = Array.from(atob(GZIP), (char) => char.charCodeAt(0));
    // What is appended to a compressed log is compressed by itself.
    const report = await analyze(await write('old.log.gz', Uint8Array.from([...packed, ...packed, ...packed])));
    assert.deepEqual([report.analysis.events, report.analysis.lines, report.analysis.skipped.length], [3, 6, 0]);
    await report.receive({ type: 'open', list: 'kind', kind: 0, place: 0 });
    const { document } = await shown('/old.log.gz:2.log');
    assert.match(document.getText(), /^2026-03-14T10:00:00Z ERROR missing_scope: write:user/);
  });

  it('open the card of a name', async () => {
    const report = await analyze(await write('shop.log', bytes(LOG)));
    await report.receive({ type: 'card', kind: 1 });
    await tab('missing_scope · 401');
  });

  it('copy the query that finds a name elsewhere (Copy Log Query)', async () => {
    const report = await analyze(await write('shop.log', bytes(LOG)));
    await report.receive({ type: 'query', kind: 1, engine: 'rg' });
    assert.equal(await clipboard(), "rg -z -w -F -e 'missing_scope' app.log");
  });

  it('take several files and folders, and leave what is no message of theirs', async () => {
    const folder = vscode.Uri.joinPath(await write('logs/a.log', bytes(LOG)), '..');
    await write('logs/b.jsonl', bytes(record('07', 'server_error', 503)));
    const report = await analyze(folder, await write('shop.log', bytes(LOG)));
    assert.deepEqual([report.analysis.files.length, report.analysis.events], [3, 11]);
    await report.receive({ type: 'open', list: 'kind', kind: 99, place: 0 });
    await report.receive('nonsense');
    assert.match(report.html, /Errors in 3 logs/);
  });

  it('are exported as the command line prints them', async () => {
    const report = await analyze(await write('shop.log', bytes(LOG)));
    await report.export('json', workspaceUri('report.json'));
    await report.export('csv', workspaceUri('report.csv'));
    const read = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceUri(name)));
    const { byName, records } = JSON.parse(await read('report.json')) as { byName: object; records: number };
    assert.deepEqual([byName, records], [{ already_exists: 4, missing_scope: 1 }, 5]);
    assert.equal((await read('report.csv')).split('\r\n')[1], '2026-03-14T10:00:00.000Z,already_exists,,3');
  });

  it('say so when there is nothing', async () => {
    const { html } = await analyze(await write('quiet.log', bytes('')));
    assert.match(html, /There are no PlusAuth errors in these logs/);
  });
});
