import type { BinaryOperator, Block, CatchClause, Code, Declaration, If, Pattern, RecordEntry } from '../../model/code';
import { span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, type SyntaxNode } from '../../syntax/node';
import { at, BaseLowering } from '../lowering';
import { readAs } from '../enumerations';
import { lowerMatch } from './match';
import { lowerText, stringOf } from './strings';

const OPERATORS: Readonly<Record<string, BinaryOperator>> = { '==': 'eq', is: 'eq', '!=': 'ne', '<>': 'ne', 'is not': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', in: 'in', '/': 'div', '//': 'div' };
/** Wrappers that change nothing about the value: the wrapped part is their first child. */
const TRANSPARENT = new Set(['parenthesized_expression', 'await', 'type', 'interpolation', 'list_splat', 'dictionary_splat', 'format_expression']);
/** Statements that do nothing; a text by itself is a remark. */
const NOTHING = new Set(['pass_statement', 'comment', 'ellipsis', 'line_continuation']);
/** What begins a pattern: V8 takes long to give a spread object more keys than it had. */
const UNSAID = { start: 0, end: 0, name: undefined, fields: [], type: undefined, fallback: undefined } as const;

/** Lowers Python 3. */
export function lower(node: SyntaxNode, text: string): Code {
  return new Lowering(text).code(node);
}

export class Lowering extends BaseLowering {
  /** Names that the function at hand has given a value: the first time declares them. */
  private known = new Set<string>();
  /** Values bound within expressions (`:=`), which stand in front of the statement. */
  private bound: Code[] = [];

  protected skips(node: SyntaxNode): boolean {
    return node.type === 'comment';
  }

  code(node: SyntaxNode): Code {
    const rule = RULES[node.type];
    if (rule) return rule(this, node);
    if (TRANSPARENT.has(node.type)) {
      const inner = node.children.find((c) => c.type !== 'comment');
      return inner ? this.code(inner) : this.other(node);
    }
    return this.other(node);
  }

  /** Statements in order, each behind the values that are bound within it. */
  statements(nodes: readonly SyntaxNode[]): Code[] {
    const found: Code[] = [];
    const outer = this.bound;
    for (const node of nodes) {
      if (NOTHING.has(node.type) || isRemark(node)) continue;
      this.bound = [];
      const statement = this.code(node);
      found.push(...this.bound, statement);
    }
    this.bound = outer;
    return found;
  }

  /** A clause's block. What its clause holds besides is looked through for comments. */
  block(node: SyntaxNode | undefined, clause: SyntaxNode): Block {
    if (!node) return { kind: 'block', start: clause.end, end: clause.end, body: [], commented: false };
    const remarks = (n: SyntaxNode): boolean => n.children.some((c) => c.type === 'comment' || isRemark(c));
    return { kind: 'block', ...at(node), body: this.statements(node.children), commented: remarks(node) || clause.children.some((c) => c.type === 'comment') };
  }

  pattern(node: SyntaxNode): Pattern {
    switch (node.type) {
      case 'identifier':
        return { ...UNSAID, ...at(node), name: this.source(node) };
      case 'typed_parameter':
      case 'typed_default_parameter':
      case 'default_parameter': {
        const inner = fieldOf(node, 'name') ?? node.children[0];
        const type = childOf(node, 'type');
        return { ...(inner ? this.pattern(inner) : { ...UNSAID, ...at(node) }), ...at(node), type: type && this.source(type), fallback: this.optional(fieldOf(node, 'value')) };
      }
      case 'list_splat_pattern':
      case 'dictionary_splat_pattern':
      case 'as_pattern_target':
      case 'parenthesized_expression':
        return node.children[0] ? this.pattern(node.children[0]) : { ...UNSAID, ...at(node) };
      case 'pattern_list':
      case 'tuple_pattern':
      case 'list_pattern':
      case 'tuple':
        return { ...UNSAID, ...at(node), fields: node.children.filter((c) => c.type !== 'comment').map((child, i) => ({ key: String(i), pattern: this.pattern(child) })) };
      default:
        return { ...UNSAID, ...at(node) };
    }
  }

  declaration(where: { start: number; end: number }, pattern: Pattern, init: Code | undefined): Declaration {
    const learn = (p: Pattern): void => {
      if (p.name !== undefined) this.known.add(p.name);
      p.fields.forEach((f) => learn(f.pattern));
    };
    learn(pattern);
    return { kind: 'declaration', start: where.start, end: where.end, pattern, init, hoisted: true };
  }

  assignment(node: SyntaxNode): Code {
    const left = fieldOf(node, 'left');
    const right = fieldOf(node, 'right');
    const type = fieldOf(node, 'type');
    if (!left) return this.other(node);
    if (left.type === 'identifier' && !this.known.has(this.source(left))) {
      const init = this.optional(right);
      return this.declaration(node, { ...this.pattern(left), type: type && this.source(type) }, init);
    }
    if (left.type === 'pattern_list' || left.type === 'tuple_pattern' || left.type === 'list_pattern') {
      const parts = right && (right.type === 'expression_list' || right.type === 'tuple') && right.children.length === left.children.length ? right.children : undefined;
      if (parts) return { kind: 'other', ...at(node), children: left.children.map((target, i) => this.assign(target, parts[i], node)) };
      if (left.children.every((c) => c.type === 'identifier')) return this.declaration(node, this.pattern(left), this.optional(right));
    }
    return { kind: 'assignment', ...at(node), target: this.code(left), value: right ? this.code(right) : { kind: 'other', start: node.end, end: node.end, children: [] } };
  }

  private assign(target: SyntaxNode, value: SyntaxNode | undefined, node: SyntaxNode): Code {
    const init = this.optional(value);
    if (target.type === 'identifier' && !this.known.has(this.source(target))) return this.declaration(target, this.pattern(target), init);
    return { kind: 'assignment', ...at(target), target: this.code(target), value: init ?? { kind: 'other', start: node.end, end: node.end, children: [] } };
  }

  /** `code := e.error`: bound in front of the statement, and used in it. */
  walrus(node: SyntaxNode): Code {
    const name = fieldOf(node, 'name');
    const value = this.field(node, 'value');
    if (!name) return value;
    const known = this.known.has(this.source(name));
    this.bound.push(known ? { kind: 'assignment', ...at(node), target: this.code(name), value } : this.declaration(node, this.pattern(name), value));
    return this.code(name);
  }

  callable(node: SyntaxNode): Code {
    const { known, bound } = this;
    const name = fieldOf(node, 'name');
    const params = (fieldOf(node, 'parameters')?.children ?? []).filter((p) => !/^(?:comment|keyword_separator|positional_separator)$/.test(p.type)).map((p) => this.pattern(p));
    this.known = new Set(params.flatMap((p) => p.name ?? []));
    this.bound = [];
    const body = fieldOf(node, 'body');
    const lowered = body && (body.type === 'block' ? this.block(body, node) : this.code(body));
    this.known = known;
    this.bound = bound;
    return { kind: 'function', ...at(node), name: name && this.source(name), params, body: lowered };
  }

  entry(node: SyntaxNode): RecordEntry[] {
    if (node.type === 'comment') return [];
    if (node.type !== 'pair' && node.type !== 'keyword_argument') return [{ key: undefined, ...at(node), keySpan: at(node), value: this.code(node) }];
    const key = fieldOf(node, node.type === 'pair' ? 'key' : 'name');
    if (!key) return [];
    const constant = node.type === 'keyword_argument' ? this.source(key) : keyOf(key, this.text);
    return [{ key: constant, ...at(node), ...(constant === undefined && { keyCode: this.code(key) }), keySpan: at(key), value: this.optional(fieldOf(node, 'value')) }];
  }

  /** Arguments in order; those with names are one record behind the others. */
  args(node: SyntaxNode | undefined): Code[] {
    if (!node) return [];
    if (node.type !== 'argument_list') return [this.code(node)];
    const named = node.children.filter((c) => c.type === 'keyword_argument');
    const found = this.all(node.children.filter((c) => c.type !== 'keyword_argument'));
    const [first] = named;
    const last = named.at(-1);
    return first && last ? [...found, { kind: 'record', start: first.start, end: last.end, entries: named.flatMap((n) => this.entry(n)) }] : found;
  }

  call(node: SyntaxNode): Code {
    const callee = this.field(node, 'function');
    const args = this.args(fieldOf(node, 'arguments'));
    const [first, second] = args;
    const name = callee.kind === 'name' ? callee.name : '';
    if (name === 'isinstance' && first && second) return { kind: 'binary', ...at(node), op: 'instanceof', left: first, right: second };
    // A field that is asked for by its name.
    if ((name === 'getattr' || name === 'hasattr') && first && second?.kind === 'string') return { kind: 'member', ...at(node), object: first, property: second.value, propertySpan: second.content };
    // A class that is called with a part of a value may be an enumeration, whose members are all there is.
    if (first && args.length === 1 && CLASS.test(callee.kind === 'member' ? callee.property : name) && PART.has(first.kind)) return readAs(callee, first, node, true);
    if (name === 'dict' && args.length === 1 && first?.kind === 'record') return { ...first, ...at(node) };
    return { kind: 'call', ...at(node), callee, args, isNew: /^[A-Z]\w*[a-z]/.test(callee.kind === 'member' ? callee.property : name) };
  }

  /** `a <= b < c` compares neighbours. */
  comparison(node: SyntaxNode): Code {
    const operands = node.children.filter((c) => c.field !== 'operators' && c.type !== 'comment');
    const operators = fieldsOf(node, 'operators');
    const found = operators.flatMap((operator, i): Code[] => {
      const left = operands[i];
      const right = operands[i + 1];
      if (!left || !right) return [];
      const token = this.source(operator).replace(/\s+/g, ' ');
      const whole = operators.length === 1 ? at(node) : span(left.start, right.end);
      const compared: Code = { kind: 'binary', ...whole, op: OPERATORS[token === 'not in' ? 'in' : token] ?? 'other', left: this.code(left), right: this.code(right) };
      return [token === 'not in' ? { kind: 'not', ...whole, operand: compared } : compared];
    });
    const [first] = found;
    if (!first) return this.other(node);
    return found.slice(1).reduce((left, right): Code => ({ kind: 'logical', start: left.start, end: right.end, op: 'and', left, right }), first);
  }

  conditional(node: SyntaxNode): Code {
    const [then, test, otherwise] = node.children.filter((c) => c.type !== 'comment');
    return then && test && otherwise ? { kind: 'conditional', ...at(node), test: this.code(test), then: this.code(then), otherwise: this.code(otherwise) } : this.other(node);
  }

  branches(node: SyntaxNode): Code {
    const [first, ...others] = [node, ...fieldsOf(node, 'alternative')];
    return first ? this.branch(first, others, node.end, false) : this.other(node);
  }

  private branch(node: SyntaxNode, others: readonly SyntaxNode[], end: number, link: boolean): If {
    const condition = fieldOf(node, 'condition');
    const test = this.field(node, 'condition');
    const then = this.block(fieldOf(node, 'consequence'), node);
    const [next, ...rest] = others;
    const otherwise = next && (next.type === 'elif_clause' ? this.branch(next, rest, end, true) : this.block(fieldOf(next, 'body'), next));
    return {
      kind: 'if', start: node.start, end, test, then, head: span(node.start, condition?.end ?? node.end), otherwise,
      elseSpan: next && span(next.start, next.start + (next.type === 'elif_clause' ? 'elif' : 'else').length), ...(link && { link }),
    };
  }

  attempt(node: SyntaxNode): Code {
    const handlers = node.children.filter((c) => /^except_(?:group_)?clause$/.test(c.type)).map((c) => this.clause(c));
    const body = this.block(fieldOf(node, 'body'), node);
    const onSuccess = childOf(node, 'else_clause');
    const after = onSuccess && this.block(fieldOf(onSuccess, 'body'), onSuccess);
    const finalizer = childOf(node, 'finally_clause');
    return {
      kind: 'try', ...at(node), handlers, body: after ? { ...body, end: after.end, body: [...body.body, ...after.body] } : body,
      finalizer: finalizer && this.block(childOf(finalizer, 'block'), finalizer),
    };
  }

  private clause(node: SyntaxNode): CatchClause {
    const value = fieldOf(node, 'value');
    const block = childOf(node, 'block');
    const named = value?.type === 'as_pattern' ? fieldOf(value, 'alias') : fieldOf(node, 'alias');
    const type = value?.type === 'as_pattern' ? value.children[0] : value;
    const param = value && { ...(named ? this.pattern(named) : UNSAID), ...at(value), type: type && this.source(type) };
    const until = value?.end ?? node.start + (/^except\s*\*?/.exec(this.source(node))?.[0].trimEnd().length ?? 0);
    const known = named !== undefined && this.known.has(this.source(named));
    const body = this.block(block, node);
    if (named && !known) this.known.delete(this.source(named));
    return { ...at(node), param, body, head: span(node.start, Math.max(until, named?.end ?? 0)) };
  }

  /** What is opened is bound in front of what is done with it; `suppress` catches and goes on. */
  with(node: SyntaxNode): Code {
    const items = childOf(node, 'with_clause')?.children.filter((c) => c.type === 'with_item') ?? [];
    const before: Code[] = [];
    const suppressed: Pattern[] = [];
    for (const item of items) {
      const value = fieldOf(item, 'value');
      if (!value) continue;
      const opened = value.type === 'as_pattern' ? value.children[0] : value;
      const alias = value.type === 'as_pattern' ? fieldOf(value, 'alias') : undefined;
      const init = opened && this.code(opened);
      if (init?.kind === 'call' && /(?:^|\.)suppress$/.test(this.source(init.callee))) suppressed.push({ ...UNSAID, ...at(item), type: init.args.map((a) => this.source(a)).join(', ') });
      else if (alias && init) before.push(this.declaration(item, this.pattern(alias), init));
      else if (init) before.push({ kind: 'expression', ...at(item), expression: init });
    }
    const body = this.block(fieldOf(node, 'body'), node);
    const [caught] = suppressed;
    // It says of itself that errors are passed over: that is a decision.
    const ignored: Block = { kind: 'block', start: body.start, end: body.start, body: [], commented: true };
    const inner: Code = caught ? { kind: 'try', ...at(body), body, handlers: [{ ...at(caught), param: caught, body: ignored, head: at(caught) }], finalizer: undefined } : body;
    return { kind: 'block', ...at(node), body: [...before, inner], commented: false };
  }

  loop(node: SyntaxNode): Code {
    const left = fieldOf(node, 'left');
    const head = [fieldOf(node, 'right'), fieldOf(node, 'condition')].flatMap((n) => (n ? [this.code(n)] : []));
    const binding = left && this.declaration(left, this.pattern(left), undefined);
    const body = this.block(fieldOf(node, 'body'), node);
    const after = fieldOf(node, 'alternative');
    const loop: Code = { kind: 'loop', ...at(node), head, body: binding ? { ...body, body: [binding, ...body.body] } : body };
    return after ? { kind: 'block', ...at(node), body: [loop, this.block(fieldOf(after, 'body'), after)], commented: false } : loop;
  }

  type(node: SyntaxNode): Code {
    const { known } = this;
    this.known = new Set();
    const called = fieldOf(node, 'name');
    const members = this.statements(fieldOf(node, 'body')?.children ?? []).map((m): Code => (m.kind === 'declaration' ? { ...m, hoisted: false } : m));
    this.known = known;
    return { kind: 'type', ...at(node), name: called && this.source(called), isEnum: true, members };
  }

  importOf(node: SyntaxNode): Code {
    const from = fieldOf(node, 'module_name');
    const names = fieldsOf(node, 'name').map((n) => this.source(fieldOf(n, 'alias') ?? fieldOf(n, 'name') ?? n));
    const [first] = fieldsOf(node, 'name');
    const module = from ?? (first?.type === 'aliased_import' ? (fieldOf(first, 'name') ?? first) : first);
    return { kind: 'import', ...at(node), module: module ? this.source(module) : '', names: from ? names : names.map((n) => n.split('.')[0] ?? n) };
  }
}

const CLASS = /^[A-Z]\w*[a-z]\w*(?<!Error|Exception|Response|Body|Result|Failure|Problem|Failed)$/;
const PART: ReadonlySet<Code['kind']> = new Set(['member', 'name', 'index', 'call', 'logical']);

/** A text that stands by itself says something to the reader alone. */
const isRemark = (node: SyntaxNode): boolean => node.type === 'expression_statement' && node.children.length === 1 && (node.children[0]?.type === 'string' || node.children[0]?.type === 'ellipsis');

function keyOf(key: SyntaxNode, text: string): string | undefined {
  if (key.type === 'integer') return text.slice(key.start, key.end);
  const value = key.type === 'string' ? stringOf(key, text) : undefined;
  return value?.kind === 'string' ? value.value : undefined;
}

type Rule = (x: Lowering, node: SyntaxNode) => Code;

const name: Rule = (x, n) => {
  const written = x.source(n);
  return { kind: 'name', ...at(n), name: written === 'self' || written === 'cls' ? 'this' : written };
};
const list: Rule = (x, n) => ({ kind: 'list', ...at(n), items: x.all(n.children) });
const first: Rule = (x, n) => {
  const inner = n.children.find((c) => c.type !== 'comment');
  return inner ? x.code(inner) : x.other(n);
};
const callable: Rule = (x, n) => x.callable(n);
const text: Rule = (x, n) => lowerText(n, x.text, (c) => x.code(c));

/** What each node type means. A type that is missing here is looked through. */
const RULES: Readonly<Record<string, Rule>> = {
  module: (x, n) => ({ kind: 'block', ...at(n), body: x.statements(n.children), commented: false }),
  block: (x, n) => ({ kind: 'block', ...at(n), body: x.statements(n.children), commented: false }),
  identifier: name, none: name, true: name, false: name, dotted_name: (x, n) => n.children.slice(1).reduce((object: Code, c): Code => ({ kind: 'member', start: n.start, end: c.end, object, property: x.source(c), propertySpan: at(c) }), n.children[0] ? name(x, n.children[0]) : x.other(n)),
  string: text, concatenated_string: text,
  integer: (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replaceAll('_', '')) }),
  attribute: (x, n) => {
    const property = fieldOf(n, 'attribute');
    const where = property ? at(property) : { start: n.end, end: n.end };
    return { kind: 'member', ...at(n), object: x.field(n, 'object'), property: x.source(where), propertySpan: where };
  },
  subscript: (x, n) => {
    const index = x.field(n, 'subscript');
    const object = x.field(n, 'value');
    return index.kind === 'string' && /^[a-z_]\w*$/i.test(index.value)
      ? { kind: 'member', ...at(n), object, property: index.value, propertySpan: index.content }
      : { kind: 'index', ...at(n), object, index, loud: true };
  },
  call: (x, n) => x.call(n),
  comparison_operator: (x, n) => x.comparison(n),
  boolean_operator: (x, n) => ({ kind: 'logical', ...at(n), op: x.source(fieldOf(n, 'operator') ?? n) === 'and' ? 'and' : 'or', left: x.field(n, 'left'), right: x.field(n, 'right') }),
  not_operator: (x, n) => ({ kind: 'not', ...at(n), operand: x.field(n, 'argument') }),
  binary_operator: (x, n) => ({ kind: 'binary', ...at(n), op: /^\/\/?$/.test(x.source(fieldOf(n, 'operator') ?? n)) ? 'div' : 'other', left: x.field(n, 'left'), right: x.field(n, 'right') }),
  unary_operator: (x, n) => {
    const operand = x.field(n, 'argument');
    return operand.kind === 'number' && x.source(n).startsWith('-') ? { kind: 'number', ...at(n), value: -operand.value } : x.other(n);
  },
  conditional_expression: (x, n) => x.conditional(n),
  named_expression: (x, n) => x.walrus(n),
  dictionary: (x, n) => ({ kind: 'record', ...at(n), entries: n.children.flatMap((c) => x.entry(c)) }),
  list, tuple: list, set: list, expression_list: list,
  lambda: callable, function_definition: callable,
  decorated_definition: (x, n) => {
    const definition = fieldOf(n, 'definition');
    const decorators = n.children.filter((c) => c.type === 'decorator').map((c) => x.code(c));
    return definition ? { kind: 'other', ...at(n), children: [...decorators, x.code(definition)] } : x.other(n);
  },
  expression_statement: (x, n) => {
    const inner = n.children.find((c) => c.type !== 'comment');
    if (inner?.type === 'assignment') return x.assignment(inner);
    return inner ? { kind: 'expression', ...at(n), expression: x.code(inner) } : x.other(n);
  },
  assignment: (x, n) => x.assignment(n),
  augmented_assignment: (x, n) => ({ kind: 'assignment', ...at(n), target: x.field(n, 'left'), value: x.field(n, 'right') }),
  if_statement: (x, n) => x.branches(n),
  match_statement: (x, n) => lowerMatch(n, x),
  try_statement: (x, n) => x.attempt(n),
  with_statement: (x, n) => x.with(n),
  for_statement: (x, n) => x.loop(n), while_statement: (x, n) => x.loop(n),
  return_statement: (x, n) => ({ kind: 'return', ...at(n), value: x.all(n.children)[0] }),
  raise_statement: (x, n) => ({ kind: 'throw', ...at(n), value: x.all(n.children)[0] }),
  break_statement: (_, n) => ({ kind: 'break', ...at(n) }),
  continue_statement: (_, n) => ({ kind: 'continue', ...at(n) }),
  class_definition: (x, n) => x.type(n),
  import_statement: (x, n) => x.importOf(n), import_from_statement: (x, n) => x.importOf(n),
  decorator: first,
  type_alias_statement: (_, n) => ({ kind: 'other', ...at(n), children: [] }),
};
