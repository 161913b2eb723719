import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Connection,
  type DocumentDiagnosticReport,
  type DocumentLink,
  type Hover,
  type InitializeParams,
} from 'vscode-languageserver';
import { Configurations, type Configuration } from '../core/context/configuration';
import { localeOf } from '../core/context/settings';
import { SECTION, surveyOutdated, type InitializationOptions } from '../protocol';
import { Actions } from './actions';
import { TRIGGER_CHARACTERS, WATCHED, type ClientFeatures } from './capabilities';
import { toCompletionList, toHover, toMarkup, type CompletionData } from './convert';
import { registerCustomRequests } from './custom';
import { filesOf } from './clientFiles';
import { Diagnostics } from './diagnostics';
import { OpenDocument } from './documents';
import { Engine } from './engine';
import { describeError, guarded, guardedNotification, type Log } from './guards';
import type { ServerHost } from './host';
import { registerLogRequests } from './logs';
import { SettingsStore, type Committed } from './settings';
import { registerAssist } from './assist';
import { registerFind } from './find';
import { Surveyor } from './survey';

/** Registers all that follows `initialize`, once a client is known. Everything the session knows comes from the core. */
export function startSession(connection: Connection, host: ServerHost, params: InitializeParams, features: ClientFeatures): void {
  const log: Log = (message) => connection.console.log(message);
  const sent: unknown = params.initializationOptions;
  const options: InitializationOptions = typeof sent === 'object' && sent !== null ? sent : {};
  const docs = typeof options.docs === 'string' ? options.docs : host.docs;
  const files = options.files === true ? filesOf(connection, host.fromBase64, log) : undefined;
  const engine = new Engine(host, files, log, (uris) => checkAgain(uris));
  const request = (uri: string): Promise<unknown> => connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
  const configurations = new Configurations(engine.ports);
  const told = new Set<Configuration>();
  const committed = async (uri: string, known: boolean): Promise<Committed> => {
    const service = await engine.get();
    if (known && !service.isWorthReading(uri)) return { read: false };
    const found = await configurations.of(uri);
    if (found && !told.has(found)) found.problems.forEach((problem) => log(`${found.uri}: ${problem}`));
    if (found) told.add(found);
    return { read: true, settings: found?.settings };
  };
  const settings = new SettingsStore(features.configuration ? request : undefined, options.settings, localeOf(params.locale), log, committed);
  const diagnostics = new Diagnostics(engine, settings, docs, log, host.defer, (uri, version, found) => {
    connection.sendDiagnostics({ uri, diagnostics: found, ...(version === undefined ? {} : { version }) }).catch((error: unknown) => log(describeError(error)));
  });
  const folders = async (): Promise<readonly string[]> => {
    const current = features.workspaceFolders ? await connection.workspace.getWorkspaceFolders() : undefined;
    return current?.map(({ uri }) => uri) ?? (features.workspaceFolders ? [] : typeof params.rootUri === 'string' ? [params.rootUri] : []);
  };
  const surveyor = new Surveyor(engine, settings, engine.finder, async () => (await folders()).map((uri) => uri.replace(/\/+$/, '')), log);
  const actions = new Actions(engine, settings, docs, features);

  const checkSoon = (uri: string) => {
    if (!features.pullDiagnostics) diagnostics.schedule(uri);
  };
  /** The findings of documents that did not change may be others now. */
  const checkAgain = (uris: readonly string[]) => {
    uris.forEach(checkSoon);
    if (features.pullDiagnostics && features.diagnosticRefresh) {
      connection.languages.diagnostics.refresh().catch((error: unknown) => log(`The client did not refresh its diagnostics: ${describeError(error)}`));
    }
  };
  /** Something beyond the texts changed: all findings may be others now. */
  const checkAll = () => {
    surveyor.forget();
    if (options.files === true) connection.sendNotification(surveyOutdated.name).catch((error: unknown) => log(describeError(error)));
    if (features.hintRefresh) connection.languages.inlayHint.refresh().catch((error: unknown) => log(`The client did not refresh its hints: ${describeError(error)}`));
    checkAgain(engine.uris);
  };

  /** A document's settings are those of its folder, which may be another one now, or none. */
  const settingsMoved = () => {
    settings.didChange(undefined);
    checkAll();
  };

  connection.onInitialized(
    guardedNotification(log, 'initialized', () => {
      if (features.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(guardedNotification(log, 'didChangeWorkspaceFolders', settingsMoved));
      const registrations = [
        ...(features.configurationRegistration ? [connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION })] : []),
        ...(features.watchedFilesRegistration
          ? [connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: WATCHED }] })]
          : []),
      ];
      for (const registration of registrations) registration.catch((error: unknown) => log(`The client refused a registration: ${describeError(error)}`));
      host.defer(() => void engine.get().catch((error: unknown) => log(`The server could not load its engine: ${describeError(error)}`)));
    }),
  );

  connection.onDidOpenTextDocument(
    guardedNotification(log, 'didOpen', ({ textDocument: { uri, languageId, version, text } }) => {
      engine.open(new OpenDocument(uri, languageId, version, text));
      checkSoon(uri);
    }),
  );
  connection.onDidChangeTextDocument(
    guardedNotification(log, 'didChange', ({ textDocument: { uri, version }, contentChanges }) => {
      engine.change(uri, contentChanges, version);
      checkSoon(uri);
    }),
  );
  connection.onDidCloseTextDocument(
    guardedNotification(log, 'didClose', ({ textDocument: { uri } }) => {
      engine.close(uri);
      settings.forget(uri);
      if (!features.pullDiagnostics) diagnostics.clear(uri);
    }),
  );
  connection.onDidChangeConfiguration(
    guardedNotification(log, 'didChangeConfiguration', (change) => {
      settings.didChange(change?.settings);
      checkAll();
    }),
  );
  connection.onDidChangeWatchedFiles(
    guardedNotification(log, 'didChangeWatchedFiles', ({ changes }) => {
      for (const { uri } of changes) {
        if (configurations.didChange(uri)) {
          told.clear();
          settings.committedChanged();
        } else engine.didChangeFile(uri);
      }
      checkAll();
    }),
  );

  if (features.pullDiagnostics) {
    const empty: DocumentDiagnosticReport = { kind: 'full', items: [] };
    connection.languages.diagnostics.on(
      guarded(log, 'textDocument/diagnostic', empty, async ({ textDocument }) => ({ kind: 'full', items: (await diagnostics.compute(textDocument.uri)).diagnostics })),
    );
  }
  connection.onHover(
    guarded<Parameters<Parameters<Connection['onHover']>[0]>[0], Hover | null>(log, 'textDocument/hover', null, async ({ textDocument: { uri }, position }) => {
      const [service, wanted] = await Promise.all([engine.get(), settings.get(uri)]);
      const document = engine.document(uri);
      const hover = document && (await service.doHover(uri, document.offsetAt(position), wanted));
      return hover ? toHover(hover, document, features) : null;
    }),
  );
  connection.onDocumentLinks(
    guarded<Parameters<Parameters<Connection['onDocumentLinks']>[0]>[0], DocumentLink[]>(log, 'textDocument/documentLink', [], async ({ textDocument: { uri } }) => {
      const [service, wanted] = await Promise.all([engine.get(), settings.get(uri)]);
      const document = engine.document(uri);
      const links = document ? await service.doLinks(uri, wanted) : [];
      return document ? links.map(({ span, target, tooltip }) => ({ range: document.rangeOf(span), target, tooltip })) : [];
    }),
  );
  connection.onCompletion(
    guarded<Parameters<Parameters<Connection['onCompletion']>[0]>[0], CompletionList | CompletionItem[]>(
      log,
      'textDocument/completion',
      [],
      async ({ textDocument: { uri }, position, context }) => {
        const [service, wanted] = await Promise.all([engine.get(), settings.get(uri)]);
        const document = engine.document(uri);
        if (document === undefined) return [];
        const completions = await service.doComplete(uri, document.offsetAt(position), wanted);
        // Whole branches are offered when asked for, not because somebody typed a blank.
        const typed = context?.triggerCharacter !== undefined && TRIGGER_CHARACTERS.includes(context.triggerCharacter);
        const offered = typed ? completions.filter(({ kind }) => kind === 'name' || kind === 'status') : completions;
        return toCompletionList(offered, document, features);
      },
    ),
  );
  connection.onCompletionResolve(async (item, token) =>
    guarded<CompletionItem, CompletionItem>(log, 'completionItem/resolve', item, async () => {
      const data = item.data as Partial<CompletionData> | undefined;
      if (typeof data?.uri !== 'string') return item;
      const [service, { locale }] = await Promise.all([engine.get(), settings.get(data.uri)]);
      const resolved = service.resolveCompletion(data.subject ?? item.label, locale);
      if (!resolved) return item;
      // Where the status stands behind the label, the line below it is free for the sentence.
      return { ...item, ...(item.labelDetails && { detail: resolved.detail }), documentation: toMarkup(resolved.card, features.documentationFormat) };
    })(item, token),
  );
  connection.onCodeAction(guarded(log, 'textDocument/codeAction', [] as CodeAction[], (wanted) => actions.list(wanted)));
  if (features.resolvesActionEdits) {
    connection.onCodeActionResolve(async (action, token) => guarded<CodeAction, CodeAction>(log, 'codeAction/resolve', action, (wanted) => actions.resolve(wanted))(action, token));
  }
  registerAssist(connection, { engine, settings, folders, log });
  registerFind(connection, { engine, settings, surveyor, features, log });
  registerCustomRequests(connection, engine, settings, log);
  registerLogRequests(connection, host.logs(files), settings, log);
  connection.onShutdown(() => engine.dispose());
}
