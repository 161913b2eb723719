import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exports } from '../../../client/src/common/extension';
import type { Node } from '../../../client/src/common/views/errors/tree';
import { diagnostics, extension, FORGETFUL, place, reports, show, until, workspaceUri } from './workbench';

const FOLDER = 'find';
const write = (name: string, text: string) => vscode.workspace.fs.writeFile(workspaceUri(`${FOLDER}/${name}`), new TextEncoder().encode(text));

describe('finding errors in a workspace', () => {
  before(async () => write('unopened.ts', FORGETFUL.replace("'invalid_entity'", "'plan_limit_exceeded'")));
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(workspaceUri(FOLDER), { recursive: true });
    await vscode.workspace.fs.delete(workspaceUri('find-from.ts'));
  });

  it('references lead to files that are not open', async () => {
    const editor = await show('find-from.ts', FORGETFUL.replace("'invalid_entity'", "'plan_limit_exceeded'"));
    await diagnostics(editor.document.uri, (seen) => seen.length === 1);
    const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', editor.document.uri, place(editor, "'plan|_limit_exceeded'"));
    for (const name of ['find-from.ts', `${FOLDER}/unopened.ts`]) assert.ok(found.some(({ uri }) => uri.path.endsWith(`/${name}`)), name);
  });

  it('symbols do as well', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'plan_limit');
    assert.ok(found.some(({ name, location }) => name === 'plan_limit_exceeded' && location.uri.path.endsWith(`${FOLDER}/unopened.ts`)));
  });

  it('branches of a handler are highlighted', async () => {
    const editor = await show(`${FOLDER}/shown.ts`, FORGETFUL);
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', editor.document.uri, place(editor, 'swi|tch'));
    assert.deepEqual(found.map(({ range }) => range.start.line), [8, 9, 11]);
  });

  it('the view shows where errors are handled and missing, and stays true', async () => {
    const { errors } = (await extension().activate()) as Exports;
    await vscode.commands.executeCommand('plusauthErrors.findErrors');
    const roots = () => errors.tree.getChildren();
    const places = (name: string, standing: string): string[] => {
      const root = roots().find((node) => node.kind === 'error' && node.name === name);
      const group = root && errors.tree.getChildren(root).find((node) => node.kind === 'group' && node.standing === standing);
      return (group ? errors.tree.getChildren(group) : []).flatMap((node: Node) => (node.kind === 'place' && node.place.uri.includes(`/${FOLDER}/`) ? [node.place.uri.replace(/^.*\//, '')] : []));
    };
    assert.equal(roots().length, 14);
    assert.deepEqual(places('plan_limit_exceeded', 'handled'), ['unopened.ts']);
    assert.deepEqual(places('plan_limit_exceeded', 'missing'), ['shown.ts']);
    for (const root of roots()) assert.ok(errors.tree.getTreeItem(root).accessibilityInformation?.label);
    const changed = (listener: () => void) => errors.tree.onDidChangeTreeData(listener);

    const editor = await vscode.window.showTextDocument(workspaceUri(`${FOLDER}/shown.ts`));
    const at = editor.document.positionAt(editor.document.getText().indexOf('invalid_entity'));
    await editor.edit((edit) => edit.replace(new vscode.Range(at, at.translate(0, 'invalid_entity'.length)), 'plan_limit_exceeded'));
    await until(() => (places('plan_limit_exceeded', 'handled').length === 2 ? true : undefined), changed);
    await editor.document.save();

    await vscode.workspace.fs.delete(workspaceUri(`${FOLDER}/unopened.ts`));
    await until(() => (places('plan_limit_exceeded', 'handled').length === 1 ? true : undefined), changed);
  });

  it('the view shows where logs saw an error, as the last report says, and leads there', async () => {
    const { errors } = (await extension().activate()) as Exports;
    await vscode.commands.executeCommand('plusauthErrors.findErrors');
    const record = (minute: string, name: string) => `2026-03-14T10:${minute}:00Z ERROR PlusAuth answered ${name}\n`;
    await write('seen.log', `PlusAuth client ready\n${record('01', 'invalid_entity')}${record('02', 'missing_scope')}${record('03', 'invalid_entity')}`);
    await vscode.commands.executeCommand('plusauthErrors.analyzeLogs', workspaceUri(`${FOLDER}/seen.log`));

    const group = (name: string): Node | undefined => {
      const root = errors.tree.getChildren().find((node) => node.kind === 'error' && node.name === name);
      return root && errors.tree.getChildren(root).find((node) => node.kind === 'group' && node.standing === 'logged');
    };
    const seen = group('invalid_entity');
    assert.ok(seen);
    const root = errors.tree.getChildren().find((node) => node.kind === 'error' && node.name === 'invalid_entity');
    assert.ok(root);
    assert.match(String(errors.tree.getTreeItem(root).description), /^422 · .*2 logged$/);
    assert.match(errors.tree.getTreeItem(seen).accessibilityInformation?.label ?? '', /^In logs: 2$/);
    const items = errors.tree.getChildren(seen).map((node) => errors.tree.getTreeItem(node));
    assert.deepEqual(items.map(({ label }) => label), ['seen.log:2', 'seen.log:4']);
    assert.ok(items.every(({ description }) => /2026/.test(String(description))));
    const { command } = items[1] ?? assert.fail();
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    const editor = await until(() => vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith('/seen.log')), (listener) => vscode.window.onDidChangeVisibleTextEditors(listener));
    assert.equal(editor.selection.active.line, 3);

    // The next report takes its place, narrowed or not.
    const report = (await reports()).last ?? assert.fail();
    const [bar] = report.analysis.timeline.buckets;
    await report.receive({ type: 'narrow', since: bar?.start, until: (bar?.start ?? 0) + report.analysis.timeline.milliseconds });
    assert.deepEqual([group('invalid_entity'), group('missing_scope')].map((node) => node && errors.tree.getChildren(node).length), [1, undefined]);
  });
});
