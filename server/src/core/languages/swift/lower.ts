import type { CatchClause, Code, Pattern } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldOf, typesLike, type SyntaxNode } from '../../syntax/node';
import { at, BaseLowering } from '../lowering';
import { braces, isCommented } from './blocks';
import { conditionsOf, type Bound } from './conditions';
import { binary, isBinary } from './operators';
import { RULES } from './rules';
import { lowerSwitch } from './switches';

const saysNothing = typesLike(/^(?:comment|multiline_comment|modifiers|attribute|type_annotation|(?:user|optional|array|dictionary|tuple|function|opaque|existential|metatype)_type|type_identifier|type_arguments|directive|diagnostic|inheritance_specifier|capture_list|statement_label|throws|async|where_keyword|.*_operator|bang|declaration_kind|availability_condition|typealias_declaration|[^\w]+)$/);
/** Wrappers that change nothing about the value: the wrapped part is their first child that is one. */
const TRANSPARENT = new Set(['try_expression', 'await_expression', 'as_expression', 'postfix_expression', 'directly_assignable_expression', 'value_argument', 'interpolated_expression']);

export const isSkipped = (n: SyntaxNode): boolean => saysNothing(n.type);

/** Lowers Swift. What the grammar stumbled over is left out where it stands, and what depends on it with it. */
export function lower(node: SyntaxNode, text: string): Code {
  return new Lowering(text).code(node);
}

export class Lowering extends BaseLowering {
  protected skips(node: SyntaxNode): boolean {
    return isSkipped(node);
  }

  code(node: SyntaxNode): Code {
    if (isBinary(node)) return binary(node, (n) => this.source(n), (n) => this.code(n));
    const rule = RULES[node.type];
    if (rule) return rule(this, node);
    const inner = TRANSPARENT.has(node.type) ? (fieldOf(node, 'expr') ?? fieldOf(node, 'value') ?? fieldOf(node, 'target') ?? this.parts(node)[0]) : undefined;
    return inner ? this.code(inner) : this.other(node);
  }

  /** Statements in a row. What could not be read among them may do anything, passing an error on as well. */
  list(nodes: readonly SyntaxNode[]): Code[] {
    return nodes.filter((n) => !isSkipped(n)).flatMap((n) => {
      if (n.type === 'if_statement') return this.branch(n);
      if (n.type === 'guard_statement') return this.guard(n);
      if (isUnread(n)) return [anything(n)];
      const code = this.statement(n);
      return code.kind === 'expression' && code.expression.kind === 'other' && BLOCKS.test(n.type) ? [code, anything(n)] : [code];
    });
  }

  private statement(node: SyntaxNode): Code {
    const code = this.code(node);
    return EXPRESSIONS.has(code.kind) ? { kind: 'expression', ...at(node), expression: code } : code;
  }

  /** The block between braces behind `from`; undefined where it is not whole. */
  block(from: number, statements: SyntaxNode | undefined): (Code & { kind: 'block' }) | undefined {
    const found = braces(this.text, from, statements);
    if (!found) return undefined;
    const body = statements && statements.start > found.start ? this.list(statements.children) : [];
    return { kind: 'block', ...found, body, commented: body.length === 0 ? isCommented(this.text, found) : (statements?.children.some((c) => c.type.includes('comment')) ?? false) };
  }

  /** A chain of `if`s, behind what its conditions bind. */
  branch(node: SyntaxNode): Code[] {
    const bound: Bound[] = [];
    const chain = this.link(node, bound);
    if (!chain) return [this.other(node), anything(node)];
    // What the conditions bind is known in the chain alone.
    return bound.length === 0 ? [chain] : [{ kind: 'block', ...at(node), body: [...bound.map((b) => b.declaration), chain], commented: false }];
  }

  private link(node: SyntaxNode, bound: Bound[], isLink = false): Code | undefined {
    const word = node.children.findIndex((c) => c.type === 'else');
    const front = word < 0 ? node.children : node.children.slice(0, word);
    const found = conditionsOf(front, this);
    const then = found && this.block(found.end, front.find((c) => c.type === 'statements' && c.start >= found.end));
    if (!found || !then || isUnread(node)) return undefined;
    bound.push(...found.bound);
    const elseWord = node.children[word];
    const behind = word < 0 ? [] : node.children.slice(word + 1);
    const next = behind.find((c) => c.type === 'if_statement');
    const otherwise = next ? this.link(next, bound, true) : elseWord && this.block(elseWord.end, behind.find((c) => c.type === 'statements'));
    if (elseWord && !otherwise) return undefined;
    return {
      kind: 'if', ...at(node), test: found.test, then, otherwise, head: span(node.start, found.end), elseSpan: elseWord && at(elseWord),
      ...(isLink && found.bound.length > 0 && { alone: true }),
    };
  }

  /** `guard … else { … }`: what comes behind it meets the conditions. */
  guard(node: SyntaxNode): Code[] {
    const word = node.children.findIndex((c) => c.type === 'else');
    const elseWord = node.children[word];
    const found = conditionsOf(node.children.slice(0, word), this);
    const then = elseWord && this.block(elseWord.end, node.children.slice(word).find((c) => c.type === 'statements'));
    if (!found || !then || isUnread(node)) return [anything(node)];
    const test: Code = { kind: 'not', start: found.test.start, end: found.test.end, operand: found.test };
    return [...found.bound.map((b) => b.declaration), { kind: 'if', ...at(node), test, then, otherwise: undefined, head: span(node.start, found.end), elseSpan: undefined, alone: true }];
  }

  switch(node: SyntaxNode): Code {
    this.comparedCall = fieldOf(node, 'expr');
    return lowerSwitch(node, this) ?? this.other(node);
  }

