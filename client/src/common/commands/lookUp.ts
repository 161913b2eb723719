import * as vscode from 'vscode';
import { cardRequest, lookUpRequest, type LookUpEntry } from '../../../../server/src/protocol';
import { aboutActiveDocument, selectionOrWord, subjectOf, textLanguage } from '../editor';
import type { Product } from '../extension';
import { search } from '../text/search';

type Item = vscode.QuickPickItem & LookUpEntry;

/**
 * PlusAuth: Look Up Error… The list opens with what is selected or under the cursor, where that finds something.
 * @param wanted a name or status whose card is shown without asking, for key bindings and the view of errors
 */
export async function lookUp(product: Product, wanted?: unknown): Promise<void> {
  const about = aboutActiveDocument();
  const entries = await product.server.ask(lookUpRequest, about);
  if (entries === undefined) return;
  // Filtering is ours: VS Code's own takes İ and ı for other letters, and knows no keywords.
  const items: Item[] = entries.map((entry) => ({ ...entry, label: entry.name, description: entry.status, detail: entry.description, alwaysShow: true }));
  const resource = vscode.window.activeTextEditor?.document.uri;
  const name = subjectOf(wanted);
  const [direct] = name === undefined ? [] : search(items, name);
  if (direct !== undefined) return open(product, direct, resource);
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = vscode.l10n.t('PlusAuth Errors');
  pick.placeholder = vscode.l10n.t('Name, status, or words of the description');
  const given = selectionOrWord(vscode.window.activeTextEditor);
  const found = given === '' ? [] : search(items, given);
  pick.value = found.length > 0 ? given : '';
  pick.items = found.length > 0 ? found : items;
  pick.onDidChangeValue((query) => (pick.items = search(items, query)));
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    pick.hide();
    if (item !== undefined) void open(product, item, resource);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

async function open({ server, cards }: Product, { name, status }: LookUpEntry, resource: vscode.Uri | undefined): Promise<void> {
  const card = await server.ask(cardRequest, { subject: name, ...(resource === undefined ? {} : { uri: resource.toString() }) });
  if (card) await cards.show(`${name} · ${status}`, card, textLanguage(resource), name);
}
