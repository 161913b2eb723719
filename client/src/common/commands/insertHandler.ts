import * as vscode from 'vscode';
import { insertHandlerRequest } from '../../../../server/src/protocol';
import type { Product } from '../extension';
import { isSupported, LANGUAGES } from '../languages';
import { withoutIndentation } from '../text/indentation';

/** PlusAuth: Insert Error Handler, at the cursor, for the call around it. */
export async function insertHandler({ server }: Product): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isSupported(editor.document.languageId)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('A handler can be inserted in these languages: {0}.', LANGUAGES.join(', ')));
    return;
  }
  const { document } = editor;
  const position = editor.selection.active;
  const inserted = await server.ask(insertHandlerRequest, { uri: document.uri.toString(), position: { line: position.line, character: position.character } });
  if (inserted === undefined) return;
  if (inserted === null) {
    const hint = vscode.l10n.t('No handler can stand here. Put the cursor in the body of a catch, or on a line of its own, and run the command again.');
    void vscode.window.showInformationMessage(hint);
    return;
  }
  if (inserted.version !== document.version) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The text has changed meanwhile, so nothing was inserted. Run the command again.'));
    return;
  }
  const edits = inserted.edits.map(({ range, newText }, index) => {
    const place = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
    if (index < inserted.edits.length - 1) return new vscode.TextEdit(place, newText);
    const { text } = document.lineAt(place.start.line);
    const indentation = /^\s*/.exec(text.slice(0, place.start.character))?.[0] ?? '';
    return new vscode.SnippetTextEdit(place, new vscode.SnippetString(withoutIndentation(newText, indentation)));
  });
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits);
  if (!(await vscode.workspace.applyEdit(edit))) void vscode.window.showWarningMessage(vscode.l10n.t('VS Code refused the edit, so nothing was inserted. Is the file read-only?'));
}