  attempt(node: SyntaxNode): Code {
    const body = this.block(node.start + 'do'.length, childOf(node, 'statements'));
    const clauses = node.children.filter((c) => c.type === 'catch_block');
    if (!body) return this.other(node);
    if (clauses.length === 0) return body;
    return { kind: 'try', ...at(node), body, handlers: clauses.flatMap((c) => this.clause(c) ?? []), finalizer: undefined };
  }

  private clause(node: SyntaxNode): CatchClause | undefined {
    const pattern = fieldOf(node, 'error');
    const where = childOf(node, 'where_clause');
    const keyword = node.children[0];
    const headEnd = where?.end ?? pattern?.end ?? keyword?.end ?? node.start;
    const body = this.block(headEnd, childOf(node, 'statements'));
    if (!body) return undefined;
    const binds = pattern && names(pattern)[0];
    const type = pattern && childOf(pattern, 'user_type');
    const isBound = pattern !== undefined && /^(?:let|var)\b/.test(this.source(pattern));
    const isType = pattern !== undefined && /^is\b/.test(this.source(pattern));
    const condition = where && this.parts(where).at(-1);
    // A case of an enumeration lets nothing else in.
    const other: Code | undefined = pattern && !isBound && !isType ? { kind: 'other', ...at(pattern), children: [] } : undefined;
    const filter = condition ? this.code(condition) : other;
    const where0 = binds ?? keyword ?? node;
    const param: Pattern = { name: pattern ? (isBound && binds ? this.source(binds) : undefined) : 'error', ...at(where0), fields: [], type: type && this.source(type), fallback: undefined };
    return { ...at(node), head: span(node.start, headEnd), param, body, ...(filter && { filter }) };
  }

  callable(node: SyntaxNode): Code {
    const body = fieldOf(node, 'body') ?? node;
    const called = node.children.find((c) => c.field === 'name' && c.type === 'simple_identifier');
    const params = node.children.filter((c) => c.type === 'parameter').flatMap((p): Pattern[] => {
      const bound = p.children.findLast((c) => c.type === 'simple_identifier');
      const type = p.children.find((c) => c.type.endsWith('_type'));
      return bound ? [{ name: this.source(bound), ...at(p), fields: [], type: type && this.source(type), fallback: undefined }] : [];
    });
    const gives = /->\s*(?!Void\b|\(\))/.test(this.source({ start: node.start, end: body.start }));
    return { kind: 'function', ...at(node), name: called && this.source(called), params, body: { kind: 'block', ...at(body), body: this.given(body, gives), commented: false } };
  }

  closure(node: SyntaxNode): Code {
    const type = fieldOf(node, 'type');
    const params = (type ? descendants(type, 'lambda_parameter') : []).flatMap((p): Pattern[] => {
      const bound = p.children.findLast((c) => c.type === 'simple_identifier');
      const declared = p.children.find((c) => c.type.endsWith('_type'));
      return bound ? [{ name: this.source(bound), ...at(p), fields: [], type: declared && this.source(declared), fallback: undefined }] : [];
    });
    if (params.length === 0 && /\$0/.test(this.source(node))) params.push({ start: node.start, end: node.start, name: '$0', fields: [], type: undefined, fallback: undefined });
    const body = this.given(node, false);
    const [only] = body;
    return { kind: 'function', ...at(node), name: undefined, params, body: body.length === 1 && only?.kind === 'expression' ? only.expression : { kind: 'block', ...at(node), body, commented: isCommented(this.text, node) && body.length === 0 } };
  }

  /** The statements of a function; the only one of a function that gives something back is what it gives. */
  given(block: SyntaxNode, gives: boolean): Code[] {
    const body = block.children.flatMap((c) => (c.type === 'statements' ? this.list(c.children) : c.type === 'ERROR' ? [anything(c)] : []));
    const [only] = body;
    if (!gives || body.length !== 1 || !only || only.kind === 'return' || only.kind === 'throw' || only.kind === 'declaration') return body;
    return [{ kind: 'return', start: only.start, end: only.end, value: only.kind === 'expression' ? only.expression : only }];
  }

  loop(node: SyntaxNode): Code {
    const head = node.children.filter((c) => c.type !== 'statements' && c.field !== 'item');
    const last = node.type === 'repeat_while_statement' ? undefined : head.at(-1);
    const body = this.block(last?.end ?? node.start + 'repeat'.length, childOf(node, 'statements'));
    return body ? { kind: 'loop', ...at(node), head: this.all(head), body } : this.other(node);
  }
}

const BLOCKS = /^(?:switch|do|for|while|repeat_while)_statement$/;
/** What may do anything, passing an error on as well. */
export const anything = (n: Span): Code => ({ kind: 'throw', ...at(n), value: undefined });
const EXPRESSIONS: ReadonlySet<Code['kind']> = new Set(['string', 'number', 'interpolation', 'name', 'member', 'index', 'call', 'binary', 'logical', 'not', 'conditional', 'record', 'list', 'assignment', 'other']);

/** Whether the grammar could not read a part of a node that is not a function, block or case of its own. */
export function isUnread(node: SyntaxNode): boolean {
  if (node.type === 'ERROR') return true;
  if (node.type === 'statements' || node.type === 'lambda_literal' || node.type === 'switch_entry' || node.type.endsWith('_declaration')) return false;
  return node.children.some(isUnread);
}

export const descendants = (node: SyntaxNode, type: string): SyntaxNode[] => node.children.flatMap((c) => (c.type === type ? [c] : descendants(c, type)));

/** The names that a pattern binds. */
export const names = (pattern: SyntaxNode): SyntaxNode[] => [...(pattern.field === 'bound_identifier' ? [pattern] : []), ...pattern.children.flatMap(names)];
