import type { Block, CatchClause, Code, Declaration, FunctionLiteral, If, Pattern, RecordEntry } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import { at, BaseLowering } from '../lowering';
import { RULES } from './rules';
import { stringOf } from './strings';

/** What begins a pattern: V8 takes long to give a spread object more keys than it had. */
const UNSAID = { start: 0, end: 0, name: undefined, fields: [], type: undefined, fallback: undefined } as const;
/** Parts of a body that are clauses, not statements. */
const CLAUSES = new Set(['rescue', 'else', 'ensure']);
/** Wrappers that change nothing about the value. */
const TRANSPARENT = new Set(['argument_list', 'pattern', 'interpolation', 'splat_argument', 'block_argument', 'exceptions', 'exception_variable', 'parenthesized_pattern', 'rescue_modifier_value']);

/** Lowers Ruby. */
export function lower(node: SyntaxNode, text: string): Code {
  return new Lowering(text).code(node);
}

export const isComment = (n: SyntaxNode): boolean => n.type === 'comment';

export class Lowering extends BaseLowering {
  /** Variables that have a value in the method at hand: the first assignment declares one. */
  private known = new Set<string>();
  /** The code is in a block that is handed to a method: `next` gives its value. */
  private inBlock = false;

  protected skips(node: SyntaxNode): boolean {
    return isComment(node) || node.type === 'empty_statement';
  }

  code(node: SyntaxNode): Code {
    const rule = RULES[node.type];
    if (rule) return rule(this, node);
    const [only, ...more] = node.children.filter((c) => !isComment(c));
    return only && more.length === 0 && TRANSPARENT.has(node.type) ? this.code(only) : this.other(node);
  }

  /** What a clause holds, up to the word that ends it. */
  block(nodes: readonly SyntaxNode[], start: number, end: number, commented = false): Block {
    return { kind: 'block', start, end: this.behindBlank(end), body: this.statements(nodes), commented: commented || nodes.some(isComment) };
  }

  private behindBlank(offset: number): number {
    return offset + (/^[\s;]*/.exec(this.text.slice(offset, offset + 4000))?.[0].length ?? 0);
  }

  /** The block of a `then` node, or of its line. */
  then(node: SyntaxNode | undefined, behind: number, clause: SyntaxNode): Block {
    const remarked = clause.children.some(isComment);
    if (!node) return { kind: 'block', start: behind, end: this.behindBlank(behind), body: [], commented: remarked };
    const word = /^\s*then\b/.exec(this.source(node))?.[0].length ?? 0;
    return this.block(node.children, node.start + word, node.end, remarked);
  }

  statements(nodes: readonly SyntaxNode[]): Code[] {
    return this.all(nodes).map((c): Code => (c.kind === 'call' || c.kind === 'assignment' ? { kind: 'expression', start: c.start, end: c.end, expression: c } : c));
  }

  /** A body that may have clauses for failures at its end. */
  body(node: SyntaxNode): Block {
    const rescues = node.children.filter((c) => c.type === 'rescue');
    const ensure = childOf(node, 'ensure');
    const inner = node.children.filter((c) => !CLAUSES.has(c.type) && c.field === '');
    if (rescues.length === 0 && !ensure) return this.block(inner, inner[0]?.start ?? node.start, inner.at(-1)?.end ?? node.end);
    const first = inner[0]?.start ?? node.start;
    const tried = this.block(inner, first, inner.at(-1)?.end ?? first);
    const onSuccess = childOf(node, 'else');
    const handlers = rescues.map((r) => this.clause(r));
    const body = onSuccess ? { ...tried, end: onSuccess.end, body: [...tried.body, ...this.statements(onSuccess.children)] } : tried;
    const attempt: Code = { kind: 'try', start: first, end: Math.max(node.end, handlers.at(-1)?.end ?? 0), body, handlers, finalizer: ensure && this.block(ensure.children, ensure.start, ensure.end) };
    return { kind: 'block', start: first, end: attempt.end, body: [attempt], commented: false };
  }

