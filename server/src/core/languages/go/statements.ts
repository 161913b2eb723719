import type { Code, Declaration, If, Pattern, SwitchCase } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, type SyntaxNode } from '../../syntax/node';
import { at } from '../lowering';
import { isCommented, type Lowering, type Rule } from './lower';

/** What a declaration binds; `_` binds nothing. */
export const bound = (name: string, where: Span): Pattern => ({ start: where.start, end: where.end, name: name === '_' ? undefined : name, fields: [], type: undefined, fallback: undefined });
/** Functions that end the program, or the test that calls them. */
const ENDS = /^(?:panic|(?:\w+\.)*(?:Fatal(?:f|ln|w)?|Panic(?:f|ln|w)?)|os\.Exit|runtime\.Goexit)$/;

/** A `const` or `var` declaration: one specification, or several between parentheses. */
export function declared(x: Lowering, node: SyntaxNode): Code {
  const list = childOf(node, 'var_spec_list') ?? node;
  const specs = list.children.filter((c) => c.type === 'const_spec' || c.type === 'var_spec').map((s): Code => {
    const type = fieldOf(s, 'type');
    const names = fieldsOf(s, 'name').filter((n) => n.type !== ',');
    const values = x.list(fieldOf(s, 'value'));
    const first = names[0];
    // A constant without a value, or one that is counted, is a number; its name says nothing.
    if (first && s.type === 'const_spec' && (values.length === 0 || values.some((v) => /\biota\b/.test(x.source(v))))) return { kind: 'declaration', ...at(s), pattern: bound(x.source(first), first), init: { kind: 'number', ...at(s), value: -1 } };
    return binding(x, s, names, values, type && x.source(type));
  });
  return specs.length === 1 && specs[0] ? specs[0] : { kind: 'other', ...at(node), children: specs };
}

/** Binds names to values: one by one, to the results of one call, or to a value and whether it is there. */
function binding(x: Lowering, node: SyntaxNode, names: readonly SyntaxNode[], values: readonly SyntaxNode[], type: string | undefined): Code {
  const pattern = (name: SyntaxNode): Pattern => ({ start: name.start, end: node.end, name: patternName(x, name), fields: [], type, fallback: undefined });
  const one = (name: SyntaxNode, init: Code | undefined, where: Span = { start: name.start, end: node.end }): Declaration => ({ kind: 'declaration', ...at(where), pattern: pattern(name), init });
  const [first, second] = names;
  const value = values[0];
  if (first && !second) return one(first, value && x.code(value), node);
  if (first && second && names.length === 2 && values.length === 1 && value) {
    const known = commaOk(x, value);
    if (known && x.source(second) !== '_') return { kind: 'other', ...at(node), children: [one(first, known.value), one(second, known.present)] };
    if (known) return one(first, x.code(value), node);
  }
  if (values.length === 1 && value) {
    const fields = names.map((name, i) => ({ key: String(i), pattern: pattern(name) }));
    return { kind: 'declaration', ...at(node), pattern: { name: undefined, ...at(node), fields, type: undefined, fallback: undefined }, init: x.code(value), separate: true };
  }
  return { kind: 'other', ...at(node), children: names.map((name, i) => one(name, values[i] && x.code(values[i]))) };
}

const patternName = (x: Lowering, name: SyntaxNode): string | undefined => (name.type === 'identifier' && x.source(name) !== '_' ? x.source(name) : undefined);

/** `m[k]` and `v.(T)` where a second name says whether it is there; the value of a key is then only known with the answer. */
function commaOk(x: Lowering, node: SyntaxNode): { value: Code | undefined; present: Code } | undefined {
  if (node.type === 'index_expression') return { value: undefined, present: { kind: 'binary', ...at(node), op: 'in', left: x.field(node, 'index'), right: x.field(node, 'operand') } };
  if (node.type !== 'type_assertion_expression') return undefined;
  const value = x.field(node, 'operand');
  return { value, present: { kind: 'binary', ...at(node), op: 'instanceof', left: value, right: typeName(x, fieldOf(node, 'type'), node) } };
}

const typeName = (x: Lowering, type: SyntaxNode | undefined, node: SyntaxNode): Code => {
  const where = type ?? { start: node.end, end: node.end };
  return { kind: 'name', ...at(where), name: x.source(where) };
};

/** A statement in front of another one, which sees what it declares. */
function after(x: Lowering, node: SyntaxNode, code: Code): Code {
  const first = fieldOf(node, 'initializer');
  return first ? { kind: 'block', ...at(code), body: [x.code(first), code], commented: false } : code;
}

