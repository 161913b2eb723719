import type { Change, Document } from './model/document';
import type { Edit } from './model/edit';
import type { Finding, Fix } from './model/finding';
import type { Settings, Locale } from './model/settings';
import type { Span } from './model/span';
import type { AssistTexts, FindTexts } from './texts';

/** What the core needs of its host. Everything else it does by itself. */
export interface Ports {
  /** Bytes of a file shipped beside the bundle (`web-tree-sitter.wasm`, `tree-sitter-tsx.wasm`). Rejects when it is missing. */
  readAsset(name: string): Promise<Uint8Array>;
  /** Text of a workspace file, or undefined when there is none or it cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** Names in a workspace folder; empty when there is none. */
  readDirectory(uri: string): Promise<readonly string[]>;
  /** One line for the output channel. */
  log(message: string): void;
}

export interface Hover {
  readonly span: Span;
  /** Markdown. */
  readonly markdown: string;
}

export type CompletionKind = 'name' | 'status' | 'branch' | 'handler' | 'fallback';

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What it is, in a line. */
  readonly detail: string;
  /** What stands behind the label in a list, where the detail is too long for that; may be empty. */
  readonly note?: string;
  readonly sortText: string;
  readonly filterText?: string;
  readonly preselect?: boolean;
  readonly edit: Edit;
  /** `edit.newText` holds snippet placeholders (`${1:…}`, `$0`). */
  readonly snippet?: boolean;
  /** What `resolveCompletion` turns into the full card: a name or a status. */
  readonly subject?: string;
}

/** Whether the product speaks in a document, and why. */
export interface ContextReport {
  readonly speaks: boolean;
  /** A sentence in the asked language: what was found, or that nothing was. */
  readonly reason: string;
  /** Where the evidence is in the document, if it is there. */
  readonly evidence?: Span;
  /** URI of the manifest that names PlusAuth, if that decided. */
  readonly manifest?: string;
}

/** One entry of the look-up list. */
export interface LookUpItem {
  readonly name: string;
  /** `409`, or `5xx`. */
  readonly status: string;
  /** PlusAuth's sentence, or its translation. */
  readonly description: string;
  /** Words this entry is found by, beyond name, status and description. */
  readonly keywords: string;
}

/** A part of a document that leads to a page. */
export interface Link {
  readonly span: Span;
  readonly target: string;
  readonly tooltip: string;
}

/** An error name in a piece of log that is no document. */
export interface RecordLink {
  readonly span: Span;
  readonly name: string;
  readonly tooltip: string;
  /** The card of the error with what its record says. Markdown. */
  readonly card: string;
}

/** What a place has to do with an error: code there handles it, a handler there forgets it, or it is merely named. */
export type Standing = 'handled' | 'missing' | 'mentioned';

/** A place that concerns errors. */
export interface Sighting {
  readonly span: Span;
  readonly standing: Standing;
  /** One, or several where a status or a forgetful handler stands for them. */
  readonly names: readonly string[];
}

/** A few words that an editor shows behind a place, without them being in the text. */
export interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** Bound to one host; documents are known by URI between `open` and `close`. */
export interface LanguageService {
  /** Makes a document known or replaces its text; `changes` (in order) let it be re-parsed in part. */
  update(document: Document, changes?: readonly Change[]): void;
  close(uri: string): void;
  /** A file changed on disk: what was learned from manifests is forgotten. */
  didChangeFile(uri: string): void;

  /** Whether anything could be said of an open document, by a search of its text: nothing beyond it need be read where it could not. */
  isWorthReading(uri: string): boolean;
  doDiagnose(uri: string, settings: Settings): Promise<readonly Finding[]>;
  doHover(uri: string, offset: number, settings: Settings): Promise<Hover | undefined>;
  doComplete(uri: string, offset: number, settings: Settings): Promise<readonly Completion[]>;
  /** One line on a completion's `subject`, and its full card as markdown. */
  resolveCompletion(subject: string, locale: Locale): { readonly detail: string; readonly card: string } | undefined;
  /** Fixes of the findings that touch `span`, each with its finding. */
  doCodeActions(uri: string, span: Span, settings: Settings): Promise<readonly { readonly finding: Finding; readonly fix: Fix }[]>;
  /** The preferred fixes of all findings of the document that do not overlap. */
  doFixAll(uri: string, settings: Settings): Promise<readonly Edit[]>;
  /** A handler for the call around `offset`, as edits of which the last holds snippet placeholders; undefined where none can stand. */
  doInsertHandler(uri: string, offset: number, settings: Settings): Promise<readonly Edit[] | undefined>;
  /** Where the document handles, forgets or names errors; nothing in code that is not about PlusAuth, and in documents without code. */
  doSurvey(uri: string, settings: Settings): Promise<readonly Sighting[]>;
  /** The names that the code or record at `offset` is about; empty where it is not about PlusAuth. */
  doNames(uri: string, offset: number, settings: Settings): Promise<readonly string[]>;
  /** What belongs to the name, status or handler's head at `offset`. */
  doHighlight(uri: string, offset: number, settings: Settings): Promise<readonly Span[]>;
  /** Hints in a part of the document, of the kinds that the settings want. */
  doHints(uri: string, span: Span, settings: Settings): Promise<readonly Hint[]>;
  doContext(uri: string, settings: Settings): Promise<ContextReport>;
  /** Links on the error names of a log or a JSON document; none in code. */
  doLinks(uri: string, settings: Settings): Promise<readonly Link[]>;
  /** The error names in a line of a terminal. `folder` is the URI of the one it works in, whose project can tell that its errors are PlusAuth's. */
  recordLinks(text: string, folder: string | undefined, settings: Settings): Promise<readonly RecordLink[]>;

  /** Endings of the files that hold code the core reads, with their dot and in lower case. */
  readonly extensions: readonly string[];
  /** VS Code's language identifier for such a file; undefined for others. */
  languageOfFile(path: string): string | undefined;
  /** The entries that a query finds by name, status or words, the best first. */
  search(query: string, locale: Locale): readonly LookUpItem[];
  assistTexts(locale: Locale): AssistTexts;
  /** What a search through a workspace says. */
  findTexts(locale: Locale): FindTexts;
  lookUp(locale: Locale): readonly LookUpItem[];
  /** The card of a name (`already_exists`, any spelling) or a status (`409`), as markdown. */
  card(nameOrStatus: string, locale: Locale): string | undefined;
  /** Explains a pasted response: JSON body, header block, log line. Markdown. */
  explain(text: string, locale: Locale): string;

  /** Is called when an answer is on its way and there is time: does what was put off for its sake. What nobody has called this for is done with what comes next. Says whether anything is left for `settle`. */
  rest(): boolean;
  /** Is called when nothing has been typed for a moment: reads anew what was read in part and is broken code. Gives the URIs of the documents of which something else can be said now. */
  settle(): readonly string[];
  dispose(): void;
}
