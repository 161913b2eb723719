import * as vscode from 'vscode';
import type { Product } from '../extension';

/**
 * PlusAuth: Analyze Log File…
 * @param clicked what a menu was opened on
 * @param selected all that is selected in the explorer
 */
export async function analyzeLogs({ reports }: Product, clicked?: unknown, selected?: unknown): Promise<void> {
  const many = Array.isArray(selected) ? selected.filter((each) => each instanceof vscode.Uri) : [];
  const uris = many.length > 0 ? many : clicked instanceof vscode.Uri ? [clicked] : await ask();
  if (uris && uris.length > 0) await reports.make(uris);
}

/** A file in the active tab is offered even where it is too large for extensions. */
function activeFile(): vscode.Uri | undefined {
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof vscode.TabInputText ? input.uri : undefined;
  return uri && !['untitled', 'output'].includes(uri.scheme) ? uri : undefined;
}

async function ask(): Promise<readonly vscode.Uri[] | undefined> {
  const active = activeFile();
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const choose = (folders: boolean) => () =>
    vscode.window.showOpenDialog({
      canSelectFiles: !folders,
      canSelectFolders: folders,
      canSelectMany: true,
      openLabel: vscode.l10n.t('Analyze'),
      ...(folder && { defaultUri: folder.uri }),
    });
  // One dialog cannot choose both everywhere.
  const items: readonly (vscode.QuickPickItem & { readonly choose: () => Thenable<readonly vscode.Uri[] | undefined> })[] = [
    ...(active ? [{ label: vscode.workspace.asRelativePath(active), description: vscode.l10n.t('the file in front'), choose: () => Promise.resolve([active]) }] : []),
    { label: vscode.l10n.t('Files…'), detail: vscode.l10n.t('Plain or gzip, of any size.'), choose: choose(false) },
    { label: vscode.l10n.t('Folder…'), detail: vscode.l10n.t('Everything in it that is called like a log.'), choose: choose(true) },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which logs?') }))?.choose();
}
