import * as vscode from 'vscode';
import type { Product } from '../extension';

/** PlusAuth: Restart Language Server */
export async function restartServer({ server }: Product): Promise<void> {
  if (await server.restart()) vscode.window.setStatusBarMessage(vscode.l10n.t('The PlusAuth language server was restarted.'), 4000);
}
