import * as vscode from 'vscode';
import type { Product } from '../extension';

/** PlusAuth: Open an Example: a document of its own with a handler that forgets errors, to try hover, completion and fixes on. */
export async function openExample({ extensionUri }: Product): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'media', 'walkthrough', 'example.ts'));
  const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: new TextDecoder().decode(bytes) });
  await vscode.window.showTextDocument(document);
}
