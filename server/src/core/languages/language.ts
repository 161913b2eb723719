import type { Code } from '../model/code';
import type { SyntaxNode } from '../syntax/node';
import type { Span } from '../model/span';

/** What a language is to the product: all that differs between languages, and nothing about errors. */
export interface Language {
  /** VS Code's language identifiers that it serves, each with the file extensions that mean it. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** File name of its grammar. */
  readonly grammar: string;
  /** Node types whose children are analysed one by one: bodies of classes, namespaces, test suites. */
  readonly containers: ReadonlySet<string>;
  /** Statements that run one after the other at the top of a file: neighbours are analysed together, for what one leaves the next may handle. */
  readonly loose: ReadonlySet<string>;
  readonly comment: CommentForms;
  /** Lowers a piece of syntax tree; `text` is the source of that piece. */
  lower(node: SyntaxNode, text: string): Code;
  readonly idioms: Idioms;
  readonly templates: Templates;
  /** A document that holds other languages in parts of it. */
  readonly embedding?: Embedding;
}

export interface CommentForms {
  readonly line: string;
  readonly block?: readonly [open: string, close: string];
}

/** Names with a meaning in the language's standard library and customs. */
export interface Idioms {
  /** Methods that ask a collection whether it holds their argument. */
  readonly membership: ReadonlySet<string>;
  /** Functions of (collection, value) that ask the same: `Object.hasOwn`. */
  readonly membershipFunctions: ReadonlySet<string>;
  /** Methods that look a key up. */
  readonly lookup: ReadonlySet<string>;
  /** Methods and functions that give their operand in another form: `toString`, `String`, `json`. */
  readonly transparent: ReadonlySet<string>;
  /** Constructors and functions that make a collection of their argument: `Set`, `Object.freeze`. */
  readonly collections: ReadonlySet<string>;
  /** Methods whose function argument receives a rejected call's error. */
  readonly rejection: ReadonlySet<string>;
  /** Results that report success rather than go on with a value. */
  readonly success: RegExp;
  /** Results that say nothing: `null`, `None`. */
  readonly nothing: RegExp;
  /** Generic modules whose imports say nothing about where an error comes from: HTTP clients, frameworks. */
  readonly neutralModules: RegExp;
}

/** Style of the code around an insertion, read from the document. */
export interface Style {
  readonly indent: string;
  readonly eol: string;
  readonly quote: string;
  /** `;` or ''. */
  readonly terminator: string;
}

/** How branches are written. Each function gives lines without indentation of the place; `indent` is one level. */
export interface Templates {
  readonly quotes: readonly string[];
  literal(name: string, style: Style): string;
  /** Statement that passes an error value on: `throw err;`. */
  rethrow(value: string, style: Style): string;
  /** Statement that raises a new error with a text made of a constant and an expression. */
  raise(message: string, expression: string, style: Style): string;
  switchCase(tests: readonly string[], body: readonly string[], style: Style): readonly string[];
  switchOn(subject: string, cases: readonly string[], style: Style): readonly string[];
  switchDefault(body: readonly string[], style: Style): readonly string[];
  elseIf(test: string, body: readonly string[], style: Style): string;
  otherwise(body: readonly string[], style: Style): string;
  /** A statement of its own: lines. */
  when(test: string, body: readonly string[], style: Style): readonly string[];
  both(a: string, b: string): string;
  atLeast(subject: string, status: number): string;
  /** An expression that is a function which runs one statement. */
  callback(param: string, statement: string, style: Style): string;
  /** A piece of user interface that is shown under a condition. */
  shownWhen?(test: string, subject: string): string;
  comment(text: string): string;
  readonly leave: (style: Style) => string;
  equals(subject: string, literal: string): string;
  /** A condition that holds when the subject is none of the literals. */
  noneOf(subject: string, literals: readonly string[]): string;
  tableEntry(key: string, value: string, style: Style): string;
  /** An expression that gives `fallback` where `expression` gives nothing. */
  orElse(expression: string, fallback: string): string;
  interpolate(text: string, expression: string, style: Style): string;
}

/** Finds the parts of a document that are written in another language. */
export interface Embedding {
  /** Language id and span of each part, from the outer tree. */
  parts(root: SyntaxNode, text: string): readonly { readonly languageId: string; readonly span: Span }[];
  /** The document's own control flow, lowered; `expression` lowers a piece of embedded code. Undefined where it has none. */
  lowerMarkup?(root: SyntaxNode, text: string, expression: (languageId: string, span: Span) => Code | undefined): Code | undefined;
}
