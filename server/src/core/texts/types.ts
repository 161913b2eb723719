import type { Turn } from '../catalog/types';
import type { FindingCode } from '../model/finding';

/** What a name or a status of the catalogue is meant by another status. */
export interface MeantStatus {
  readonly status: number;
  readonly names: readonly string[];
}

/** What a rule says. */
export interface FindingTexts {
  /** `names` are shown (the likeliest, at most three), `more` is how many others; `everything` when no error is handled at all. */
  unhandledError(what: { readonly names: readonly string[]; readonly more: number; readonly everything: boolean }): string;
  /** Strict mode, where a fallback exists. */
  onlyFallback(what: { readonly names: readonly string[]; readonly more: number }): string;
  unknownError(found: string, suggestion: string): string;
  /** `expected` as shown: `409` or `5xx`. */
  statusMismatch(name: string, status: number, expected: string): string;
  /** `what` never gets here; `takenBy` is the status or name of the earlier branch when it differs. */
  unreachableBranch(what: string | number, takenBy?: string | number): string;
  undocumentedStatus(status: number, meant?: MeantStatus): string;
  swallowedError(kind: 'catch' | 'fallback' | 'logOnly'): string;
  unusedSuppression(code?: FindingCode): string;
  /** Related information of a table: where it is indexed. */
  readonly lookedUpHere: string;
  /** Related information of a branch that never runs. */
  readonly handledHere: string;
}

/** Titles of quick fixes, in the imperative. */
export interface FixTexts {
  addFallback(kind: 'rethrow' | 'report'): string;
  addAllMissing(count: number): string;
  addOne(name: string): string;
  addByStatus(count: number): string;
  changeName(to: string): string;
  changeStatus(to: number | string): string;
  readonly removeBranch: string;
  readonly removeSuppression: string;
  readonly insertHandler: string;
  readonly rethrow: string;
  /** Silence on this line, or in this file. */
  suppress(code: FindingCode, where: 'line' | 'file'): string;
}

/** Why the product speaks in a document or not. Each is a whole sentence. */
export interface ReasonTexts {
  import(evidence: string): string;
  identifier(evidence: string): string;
  url(evidence: string): string;
  comment(evidence: string): string;
  manifest(name: string): string;
  handlerNames(names: readonly string[]): string;
  readonly always: string;
  readonly never: string;
  readonly nothing: string;
}

export interface CompletionTexts {
  /** Behind a name: its status, and whether it is handled already. */
  name(status: string, handled: boolean): string;
  status(names: readonly string[]): string;
  branch(name: string, status: string): string;
  /** Label and detail of the item that inserts all missing branches. */
  allMissing(count: number): string;
  readonly fallback: string;
  handler(variable: string): string;
  readonly retry: string;
  /** A comment in the code that repeats a call. */
  readonly retryCaution: string;
}

export interface CardTexts {
  /** Whose sentence the quotation is. */
  readonly quoted: string;
  /** Label of the translation of PlusAuth's sentence, or undefined where none is needed. */
  readonly translation: string | undefined;
  readonly advice: string;
  readonly turn: Readonly<Record<Turn, string>>;
  readonly causes: string;
  readonly check: string;
  retryable(yes: boolean): string;
  readonly careful: string;
  readonly confused: string;
  statusTitle(status: string): string;
  readonly nameColumn: string;
  readonly sentenceColumn: string;
  readonly turnColumn: string;
  readonly shortTurn: Readonly<Record<Turn, string>>;
  oneName(name: string): string;
  manyNames(count: number, status: number): string;
  readonly serverRange: string;
  readonly refreshOnce: string;
  notDocumented(status: number): string;
  meant(what: MeantStatus): string;
  readonly incomplete: string;
}

export interface ExplainTexts {
  readonly title: string;
  /** Nothing to explain: what was expected. */
  readonly empty: string;
  readonly nothingFound: string;
  record(index: number, count: number): string;
  readonly inconsistent: string;
  readonly cut: string;
  more(count: number): string;
  times(count: number): string;
  nameAndStatus(name: string, status: number, expected: string): string;
  bodyAndLine(body: string, line: number): string;
  nameAndLine(name: string, line: number, expected: string): string;
  noStatus(found: string): string;
  success(status: number): string;
  noError(status: number): string;
  otherName(name: string, origin: 'oauth' | 'login' | 'client', source: string): string;
  alsoOAuth(name: string): string;
  /** Here and in the next two `name` is markdown: what was found, as code. */
  misspelt(name: string, suggestion: string): string;
  spelling(name: string, catalogue: string): string;
  unknownName(name: string): string;
  readonly html: string;
  readonly noName: string;
  retryAfter(value: string): string;
  description(text: string): string;
}

/** What a record of a log says of its error. */
export interface LogTexts {
  /** Title of what stands in the record. */
  readonly inRecord: string;
  /** All of these take markdown. */
  description(text: string): string;
  request(text: string): string;
  status(text: string): string;
  /** `expected` as shown: `409` or `5xx`. What was logged has happened, so there is nothing to change in it. */
  contradiction(name: string, status: number, expected: string): string;
  /** Tooltip of a link on a name. */
  readonly openReference: string;
  /** Tooltip of a link in the terminal. */
  openCard(name: string): string;
}

/** What the search for errors in a document or workspace says. */
export interface FindTexts {
  /** Of one place: what becomes of the error there. */
  readonly handled: string;
  readonly missing: string;
  /** Tooltip of a status behind a name; `status` as shown. */
  statusOf(name: string, status: string): string;
  /** Behind a handler's head. */
  missingCount(count: number): string;
  missingNames(names: readonly string[]): string;
  /** Title of a search through the workspace, and how far it is. */
  readonly searching: string;
  searched(files: number): string;
}

/** What an assistant is told: plain text and markdown that it can act on. */
export interface AssistTexts {
  /** Nothing was found by these words; `names` are all there are. */
  notFound(query: string, names: readonly string[]): string;
  noQuery(): string;
  noFile(path: string): string;
  unread(path: string, extensions: readonly string[]): string;
  /** `why` is a whole sentence. */
  silent(path: string, why: string): string;
  clean(path: string): string;
  findings(path: string, count: number): string;
  fixes(titles: readonly string[]): string;
  handled(names: readonly string[]): string;
  readonly advice: string;
}

/** Every sentence of the core that a user sees. */
export interface Texts {
  readonly finding: FindingTexts;
  readonly fix: FixTexts;
  readonly reason: ReasonTexts;
  readonly completion: CompletionTexts;
  readonly card: CardTexts;
  readonly explain: ExplainTexts;
  readonly log: LogTexts;
  readonly find: FindTexts;
  readonly assist: AssistTexts;
}
