import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clipboard, diagnostics, extension, FORGETFUL, output, place, show, tab } from './workbench';

const run = (name: string, ...args: unknown[]) => vscode.commands.executeCommand(`plusauthErrors.${name}`, ...args);
const select = (editor: vscode.TextEditor, text: string) => (editor.selection = new vscode.Selection(place(editor, `|${text}`), place(editor, `${text}|`)));

describe('palette commands', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are all there', async () => {
    await extension().activate();
    const manifest = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).filter((command) => !known.includes(command)), []);
  });

  it('Look Up opens the card of what is under the cursor, beside the code', async () => {
    const editor = await show('src/forgetful.ts', FORGETFUL);
    editor.selection = new vscode.Selection(place(editor, "'invalid|_entity'"), place(editor, "'invalid|_entity'"));
    await run('lookUp');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const card = await tab('invalid_entity · 422');
    assert.ok(card.input instanceof vscode.TabInputWebview);
    assert.equal(card.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
  });

  it('Look Up takes an error to show without asking', async () => {
    await run('lookUp', '503');
    await tab('server_error · 5xx');
  });

  it('Explain shows what a selected response means', async () => {
    const body = '{ "error": "already_exists", "status": "400" }';
    const editor = await show('src/response.ts', `// ${body}\n`);
    select(editor, body);
    await run('explainResponse');
    await tab('Error Response');
  });

  it('Explain takes the clipboard without a selection', async () => {
    await show('src/empty.ts', '');
    await vscode.env.clipboard.writeText('{ "error": "too_many_requests", "status": 429 }');
    await run('explainResponse');
    await tab('Error Response');
  });

  it('Insert Error Handler fills the catch around the cursor', async () => {
    const text = FORGETFUL.replace(/ {4}const e [^]*?\n {4}\}\n/, '    \n');
    const editor = await show('src/insert.ts', text);
    const line = text.split('\n').indexOf('    ');
    editor.selection = new vscode.Selection(line, 4, line, 4);
    await run('insertHandler');
    const inserted = editor.document.getText();
    assert.match(inserted, /already_exists/);
    assert.doesNotMatch(inserted, /\$\{?\d/);
    await diagnostics(editor.document.uri, (found) => found.length === 0);
  });

  it('Copy Log Query takes an error and an engine, and the fields of the folder', async () => {
    const configuration = vscode.workspace.getConfiguration('plusauthErrors', vscode.workspace.workspaceFolders?.[0]?.uri ?? null);
    await run('copyLogQuery', 'already_exists', 'kql');
    assert.equal(await clipboard(), 'error: "already_exists"');
    // What the view of errors gives: the node that the menu was opened at.
    await run('copyLogQuery', { name: 'missing_scope' }, 'kql');
    assert.equal(await clipboard(), 'error: "missing_scope"');
    await configuration.update('logs.fields', { status: 'http.status' }, vscode.ConfigurationTarget.Workspace);
    await run('copyLogQuery', '5xx', 'datadog');
    await configuration.update('logs.fields', undefined, vscode.ConfigurationTarget.Workspace);
    assert.equal(await clipboard(), '@http.status:[500 TO 599]');
  });

  it('Restart brings the server back', async () => {
    const editor = await show('src/forgetful.ts', FORGETFUL);
    await diagnostics(editor.document.uri, (found) => found.length === 1);
    await run('restartServer');
    await diagnostics(editor.document.uri, (found) => found.length === 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, place(editor, "'already|_exists'"));
    assert.ok(hovers.length > 0);
  });

  it('Show Output shows it', async () => {
    assert.ok(await output());
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('the folder’s setting is switched, and findings follow at once', async () => {
    const editor = await show('src/forgetful.ts', FORGETFUL);
    const { uri } = editor.document;
    await diagnostics(uri, (found) => found.length === 1);
    const context = () => vscode.workspace.getConfiguration('plusauthErrors', uri).inspect<string>('context');
    await run('chooseContext', 'never');
    assert.equal(context()?.workspaceFolderValue ?? context()?.workspaceValue, 'never');
    await diagnostics(uri, (found) => found.length === 0);
    await run('chooseContext', 'auto');
    await diagnostics(uri, (found) => found.length === 1);
  });

  it('a rule’s severity applies at once', async () => {
    const { document } = await show('src/forgetful.ts', FORGETFUL);
    await diagnostics(document.uri, (found) => found.length === 1);
    const configuration = vscode.workspace.getConfiguration('plusauthErrors', document.uri);
    await configuration.update('severity.unhandledError', 'error', vscode.ConfigurationTarget.Workspace);
    await diagnostics(document.uri, ([first]) => first?.severity === vscode.DiagnosticSeverity.Error);
    await configuration.update('severity.unhandledError', undefined, vscode.ConfigurationTarget.Workspace);
    await diagnostics(document.uri, ([first]) => first?.severity === vscode.DiagnosticSeverity.Warning);
  });
});
