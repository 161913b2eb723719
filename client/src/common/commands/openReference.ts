import * as vscode from 'vscode';
import { textLanguage } from '../editor';

/** PlusAuth: Open Error Reference. PlusAuth's page, in the language of the texts. */
export function openReference(): Thenable<boolean> {
  const language = textLanguage(vscode.window.activeTextEditor?.document.uri);
  return vscode.env.openExternal(vscode.Uri.parse(`https://docs.plusauth.com/${language}/api/core/errors`));
}
