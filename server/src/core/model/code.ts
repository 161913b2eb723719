import type { Span } from './span';

/**
 * Code as the recogniser sees it: the few shapes that matter for error handling, the same for every language.
 * Where a language has them as expressions, `switch`, `if`, `try`, blocks, `throw` and `return` stand in the place of one;
 * the last expression of their bodies is their value.
 * A language lowers its syntax tree to this; nothing behind it knows which language it was. Offsets are UTF-16 units.
 * What has no meaning for the value (parentheses, casts, `await`, non-null assertions, borrows) is lowered away.
 */
export type Code = Expression | Statement;

export type Expression =
  | StringLiteral
  | NumberLiteral
  | Interpolation
  | Name
  | Member
  | Index
  | Call
  | Binary
  | Logical
  | Not
  | Conditional
  | RecordLiteral
  | ListLiteral
  | FunctionLiteral
  | Assignment
  | Markup
  | Other;

export type Statement = Block | If | Switch | Try | Return | Throw | Jump | Declaration | Loop | ExpressionStatement | TypeDeclaration | Import;

/** A text constant; `content` lies between the quotes. */
export interface StringLiteral extends Span {
  readonly kind: 'string';
  readonly value: string;
  readonly content: Span;
  /** It is a name of the language's own rather than a text: `:conflict`. */
  readonly symbol?: boolean;
}
export interface NumberLiteral extends Span {
  readonly kind: 'number';
  readonly value: number;
}
/** A text with values in it. */
export interface Interpolation extends Span {
  readonly kind: 'interpolation';
  readonly parts: readonly Code[];
  /** The constant pieces, joined by U+FFFD where values stand. */
  readonly text: string;
}
export interface Name extends Span {
  readonly kind: 'name';
  readonly name: string;
}
export interface Member extends Span {
  readonly kind: 'member';
  readonly object: Code;
  readonly property: string;
  readonly propertySpan: Span;
  /** How it would be written, where a pattern asks for it without writing it: `ex.Error` in `ex is { Error: "x" }`. */
  readonly written?: string;
}
export interface Index extends Span {
  readonly kind: 'index';
  readonly object: Code;
  readonly index: Code;
  /** A key that is not there is thrown by the language itself. */
  readonly loud?: boolean;
  /** A text is read as a member of an enumeration, which is the object: `Code(rawValue: text)`, `Enum.Parse<Code>(text)`. */
  readonly parses?: boolean;
}
export interface Call extends Span {
  readonly kind: 'call';
  readonly callee: Code;
  readonly args: readonly Code[];
  readonly isNew: boolean;
}
export type BinaryOperator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'in' | 'instanceof' | 'div' | 'other';
export interface Binary extends Span {
  readonly kind: 'binary';
  readonly op: BinaryOperator;
  readonly left: Code;
  readonly right: Code;
  /** What `instanceof` binds to its left side where it holds: `x instanceof T t`, `x is T t`. */
  readonly binds?: Pattern;
}
export interface Logical extends Span {
  readonly kind: 'logical';
  readonly op: 'and' | 'or' | 'coalesce';
  readonly left: Code;
  readonly right: Code;
}
export interface Not extends Span {
  readonly kind: 'not';
  readonly operand: Code;
}
export interface Conditional extends Span {
  readonly kind: 'conditional';
  readonly test: Code;
  readonly then: Code;
  readonly otherwise: Code;
}
export interface RecordEntry extends Span {
  /** Undefined for a computed key or a spread. */
  readonly key: string | undefined;
  readonly keySpan: Span;
  /** A computed key, to be followed. */
  readonly keyCode?: Code;
  readonly value: Code | undefined;
}
/** A map literal: object, dictionary, `Map.of`. */
export interface RecordLiteral extends Span {
  readonly kind: 'record';
  readonly entries: readonly RecordEntry[];
}
/** An array, tuple or set literal. */
export interface ListLiteral extends Span {
  readonly kind: 'list';
  readonly items: readonly Code[];
}
export interface FunctionLiteral extends Span {
  readonly kind: 'function';
  readonly name: string | undefined;
  readonly params: readonly Pattern[];
  /** A block, or the expression that is the result. */
  readonly body: Code | undefined;
  /** The source texts of the types it gives back, where they are written; of several results the last tells of a failure. */
  readonly results?: readonly string[];
  /** The value of its last statement is given back. */
  readonly implicit?: boolean;
}
export interface Assignment extends Span {
  readonly kind: 'assignment';
  readonly target: Code;
  readonly value: Code;
}
/** A piece of user interface: what it shows, in order. */
export interface Markup extends Span {
  readonly kind: 'markup';
  readonly children: readonly Code[];
}
/** Anything else; its parts may still hold what matters. */
export interface Other extends Span {
  readonly kind: 'other';
  /** `typeof` and its like: the value's shape is asked, not the value. */
  readonly inspects?: boolean;
  readonly children: readonly Code[];
}

