import type { Span } from './span';

/**
 * Code as the recogniser sees it: the few shapes that matter for error handling, the same for every language.
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
}
export interface Index extends Span {
  readonly kind: 'index';
  readonly object: Code;
  readonly index: Code;
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
}
export interface CatchClause extends Span {
  readonly param: Pattern | undefined;
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

/** The statements of a block, or the one statement that stands in its place. */
export const bodyOf = (code: Code): readonly Code[] => (code.kind === 'block' ? code.body : [code]);

/** The parts of a node, in source order. */
export function childrenOf(code: Code): readonly Code[] {
  switch (code.kind) {
    case 'string':
    case 'number':
    case 'name':
    case 'break':
    case 'continue':
    case 'import':
      return [];
    case 'interpolation':
      return code.parts;
    case 'member':
      return [code.object];
    case 'index':
      return [code.object, code.index];
    case 'call':
      return [code.callee, ...code.args];
    case 'binary':
    case 'logical':
      return [code.left, code.right];
    case 'not':
      return [code.operand];
    case 'conditional':
      return [code.test, code.then, code.otherwise];
    case 'record':
      return code.entries.flatMap((entry) => entry.value ?? []);
    case 'list':
      return code.items;
    case 'function':
      return code.body ? [...code.params.flatMap((p) => p.fallback ?? []), code.body] : [];
    case 'assignment':
      return [code.target, code.value];
    case 'markup':
    case 'other':
      return code.children;
    case 'block':
      return code.body;
    case 'if':
      return code.otherwise ? [code.test, code.then, code.otherwise] : [code.test, code.then];
    case 'switch':
      return [...(code.subject ? [code.subject] : []), ...code.cases.flatMap((c) => [...c.tests, ...(c.guard ? [c.guard] : []), ...c.body])];
    case 'try':
      return [code.body, ...code.handlers.map((h) => h.body), ...(code.finalizer ? [code.finalizer] : [])];
    case 'return':
    case 'throw':
      return code.value ? [code.value] : [];
    case 'declaration':
      return code.init ? [code.init] : [];
    case 'loop':
      return [...code.head, code.body];
    case 'expression':
      return [code.expression];
    case 'type':
      return code.members;
  }
}

/** Visits a node and all below it, parents first; `visit` returns false to leave a subtree out. */
export function walk(code: Code, visit: (code: Code) => boolean | void): void {
  if (visit(code) === false) return;
  for (const child of childrenOf(code)) walk(child, visit);
}

/** The first node at or below `code` that satisfies `test`, functions inside included. */
export function some(code: Code, test: (code: Code) => boolean): boolean {
  return test(code) || childrenOf(code).some((child) => some(child, test));
}
