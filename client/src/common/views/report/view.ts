import * as vscode from 'vscode';
import { analyzeLogsRequest, cardRequest, exportLogsRequest, type AnalyzeLogsParams, type LogAnalysis } from '../../../../../server/src/protocol';
import { textLanguage } from '../../editor';
import type { RecordFiles } from '../../records';
import type { Server } from '../../server';
import type { CardView } from '../card';
import { Format } from './format';
import { readMessage } from './messages';
import { reportHtml, reportTitle } from './page';

/** What reports work with. */
export interface ReportParts {
  readonly server: Server;
  readonly cards: CardView;
  readonly records: RecordFiles;
}

interface Range {
  readonly since: number;
  readonly until: number;
}

/** Analyses logs while a notification tells how far it is; undefined when it was cancelled or could not be done, which has been shown by then. */
export async function analyze({ server }: ReportParts, uris: readonly vscode.Uri[], range: Range | undefined): Promise<LogAnalysis | undefined> {
  const [first] = uris;
  const format = new Format(textLanguage(first));
  const title = vscode.l10n.t('Analyzing logs');
  const progress = crypto.randomUUID();
  const params: AnalyzeLogsParams = { uris: uris.map(String), progress, ...range, ...(first && { uri: first.toString() }) };
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const analysis = await vscode.window.withProgress(options, async (bar, token) => {
    const listening = server.onDidProgress((now) => {
      if (now.progress === progress) bar.report({ message: vscode.l10n.t('{0} read, errors found: {1}', format.size(now.bytes), format.number(now.events)) });
    });
    // Who cancels does not wait for the server to notice.
    const cancelled = new Promise<undefined>((resolve) => void token.onCancellationRequested(() => resolve(undefined)));
    try {
      return await Promise.race([server.ask(analyzeLogsRequest, params, token), cancelled]);
    } finally {
      listening.dispose();
    }
  });
  if (analysis === null) void vscode.window.showWarningMessage(vscode.l10n.t('The logs could not be analyzed. The output says why.'));
  return analysis ?? undefined;
}

/** One report: its panel, and what is chosen in it. */
export class Report implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly format: Format;
  private readonly ranges: Range[] = [];
  private readonly shown = new vscode.EventEmitter<void>();
  private readonly closed = new vscode.EventEmitter<void>();
  /** Another analysis is on the page. */
  readonly onDidShow = this.shown.event;
  readonly onDidClose = this.closed.event;

  constructor(
    private readonly parts: ReportParts,
    private readonly uris: readonly vscode.Uri[],
    private current: LogAnalysis,
  ) {
    this.format = new Format(textLanguage(uris[0]));
    const title = reportTitle(current, this.format);
    this.panel = vscode.window.createWebviewPanel('plusauthErrors.report', title, vscode.ViewColumn.Active, { enableScripts: true, enableFindWidget: true, localResourceRoots: [] });
    this.panel.webview.onDidReceiveMessage((message) => this.receive(message));
    this.panel.onDidDispose(() => {
      this.closed.fire();
      this.shown.dispose();
      this.closed.dispose();
    });
    this.show(current);
  }

  get analysis(): LogAnalysis {
    return this.current;
  }

  get html(): string {
    return this.panel.webview.html;
  }

  dispose(): void {
    this.panel.dispose();
  }

  /** Does what a person chose on the page. What is no message of ours is left alone. */
  async receive(sent: unknown): Promise<void> {
    const message = readMessage(sent);
    switch (message?.type) {
      case 'narrow':
        return this.narrow([...this.ranges, { since: message.since, until: message.until }]);
      case 'back':
        return this.narrow(this.ranges.slice(0, -1));
      case 'whole':
        return this.narrow([]);
      case 'export':
        return this.export(message.format);
      case 'card':
        return this.showCard(message.kind);
      case 'query': {
        const kind = this.current.kinds[message.kind];
        return kind && vscode.commands.executeCommand('plusauthErrors.copyLogQuery', kind.name ?? kind.status, message.engine);
      }
      case 'open': {
        const { kinds, contradictions, files } = this.current;
        const places = message.list === 'kind' ? (kinds[message.kind]?.places ?? []) : contradictions.places;
        const place = places[message.place];
        const file = place && files[place.file];
        return file === undefined ? undefined : this.parts.records.open(vscode.Uri.parse(file, true), place);
      }
      default:
        return undefined;
    }
  }

  /** Writes the analysis to a file. @param target asked for if not given */
  async export(format: 'json' | 'csv', target?: vscode.Uri): Promise<void> {
    const text = await this.exported(format);
    if (text === undefined) return;
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const name = `plusauth-errors.${format === 'json' ? 'report.json' : 'csv'}`;
    const file = target ?? (await vscode.window.showSaveDialog({ filters: { [format.toUpperCase()]: [format] }, ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }) }));
    if (!file) return;
    try {
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    } catch (error) {
      void vscode.window.showErrorMessage(vscode.l10n.t('The report could not be written: {0}', error instanceof Error ? error.message : String(error)));
      return;
    }
    if (!target) await vscode.window.showTextDocument(file, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  }

  /** The server keeps a few analyses; an older one is made again. */
  private async exported(format: 'json' | 'csv'): Promise<string | undefined> {
    const { server } = this.parts;
    const kept = await server.ask(exportLogsRequest, { id: this.current.id, format });
    if (kept !== null) return kept;
    await this.narrow([...this.ranges]);
    return (await server.ask(exportLogsRequest, { id: this.current.id, format })) ?? undefined;
  }

  private async narrow(ranges: readonly Range[]): Promise<void> {
    const analysis = await analyze(this.parts, this.uris, ranges.at(-1));
    if (!analysis) return;
    this.ranges.splice(0, this.ranges.length, ...ranges);
    this.show(analysis);
  }

  private show(analysis: LogAnalysis): void {
    this.current = analysis;
    this.panel.webview.html = reportHtml({ analysis, format: this.format, range: this.ranges.at(-1), depth: this.ranges.length, nonce: crypto.randomUUID() });
    this.shown.fire();
  }

  private async showCard(index: number): Promise<void> {
    const kind = this.current.kinds[index];
    const [resource] = this.uris;
    if (!kind) return;
    const subject = kind.name ?? kind.status;
    const card = await this.parts.server.ask(cardRequest, { subject, ...(resource && { uri: resource.toString() }) });
    if (card) await this.parts.cards.show(kind.name === null ? subject : `${subject} · ${kind.status}`, card, this.format.language, subject);
  }
}

/** The reports that are open. */
export class Reports implements vscode.Disposable {
  private readonly open = new Set<Report>();
  private readonly analyzed = new vscode.EventEmitter<LogAnalysis>();
  /** A report shows an analysis: the first one, or one of a range. */
  readonly onDidAnalyze = this.analyzed.event;

  constructor(private readonly parts: ReportParts) {}

  /** The one that was made last, while it is open. */
  get last(): Report | undefined {
    return [...this.open].at(-1);
  }

  /** Analyses files and folders, and shows what they hold. */
  async make(uris: readonly vscode.Uri[]): Promise<void> {
    const analysis = await analyze(this.parts, uris, undefined);
    if (!analysis) return;
    const report = new Report(this.parts, uris, analysis);
    this.open.add(report);
    this.analyzed.fire(analysis);
    report.onDidShow(() => this.analyzed.fire(report.analysis));
    report.onDidClose(() => this.open.delete(report));
  }

  dispose(): void {
    for (const report of this.open) report.dispose();
    this.analyzed.dispose();
  }
}
