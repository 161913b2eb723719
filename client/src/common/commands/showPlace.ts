import * as vscode from 'vscode';
import type { Product } from '../extension';
import type { Node } from '../views/errors/tree';

/** Shows a place of the view, in code or in a log. The view alone calls it. */
export async function showPlace({ records }: Product, node?: unknown): Promise<void> {
  const chosen = node as Node | undefined;
  if (chosen?.kind === 'record') return records.open(vscode.Uri.parse(chosen.uri), chosen.place);
  if (chosen?.kind !== 'place') return;
  const { start, end } = chosen.place.range;
  await vscode.window.showTextDocument(vscode.Uri.parse(chosen.place.uri), { preview: true, selection: new vscode.Range(start.line, start.character, end.line, end.character) });
}
