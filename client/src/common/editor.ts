import * as vscode from 'vscode';
import { SECTION } from '../../../server/src/protocol';

/** The document people look at, for requests whose answer depends on its settings. */
export function aboutActiveDocument(): { readonly uri?: string } {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri === undefined ? {} : { uri: uri.toString() };
}

/** Language of the product's texts where `resource` is: the setting, or the editor's own language. */
export function textLanguage(resource?: vscode.Uri): 'en' | 'tr' {
  const setting = vscode.workspace.getConfiguration(SECTION, resource ?? null).get<string>('language');
  return (setting === 'en' || setting === 'tr' ? setting : vscode.env.language).startsWith('tr') ? 'tr' : 'en';
}

/** The name or status that a command was given: by itself, or by the node of a view that the command was chosen at. */
export function subjectOf(given: unknown): string | undefined {
  const subject: unknown = typeof given === 'object' && given !== null && 'name' in given ? given.name : given;
  return typeof subject === 'string' ? subject : undefined;
}

/** The selection, or else the word at the cursor; empty without either. */
export function selectionOrWord(editor: vscode.TextEditor | undefined): string {
  if (editor === undefined) return '';
  const { document, selection } = editor;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active, /\w+/) : selection;
  return range === undefined ? '' : document.getText(range).trim();
}
