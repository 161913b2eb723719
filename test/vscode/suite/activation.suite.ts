import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, extension, output, until, workspaceUri } from './workbench';

/** A line of the output, with its local time. */
const STARTED = /^(?<at>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}).*The language server runs/gm;

// The first suite: the others open what this must not have seen yet.
describe('activation', () => {
  it('starts the server when a TypeScript file is opened; not for plain text, for a manifest that nobody looks at, or by a command that asks nothing', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'PlusAuth answered already_exists' });
    await vscode.window.showTextDocument(document);
    assert.equal((await vscode.workspace.openTextDocument(workspaceUri('package.json'))).languageId, 'json');
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 20));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('plusauthErrors.showOutput');
    assert.equal(extension().isActive, true);
    const before = Date.now();

    const uri = workspaceUri('src/createUser.ts');
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
    await diagnostics(uri, (found) => found.length === 1);
    const { document: log } = await output();
    const starts = await until(
      () => {
        const found = [...log.getText().matchAll(STARTED)];
        return found.length > 0 ? found.map(({ groups }) => Date.parse(groups?.['at'] ?? '')) : undefined;
      },
      (listener) => vscode.workspace.onDidChangeTextDocument(listener),
    );
    assert.equal(starts.length, 1);
    assert.ok(Number(starts[0]) >= before, `started ${starts[0]}, before ${before}`);
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});
