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
  /** The client answers `readFileRequest`, `readDirectoryRequest`, `listDirectoryRequest` and `readAssetRequest`. */
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
  /** Hints behind code; none unless switched on. */
  readonly inlayHints?: { readonly status?: boolean; readonly missing?: boolean };
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

/** A record in a log. */
export interface LogPlace {
  /** Index in `files`. */
  readonly file: number;
  /** Bytes before the record, of what a compressed file unpacks to. */
  readonly offset: number;
  /** Zero-based; lines end with a line feed. */
  readonly line: number;
  /** Milliseconds since the epoch; null where the record has no time. */
  readonly time: number | null;
}

/** Errors of one kind: of one name, or of one status in records that carry no name. */
export interface LogKind {
  /** What the other parts call this kind: the name, or the status in digits. */
  readonly key: string;
  /** Null where only a status tells of the errors. */
  readonly name: string | null;
  /** `409`, or a pattern such as `5xx`. */
  readonly status: string;
  readonly count: number;
  /** Of all errors, from 0 to 1. */
  readonly share: number;
  /** Milliseconds since the epoch; null where no record has a time. */
  readonly first: number | null;
  readonly last: number | null;
  /** Errors whose record has no time: they are in no bucket. */
  readonly timeless: number;
  /** Errors whose status never comes with the name. */
  readonly contradictions: number;
  /** Whose turn it is: `fix` the code or the set-up, `handle` it in the program, `retry`. Null for a status that no documented error has. */
  readonly turn: 'fix' | 'handle' | 'retry' | null;
  /** The next thing to do, as markdown in the language of the settings. Our advice, not PlusAuth's words. */
  readonly next: string | null;
  /** The first records of the kind, at most 20. */
  readonly places: readonly LogPlace[];
}

/** What some logs hold. Counts are exact. */
export interface LogAnalysis {
  /** For `exportLogsRequest`; the last few analyses are kept. */
  readonly id: number;
  /** URIs of the logs that were read. */
  readonly files: readonly string[];
  /** Unpacked. */
  readonly bytes: number;
  readonly lines: number;
  /** Records with at least one error. */
  readonly records: number;
  /** Errors: a record with two names is two. */
  readonly events: number;
  /** Of all errors; milliseconds since the epoch, null where no record has a time. */
  readonly first: number | null;
  readonly last: number | null;
  /** The most frequent first. */
  readonly kinds: readonly LogKind[];
  /** The timeline: at most some 240 buckets from `first` to `last`. Buckets start at multiples of `milliseconds` since the epoch; empty ones are left out. */
  readonly timeline: { readonly milliseconds: number; readonly buckets: readonly { readonly start: number; readonly byKind: Readonly<Record<string, number>> }[] };
  /** The busiest first, at most 50. `path` has `{id}` where it names one of many. */
  readonly requests: readonly { readonly method: string | null; readonly path: string; readonly count: number; readonly byKind: Readonly<Record<string, number>> }[];
  /** Records whose name and status never occur together; `places` are the first ones, at most 200. */
  readonly contradictions: { readonly count: number; readonly places: readonly (LogPlace & { readonly name: string; readonly status: number })[] };
  /** What was not read, and why, as a sentence in the language of the settings. */
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
}

export interface AnalyzeLogsParams extends AboutDocument {
  /** URIs of files and folders. In a folder, what is called like a log is read. */
  readonly uris: readonly string[];
  /** Only what is in a range of time, the end not included; milliseconds since the epoch. With either, errors without a time are left out. */
  readonly since?: number;
  readonly until?: number;
  /** Where times without zone are from, in minutes ahead of UTC; the server's own zone if not given. */
  readonly zone?: number;
  /** Chosen by the client: named in the notifications of progress, which are sent only if it is given. */
  readonly progress?: string;
}

export interface LogProgress {
  readonly progress: string;
  /** Bytes read so far, unpacked, and errors found in them. */
  readonly bytes: number;
  readonly events: number;
}

/** What becomes of errors at a place: code there handles them, a handler there forgets them, or they are merely named. */
export interface SurveyPlace {
  readonly range: Range;
  readonly standing: 'handled' | 'missing' | 'mentioned';
  readonly names: readonly string[];
  /** The line of the place, without white space around it; cut where it is very long. */
  readonly line: string;
}

/** The places of one file, in the order of the text. */
export interface FileSurvey {
  readonly uri: string;
  readonly places: readonly SurveyPlace[];
}

/** How far a survey is: files looked at since its beginning, and what was found since the last time. */
export interface SurveyProgress {
  /** The number that the request was given. */
  readonly id: number;
  readonly searched: number;
  readonly files: readonly FileSurvey[];
}

