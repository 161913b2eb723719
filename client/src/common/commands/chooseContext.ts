import * as vscode from 'vscode';
import { SECTION, type ContextMode } from '../../../../server/src/protocol';
import type { Product } from '../extension';

/**
 * PlusAuth: Choose When to Check…, for the folder of a document.
 * @param chosen a mode that is set without asking
 */
export async function chooseContext(_product: Product, chosen?: unknown): Promise<void> {
  const resource = vscode.window.activeTextEditor?.document.uri;
  const folder = resource && vscode.workspace.getWorkspaceFolder(resource);
  const configuration = vscode.workspace.getConfiguration(SECTION, resource ?? null);
  const current = configuration.get<ContextMode>('context', 'auto');
  const choices: readonly (vscode.QuickPickItem & { readonly mode: ContextMode })[] = [
    { mode: 'auto', label: vscode.l10n.t('Automatic'), detail: vscode.l10n.t('Speak where the code or its project names PlusAuth.') },
    { mode: 'always', label: vscode.l10n.t('Always'), detail: vscode.l10n.t('Take every file of this folder for code against PlusAuth.') },
    { mode: 'never', label: vscode.l10n.t('Never'), detail: vscode.l10n.t('Be silent in this folder.') },
  ];
  const direct = choices.find(({ mode }) => mode === chosen);
  const items = choices.map((choice) => (choice.mode === current ? { ...choice, description: vscode.l10n.t('current') } : choice));
  const title = folder ? vscode.l10n.t('When to check code in {0}', folder.name) : vscode.l10n.t('When to check code');
  const mode = (direct ?? (await vscode.window.showQuickPick(items, { title })))?.mode;
  if (mode === undefined || mode === current) return;
  await configuration.update('context', mode, folder ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Global);
}
