import { defaultsIn, isRecord, overlay, readSettings } from '../core/context/settings';
import type { HintKind, Locale, Settings } from '../core/model/settings';
import { SECTION } from '../protocol';
import type { Log } from './guards';

const HINT_KINDS: readonly HintKind[] = ['status', 'missing'];

/** The hints that a person switched on. They belong to the editor, so no committed file has a say. */
function hintsOf(raw: unknown, complain: (message: string) => void): readonly HintKind[] {
  const wanted = isRecord(raw) && isRecord(raw['inlayHints']) ? raw['inlayHints'] : {};
  return HINT_KINDS.filter((kind) => {
    const value = wanted[kind];
    if (value !== undefined && value !== null && typeof value !== 'boolean') complain(`Setting ${SECTION}.inlayHints.${kind} is ${JSON.stringify(value)}; it can be true, false. Its default is used.`);
    return value === true;
  });
}

/** Settings from whatever the client sent. What cannot be understood is reported through `complain` and replaced by its default. */
export const parseSettings = (raw: unknown, editor: Locale, complain: (message: string) => void): Settings =>
  overlay(
    { ...defaultsIn(editor), hints: hintsOf(raw, complain) },
    readSettings(raw, (name, value, allowed) => complain(`Setting ${SECTION}.${name} is ${JSON.stringify(value)}; it can be ${allowed.join(', ')}. Its default is used.`)),
  );

/** What lies beside a document. `read`: it was looked for; a document that nothing can be said about is not worth it. */
export interface Committed {
  readonly read: boolean;
  readonly settings?: Partial<Settings> | undefined;
}

/** Settings per document, asked for once and kept until the client says that they changed. */
export class SettingsStore {
  private readonly cache = new Map<string, Promise<Settings>>();
  /** What open documents came to, so that a request need not wait for each part of it anew. */
  private readonly known = new Map<string, Promise<Settings>>();
  /** Counts what makes all of it outdated. */
  private generation = 0;
  private readonly overlaid = new WeakMap<Settings, { readonly committed: Partial<Settings>; readonly settings: Settings }>();
  private readonly complaints = new Set<string>();
  private global: Settings;

  /**
   * @param request asks the client for the section as it applies to a document; undefined when the client cannot answer
   * @param fallback the section for such a client
   */
  constructor(
    private readonly request: ((uri: string) => Promise<unknown>) | undefined,
    fallback: unknown,
    private readonly editor: Locale,
    private readonly log: Log,
    /** Settings that lie beside a document, for everybody who works on it: they take precedence. `known`: the document is open. */
    private readonly committed: (uri: string, known: boolean) => Promise<Committed> = () => Promise.resolve({ read: true }),
  ) {
    this.global = this.parse(fallback);
  }

  /** The settings of a document, or those that hold where there is none. */
  get(uri: string | undefined): Promise<Settings> {
    if (uri === undefined) return Promise.resolve(this.global);
    return this.known.get(uri) ?? this.find(uri);
  }

  private async find(uri: string): Promise<Settings> {
    const { generation } = this;
    const [own, committed] = await Promise.all([this.own(uri), this.committed(uri, true)]);
    const settings = this.join(own, committed);
    // A client that failed to answer is asked again.
    if (committed.read && generation === this.generation && this.cache.has(uri)) this.known.set(uri, Promise.resolve(settings));
    return settings;
  }

  /** The settings of a file that is not open: the client's for its workspace folder, and what is committed beside the file. */
  async within(folder: string, uri: string): Promise<Settings> {
    return this.join(...(await Promise.all([this.own(folder), this.committed(uri, false)])));
  }

  private own(uri: string): Promise<Settings> {
    const known = this.cache.get(uri);
    if (known !== undefined) return known;
    const asked: Promise<Settings> = this.ask(uri).then((own) => {
      if (own === undefined && this.cache.get(uri) === asked) this.cache.delete(uri);
      return own ?? this.global;
    });
    this.cache.set(uri, asked);
    return asked;
  }

  /** The same object for the same two: what is kept by settings stays. */
  private join(own: Settings, { settings: committed }: Committed): Settings {
    if (committed === undefined) return own;
    const known = this.overlaid.get(own);
    if (known?.committed === committed) return known.settings;
    const settings = overlay(own, committed);
    this.overlaid.set(own, { committed, settings });
    return settings;
  }

  /** What the client says; undefined when it fails to answer. */
  private async ask(uri: string): Promise<Settings | undefined> {
    if (this.request === undefined) return this.global;
    try {
      return this.parse(await this.request(uri));
    } catch (error) {
      this.log(`The client did not answer for the settings of ${uri} (${String(error)}); the defaults are used.`);
      return undefined;
    }
  }

  forget(uri: string): void {
    this.cache.delete(uri);
    this.known.delete(uri);
  }

  /** What lies beside documents changed. */
  committedChanged(): void {
    this.generation++;
    this.known.clear();
  }

  /** Something changed: ask again, or take what a client without `workspace/configuration` sent along. */
  didChange(sent: unknown): void {
    this.cache.clear();
    this.committedChanged();
    this.complaints.clear();
    if (isRecord(sent) && isRecord(sent[SECTION])) this.global = this.parse(sent[SECTION]);
  }

  private parse(raw: unknown): Settings {
    return parseSettings(raw, this.editor, (message) => {
      if (this.complaints.has(message)) return;
      this.complaints.add(message);
      this.log(message);
    });
  }
}