/** What a declaration, parameter or catch clause binds. */
export interface Pattern extends Span {
  /** The bound name; undefined when only fields are bound. */
  readonly name: string | undefined;
  /** `{ error: code }` binds `code` to the field `error`. */
  readonly fields: readonly { readonly key: string; readonly pattern: Pattern }[];
  /** The source text of its declared type, if it has one. */
  readonly type: string | undefined;
  readonly fallback: Code | undefined;
}

export interface Block extends Span {
  readonly kind: 'block';
  readonly body: readonly Code[];
  /** It holds a comment of its own: an empty block with one is a decision. */
  readonly commented: boolean;
}
export interface If extends Span {
  readonly kind: 'if';
  readonly test: Code;
  readonly then: Code;
  readonly otherwise: Code | undefined;
  /** From the keyword to the end of the condition. */
  readonly head: Span;
  /** The keyword before `otherwise`. */
  readonly elseSpan: Span | undefined;
  /** It is a link of the chain above, begun by a word of its own: `elif`, `elsif`. */
  readonly link?: boolean;
  /** Nothing can be joined to it: its condition stands behind its statement. */
  readonly alone?: boolean;
}
export interface SwitchCase extends Span {
  /** Empty for the default. */
  readonly tests: readonly Code[];
  readonly isDefault: boolean;
  readonly guard: Code | undefined;
  readonly body: readonly Code[];
  readonly commented: boolean;
  /** `case 'x':`, `'x' =>`. */
  readonly label: Span;
}
export interface Switch extends Span {
  readonly kind: 'switch';
  /** Undefined where the cases are conditions. */
  readonly subject: Code | undefined;
  readonly cases: readonly SwitchCase[];
  readonly head: Span;
  /** Between the braces, or the indented block. */
  readonly body: Span;
  /** A case without a jump at its end runs into the next one. */
  readonly fallsThrough: boolean;
  /** What no case takes is thrown by the language itself. */
  readonly throwsUnmatched?: boolean;
  /** Its cases are one expression each, with this between them; the span of a case holds the separator behind it. */
  readonly arms?: { readonly separator: string; /** An arm can be a block of statements, too. */ readonly statements?: boolean; /** Such a block needs no separator behind it. */ readonly blocks?: boolean; /** Stands between arms that share a line. */ readonly between?: string };
  /** Its cases are patterns, lowered to conditions: a condition by itself cannot stand in one. */
  readonly patterns?: boolean;
}
export interface CatchClause extends Span {
  readonly param: Pattern | undefined;
  /** A condition on what is caught; what does not meet it goes on by itself. */
  readonly filter?: Code;
  readonly body: Block;
  readonly head: Span;
}
export interface Try extends Span {
  readonly kind: 'try';
  readonly body: Code;
  readonly handlers: readonly CatchClause[];
  readonly finalizer: Code | undefined;
}
export interface Return extends Span {
  readonly kind: 'return';
  readonly value: Code | undefined;
  /** It tells the caller that all went well, whatever the value looks like. */
  readonly succeeds?: boolean;
}
export interface Throw extends Span {
  readonly kind: 'throw';
  readonly value: Code | undefined;
}
export interface Jump extends Span {
  readonly kind: 'break' | 'continue';
}
export interface Declaration extends Span {
  readonly kind: 'declaration';
  /** It binds the error of the failed call that is its initial value, as a catch clause does: `Err(e) =>`, `case .failure(let e)`. */
  readonly caught?: boolean;
  /** Its names are known in the whole function: the first assignment of a variable, in languages without declarations. */
  readonly hoisted?: boolean;
  /** The fields of its pattern are results of one call, each a value of its own: a response, and the error that comes instead. */
  readonly separate?: boolean;
  readonly pattern: Pattern;
  readonly init: Code | undefined;
}
export interface Loop extends Span {
  readonly kind: 'loop';
  readonly head: readonly Code[];
  readonly body: Code;
}
export interface ExpressionStatement extends Span {
  readonly kind: 'expression';
  /** Its value is nobody's, also where it stands last in a body whose last expression is the body's value. */
  readonly discarded?: boolean;
  readonly expression: Code;
}
/** An enumeration or class: members with constant values. */
export interface TypeDeclaration extends Span {
  readonly kind: 'type';
  readonly name: string | undefined;
  readonly isEnum: boolean;
  readonly members: readonly Code[];
}
export interface Import extends Span {
  readonly kind: 'import';
  readonly module: string;
  readonly names: readonly string[];
}