  private clause(node: SyntaxNode): CatchClause {
    const exceptions = fieldOf(node, 'exceptions');
    const variable = fieldOf(node, 'variable');
    const bound = variable?.children[0];
    const headEnd = Math.max(node.start + 'rescue'.length, exceptions?.end ?? 0, variable?.end ?? 0);
    const types = exceptions?.children.filter((c) => !isComment(c)).map((c) => this.source(c)).join(' | ');
    const where = exceptions ?? variable;
    const name = bound && this.source(bound).replace(/^@/, '');
    if (name !== undefined) this.known.add(name);
    const param = where && { ...UNSAID, ...at(where), name, type: types };
    const body = this.then(fieldOf(node, 'body'), headEnd, node);
    return { start: node.start, end: Math.max(node.end, body.end), param, body, head: span(node.start, headEnd) };
  }

  pattern(node: SyntaxNode): Pattern {
    switch (node.type) {
      case 'identifier':
      case 'constant':
        return { ...UNSAID, ...at(node), name: this.source(node) };
      case 'optional_parameter':
      case 'keyword_parameter': {
        const name = fieldOf(node, 'name');
        return { ...UNSAID, ...at(node), name: name && this.source(name), fallback: this.optional(fieldOf(node, 'value')) };
      }
      case 'splat_parameter':
      case 'hash_splat_parameter':
      case 'block_parameter': {
        const name = fieldOf(node, 'name');
        return { ...UNSAID, ...at(node), name: name && this.source(name) };
      }
      case 'left_assignment_list':
      case 'destructured_parameter':
      case 'destructured_left_assignment':
        return { ...UNSAID, ...at(node), fields: node.children.filter((c) => !isComment(c)).map((c, i) => ({ key: String(i), pattern: this.pattern(c) })) };
      default:
        return { ...UNSAID, ...at(node) };
    }
  }

  declaration(where: Span, pattern: Pattern, init: Code | undefined, hoisted = true): Declaration {
    const learn = (p: Pattern): void => {
      if (p.name !== undefined) this.known.add(p.name);
      p.fields.forEach((f) => learn(f.pattern));
    };
    learn(pattern);
    return { kind: 'declaration', ...at(where), pattern, init, ...(hoisted && { hoisted }) };
  }

  assignment(node: SyntaxNode): Code {
    const left = fieldOf(node, 'left');
    const right = fieldOf(node, 'right');
    if (!left) return this.other(node);
    if (left.type === 'constant') return this.declaration(node, this.pattern(left), this.optional(right), false);
    const isNew = left.type === 'identifier' && !this.known.has(this.source(left));
    const value = right ? this.code(right) : { kind: 'other' as const, start: node.end, end: node.end, children: [] };
    if (isNew && node.type === 'assignment') return this.declaration(node, this.pattern(left), value);
    if (left.type === 'left_assignment_list' && left.children.every((c) => c.type === 'identifier')) return this.declaration(node, this.pattern(left), value);
    // `x ||= y`: what the variable holds goes on where it holds something.
    return { kind: 'assignment', ...at(node), target: this.code(left), value };
  }

  /** A method, whose variables are its own, or a block or lambda, which sees those around it. */
  callable(node: SyntaxNode, parameters: SyntaxNode | undefined, body: SyntaxNode | undefined, name: string | undefined): FunctionLiteral {
    const { known, inBlock } = this;
    const params = (parameters?.children ?? []).filter((p) => !isComment(p)).map((p) => this.pattern(p));
    this.inBlock = name === undefined;
    this.known = new Set([...(name === undefined ? known : []), ...params.flatMap((p) => p.name ?? [])]);
    const lowered = body && (body.type === 'body_statement' || body.type === 'block_body' ? this.body(body) : this.code(body));
    this.known = known;
    this.inBlock = inBlock;
    const remarks = body === undefined && node.children.some(isComment);
    return { kind: 'function', ...at(node), name, params, body: lowered ?? { kind: 'block', start: node.end, end: node.end, body: [], commented: remarks }, implicit: true };
  }

