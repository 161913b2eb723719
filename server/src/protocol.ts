/** All that client and server share beyond the Language Server Protocol. Imports nothing, so that the client never pulls in server code. */

/** Section of the settings, and prefix of the commands and of the custom methods. */
export const SECTION = 'plusauthErrors';

/** `source` of every diagnostic. */
export const DIAGNOSTIC_SOURCE = 'PlusAuth';

/** Kind of the code action that applies all preferred fixes of a file. */
export const FIX_ALL_KIND = 'source.fixAll.plusauth';

/** What the client tells the server once, at the start. All of it is optional: a bare LSP client sends nothing. */
export interface InitializationOptions {
  /** URI of the folder that holds one page per rule (`<code>.md`). */
  readonly docs?: string;
  /** Settings for a client that cannot answer `workspace/configuration`. */
  readonly settings?: RawSettings;
  /** The client answers `readFileRequest`, `readDirectoryRequest` and `readAssetRequest`. */
  readonly files?: boolean;
}

export type ContextMode = 'auto' | 'always' | 'never';

/** The settings section as users write it; every part may be missing or wrong. */
export interface RawSettings {
  readonly context?: ContextMode;
  /** By rule, in camel case (`unhandledError`) or as the rule's code (`unhandled-error`). */
  readonly severity?: Readonly<Record<string, string>>;
  readonly strict?: boolean;
  readonly language?: 'auto' | 'en' | 'tr';
}

/** A custom request; the type parameters exist for the compiler only. */
export interface Method<P, R> {
  readonly name: string;
  readonly types?: (params: P) => R;
}

const method = <P, R>(name: string): Method<P, R> => ({ name: `${SECTION}/${name}` });

/** Zero-based, in UTF-16 code units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Names the document whose settings decide the language of an answer; without it the defaults do. */
export interface AboutDocument {
  readonly uri?: string;
}

/** Whether the product speaks in a document, why, and what it found there. */
export interface Status {
  readonly speaks: boolean;
  /** A sentence in the language of the texts. */
  readonly reason: string;
  /** Where the evidence is in the document, if it is there. */
  readonly evidence?: Range;
  /** URI of the manifest that decided, if one did. */
  readonly manifest?: string;
  readonly mode: ContextMode;
  /** Number of findings in the document. */
  readonly findings: number;
}

/** One entry of the look-up list. */
export interface LookUpEntry {
  readonly name: string;
  /** `409`, or a pattern such as `5xx`. */
  readonly status: string;
  readonly description: string;
  /** Words this entry is found by as well, in every language. */
  readonly keywords: string;
}

export interface InsertedHandler {
  /** Version of the document the edits are for. */
  readonly version: number;
  /** The last one holds snippet placeholders. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** An error name in a line, in UTF-16 code units. */
export interface RecordLink {
  readonly start: number;
  readonly length: number;
  readonly name: string;
  readonly tooltip: string;
  /** The error's card with what the line says of it, as markdown. */
  readonly card: string;
}

/** Null when the document is not open. */
export const statusRequest = method<{ readonly uri: string }, Status | null>('status');
export const lookUpRequest = method<AboutDocument, readonly LookUpEntry[]>('lookUp');
/** The full card of a name or a status, as markdown; null when it is neither. */
export const cardRequest = method<AboutDocument & { readonly subject: string }, string | null>('card');
/** An explanation of a pasted response, as markdown. */
export const explainRequest = method<AboutDocument & { readonly text: string }, string>('explain');
/** The error names in a line of a terminal; `uri` is the folder it works in, whose settings and project count. */
export const recordLinksRequest = method<AboutDocument & { readonly text: string }, readonly RecordLink[]>('recordLinks');
/** Null where no handler can stand. */
export const insertHandlerRequest = method<{ readonly uri: string; readonly position: Position }, InsertedHandler | null>('insertHandler');

// Asked by the server: it reaches what lies on another machine, in a browser or in a virtual file system through the client only.
/** Text of a file; null when there is none, or it cannot be read. */
export const readFileRequest = method<{ readonly uri: string }, string | null>('readFile');
/** Names in a folder; empty when there is none, or it cannot be read. */
export const readDirectoryRequest = method<{ readonly uri: string }, readonly string[]>('readDirectory');
/** Bytes of a file shipped with the extension. Only for a server in a web worker, whose messages carry bytes as they are. Fails when there is no such file. */
export const readAssetRequest = method<{ readonly name: string }, Uint8Array>('readAsset');

/** First message of a server in a web worker, before the protocol begins: it was loaded, and listens. */
export const WORKER_LISTENS = 'plusauthErrors: listening';
