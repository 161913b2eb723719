import type { CancellationToken } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { digestOf } from '../core/model/digest';
import type { Sighting } from '../core/service';
import type { Finder } from '../host/finder';
import { isLeftOut } from '../host/ignored';
import type { FileSurvey, SurveyPlace } from '../protocol';
import { OpenDocument } from './documents';
import type { Engine } from './engine';
import { describeError, type Log } from './guards';
import type { SettingsStore } from './settings';
import type { Settings } from '../core/model/settings';

/** A longer line is cut, in UTF-16 code units: it is shown in a list. */
const LONGEST_LINE = 160;

/** Told of what was found since the last time, and how many files were looked at in all. */
export type SurveyListener = (files: readonly FileSurvey[], searched: number) => void;

/** What a file gave, and from which text and settings. */
interface Known {
  readonly fingerprint: string;
  readonly settings: Settings;
  readonly survey: FileSurvey;
}

/** The same address however a client writes it. */
const normal = (uri: string): string => URI.parse(uri).toString();

/** Finds the places of errors in open documents and in all files of the workspace. Of a file that is not open only its places are kept. */
export class Surveyor {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly engine: Engine,
    private readonly settings: SettingsStore,
    private readonly finder: Finder,
    private readonly folders: () => Promise<readonly string[]>,
    private readonly log: Log,
  ) {}

  /** What manifests and settings said may be otherwise now. */
  forget(): void {
    this.known.clear();
  }

  /**
   * Surveys everything. Open documents come first: they are what people look at. Returns how many files were looked at; when it is cancelled
   * at once, whatever a client is still reading.
   */
  async all(token: CancellationToken, tell: SurveyListener): Promise<number> {
    const service = await this.engine.get();
    const open = new Set<string>();
    let searched = 0;
    const abort = new AbortController();
    const { signal } = abort;
    const aborted = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('The survey was cancelled.'))));
    aborted.catch(() => undefined);
    const unlessAborted = <T>(work: Promise<T>): Promise<T> => Promise.race([work, aborted]);
    const subscription = token.onCancellationRequested(() => abort.abort());
    try {
      for (const uri of this.engine.uris) {
        if (token.isCancellationRequested) return searched;
        open.add(normal(uri));
        const survey = await unlessAborted(this.open(uri));
        tell(survey && survey.places.length > 0 ? [survey] : [], ++searched);
      }
      for (const folder of await unlessAborted(this.folders())) {
        if (token.isCancellationRequested) break;
        const settings = await unlessAborted(this.settings.within(folder, `${folder}/_`));
        if (settings.context === 'never') continue;
        const waiting: string[] = [];
        let wake: () => void = () => undefined;
        let ended = false;
        const found = (uris: readonly string[], count: number): void => {
          const fresh = uris.filter((uri) => !open.has(normal(uri)));
          waiting.push(...fresh);
          // Those that are open were counted.
          searched += count - (uris.length - fresh.length);
          wake();
        };
        const finding = this.finder(folder, { extensions: service.extensions, everything: settings.context === 'always', signal, found })
          .catch((error: unknown) => this.log(`Searching ${folder} failed: ${describeError(error)}`))
          .finally(() => {
            ended = true;
            wake();
          });
        while (!token.isCancellationRequested) {
          const uri = waiting.shift();
          if (uri !== undefined) {
            const survey = await unlessAborted(this.unopened(uri, folder, signal));
            if (survey && survey.places.length > 0) tell([survey], searched);
          } else if (ended) break;
          else {
            tell([], searched);
            await unlessAborted(new Promise<void>((resolve) => (wake = resolve)));
          }
        }
        await unlessAborted(finding);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      subscription.dispose();
    }
    return searched;
  }

  /** Surveys files anew, however they changed; those that a survey of everything would leave out come without places, and what is no code not at all. */
  async files(uris: readonly string[], token: CancellationToken): Promise<FileSurvey[]> {
    const service = await this.engine.get();
    const open = new Map(this.engine.uris.map((uri) => [normal(uri), uri]));
    const folders = await this.folders();
    const result: FileSurvey[] = [];
    for (const uri of uris) {
      if (token.isCancellationRequested) break;
      const shown = open.get(normal(uri));
      if (shown === undefined && service.languageOfFile(uri) === undefined) continue;
      const folder = folders.filter((candidate) => normal(uri).startsWith(`${normal(candidate)}/`)).sort((a, b) => b.length - a.length)[0];
      const survey = shown !== undefined ? await this.open(shown) : folder === undefined || (await isLeftOut(normal(uri), normal(folder), this.engine.ports)) ? undefined : await this.unopened(uri, folder);
      result.push({ uri, places: survey?.places ?? [] });
    }
    return result;
  }

  private async open(uri: string): Promise<FileSurvey | undefined> {
    const [service, settings] = await Promise.all([this.engine.get(), this.settings.get(uri)]);
    const document = this.engine.document(uri);
    return document && { uri, places: placesOf(await service.doSurvey(uri, settings), document) };
  }

  /** Reads, surveys and forgets a file, of which only the places are kept; undefined where it is gone. */
  private async unopened(uri: string, folder: string, signal?: AbortSignal): Promise<FileSurvey | undefined> {
    const [service, settings, read] = await Promise.all([this.engine.get(), this.settings.within(folder, uri), this.engine.ports.readFile(uri)]);
    if (signal?.aborted === true) return undefined;
    const languageId = service.languageOfFile(uri);
    if (read === undefined || languageId === undefined) {
      this.known.delete(uri);
      return undefined;
    }
    const text = read.replace(/^\uFEFF/, '');
    const fingerprint = digestOf(text);
    const known = this.known.get(uri);
    if (known?.fingerprint === fingerprint && known.settings === settings) return known.survey;
    const document = new OpenDocument(uri, languageId, 0, text);
    const survey = { uri, places: placesOf(await this.engine.once(document, (inner) => service.doSurvey(inner, settings)), document) };
    this.known.set(uri, { fingerprint, settings, survey });
    return survey;
  }
}

function placesOf(sightings: readonly Sighting[], document: OpenDocument): SurveyPlace[] {
  return sightings.map(({ span, standing, names }) => {
    const start = document.text.lastIndexOf('\n', span.start - 1) + 1;
    const line = document.text.slice(start, start + 4 * LONGEST_LINE).split(/\r?\n/, 1)[0]?.trim() ?? '';
    return { range: document.rangeOf(span), standing, names, line: line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line };
  });
}
