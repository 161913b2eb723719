import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('happens when a TypeScript file is opened', async () => {
    const extension = vscode.extensions.getExtension('plusauth-errors.plusauth-errors');
    assert.ok(extension, 'the extension is known to VS Code');
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder, 'the example workspace is open');
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, 'src/createUser.ts'));
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