function branch(x: Lowering, n: SyntaxNode): Code {
  const condition = fieldOf(n, 'condition');
  const then = fieldOf(n, 'consequence');
  const alternative = fieldOf(n, 'alternative');
  const from = then?.end ?? n.end;
  const keyword = alternative && x.text.indexOf('else', from);
  const code: If = {
    kind: 'if', ...at(n), test: x.field(n, 'condition'), then: then ? x.block(then) : { kind: 'block', start: n.end, end: n.end, body: [], commented: false },
    otherwise: alternative && (alternative.type === 'block' ? x.block(alternative) : x.code(alternative)), head: span(n.start, condition?.end ?? n.end),
    elseSpan: keyword !== undefined && keyword >= from ? span(keyword, keyword + 'else'.length) : undefined,
  };
  return after(x, n, code);
}

/** Where a case ends: its last statement takes the line break behind it along. */
const trimmed = (x: Lowering, n: Span): Span => ({ start: n.start, end: n.start + x.source(n).trimEnd().length });

interface Case {
  readonly node: SyntaxNode;
  readonly own: readonly Code[];
  readonly fallsThrough: boolean;
}

function cases(x: Lowering, node: SyntaxNode, hasSubject: boolean): SwitchCase[] {
  const found = node.children.filter((c) => c.type === 'expression_case' || c.type === 'default_case').map((c): Case => {
    const statements = (childOf(c, 'statement_list')?.children ?? []).filter((s) => s.type !== 'comment');
    const fallsThrough = statements.at(-1)?.type === 'fallthrough_statement';
    return { node: c, own: x.all(fallsThrough ? statements.slice(0, -1) : statements), fallsThrough };
  });
  const bodies: (readonly Code[])[] = [];
  for (let i = found.length - 1; i >= 0; i--) bodies[i] = [...(found[i]?.own ?? []), ...(found[i]?.fallsThrough ? (bodies[i + 1] ?? []) : [])];
  return found.map(({ node: c }, i) => {
    const values = fieldOf(c, 'value');
    const tests = x.list(values).map((v) => x.code(v));
    const colon = x.text.indexOf(':', values?.end ?? c.start);
    const label = span(c.start, colon < 0 || colon >= c.end ? trimmed(x, c).end : colon + 1);
    const next = node.children[node.children.indexOf(c) + 1];
    return {
      ...trimmed(x, c), label, isDefault: c.type === 'default_case', guard: undefined, body: bodies[i] ?? [],
      tests: hasSubject ? tests : tests.slice(0, 1).map((first) => tests.slice(1).reduce((left, right): Code => ({ kind: 'logical', op: 'or', start: left.start, end: right.end, left, right }), first)),
      commented: isCommented(c) || next?.type === 'comment',
    };
  });
}

function expressionSwitch(x: Lowering, n: SyntaxNode): Code {
  const value = fieldOf(n, 'value');
  const open = headEnd(x, n, value);
  const isTrue = value !== undefined && x.source(value) === 'true';
  const code: Code = {
    kind: 'switch', ...at(n), subject: value && !isTrue ? x.code(value) : undefined, cases: cases(x, n, value !== undefined && !isTrue),
    head: span(n.start, n.start + x.text.slice(n.start, open).trimEnd().length), body: span(Math.min(open + 1, n.end), Math.max(open + 1, n.end - 1)), fallsThrough: false,
  };
  return after(x, n, code);
}

/** The brace that opens a switch. */
function headEnd(x: Lowering, n: SyntaxNode, value: SyntaxNode | undefined): number {
  const from = value?.end ?? fieldOf(n, 'initializer')?.end ?? n.start;
  const found = x.text.indexOf('{', from);
  return found < 0 || found >= n.end ? n.end : found;
}

/** A switch on classes asks for one after the other; what it binds is the same value. */
function typeSwitch(x: Lowering, n: SyntaxNode): Code {
  const value = x.field(n, 'value');
  const alias = x.list(fieldOf(n, 'alias'))[0];
  const found = n.children.filter((c) => c.type === 'type_case' || c.type === 'default_case');
  const bodyOf = (c: SyntaxNode): Code => {
    const body = x.all(childOf(c, 'statement_list')?.children ?? []);
    const where = trimmed(x, c);
    const bind: Code[] = alias ? [{ kind: 'declaration', start: c.start, end: c.start, pattern: bound(x.source(alias), { start: c.start, end: c.start }), init: value }] : [];
    return { kind: 'block', ...where, body: body.length > 0 ? [...bind, ...body] : [], commented: isCommented(c) };
  };
  const fallback = found.find((c) => c.type === 'default_case');
  const chain = found.filter((c) => c !== fallback).reduceRight<Code | undefined>((otherwise, c) => {
    const types = fieldsOf(c, 'type').filter((t) => t.type !== ',');
    const asks = types.map((t): Code => ({ kind: 'binary', ...at(t), op: x.source(t) === 'nil' ? 'eq' : 'instanceof', left: value, right: typeName(x, t, n) }));
    const test = asks.slice(1).reduce<Code>((left, right) => ({ kind: 'logical', op: 'or', start: left.start, end: right.end, left, right }), asks[0] ?? value);
    return { kind: 'if', ...trimmed(x, c), test, then: bodyOf(c), otherwise, head: at(test), elseSpan: undefined };
  }, fallback && bodyOf(fallback));
  return after(x, n, chain ?? { kind: 'other', ...at(n), children: [value] });
}

