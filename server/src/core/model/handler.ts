import type { Call, Code, If, Index, Markup, RecordLiteral, Switch } from './code';
import type { Span } from './span';

/** One comparison of an error value with a constant. */
export interface Atom {
  readonly span: Span;
  /** The constant. */
  readonly operand: Code;
  /** The compared expression. */
  readonly compared: Code;
  readonly kind: 'name' | 'status';
  readonly name?: string;
  readonly status?: number;
  /** A text that is none of the 14 names. */
  readonly other?: string;
  readonly negated: boolean;
  /** The text is asked to be one of an enumeration's: what becomes of each is decided on later. */
  readonly parsed?: boolean;
  /** The compared part is one that names errors (`error`, `code`, `message`). */
  readonly onName: boolean;
}

/** A place in a handler that takes some errors. */
export interface Branch {
  readonly atoms: readonly Atom[];
  /** Its case label or condition. */
  readonly label: Span;
  /** The whole branch, as it would be removed. */
  readonly span: Span;
  /** Names it takes, as bits. */
  readonly takes: number;
  /** Nothing is left for it: every error it names was taken before. */
  readonly unreachable: boolean;
  /** The construct it belongs to, for edits. */
  readonly construct: Code;
}

/** Where the code of a handler is, by form, for edits. */
export type Construct =
  | { readonly form: 'switch'; readonly code: Switch; readonly on: 'name' | 'status' | 'condition' }
  | { readonly form: 'chain'; readonly first: If; readonly last: If }
  | { readonly form: 'table'; readonly table: RecordLiteral; readonly lookup: Index | Call; readonly declared: { readonly unit: number; readonly nameSpan: Span } | undefined }
  | { readonly form: 'markup'; readonly code: Markup; readonly last: Code }
  | { readonly form: 'expression'; readonly code: Code };

/** Where an error value comes from, as far as the code shows. */
export type Origin = 'plusauth' | 'foreign' | 'unknown';

/** Code that branches on the name or status of one error value. Sets of names are bits, in catalogue order. */
export interface Handler {
  readonly constructs: readonly Construct[];
  readonly head: Span;
  readonly branches: readonly Branch[];
  /** Named by a branch, directly or by status. */
  readonly handled: number;
  /** Vanish without a trace. */
  readonly missing: number;
  /** Reach only a fallback. */
  readonly deferred: number;
  /** The empty fallback that errors vanish in. */
  readonly swallowedBy: Span | undefined;
  /** Its branches compare members of an enumeration that texts are read as: a text is no case of it. */
  readonly ofMembers: boolean;
  /** Its coverage cannot be known, or it only answers yes or no. */
  readonly silent: boolean;
  readonly origin: Origin;
  /** Compared with at least one name. */
  readonly hasNames: boolean;
  /** The variable that holds the error, to pass it on; '' where the code took it apart. */
  readonly value: string;
  /** The expression compared with names, as written. */
  readonly nameExpression: string | undefined;
  readonly statusExpression: string | undefined;
  /** SDK calls the error can come from: `['users', 'create']`. */
  readonly calls: readonly (readonly [service: string, method: string])[];
  /** A success can reach the handler too, not only errors. */
  readonly successPossible: boolean;
  /** The error is thrown further by re-raising the same value: true in a catch body or where a rejected call is handled. */
  readonly throwable: boolean;
  /** The handler stands in the clause that caught the error. */
  readonly caught: boolean;
  /** Types of what the function around gives back, where they are written. */
  readonly results: readonly string[] | undefined;
}

/** A catch that does nothing. */
export interface EmptyCatch {
  readonly head: Span;
  readonly body: Span;
  readonly param: string | undefined;
  /** The declared type of what is caught. */
  readonly type: string | undefined;
  readonly logOnly: boolean;
  /** The clause is written as a function argument. */
  readonly isCallback: boolean;
  /** Types of what the function around gives back, where they are written. */
  readonly results?: readonly string[] | undefined;
  readonly calls: readonly (readonly [service: string, method: string])[];
}

/** A name and a status side by side. */
export interface Pair {
  readonly name: string;
  readonly status: number;
  readonly nameCode: Code;
  readonly statusCode: Code;
}
