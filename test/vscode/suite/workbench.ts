import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LogAnalysis } from '../../../server/src/protocol';

export { FORGETFUL } from '../../lsp/samples';

/** The extension host these tests run in; the bundle's build fills it in. */
declare const HOST: 'node' | 'web';
export const host = HOST;

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('plusauth-errors.plusauth-errors');
  assert.ok(found, 'the extension is known to VS Code');
  return found;
}

type Subscribe = (listener: () => void) => vscode.Disposable;

/** Resolves to the first value of `probe` that is not undefined; it is asked now, and again with each of the events. */
export function until<T>(probe: () => T | undefined, ...events: readonly Subscribe[]): Promise<T> {
  return new Promise((resolve) => {
    const subscriptions: vscode.Disposable[] = [];
    const look = () => {
      const value = probe();
      if (value === undefined) return;
      for (const subscription of subscriptions) subscription.dispose();
      resolve(value);
    };
    for (const event of events) subscriptions.push(event(look));
    look();
  });
}

export const workspaceUri = (name: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the example workspace is open');
  return vscode.Uri.joinPath(folder.uri, name);
};

/** Writes a file of the workspace's copy and shows it. */
export async function show(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = workspaceUri(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
}

/** Our diagnostics of a document as soon as `wanted` accepts them. */
export const diagnostics = (uri: vscode.Uri, wanted: (found: readonly vscode.Diagnostic[]) => boolean): Promise<readonly vscode.Diagnostic[]> =>
  until(
    () => {
      const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'PlusAuth');
      return wanted(found) ? found : undefined;
    },
    (listener) => vscode.languages.onDidChangeDiagnostics(listener),
  );

/** The place of `|` in `at`, which stands in the document without it. */
export function place({ document }: vscode.TextEditor, at: string): vscode.Position {
  const start = document.getText().indexOf(at.replace('|', ''));
  assert.ok(start >= 0, `${at} is in the document`);
  return document.positionAt(start + at.indexOf('|'));
}

/** The tab that carries a title, as soon as there is one. */
export const tab = (label: string): Promise<vscode.Tab> =>
  until(
    () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find((candidate) => candidate.label === label),
    (listener) => vscode.window.tabGroups.onDidChangeTabs(listener),
  );

/** Shows the product's output; its editor as soon as it is there. Not the first time in the first seconds: VS Code does not always bring it into sight while it starts. */
export async function output(): Promise<vscode.TextEditor> {
  // Shown again, it comes into sight also where it did not the first time.
  await vscode.commands.executeCommand('workbench.action.closePanel');
  await vscode.commands.executeCommand('plusauthErrors.showOutput');
  const visible = () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'output' && document.uri.path.includes('PlusAuth Errors'));
  return until(visible, (listener) => vscode.window.onDidChangeVisibleTextEditors(listener));
}

/** What the clipboard holds. A browser tells it only to the document with the focus, which a page in an editor may have; VS Code then asks the user, and waits. */
export async function clipboard(): Promise<string> {
  await vscode.commands.executeCommand('workbench.files.action.focusFilesExplorer');
  return vscode.env.clipboard.readText();
}

/** A report on logs, as the extension gives it to others. */
export interface Report {
  readonly analysis: LogAnalysis;
  readonly html: string;
  receive(message: unknown): Promise<void>;
  export(format: 'json' | 'csv', target: vscode.Uri): Promise<void>;
}

/** The reports that are open. */
export async function reports(): Promise<{ readonly last: Report | undefined }> {
  const exports = (await extension().activate()) as { readonly reports: { readonly last: Report | undefined } };
  return exports.reports;
}

/** Cancels the notification that tells of the progress of `task`, as a person does it, and waits until the task has ended. */
export async function cancelProgress(task: Thenable<unknown>): Promise<void> {
  let ended = false;
  const ending = Promise.resolve(task).finally(() => (ended = true));
  // A notification comes a moment after what it tells of has begun, and nothing says when.
  while (!ended) await vscode.commands.executeCommand('notification.acceptPrimaryAction');
  await ending;
}
