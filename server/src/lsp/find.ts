import {
  DocumentHighlightKind,
  SymbolKind,
  type CancellationToken,
  type Connection,
  type DocumentHighlight,
  type InlayHint,
  type Location,
  type SymbolInformation,
  WorkDoneProgressReporter,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import type { FindTexts } from '../core/texts';
import { surveyFilesRequest, surveyProgress, surveyRequest, type FileSurvey } from '../protocol';
import type { ClientFeatures } from './capabilities';
import type { Engine } from './engine';
import { guarded, type Log } from './guards';
import type { SettingsStore } from './settings';
import type { Surveyor } from './survey';

interface Parts {
  readonly engine: Engine;
  readonly settings: SettingsStore;
  readonly surveyor: Surveyor;
  readonly features: ClientFeatures;
  readonly log: Log;
}

type Params<K extends 'onReferences' | 'onWorkspaceSymbol' | 'onDocumentHighlight'> = Parameters<Parameters<Connection[K]>[0]>[0];

/** Shorter queries fit names by chance, and every letter that is typed asks anew. */
const SHORTEST_QUERY = 4;

/** Registers what finds and shows the places of errors: references, symbols, highlights, hints, and the survey of a whole workspace. */
export function registerFind(connection: Connection, parts: Parts): void {
  const { engine, settings, surveyor, features, log } = parts;
  /** Where the request brought no progress with it, one that the client shows by itself, if it can. */
  const shown = async (given: WorkDoneProgressReporter): Promise<WorkDoneProgressReporter | WorkDoneProgressServerReporter> =>
    features.progress && WorkDoneProgressReporter.isNullInstance(given) ? connection.window.createWorkDoneProgress() : given;

  connection.onDocumentHighlight(
    guarded<Params<'onDocumentHighlight'>, DocumentHighlight[]>(log, 'textDocument/documentHighlight', [], async ({ textDocument: { uri }, position }) => {
      const [service, wanted] = await Promise.all([engine.get(), settings.get(uri)]);
      const document = engine.document(uri);
      if (document === undefined) return [];
      const spans = await service.doHighlight(uri, document.offsetAt(position), wanted);
      return spans.map((span) => ({ range: document.rangeOf(span), kind: DocumentHighlightKind.Text }));
    }),
  );
  connection.languages.inlayHint.on(
    guarded(log, 'textDocument/inlayHint', [] as InlayHint[], async ({ textDocument: { uri }, range }) => {
      const wanted = await settings.get(uri);
      const document = engine.document(uri);
      if (document === undefined || wanted.hints.length === 0) return [];
      const hints = await (await engine.get()).doHints(uri, document.spanOf(range), wanted);
      return hints.map(({ offset, label, tooltip }) => ({ position: document.positionAt(offset), label, tooltip, paddingLeft: true }));
    }),
  );
  connection.onReferences(async (params, token, progress) =>
    guarded<Params<'onReferences'>, Location[]>(log, 'textDocument/references', [], async ({ textDocument: { uri }, position }) => {
      const [service, wanted] = await Promise.all([engine.get(), settings.get(uri)]);
      const document = engine.document(uri);
      const names = document ? await service.doNames(uri, document.offsetAt(position), wanted) : [];
      if (names.length === 0) return [];
      const found = await everywhere(surveyor, token, await shown(progress), service.findTexts(wanted.locale));
      return found.flatMap((file) =>
        file.places.filter((place) => place.standing !== 'missing' && place.names.some((name) => names.includes(name))).map(({ range }) => ({ uri: file.uri, range })),
      );
    })(params, token),
  );
  connection.onWorkspaceSymbol(async (params, token, progress) =>
    guarded<Params<'onWorkspaceSymbol'>, SymbolInformation[]>(log, 'workspace/symbol', [], async ({ query }) => {
      const names = await namesLike(query, engine);
      if (names.length === 0) return [];
      const { locale } = await settings.get(undefined);
      const say = (await engine.get()).findTexts(locale);
      // The list of symbols shows by itself that it waits, and every letter that is typed asks anew.
      const found = await everywhere(surveyor, token, progress, say);
      return found.flatMap(({ uri, places }) =>
        places.flatMap(({ range, standing, names: own }) =>
          standing === 'mentioned' ? [] : own.filter((name) => names.includes(name)).map((name) => ({ name, kind: SymbolKind.EnumMember, containerName: say[standing], location: { uri, range } })),
        ),
      );
    })(params, token),
  );
  connection.onRequest(
    surveyRequest.name,
    guarded<{ readonly id: number }, { readonly searched: number }>(log, surveyRequest.name, { searched: 0 }, async ({ id }, token) => {
      const searched = await surveyor.all(token, (files, sofar) => {
        connection.sendNotification(surveyProgress.name, { id, searched: sofar, files }).catch((error: unknown) => log(String(error)));
      });
      return { searched };
    }),
  );
  connection.onRequest(
    surveyFilesRequest.name,
    guarded<{ readonly uris: readonly string[] }, readonly FileSurvey[]>(log, surveyFilesRequest.name, [], ({ uris }, token) => surveyor.files(uris, token)),
  );
}

/** The names that a query means: they contain it, from the beginning of a word on. */
async function namesLike(query: unknown, engine: Engine): Promise<readonly string[]> {
  const wanted = typeof query === 'string' ? query.replace(/([a-z])(?=[A-Z])/g, '$1_').toLowerCase().replace(/[^a-z]+/g, '_').replace(/^_+|_+$/g, '') : '';
  if (wanted.length < SHORTEST_QUERY) return [];
  const names = (await engine.get()).lookUp('en').map(({ name }) => name);
  return names.filter((name) => `_${name}`.includes(`_${wanted}`));
}

/** All places of the workspace. `progress` tells how far the search is; one that the server asked for can end it. */
async function everywhere(surveyor: Surveyor, token: CancellationToken, progress: WorkDoneProgressReporter | WorkDoneProgressServerReporter, say: FindTexts): Promise<readonly FileSurvey[]> {
  const own = 'token' in progress ? progress.token : undefined;
  progress.begin(say.searching, undefined, undefined, own !== undefined);
  const found: FileSurvey[] = [];
  try {
    await surveyor.all(own ? either(token, own) : token, (files, searched) => {
      found.push(...files);
      progress.report(say.searched(searched));
    });
  } finally {
    progress.done();
  }
  return found;
}

/** Cancelled as soon as one of them is. */
const either = (a: CancellationToken, b: CancellationToken): CancellationToken => ({
  get isCancellationRequested() {
    return a.isCancellationRequested || b.isCancellationRequested;
  },
  onCancellationRequested: (listener, self) => {
    const subscriptions = [a, b].map((token) => token.onCancellationRequested(listener, self));
    return { dispose: () => subscriptions.forEach((each) => each.dispose()) };
  },
});