  blockOf(node: SyntaxNode | undefined): FunctionLiteral | undefined {
    return node && this.callable(node, fieldOf(node, 'parameters'), fieldOf(node, 'body'), undefined);
  }

  /** A loop of the language's own is left by itself, also in a block. */
  loop(nodes: readonly SyntaxNode[], { start, end }: Span): Block {
    const { inBlock } = this;
    this.inBlock = false;
    const body = this.block(nodes, start, end);
    this.inBlock = inBlock;
    return body;
  }

  /** What `next` and `break` do where they stand. */
  jump(node: SyntaxNode): Code {
    if (this.inBlock) return { kind: 'return', ...at(node), value: this.optional(node.children[0]) };
    return { kind: node.type === 'next' ? 'continue' : 'break', ...at(node) };
  }

  entry(node: SyntaxNode): RecordEntry[] {
    if (isComment(node)) return [];
    if (node.type !== 'pair') return [{ key: undefined, ...at(node), keySpan: at(node), value: this.code(node) }];
    const key = fieldOf(node, 'key');
    if (!key) return [];
    const constant = key.type === 'integer' ? this.source(key) : stringOf(key, this.text)?.value;
    const value = fieldOf(node, 'value');
    // `{ error: }` is the variable of that name.
    const short: Code | undefined = value || constant === undefined ? undefined : { kind: 'name', ...at(key), name: constant };
    return [{ key: constant, ...at(node), ...(constant === undefined && { keyCode: this.code(key) }), keySpan: at(key), value: value ? this.code(value) : short }];
  }

  /** Arguments in order, pairs without braces as one record behind them, and the block as a function. */
  args(node: SyntaxNode | undefined, block: SyntaxNode | undefined): Code[] {
    const given = node?.children.filter((c) => !isComment(c)) ?? [];
    const pairs = given.filter((c) => c.type === 'pair' || c.type === 'hash_splat_argument');
    const found = this.all(given.filter((c) => !pairs.includes(c)));
    const [first] = pairs;
    const last = pairs.at(-1);
    if (first && last) found.push({ kind: 'record', start: first.start, end: last.end, entries: pairs.flatMap((p) => this.entry(p)) });
    const lambda = this.blockOf(block);
    return lambda ? [...found, lambda] : found;
  }

  test(node: SyntaxNode, negated: boolean): Code {
    const condition = this.field(node, 'condition');
    return negated ? { kind: 'not', start: condition.start, end: condition.end, operand: condition } : condition;
  }

  branch(node: SyntaxNode, end: number, link: boolean): If {
    const condition = fieldOf(node, 'condition');
    const behind = condition?.end ?? node.end;
    const test = this.test(node, node.type === 'unless');
    const then = this.then(fieldOf(node, 'consequence'), behind, node);
    const next = fieldOf(node, 'alternative');
    const otherwise = next && (next.type === 'elsif' ? this.branch(next, end, true) : this.elseBlock(next));
    return {
      kind: 'if', start: node.start, end, test, then, head: span(node.start, behind), otherwise,
      elseSpan: next && span(next.start, next.start + (next.type === 'elsif' ? 'elsif' : 'else').length), ...(link && { link }),
    };
  }

  elseBlock(node: SyntaxNode): Block {
    return this.block(node.children, node.start + 'else'.length, node.end);
  }

  /** `statement if condition`. */
  modifier(node: SyntaxNode): Code {
    const body = fieldOf(node, 'body');
    const condition = fieldOf(node, 'condition');
    if (!body || !condition) return this.other(node);
    const word = body.end + (/^\s*/.exec(this.text.slice(body.end, condition.start))?.[0].length ?? 0);
    const then: Block = { kind: 'block', ...at(body), body: this.statements([body]), commented: false };
    return { kind: 'if', ...at(node), test: this.test(node, node.type === 'unless_modifier'), then, head: span(word, node.end), otherwise: undefined, elseSpan: undefined, alone: true };
  }
}
