import * as vscode from 'vscode';
import { textLanguage } from '../editor';
import { referenceUrl } from '../text/reference';

/** PlusAuth: Open Error Reference, in the language of the texts. */
export function openReference(): Thenable<boolean> {
  return vscode.env.openExternal(vscode.Uri.parse(referenceUrl(textLanguage(vscode.window.activeTextEditor?.document.uri))));
}
