import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, extension, output, until, workspaceUri } from './workbench';

const STARTED = /The language server runs/;

// The first suite: the others open what these must not have seen yet.
describe('activation', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closePanel'));

  it('starts no server for plain text, for a manifest that nobody looks at, or by a command that asks nothing', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'PlusAuth answered already_exists' });
    await vscode.window.showTextDocument(document);
    assert.equal((await vscode.workspace.openTextDocument(workspaceUri('package.json'))).languageId, 'json');
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 20));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const log = await output();
    assert.equal(extension().isActive, true);
    assert.doesNotMatch(log.document.getText(), STARTED);
  });

  it('starts the server when a TypeScript file is opened', async () => {
    const { document } = await output();
    const uri = workspaceUri('src/createUser.ts');
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
    await diagnostics(uri, (found) => found.length === 1);
    await until(() => (STARTED.test(document.getText()) ? true : undefined), (listener) => vscode.workspace.onDidChangeTextDocument(listener));
  });
});
