import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exports } from '../../../client/src/common/extension';
import { MemoryFiles } from './memoryFiles';
import { cancelProgress, diagnostics, extension, FORGETFUL, place, reports, until } from './workbench';

const SCHEME = 'acme-memory';
const uriOf = (path: string) => vscode.Uri.from({ scheme: SCHEME, authority: 'acme', path });
/** Nothing in it names PlusAuth: only its project can tell. */
const UNNAMED = FORGETFUL.replace(/^import.*$/m, '').replaceAll('PlusAuthRestClient', 'Client').replaceAll('PlusAuthRestError', 'RestError').replaceAll('plusAuth', 'client');

describe('in a virtual file system', () => {
  const files = new MemoryFiles({
    '/admin/package.json': JSON.stringify({ dependencies: { '@plusauth/plusauth-rest-js': '^1.0.0' } }),
    '/admin/src/unnamed.ts': UNNAMED,
    '/admin/src/forgetful.ts': FORGETFUL,
    '/stop/b.ts': FORGETFUL,
    '/stop/later/c.ts': FORGETFUL,
    '/other/package.json': '{}',
    '/logs/app.log': 'PlusAuth client ready\n2026-03-14T10:00:00Z ERROR missing_scope: write:user\n',
    '/logs/old/app.log.1': '2026-03-13T10:00:00Z ERROR PlusAuth answered missing_scope\n',
    '/other/src/unnamed.ts': UNNAMED,
  });
  let registered: vscode.Disposable;
  before(() => (registered = vscode.workspace.registerFileSystemProvider(SCHEME, files)));
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    registered.dispose();
  });
  const open = async (path: string) => vscode.window.showTextDocument(uriOf(path), { viewColumn: vscode.ViewColumn.One });

  it('a file that names PlusAuth has findings and cards', async () => {
    const editor = await open('/admin/src/forgetful.ts');
    await diagnostics(editor.document.uri, (found) => found.length === 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, place(editor, "'already|_exists'"));
    assert.ok(hovers.some(({ contents }) => contents.some((content) => (typeof content === 'string' ? content : content.value).includes('409'))));
  });

  it('a project is known by its manifest', async () => {
    const { document } = await open('/admin/src/unnamed.ts');
    await diagnostics(document.uri, (found) => found.length === 1);
    assert.ok(files.read.has('/admin/package.json'));
  });

  it('logs are analyzed, and a record of theirs is opened', async () => {
    const before = (await reports()).last;
    await vscode.commands.executeCommand('plusauthErrors.analyzeLogs', uriOf('/logs'));
    const report = (await reports()).last;
    assert.ok(report && report !== before);
    assert.deepEqual(report.analysis.files, [uriOf('/logs/app.log').toString(), uriOf('/logs/old/app.log.1').toString()]);
    assert.deepEqual([report.analysis.events, report.analysis.skipped], [2, []]);
    await report.receive({ type: 'open', list: 'kind', kind: 0, place: 0 });
    const editor = await until(() => vscode.window.visibleTextEditors.find(({ document }) => document.uri.path === '/logs/app.log'), (listener) => vscode.window.onDidChangeVisibleTextEditors(listener));
    assert.equal(editor.selection.active.line, 1);
  });

  it('an analysis whose notification is cancelled ends at once, and shows nothing', async () => {
    const before = (await reports()).last;
    let release: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      files.beforeReading = (path) => {
        resolve();
        return path.startsWith('/logs/') ? new Promise<void>((done) => (release = done)) : undefined;
      };
    });
    const running = vscode.commands.executeCommand('plusauthErrors.analyzeLogs', uriOf('/logs/app.log'));
    await asked;
    await cancelProgress(running);
    assert.equal((await reports()).last, before);
    files.beforeReading = undefined;
    release();
    // The server has nothing left to do: it answers the next one.
    await vscode.commands.executeCommand('plusauthErrors.analyzeLogs', uriOf('/logs/app.log'));
    assert.notEqual((await reports()).last, before);
  });

  it('a search for the view ends at once when it is stopped, and what it found stays', async () => {
    const { errors } = (await extension().activate()) as Exports;
    const folders = vscode.workspace.workspaceFolders?.length ?? 0;
    const held = new Promise<() => void>((resolve) => {
      files.beforeReading = (path) => (path === '/stop/b.ts' ? new Promise<void>((done) => resolve(done)) : undefined);
    });
    const added = until(() => (vscode.workspace.workspaceFolders?.length === folders ? undefined : true), (listener) => vscode.workspace.onDidChangeWorkspaceFolders(listener));
    assert.ok(vscode.workspace.updateWorkspaceFolders(folders, 0, { uri: uriOf('/stop') }));
    await added;
    const filling = vscode.commands.executeCommand('plusauthErrors.findErrors');
    const release = await held;
    await vscode.commands.executeCommand('plusauthErrors.cancelFind');
    await filling;
    assert.ok(errors.tree.isFilled);
    assert.ok(errors.tree.places.of('already_exists', 'handled').length > 0);
    assert.ok(!files.read.has('/stop/later/c.ts'));
    files.beforeReading = undefined;
    release();
    await vscode.commands.executeCommand('plusauthErrors.findErrors');
    assert.ok(errors.tree.places.of('already_exists', 'handled').some(({ uri }) => uri.endsWith('/stop/later/c.ts')));
    vscode.workspace.updateWorkspaceFolders(folders, 1);
  });

  it('a project that is another one’s is left alone', async () => {
    const { document } = await open('/other/src/unnamed.ts');
    // When the manifest was read, and findings come for the next file, those of this one have been decided.
    await diagnostics((await open('/admin/src/unnamed.ts')).document.uri, (found) => found.length === 1);
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(10, 16));
    assert.ok(files.read.has('/other/package.json'));
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'PlusAuth'), []);
  });
});
