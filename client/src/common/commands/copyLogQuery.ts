import * as vscode from 'vscode';
import { logQueriesRequest, lookUpRequest, SECTION } from '../../../../server/src/protocol';
import { aboutActiveDocument, selectionOrWord, subjectOf } from '../editor';
import type { Product } from '../extension';
import { search } from '../text/search';

/**
 * PlusAuth: Copy Log Query…
 * @param subject the name or status that is looked for; what is under the cursor, or asked for, if not given
 * @param engine the engine whose query is copied without asking
 */
export async function copyLogQuery(product: Product, subject?: unknown, engine?: unknown): Promise<void> {
  const wanted = subjectOf(subject) ?? (await ask(product));
  if (wanted === undefined) return;
  const resource = vscode.window.activeTextEditor?.document.uri;
  // VS Code gives out a view of its settings, which cannot be sent to a worker.
  const fields = { ...vscode.workspace.getConfiguration(SECTION, resource ?? null).get<object>('logs.fields') };
  const queries = await product.server.ask(logQueriesRequest, { subject: wanted, fields });
  if (queries === undefined) return;
  if (queries === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} is neither an error of PlusAuth nor a status.', wanted));
    return;
  }
  const items = queries.map(({ title, query, engine: id }) => ({ label: title, detail: query.replace(/\s+/g, ' '), query, id }));
  const chosen = items.find(({ id }) => id === engine) ?? (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Find {0} with', wanted), matchOnDetail: true }));
  if (!chosen) return;
  await vscode.env.clipboard.writeText(chosen.query);
  vscode.window.setStatusBarMessage(vscode.l10n.t('The query for {0} was copied.', chosen.label), 4000);
}

async function ask({ server }: Product): Promise<string | undefined> {
  const entries = await server.ask(lookUpRequest, aboutActiveDocument());
  if (entries === undefined) return undefined;
  const given = selectionOrWord(vscode.window.activeTextEditor);
  const [here] = given === '' ? [] : search(entries, given);
  const sorted = here ? [here, ...entries.filter((entry) => entry !== here)] : entries;
  const items = sorted.map(({ name, status, description }) => ({ label: name, description: status, detail: description }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which error shall be found?'), matchOnDescription: true, matchOnDetail: true }))?.label;
}