export interface FileBytes {
  readonly kind: 'bytes';
  readonly bytes: Uint8Array;
  /** When it was written last, in milliseconds since the epoch. */
  readonly written: number;
}

/** What the client makes of a URI: a file's bytes, or why there are none. */
export type WholeFile =
  | FileBytes
  | { readonly kind: 'folder' | 'missing' | 'permission' }
  /** No file system is known for its scheme. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'tooLarge'; readonly size: number; readonly most: number }
  | { readonly kind: 'unread'; readonly why: string };

/** A query that finds the records of an error where logs of many machines are kept. */
export interface LogQuery {
  readonly engine: string;
  /** The engine's name, as its makers write it. */
  readonly title: string;
  readonly query: string;
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
/**
 * What some logs hold. Runs beside everything else, however long it takes, and tells its progress some times a second; `$/cancelRequest` stops it at once.
 * What is no file of the server's machine is read through the client. Null where nobody can read: in a web worker, when the client offers no files.
 */
export const analyzeLogsRequest = method<AnalyzeLogsParams, LogAnalysis | null>('analyzeLogs');
/** Notification from the server. */
export const analyzeLogsProgress = method<LogProgress, void>('analyzeLogsProgress');
/** An analysis as one JSON document or one CSV table, by minute, as the command line prints it; null when it is no longer kept. */
export const exportLogsRequest = method<{ readonly id: number; readonly format: 'json' | 'csv' }, string | null>('exportLogs');
/** The text of the record at a place, for files that an editor cannot open; at most 64 KB of it. Null when it is not there any more. */
export const logRecordRequest = method<{ readonly uri: string; readonly offset: number }, string | null>('logRecord');
/** The queries for a name or a status, one for each engine; `fields` are the setting `logs.fields`. Null when the subject is neither. */
export const logQueriesRequest = method<{ readonly subject: string; readonly fields?: unknown }, readonly LogQuery[] | null>('logQueries');
/** Null where no handler can stand. */
export const insertHandlerRequest = method<{ readonly uri: string; readonly position: Position }, InsertedHandler | null>('insertHandler');

/** Surveys the open documents and the workspace's folders. What is found is sent along the way; the answer says how many files were looked at. */
export const surveyRequest = method<{ readonly id: number }, { readonly searched: number }>('survey');
/** Surveys files again that were opened, changed, created or deleted; a file of which nothing is to be said comes without places. */
export const surveyFilesRequest = method<{ readonly uris: readonly string[] }, readonly FileSurvey[]>('surveyFiles');
/** A notification from the server, while a survey runs. */
export const surveyProgress = method<SurveyProgress, void>('surveyProgress');

/** A notification from the server: settings, manifests or what is committed beside the files changed, so all files may be judged otherwise. */
export const surveyOutdated = method<void, void>('surveyOutdated');

/** For assistants: the cards of the errors that a name, a status or words find, as markdown, or what to ask instead. */
export const assistLookUpRequest = method<AboutDocument & { readonly query: string }, string>('assistLookUp');
/** For assistants: the findings of a file, open or not, or of a part of it, as text. `path` is how the answer calls it. */
export const assistCheckRequest = method<{ readonly uri: string; readonly path: string; readonly lines?: { readonly first: number; readonly last: number } }, string>('assistCheck');

// Asked by the server: it reaches what lies on another machine, in a browser or in a virtual file system through the client only.
/** Text of a file; null when there is none, or it cannot be read. */
export const readFileRequest = method<{ readonly uri: string }, string | null>('readFile');
/** Names in a folder; empty when there is none, or it cannot be read. */
export const readDirectoryRequest = method<{ readonly uri: string }, readonly string[]>('readDirectory');
/** Files and folders in a folder, links left out; empty when there is none, or it cannot be read. */
export const listDirectoryRequest = method<{ readonly uri: string }, readonly { readonly name: string; readonly folder: boolean }[]>('listDirectory');
/** A file as a whole, for the analysis of logs. `base64`: as text, for messages that carry no bytes; then less fits into one. Sizes in bytes. */
export const readBytesRequest = method<{ readonly uri: string; readonly base64: boolean }, WholeFile | (Omit<FileBytes, 'kind' | 'bytes'> & { readonly kind: 'base64'; readonly bytes: string })>('readBytes');
/** Bytes of a file shipped with the extension. Only for a server in a web worker, whose messages carry bytes as they are. Fails when there is no such file. */
export const readAssetRequest = method<{ readonly name: string }, Uint8Array>('readAsset');

/** First message of a server in a web worker, before the protocol begins: it was loaded, and listens. */
export const WORKER_LISTENS = 'plusauthErrors: listening';
