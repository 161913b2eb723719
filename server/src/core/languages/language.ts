import type { LanguageId } from './files';
import type { Code } from '../model/code';
import type { SyntaxNode } from '../syntax/node';
import type { Seams } from '../syntax/seams';
import type { Embedding } from './embedded';
import type { Layout } from './layout';

/** What a language is to the product: all that differs between languages, and nothing about errors. */
export interface Language {
  /** VS Code's language identifiers that it serves. */
  readonly ids: readonly LanguageId[];
  /** File name of its grammar. */
  readonly grammar: string;
  /** Node types whose children are analysed one by one: bodies of classes, namespaces, test suites. */
  readonly containers: ReadonlySet<string>;
  /** Containers shorter than this are analysed whole: what they declare is known to their parts. In UTF-16 units. */
  readonly opensFrom?: number;
  /** Statements that run one after the other at the top of a file: neighbours are analysed together, for what one leaves the next may handle. */
  readonly loose: ReadonlySet<string>;
  /** Node types that are one piece with the node behind them, where the grammar puts the parts of a declaration side by side. */
  readonly leading?: ReadonlySet<string>;
  /** Where a file can be cut into pieces that are read apart; a file of a language without any is read whole. */
  readonly seams?: Seams;
  /** A text of the same length, in which what the grammar stumbles over is blank. */
  readonly readable?: (text: string) => string;
  /** What a piece of a file needs in front to be read by itself, unless a text has it: `<?php`. */
  readonly opening?: { readonly text: string; readonly has: RegExp };
  readonly comment: CommentForms;
  /** Lowers a piece of syntax tree; `text` is the source of that piece. */
  lower(node: SyntaxNode, text: string): Code;
  readonly idioms: Idioms;
  readonly templates: Templates;
  /** How the HTTP clients in use show a failed call; the first one whose `callee` matches counts. */
  readonly clients: readonly Client[];
  readonly typing: Typing;
  /** A document that holds other languages in parts of it: the grammar is that of its markup, all the rest is about the code in the markup. */
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
  /** Methods that read the field whose name is their argument: `body.get("error")`, `body.dig("error", "code")`. */
  readonly fields?: ReadonlySet<string>;
  /** Look-ups that throw where there is no such key and no default is given: `fetch`. */
  readonly loudLookup?: ReadonlySet<string>;
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
  /** Whether a parameter that is looked at as `compared` can be thrown as it is; left out where anything can. */
  throwable?(name: string, type: string | undefined, compared: string): boolean;
  /** Whether nothing but a message can be read of a caught error of a type, without a cast: the root of all errors. */
  plainError?(type: string | undefined): boolean;
  /** Matches types of caught values that say nothing of them. */
  readonly opaque?: RegExp;
  /** Classes of errors that say the status of the answer, by the last part of their name: from, to. */
  readonly statusClasses?: Readonly<Record<string, readonly [from: number, to: number]>>;
  /** Methods of a response that ask for a range of statuses. */
  readonly statusMethods?: Readonly<Record<string, readonly [from: number, to: number]>>;
  /** Members of the file's enumerations stand without their owner where they are compared: `case NOT_FOUND`. */
  readonly bareMembers?: boolean;
  /** Errors are values: the variable that a call's error is put in may as well hold nothing. */
  readonly errorsAreValues?: boolean;
  /** Classes and instances of errors that never carry an API's answer, as written: `context.Canceled`. */
  readonly otherErrors?: RegExp;
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
  /** Braces open on lines of their own. */
  readonly bracesBelow: boolean;
  /** Types of what the function around gives back, as written; undefined where that is not known. */
  readonly results?: readonly string[];
  /** The document that it was read from. */
  readonly document: string;
}

/** Where in an error value a client puts what the server answered. */
export interface Client {
  /** Matches the call, or what its object was made with: `axios.post`, `ky.create`. */
  readonly callee: RegExp;
  /** A failed call gives a response that must be asked, with this condition; otherwise it throws. */
  readonly failed?: (response: string) => string;
  /** From the error value to the answer's fields. */
  readonly body: readonly string[];
  /** From the error value to the HTTP status. */
  readonly status: readonly string[];
  /** The last step to the body is a method that takes time. */
  readonly deferred?: boolean;
  /** What it throws: where `by` matches the tried code, `type` or one of its kind is caught, which leads to the answer in its own way. */
  readonly thrown?: { readonly by: RegExp; readonly type: string; readonly body: readonly string[]; readonly status: readonly string[] };
}

/** What tells half-typed code apart, for completion: all texts end or start at the cursor, blanks before it left out. */
export interface Typing {
  /** Quotes between which a text may go on over several lines; those of several characters are listed before their parts. */
  readonly multiline: Iterable<string>;
  /** Matches where a value is expected next. */
  readonly value: RegExp;
  /** Matches where a statement or case can start. */
  readonly statement: RegExp;
  /** What a literal lacks to make the code around it whole; `open` is the innermost open bracket, `closing` closes all of this line. */
  tail(before: string, after: string, open: string, closing: string): string;
  /** Matches a line at the margin that goes on with what stands above it: `else`, `except`. */
  readonly continues?: RegExp;
  /** A statement or case that can stand in a block, by the line that opens that; only where indentation makes blocks. */
  filler?(header: string): string;
  /** Whether a text imports a class under this name so that values can be asked for it. */
  imports(text: string, name: string): boolean;
}

