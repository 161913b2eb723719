import * as vscode from 'vscode';
import { CloseAction, ErrorAction, State, type BaseLanguageClient, type LanguageClientOptions, type Middleware } from 'vscode-languageclient';
import { surveyOutdated, surveyProgress, analyzeLogsProgress, type InitializationOptions, type LogProgress, type Method, type SurveyProgress } from '../../../server/src/protocol';
import { serveFiles } from './files';
import { isSupported, SELECTOR } from './languages';

/** Makes the client for a host; what differs between hosts is how the server is reached. */
export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

const NAME = 'PlusAuth Errors';
const MAX_CRASHES = 4;
const CRASH_WINDOW_MS = 3 * 60 * 1000;

export type ServerState = 'starting' | 'running' | 'failed' | 'stopped';

const isOwnOutput = ({ uri }: vscode.TextDocument): boolean => uri.scheme === 'output' && uri.path.includes(NAME);

/** Our own output channel is a document with a log's language. What the server is told about it could make it write there, and so on without end. */
const withoutOwnOutput: Middleware = {
  didOpen: (document, next) => (isOwnOutput(document) ? Promise.resolve() : next(document)),
  didChange: (change, next) => (isOwnOutput(change.document) ? Promise.resolve() : next(change)),
  didClose: (document, next) => (isOwnOutput(document) ? Promise.resolve() : next(document)),
  provideHover: (document, position, token, next) => (isOwnOutput(document) ? undefined : next(document, position, token)),
  provideDocumentLinks: (document, token, next) => (isOwnOutput(document) ? undefined : next(document, token)),
  provideCodeActions: (document, range, context, token, next) => (isOwnOutput(document) ? undefined : next(document, range, context, token)),
  provideDiagnostics: (document, previous, token, next) => ('uri' in document && isOwnOutput(document) ? undefined : next(document, previous, token)),
};

/** Whether the server is told about a document. */
export const isTold = (document: vscode.TextDocument): boolean => isSupported(document.languageId) && !isOwnOutput(document);

/** The language server's life: start, restart, and what people are told when it fails. */
export class Server implements vscode.Disposable {
  private client: BaseLanguageClient | undefined;
  private started: Promise<boolean> | undefined;
  private launching = false;
  private crashes: number[] = [];
  private current: ServerState = 'stopped';
  private readonly changed = new vscode.EventEmitter<ServerState>();
  readonly onDidChangeState = this.changed.event;
  private readonly progressed = new vscode.EventEmitter<LogProgress>();
  readonly onDidProgress = this.progressed.event;
  private readonly surveyed = new vscode.EventEmitter<SurveyProgress>();
  readonly onDidSurvey = this.surveyed.event;
  private readonly outdated = new vscode.EventEmitter<void>();
  /** What a survey found may be otherwise now, in any file. */
  readonly onDidOutdate = this.outdated.event;

  constructor(
    private readonly factory: ClientFactory,
    private readonly extension: vscode.Uri,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  get state(): ServerState {
    return this.current;
  }

  /** Starts the server, once. Resolves to whether it runs; a failure has been shown by then. */
  start(): Promise<boolean> {
    return (this.started ??= this.launch());
  }

  async restart(): Promise<boolean> {
    await this.stop();
    this.crashes = [];
    return this.start();
  }

  async stop(): Promise<void> {
    const client = this.client;
    await this.started;
    this.client = undefined;
    this.started = undefined;
    this.become('stopped');
    await client?.dispose().catch((error: unknown) => this.output.warn(`Stopping the server: ${String(error)}`));
  }

  /** Asks the server; undefined when it does not run or could not answer, which has been shown by then, and when the request was cancelled. */
  async ask<P, R>(method: Method<P, R>, params: P, token?: vscode.CancellationToken): Promise<R | undefined> {
    if (this.current === 'failed') {
      this.complain(vscode.l10n.t('The language server does not run.'));
      return undefined;
    }
    if (!(await this.start()) || this.client === undefined) return undefined;
    try {
      return await (token ? this.client.sendRequest<R>(method.name, params, token) : this.client.sendRequest<R>(method.name, params));
    } catch (error) {
      if (token?.isCancellationRequested) return undefined;
      // The server may have ended since: that has its own message.
      if (this.current === 'running') this.complain(vscode.l10n.t('The language server could not answer: {0}', String(error)));
      return undefined;
    }
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
    this.progressed.dispose();
    this.surveyed.dispose();
    this.outdated.dispose();
  }

  private async launch(): Promise<boolean> {
    this.launching = true;
    this.become('starting');
    const client = this.factory('plusauthErrors', NAME, this.options());
    this.client = client;
    serveFiles(client, this.extension);
    client.onNotification(surveyProgress.name, (progress: SurveyProgress) => this.surveyed.fire(progress));
    client.onNotification(surveyOutdated.name, () => this.outdated.fire());
    client.onNotification(analyzeLogsProgress.name, (progress: LogProgress) => this.progressed.fire(progress));
    client.onDidChangeState(({ newState }) => {
      if (client !== this.client) return;
      if (newState === State.Running) this.become('running');
      else if (newState === State.Starting) this.become('starting');
      else if (newState === State.StartFailed && !this.launching) this.fail(vscode.l10n.t('The language server could not be started again.'));
    });
    const before = performance.now();
    try {
      await client.start();
      this.output.info(`The language server runs; it took ${Math.round(performance.now() - before)} ms to start.`);
      return true;
    } catch (error) {
      this.fail(vscode.l10n.t('The language server could not be started: {0}', error instanceof Error ? error.message : String(error)));
      return false;
    } finally {
      this.launching = false;
    }
  }

  private options(): LanguageClientOptions {
    const docs = vscode.Uri.joinPath(this.extension, 'docs', 'rules').toString();
    const initializationOptions: InitializationOptions = { docs, files: true };
    return {
      documentSelector: SELECTOR,
      outputChannel: this.output,
      initializationOptions,
      markdown: { isTrusted: false, supportHtml: false },
      middleware: withoutOwnOutput,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (_error, _message, count) => ({ action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true }),
        closed: () => ({ action: this.mayRestart() ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true }),
      },
    };
  }

  /** A server that keeps crashing stays down, and says so. */
  private mayRestart(): boolean {
    if (this.current !== 'running') return false;
    const now = Date.now();
    this.crashes = [...this.crashes.filter((time) => now - time < CRASH_WINDOW_MS), now];
    if (this.crashes.length < MAX_CRASHES) return true;
    this.fail(vscode.l10n.t('The language server ended {0} times within three minutes and was not started again.', MAX_CRASHES));
    return false;
  }

  private fail(message: string): void {
    this.become('failed');
    this.complain(message);
  }

  private complain(message: string): void {
    this.output.error(message);
    const show = vscode.l10n.t('Show Output');
    const restart = vscode.l10n.t('Restart');
    void vscode.window.showErrorMessage(`${NAME}: ${message}`, show, restart).then((choice) => {
      if (choice === show) this.output.show();
      else if (choice === restart) return this.restart();
      return undefined;
    });
  }

  private become(state: ServerState): void {
    if (this.current === state) return;
    this.current = state;
    this.changed.fire(state);
  }
}
