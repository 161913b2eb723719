import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, FORGETFUL, until } from './workbench';

const { Error: ERROR, Warning: WARNING } = vscode.DiagnosticSeverity;
const folderOf = (index: number): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[index];
  assert.ok(folder, `the workspace has a folder ${index}`);
  return folder.uri;
};
const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
const show = async (folder: vscode.Uri): Promise<vscode.Uri> => {
  const uri = vscode.Uri.joinPath(folder, 'forgetful.ts');
  await write(uri, FORGETFUL);
  await vscode.window.showTextDocument(uri, { preview: false });
  return uri;
};
const severity = (uri: vscode.Uri, wanted: vscode.DiagnosticSeverity) => diagnostics(uri, (found) => found.length === 1 && found[0]?.severity === wanted);

describe('a workspace of several folders', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has the settings and the context of each folder', async () => {
    const [web, mobile] = [await show(folderOf(0)), await show(folderOf(1))];
    await severity(web, WARNING);
    await severity(mobile, WARNING);
    const set = async (uri: vscode.Uri, name: string, value: string | undefined) =>
      vscode.workspace.getConfiguration('plusauthErrors', uri).update(name, value, vscode.ConfigurationTarget.WorkspaceFolder);
    await set(web, 'severity.unhandledError', 'error');
    await severity(web, ERROR);
    await severity(mobile, WARNING);
    await set(mobile, 'context', 'never');
    await diagnostics(mobile, (found) => found.length === 0);
    await severity(web, ERROR);
    await set(web, 'severity.unhandledError', undefined);
    await set(mobile, 'context', undefined);
    await severity(web, WARNING);
    await severity(mobile, WARNING);
  });

  it('follows when a folder is added and removed while it is open', async () => {
    const folder = vscode.Uri.joinPath(folderOf(0), '../third');
    await write(vscode.Uri.joinPath(folder, '.vscode/settings.json'), JSON.stringify({ 'plusauthErrors.severity.unhandledError': 'error' }));
    const uri = await show(folder);
    await severity(uri, WARNING);
    const count = vscode.workspace.workspaceFolders?.length ?? 0;
    const settled = (wanted: number) =>
      until(() => (vscode.workspace.workspaceFolders?.length === wanted ? true : undefined), (listener) => vscode.workspace.onDidChangeWorkspaceFolders(listener));
    assert.ok(vscode.workspace.updateWorkspaceFolders(count, 0, { uri: folder }));
    await settled(count + 1);
    await severity(uri, ERROR);
    assert.ok(vscode.workspace.updateWorkspaceFolders(count, 1));
    await settled(count);
    await severity(uri, WARNING);
  });
});