/** What a function gives back; nothing but `nil` as its error tells of success. */
function giveBack(x: Lowering, n: SyntaxNode): Code {
  const results = x.results.at(-1) ?? [];
  const values = x.list(childOf(n, 'expression_list'));
  if (values.length === 0) {
    const named = results.findLast((r) => r.type === 'error')?.name;
    return { kind: 'return', ...at(n), value: named === undefined ? undefined : { kind: 'name', ...at(n), name: named } };
  }
  const items = values.map((v) => x.code(v));
  const [first] = items;
  const last = values.at(-1);
  const value: Code | undefined = items.length === 1 ? first : { kind: 'list', start: first?.start ?? n.start, end: items.at(-1)?.end ?? n.end, items };
  const succeeds = results.at(-1)?.type === 'error' && last?.type === 'nil';
  return { kind: 'return', ...at(n), value, ...(succeeds && { succeeds }) };
}

function assign(x: Lowering, n: SyntaxNode): Code {
  const targets = x.list(fieldOf(n, 'left'));
  const values = x.list(fieldOf(n, 'right'));
  const [value] = values;
  // Several results at once come into being as they do where they are declared.
  if (targets.length > 1 && values.length === 1 && value && targets.every((t) => t.type === 'identifier')) return binding(x, n, targets, values, undefined);
  const one = (target: SyntaxNode, i: number): Code => {
    const from = values[i];
    return { kind: 'assignment', ...(targets.length === 1 ? at(n) : at(target)), target: x.code(target), value: from ? x.code(from) : { kind: 'other', start: n.end, end: n.end, children: [] } };
  };
  const found = targets.map(one);
  return found.length === 1 && found[0] ? { kind: 'expression', ...at(n), expression: found[0] } : { kind: 'other', ...at(n), children: found.map((f): Code => ({ kind: 'expression', ...at(f), expression: f })) };
}

const declaration: Rule = (x, n) => binding(x, n, x.list(fieldOf(n, 'left')), x.list(fieldOf(n, 'right')), undefined);
const inner: Rule = (x, n) => {
  const [expression] = x.all(n.children);
  return expression ? { kind: 'expression', ...at(n), expression } : x.other(n);
};

/** What each type of statement means. */
export const STATEMENTS: Readonly<Record<string, Rule>> = {
  block: (x, n) => x.block(n),
  statement_list: (x, n) => ({ kind: 'block', ...at(n), body: x.all(n.children), commented: isCommented(n) }),
  short_var_declaration: declaration,
  assignment_statement: assign,
  if_statement: branch,
  expression_switch_statement: expressionSwitch,
  type_switch_statement: typeSwitch,
  expression_statement: (x, n) => {
    const code = inner(x, n);
    if (code.kind !== 'expression' || code.expression.kind !== 'call' || !ENDS.test(x.source(code.expression.callee))) return code;
    return { kind: 'throw', ...at(n), value: code.expression };
  },
  go_statement: inner, defer_statement: inner,
  // Who reads the channel gets it.
  send_statement: (x, n) => ({ kind: 'expression', ...at(n), expression: { kind: 'call', ...at(n), callee: x.field(n, 'channel'), args: [x.field(n, 'value')], isNew: false } }),
  for_statement: (x, n) => {
    const body = fieldOf(n, 'body');
    return { kind: 'loop', ...at(n), head: x.all(n.children.filter((c) => c !== body)), body: body ? x.block(body) : x.other(n) };
  },
  range_clause: (x, n) => {
    const left = fieldOf(n, 'left');
    const right = x.field(n, 'right');
    if (!left) return right;
    const fields = x.list(left).map((name, i) => ({ key: i === 0 ? '#' : '[]', pattern: { ...bound(patternName(x, name) ?? '_', name) } }));
    return { kind: 'declaration', ...at(n), pattern: { name: undefined, ...at(n), fields, type: undefined, fallback: undefined }, init: right };
  },
  labeled_statement: (x, n) => x.all(n.children.filter((c) => c.type !== 'label_name'))[0] ?? x.other(n),
  return_statement: giveBack,
  // A jump to a label leaves more than the statement around it.
  break_statement: (_, n) => ({ kind: childOf(n, 'label_name') ? 'continue' : 'break', ...at(n) }),
  continue_statement: (_, n) => ({ kind: 'continue', ...at(n) }),
};
