import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MemoryFiles } from './memoryFiles';
import { diagnostics, FORGETFUL, place } from './workbench';

const SCHEME = 'acme-memory';
const uriOf = (path: string) => vscode.Uri.from({ scheme: SCHEME, authority: 'acme', path });
/** Nothing in it names PlusAuth: only its project can tell. */
const UNNAMED = FORGETFUL.replace(/^import.*$/m, '').replaceAll('PlusAuthRestClient', 'Client').replaceAll('PlusAuthRestError', 'RestError').replaceAll('plusAuth', 'client');

describe('in a virtual file system', () => {
  const files = new MemoryFiles({
    '/admin/package.json': JSON.stringify({ dependencies: { '@plusauth/plusauth-rest-js': '^1.0.0' } }),
    '/admin/src/unnamed.ts': UNNAMED,
    '/admin/src/forgetful.ts': FORGETFUL,
    '/other/package.json': '{}',
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

  it('a project that is another one’s is left alone', async () => {
    const { document } = await open('/other/src/unnamed.ts');
    // When the manifest was read, and findings come for the next file, those of this one have been decided.
    await diagnostics((await open('/admin/src/unnamed.ts')).document.uri, (found) => found.length === 1);
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(10, 16));
    assert.ok(files.read.has('/other/package.json'));
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'PlusAuth'), []);
  });
});