/** What a repeated call is made of. */
export interface Retry {
  /** The error value that was caught. */
  readonly value: string;
  /** The variable that holds the latest error; `transient` is a condition on it. */
  readonly failure: string;
  readonly transient: string;
  /** The statements to repeat, and whether they leave by themselves when they succeed. */
  readonly body: readonly string[];
  readonly leaves: boolean;
  /** The type of the error, where its clause names one. */
  readonly type?: string;
  readonly caution: string;
}

/** How a branch is written where there is a choice: on lines of its own, with braces of its own, on one line, or as an arm that is one expression, with the separator behind it. */
export type BranchForm = 'lines' | 'braces' | 'line' | 'arm';

/** How branches are written. Each function gives lines without indentation of the place; `indent` is one level. */
export interface Templates {
  readonly layout: Layout;
  readonly quotes: readonly string[];
  /** A text; `sample` is what stands beside it: in some languages names have a form of their own. */
  literal(name: string, style: Style, sample?: string): string;
  /** Statement that passes an error value on: `throw err;`. `caught` says that it stands in the clause that caught it. */
  rethrow(value: string, style: Style, caught?: boolean): string;
  /** Statement that raises a new error with a text made of a constant and an expression. */
  raise(message: string, expression: string, style: Style): string;
  /** What stands in a case of patterns to take what meets a condition: `_ when condition`; undefined where cases are not patterns. */
  guardedCase?(condition: string, form: BranchForm): string;
  /** A literal as a case of a switch on `subject` asks for it; `sample` is another case's head, if there is one. */
  caseTest?(literal: string, subject: string, sample: string): string;
  switchCase(tests: readonly string[], body: readonly string[], style: Style, form?: BranchForm): readonly string[];
  switchOn(subject: string, cases: readonly string[], style: Style): readonly string[];
  switchDefault(body: readonly string[], style: Style, form?: BranchForm): readonly string[];
  /** What follows right behind the link before, its line break included where it has a line of its own. */
  elseIf(test: string, body: readonly string[], style: Style): string;
  otherwise(body: readonly string[], style: Style): string;
  /** A statement of its own: lines. */
  when(test: string, body: readonly string[], style: Style, form?: BranchForm): readonly string[];
  both(a: string, b: string): string;
  atLeast(subject: string, status: number): string;
  /** An expression that is a function which runs one statement; undefined where that needs to know its type. */
  callback(param: string, statement: string, style: Style): string | undefined;
  /** A piece of user interface that is shown under a condition; undefined where it cannot be written. */
  shownWhen?(test: string, subject: string): string | undefined;
  /** Matches what stands behind such a piece, before the next; a closing brace where this is left out. */
  readonly shownEnds?: RegExp;
  /**
   * One more link of a chain of such pieces, to stand where the last one's content ends; undefined where it cannot be written.
   * `indent` is that of the chain, `inline` says that its content stands on one line.
   */
  shownElse?(test: string, subject: string, indent: string, inline: boolean, style: Style): string | undefined;
  comment(text: string): string;
  readonly leave: (style: Style) => string;
  equals(subject: string, literal: string): string;
  /** Conditions that hold when a variable holds an error, and when a text is not empty; left out where the value is a condition by itself. */
  isError?(value: string): string;
  isText?(expression: string): string;
  /** A condition that holds when the subject is none of the literals. */
  noneOf(subject: string, literals: readonly string[]): string;
  /** An entry like those that the table has: `sample` is one of them, as written. */
  tableEntry(key: string, value: string, style: Style, sample: string): string;
  /** An expression that gives `fallback` where `expression` gives nothing; undefined where there is none. */
  orElse(expression: string, fallback: string, style: Style): string | undefined;
  interpolate(text: string, expression: string, style: Style): string;
  /** Reads a field of a field of an error value; `opaque` where the compiler knows nothing of the value. */
  field(value: string, path: readonly string[], opaque: boolean, style?: Style): string;
  /** Statements that bind the body of a response to a name, where reading it takes time or can fail. */
  bindBody(name: string, value: string, path: readonly string[], opaque: boolean, style: Style): string | readonly string[];
  /** Reads a field of a body that `bindBody` bound; as `field` does where left out. */
  answerField?(name: string, field: string): string;
  /** Passes on what is no instance of a class. */
  onlyInstances(value: string, type: string, style: Style): readonly string[];
  either(tests: readonly string[]): string;
  /** What stands for no value where something must be given back; left out where nothing need be. */
  readonly nothing?: string;
  /** A statement that gives a value back; nothing where `expression` is empty. */
  giveBack(expression: string, style: Style): string;
  /** An expression that waits for what another one promises. */
  waitFor(expression: string): string;
  /** A value as a number, whatever it is. */
  numeric(expression: string): string;
  /** Left out where the tried statements cannot be told from what follows when they succeed. */
  retry?(retry: Retry, style: Style): readonly string[];
  /** What surrounds statements whose errors are handled: their own lines are one level deeper. Errors that are values need none. */
  readonly attempt?: { readonly open: string | ((style: Style) => string); close(param: string, handler: readonly string[], style: Style, client: Client): readonly string[] };
  /** The head of a catch clause, as written, with a variable for what is caught; undefined where it has one or cannot get one. */
  bindCaught(head: string, param: string): string | undefined;
  /** Appended to an expression whose failure comes later. */
  rejection?(param: string, handler: readonly string[], style: Style): readonly string[];
  /** Whether a call is waited for, by the text before it. */
  isAwaited(before: string): boolean;
  /** Whether a function may wait, by its text. */
  mayWait(source: string): boolean;
}
