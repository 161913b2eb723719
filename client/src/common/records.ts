import * as vscode from 'vscode';
import { logRecordRequest, type LogPlace } from '../../../server/src/protocol';
import type { Server } from './server';
import { placeOf } from './text/recordPlace';
import { fileName } from './views/report/format';

const SCHEME = 'plusauth-errors-record';

/** Records of logs: in their file where VS Code opens it, else as a document of their own, which cannot be written. */
export class RecordFiles implements vscode.TextDocumentContentProvider {
  constructor(private readonly server: Server) {}

  /** Shows a record beside the report. */
  async open(file: vscode.Uri, { offset, line }: LogPlace): Promise<void> {
    const record = await this.server.ask(logRecordRequest, { uri: file.toString(), offset });
    if (record === undefined) return;
    const show = async (document: vscode.TextDocument, at: vscode.Position) => {
      const selection = new vscode.Range(at, at);
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true, selection });
    };
    let document: vscode.TextDocument;
    try {
      document = await vscode.workspace.openTextDocument(file);
    } catch (error) {
      // It is compressed, or larger than what VS Code gives to extensions.
      if (record === null) void vscode.window.showWarningMessage(vscode.l10n.t('The log cannot be opened, and the record is no longer in it: {0}', error instanceof Error ? error.message : String(error)));
      else await show(await vscode.workspace.openTextDocument(recordUri(file, offset, line)), new vscode.Position(0, 0));
      return;
    }
    const lines = { count: document.lineCount, text: (index: number) => document.lineAt(index).text };
    const at = record === null ? undefined : placeOf(record, line, lines);
    await show(document, at ? new vscode.Position(at.line, at.character) : document.validatePosition(new vscode.Position(line, 0)));
    if (!at) void vscode.window.showInformationMessage(vscode.l10n.t('The log has changed since it was read: the record is not where it was.'));
  }

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const { uri, offset } = JSON.parse(query) as { uri: string; offset: number };
    return (await this.server.ask(logRecordRequest, { uri, offset })) ?? '';
  }

  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }
}

/** Named after its file and line; the ending makes it a log, with cards and links. */
const recordUri = (file: vscode.Uri, offset: number, line: number): vscode.Uri =>
  vscode.Uri.from({ scheme: SCHEME, path: `/${fileName(file.toString())}:${line + 1}.log`, query: JSON.stringify({ uri: file.toString(), offset }) });
