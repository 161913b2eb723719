import * as vscode from 'vscode';
import { explainRequest } from '../../../../server/src/protocol';
import { aboutActiveDocument, textLanguage } from '../editor';
import type { Product } from '../extension';

/** Longest text that is explained, in UTF-16 code units: a response is far shorter, and a whole log is not what was meant. */
const MAX_LENGTH = 1_000_000;

/** PlusAuth: Explain Error Response… of the selection, or else of the clipboard. */
export async function explainResponse({ server, cards }: Product): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor === undefined ? '' : editor.document.getText(editor.selection);
  const text = selected.trim() === '' ? await vscode.env.clipboard.readText() : selected;
  if (text.trim() === '') {
    const hint = vscode.l10n.t('There is nothing to explain. Select an error response in the editor, or copy one to the clipboard, and run the command again.');
    void vscode.window.showInformationMessage(hint);
    return;
  }
  if (text.length > MAX_LENGTH) {
    const hint = vscode.l10n.t('This text is too long for one response ({0} characters). Select only the response, and run the command again.', text.length);
    void vscode.window.showWarningMessage(hint);
    return;
  }
  const markdown = await server.ask(explainRequest, { text, ...aboutActiveDocument() });
  if (markdown) await cards.show(vscode.l10n.t('Error Response'), markdown, textLanguage(editor?.document.uri));
}