/** Gives the source of code in a text. */
export const sourceIn = (text: string) => (code: Span & { readonly written?: string }): string => code.written ?? text.slice(code.start, code.end);

/** The next link of a chain: an `else if`, also one with a statement of its own in front of the condition, which needs no braces. */
export function nextOf({ otherwise }: If): If | undefined {
  const next = otherwise?.kind === 'block' ? otherwise.body.at(-1) : otherwise;
  return next?.kind === 'if' && next.start === otherwise?.start && next.end === otherwise.end ? next : undefined;
}

/** The statements of a block, or the one statement that stands in its place. */
export const bodyOf = (code: Code): readonly Code[] => (code.kind === 'block' ? code.body : [code]);

/** `some` of an array: all that looks at code goes through here, and a loop is read faster than a built-in that calls back. */
function any(codes: readonly Code[], visit: (code: Code) => boolean): boolean {
  for (const code of codes) if (visit(code)) return true;
  return false;
}

/** Calls `visit` with each part of a node, in source order, until it returns true; says whether it did. */
export function someChild(code: Code, visit: (child: Code) => boolean): boolean {
  switch (code.kind) {
    case 'string':
    case 'number':
    case 'name':
    case 'break':
    case 'continue':
    case 'import':
      return false;
    case 'interpolation':
      return any(code.parts, visit);
    case 'member':
      return visit(code.object);
    case 'index':
      return visit(code.object) || visit(code.index);
    case 'call':
      return visit(code.callee) || any(code.args, visit);
    case 'binary':
    case 'logical':
      return visit(code.left) || visit(code.right);
    case 'not':
      return visit(code.operand);
    case 'conditional':
      return visit(code.test) || visit(code.then) || visit(code.otherwise);
    case 'record':
      return code.entries.some((entry) => entry.value !== undefined && visit(entry.value));
    case 'list':
      return any(code.items, visit);
    case 'function':
      return code.body !== undefined && (code.params.some((p) => p.fallback !== undefined && visit(p.fallback)) || visit(code.body));
    case 'assignment':
      return visit(code.target) || visit(code.value);
    case 'markup':
    case 'other':
      return any(code.children, visit);
    case 'block':
      return any(code.body, visit);
    case 'if':
      return visit(code.test) || visit(code.then) || (code.otherwise !== undefined && visit(code.otherwise));
    case 'switch':
      return (code.subject !== undefined && visit(code.subject)) || code.cases.some((c) => any(c.tests, visit) || (c.guard !== undefined && visit(c.guard)) || any(c.body, visit));
    case 'try':
      return visit(code.body) || code.handlers.some((h) => (h.filter !== undefined && visit(h.filter)) || visit(h.body)) || (code.finalizer !== undefined && visit(code.finalizer));
    case 'return':
    case 'throw':
      return code.value !== undefined && visit(code.value);
    case 'declaration':
      return code.init !== undefined && visit(code.init);
    case 'loop':
      return any(code.head, visit) || visit(code.body);
    case 'expression':
      return visit(code.expression);
    case 'type':
      return any(code.members, visit);
  }
}

/** The parts of a node, in source order. */
export function childrenOf(code: Code): readonly Code[] {
  const children: Code[] = [];
  someChild(code, (child) => {
    children.push(child);
    return false;
  });
  return children;
}

/** Visits a node and all below it, parents first; `visit` returns false to leave a subtree out. */
export function walk(code: Code, visit: (code: Code) => boolean | void): void {
  const next = (child: Code): boolean => {
    if (visit(child) !== false) someChild(child, next);
    return false;
  };
  next(code);
}

/** Whether a node or any below it satisfies `test`, functions inside included. */
export function some(code: Code, test: (code: Code) => boolean): boolean {
  const next = (child: Code): boolean => test(child) || someChild(child, next);
  return next(code);
}
