import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { UNSETTLED } from '../../lsp/samples';
import { diagnostics, FORGETFUL, place, show } from './workbench';

const codeOf = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? code.value : code);

describe('in a TypeScript file', () => {
  let editor: vscode.TextEditor;
  beforeEach(async () => (editor = await show('src/forgetful.ts', FORGETFUL)));
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('an error name has its card', async () => {
    await diagnostics(editor.document.uri, (found) => found.length === 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, place(editor, "'already|_exists'"));
    const texts = hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)));
    const card = texts.find((text) => text.includes('already_exists'));
    assert.match(card ?? '', /409/);
    assert.match(card ?? '', /Provided resource already exists\./);
  });

  it('a switch that forgets errors is underlined, with a page that explains why', async () => {
    const [finding] = await diagnostics(editor.document.uri, (found) => found.length === 1);
    assert.ok(finding);
    assert.equal(codeOf(finding), 'unhandled-error');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok(editor.document.getText(finding.range).startsWith('switch'));
    assert.ok(typeof finding.code === 'object');
    const page = await vscode.workspace.openTextDocument(finding.code.target);
    assert.match(page.getText(), /unhandled-error/);
  });

  it('its fix fills it', async () => {
    const [finding] = await diagnostics(editor.document.uri, (found) => found.length === 1);
    assert.ok(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', editor.document.uri, finding.range, vscode.CodeActionKind.QuickFix.value);
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred.length, 1);
    const [fix] = preferred;
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(editor.document.getText(), /default/);
    await diagnostics(editor.document.uri, (found) => found.length === 0);
  });

  it('“fix all” works as on save', async () => {
    await diagnostics(editor.document.uri, (found) => found.length === 1);
    // By our own kind, as `editor.codeActionsOnSave` names it: TypeScript offers a “fix all” of its own.
    await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.plusauth', apply: 'first' });
    await diagnostics(editor.document.uri, (found) => found.length === 0);
  });

  it('findings follow what is typed', async () => {
    await diagnostics(editor.document.uri, (found) => found.length === 1);
    const end = place(editor, "return 'invalid';|");
    await editor.edit((edit) => edit.insert(end, '\n      default:\n        throw e;'));
    await diagnostics(editor.document.uri, (found) => found.length === 0);
  });

  it('a case label completes to the names that are not handled yet', async () => {
    await editor.edit((edit) => edit.insert(place(editor, "|case 'invalid_entity'"), "case '':\n      "));
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, place(editor, "case '|':"), "'", 20);
    const ours = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.EnumMember);
    const labels = ours.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.equal(labels.length, 14);
    const { documentation } = ours.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'entity_not_found') ?? {};
    assert.match(documentation instanceof vscode.MarkdownString ? documentation.value : '', /404/);
  });
});

describe('in any kind of document', () => {
  it('a file that was never saved is checked as well', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: FORGETFUL });
    await vscode.window.showTextDocument(document);
    await diagnostics(document.uri, (found) => found.length === 1);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('what the last keystroke left unsure is looked at again when nobody types', async () => {
    const { before, typed, behind } = UNSETTLED;
    const editor = await show('src/Unsettled.kt', before + behind);
    // Its answer says that the server has read the text.
    await vscode.commands.executeCommand('vscode.executeHoverProvider', editor.document.uri, editor.document.positionAt(0));
    await diagnostics(editor.document.uri, (found) => found.length === 0);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(before.length), typed));
    await diagnostics(editor.document.uri, (found) => found.length === 1);
  });

  it('the script of a Vue file is checked', async () => {
    const editor = await show('src/Forgetful.vue', `<script setup lang="ts">\n${FORGETFUL}</script>\n<template><p>{{ 1 }}</p></template>\n`);
    // A bare VS Code knows no .vue files: the extension brings the language's name.
    const { document } = editor;
    assert.equal(document.languageId, 'vue');
    await diagnostics(document.uri, (found) => found.length === 1);
  });
});
