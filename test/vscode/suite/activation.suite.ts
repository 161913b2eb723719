import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, extension, output, until, workspaceUri } from './workbench';

const STARTED = /The language server runs/;

// The first suite: the others open what these must not have seen yet.
describe('activation', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closePanel'));

  it('does not happen when a plain text file is opened, whatever it says', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'PlusAuth answered already_exists' });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 20));
    assert.equal(extension().isActive, false);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('happens by a command, which starts no server unless it asks one', async () => {
    const { document } = await output();
    assert.equal(extension().isActive, true);
    assert.doesNotMatch(document.getText(), STARTED);
  });

  it('starts the server when a TypeScript file is opened', async () => {
    const { document } = await output();
    const uri = workspaceUri('src/createUser.ts');
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
    await diagnostics(uri, (found) => found.length === 1);
    await until(() => (STARTED.test(document.getText()) ? true : undefined), (listener) => vscode.workspace.onDidChangeTextDocument(listener));
  });
});
