import type { CatchClause, Code, Pattern, SwitchCase } from '../../model/code';
import { span, type Span } from '../../model/span';
import { fieldOf, type SyntaxNode } from '../../syntax/node';
import { at } from '../lowering';
import { isCommented, type Lowering } from './lower';

const WRAPPERS: ReadonlySet<string> = new Set(['Some', 'Ok', 'Err']);
const TRANSPARENT = new Set(['reference_pattern', 'ref_pattern', 'mut_pattern', 'match_pattern']);
const REST = 'remaining_field_pattern';
const isNamed = (n: SyntaxNode): boolean => !/comment$|^mutable_specifier$/.test(n.type) && n.type !== REST && n.field !== 'condition';
const empty = (n: Span): Pattern => ({ name: undefined, ...at(n), fields: [], type: undefined, fallback: undefined });
/** Names of constants and variants begin with a capital; others bind. */
const isBinding = (name: string): boolean => /^[a-z_]/.test(name) && name !== '_';

/** The parts of a tuple with their places: `_` is no node, so that commas alone tell them. Behind `..` they are counted from the end, as `at` does. */
function placed(x: Lowering, { start, end, children }: SyntaxNode): { readonly part: SyntaxNode; readonly place: number }[] {
  const rest = children.findIndex((c) => c.type === REST);
  let place = 0;
  const all = children.map((part, i) => ({ part, place: (place += commas(x, children[i - 1]?.end ?? start, part.start)) }));
  const last = place + commas(x, children.at(-1)?.end ?? end, end);
  return all.flatMap(({ part, place }, i) => (isNamed(part) ? [{ part, place: rest >= 0 && i > rest ? place - last - 1 : place }] : []));
}

/** One that only ends the list does not count. */
const commas = (x: Lowering, start: number, end: number): number => x.source({ start, end }).replace(/,\s*[)\]]$/, '').split(',').length - 1;

/** What stands in parentheses that make no tuple: `("a" | "b")`. */
function parenthesized(x: Lowering, { start, end, children }: SyntaxNode): SyntaxNode | undefined {
  const [only, ...more] = children.filter((c) => isNamed(c) || c.type === REST);
  const between = [...children, span(end, end)].map((c, i) => x.source(span(children[i - 1]?.end ?? start, c.start)));
  return only && more.length === 0 && only.type !== REST && !between.some((text) => text.includes(',')) ? only : undefined;
}

/** What a pattern binds. */
export function pattern(x: Lowering, node: SyntaxNode): Pattern {
  const parts = node.children.filter(isNamed);
  switch (node.type) {
    case 'identifier':
    case 'shorthand_field_identifier':
    case 'self':
      return { ...empty(node), name: isBinding(x.source(node)) ? x.source(node) : undefined };
    case 'self_parameter':
      return { ...empty(node), name: 'self' };
    case 'captured_pattern':
      return parts[0] ? pattern(x, parts[0]) : empty(node);
    case 'tuple_struct_pattern': {
      const inner = placed(x, node).filter(({ part }) => part.field !== 'type');
      // What `Some`, `Ok`, `Err` and an error's variant hold is the value itself.
      return inner.length === 1 && inner[0] ? { ...pattern(x, inner[0].part), ...at(node) } : { ...empty(node), fields: inner.map(({ part, place }) => ({ key: String(place), pattern: pattern(x, part) })) };
    }
    case 'tuple_pattern':
    case 'slice_pattern': {
      const only = node.type === 'tuple_pattern' ? parenthesized(x, node) : undefined;
      return only ? pattern(x, only) : { ...empty(node), fields: placed(x, node).map(({ part, place }) => ({ key: String(place), pattern: pattern(x, part) })) };
    }
    case 'struct_pattern':
      return {
        ...empty(node),
        fields: parts.filter((c) => c.type === 'field_pattern').flatMap((c) => {
          const key = fieldOf(c, 'name');
          const inner = fieldOf(c, 'pattern');
          return key ? [{ key: x.source(key), pattern: pattern(x, inner ?? key) }] : [];
        }),
      };
    default:
      return TRANSPARENT.has(node.type) && parts[0] ? pattern(x, parts[0]) : empty(node);
  }
}

/** What a pattern asks of a value: constants that it is one of, a condition, or nothing where it takes anything. */
interface Asked {
  readonly tests: readonly Code[] | undefined;
  readonly condition: Code | undefined;
  readonly anything: boolean;
}

const ANYTHING: Asked = { tests: undefined, condition: undefined, anything: true };

function ask(x: Lowering, node: SyntaxNode, value: Code): Asked {
  const parts = node.children.filter(isNamed);
  const constants = (tests: readonly Code[]): Asked => ({ tests, condition: undefined, anything: false });
  switch (node.type) {
    case 'string_literal':
    case 'raw_string_literal':
    case 'integer_literal':
    case 'boolean_literal':
      return constants([x.code(node)]);
    case 'identifier':
      return isBinding(x.source(node)) || x.source(node) === '_' ? ANYTHING : constants([x.code(node)]);
    case 'scoped_identifier':
      return constants([x.code(node)]);
    case 'captured_pattern':
      return parts[1] ? ask(x, parts[1], value) : ANYTHING;
    case 'or_pattern': {
      const all = parts.map((p) => ask(x, p, value));
      if (all.some((a) => a.anything)) return ANYTHING;
      if (all.every((a) => a.tests)) return constants(all.flatMap((a) => a.tests ?? []));
      return { tests: undefined, anything: false, condition: all.map((a) => conditionOf(a, value)).reduce((left, right): Code => ({ kind: 'logical', op: 'or', start: left.start, end: right.end, left, right })) };
    }
    case 'range_pattern': {
      const bounds = [fieldOf(node, 'left'), fieldOf(node, 'right')];
      const inclusive = x.source(node).includes('=');
      const sides = bounds.flatMap((b, i): Code[] => (b ? [{ kind: 'binary', ...at(node), op: i === 0 ? 'ge' : inclusive ? 'le' : 'lt', left: value, right: x.code(b) }] : []));
      return { tests: undefined, anything: false, condition: sides.reduce((left, right): Code => ({ kind: 'logical', op: 'and', ...at(node), left, right })) };
    }
    case 'tuple_struct_pattern': {
      const type = fieldOf(node, 'type');
      const inner = parts.filter((c) => c.field !== 'type');
      const held = inner[0] ? ask(x, inner[0], value) : ANYTHING;
      if (type && WRAPPERS.has(x.source(type))) return held;
      return variant(x, node, type, value);
    }
    case 'struct_pattern':
      return variant(x, node, fieldOf(node, 'type'), value);
    case 'tuple_pattern': {
      const only = parenthesized(x, node);
      if (only) return ask(x, only, value);
      if (value.kind !== 'list') return ANYTHING;
      const all = placed(x, node).flatMap(({ part, place }) => {
        const own = value.items.at(place);
        return own ? [{ own, asked: ask(x, part, own) }] : [];
      }).filter((a) => !a.asked.anything);
      if (all.length === 0) return ANYTHING;
      return { tests: undefined, anything: false, condition: all.map((a) => conditionOf(a.asked, a.own)).reduce((left, right): Code => ({ kind: 'logical', op: 'and', ...at(node), left, right })) };
    }
    default:
      return TRANSPARENT.has(node.type) && parts[0] ? ask(x, parts[0], value) : ANYTHING;
  }
}

/** `Error::Api(body)` asks for a class; a variant that is called like an error stands for it. */
function variant(x: Lowering, node: SyntaxNode, type: SyntaxNode | undefined, value: Code): Asked {
  if (!type) return ANYTHING;
  return { tests: undefined, anything: false, condition: { kind: 'binary', ...at(node), op: 'instanceof', left: value, right: { kind: 'name', ...at(type), name: x.source(type) } } };
}

function conditionOf({ tests, condition }: Asked, value: Code): Code {
  if (condition) return condition;
  const all = (tests ?? []).map((test): Code => ({ kind: 'binary', start: test.start, end: test.end, op: 'eq', left: value, right: test }));
  return all.reduce((left, right): Code => ({ kind: 'logical', op: 'or', start: left.start, end: right.end, left, right }));
}

/** A table that is asked for a key: `table.get(key)`. */
function lookup(code: Code): { table: Code; key: Code } | undefined {
  const from = code.kind === 'call' && code.callee.kind === 'member' && /^(?:copied|cloned)$/.test(code.callee.property) ? code.callee.object : code;
  const key = from.kind === 'call' ? from.args[0] : undefined;
  return from.kind === 'call' && from.callee.kind === 'member' && from.callee.property === 'get' && key ? { table: from.callee.object, key } : undefined;
}

/** The condition of an `if` or `while`, and what its patterns bind where it holds. */
export function asked(x: Lowering, node: SyntaxNode): { test: Code; bindings: Code[] } {
  if (node.type === 'let_chain') {
    const parts = node.children.filter(isNamed).map((c) => asked(x, c));
    const test = parts.map((p) => p.test).reduce((left, right): Code => ({ kind: 'logical', op: 'and', start: left.start, end: right.end, left, right }));
    return { test, bindings: parts.flatMap((p) => p.bindings) };
  }
  if (node.type !== 'let_condition') return { test: x.code(node), bindings: [] };
  const bound = fieldOf(node, 'pattern');
  const value = x.field(node, 'value');
  if (!bound) return { test: value, bindings: [] };
  const found = lookup(value);
  if (found) return { test: { kind: 'binary', ...at(node), op: 'in', left: found.key, right: found.table }, bindings: bind(x, bound, undefined) };
  const what = ask(x, bound, value);
  return { test: what.anything ? held(value) : conditionOf(what, value), bindings: bind(x, bound, value) };
}

/** What an option is of: `e.error` of `e.error.as_deref()`. */
const held = (value: Code): Code => (value.kind === 'call' && value.args.length === 0 && value.callee.kind === 'member' ? value.callee.object : value);

function bind(x: Lowering, node: SyntaxNode, init: Code | undefined, caught = false): Code[] {
  const bound = pattern(x, node);
  return bound.name === undefined && bound.fields.length === 0 ? [] : [{ kind: 'declaration', ...at(node), pattern: bound, init, ...(caught && { caught }) }];
}

/** `let Some(x) = value else { … };` */
export function refuted(x: Lowering, n: SyntaxNode, bound: SyntaxNode, value: SyntaxNode, otherwise: SyntaxNode): Code {
  const init = x.code(value);
  const isFailure = /^Err\s*\(/.test(x.source(bound));
  const declaration: Code = { kind: 'declaration', start: bound.start, end: n.end, pattern: pattern(x, bound), init, ...(isFailure && { caught: true }) };
  // Whether a call went well is asked of no error that is known here.
  if (/^(?:Ok|Err)\s*\(/.test(x.source(bound))) return declaration;
  const what = ask(x, bound, init);
  const test: Code = { kind: 'not', ...at(value), operand: what.anything ? held(init) : conditionOf(what, init) };
  return { kind: 'other', ...at(n), children: [{ kind: 'if', ...at(n), test, then: x.block(otherwise), otherwise: undefined, head: span(n.start, value.end), elseSpan: undefined }, declaration] };
}

/** `if let Err(e) = call() { … } else { … }`: the error of a call is caught. */
export function attemptOf(x: Lowering, n: SyntaxNode, condition: SyntaxNode, then: SyntaxNode, otherwise: SyntaxNode | undefined): Code | undefined {
  const bound = condition.type === 'let_condition' ? fieldOf(condition, 'pattern') : undefined;
  if (!bound || !/^Err\s*\(/.test(x.source(bound)) || bound.type !== 'tuple_struct_pattern') return undefined;
  const body: Code[] = [x.field(condition, 'value'), ...(otherwise ? x.block(otherwise).body : [])];
  const handler: CatchClause = { start: n.start, end: then.end, param: pattern(x, bound), body: x.block(then), head: span(n.start, condition.end) };
  return { kind: 'try', ...at(n), body: { kind: 'block', start: condition.start, end: condition.end, body, commented: false }, handlers: [handler], finalizer: undefined };
}

interface Arm {
  readonly node: SyntaxNode;
  readonly bound: SyntaxNode;
  readonly guard: SyntaxNode | undefined;
  readonly value: SyntaxNode | undefined;
}

export function matchOf(x: Lowering, n: SyntaxNode): Code {
  const arms = (fieldOf(n, 'body')?.children ?? []).filter((c) => c.type === 'match_arm').flatMap((node): Arm[] => {
    const bound = fieldOf(node, 'pattern');
    return bound ? [{ node, bound, guard: fieldOf(bound, 'condition'), value: fieldOf(node, 'value') }] : [];
  });
  const isResult = arms.some((a) => /^(?:Err|Ok)\s*\(/.test(x.source(a.bound)));
  return isResult ? resultOf(x, n, arms) : switchOf(x, n, arms);
}

/** A match on a result: arms for failures catch, all others follow where it went well. */
function resultOf(x: Lowering, n: SyntaxNode, arms: readonly Arm[]): Code {
  const failing = arms.filter((a) => /^Err\s*\(/.test(x.source(a.bound)) || (x.source(a.bound) === '_' && !arms.some((b) => /^Err\s*\(/.test(x.source(b.bound)))));
  const passing = arms.filter((a) => !failing.includes(a)).flatMap((a) => (a.value ? [x.block(a.value, bind(x, a.bound, undefined))] : []));
  const first = failing[0];
  const attempted = x.field(n, 'value');
  const body: Code = { kind: 'block', ...at(attempted), body: [attempted, ...passing.flatMap((p) => p.body)], commented: false };
  if (!first) return { kind: 'try', ...at(n), body, handlers: [], finalizer: undefined };
  const last = failing.at(-1) ?? first;
  const param = pattern(x, first.bound);
  const single = failing.length === 1 && !first.guard && first.value ? first.value : undefined;
  const head = span(first.node.start, single ? x.text.lastIndexOf('=>', single.start) + 2 : first.bound.end);
  const handled: Code & { kind: 'block' } = single ? x.block(single) : { kind: 'block', ...at(span(first.node.start, last.node.end)), body: failing.reduceRight<Code[]>((rest, a) => [chained(x, a, rest[0])], []), commented: false };
  return { kind: 'try', ...at(n), body, handlers: [{ start: first.node.start, end: last.node.end, param: param.name === undefined && param.fields.length === 0 ? undefined : param, body: handled, head }], finalizer: undefined };
}

/** One of several arms for failures: a link of a chain of conditions. */
function chained(x: Lowering, arm: Arm, rest: Code | undefined): Code {
  const then: Code = arm.value ? x.block(arm.value) : { kind: 'block', ...at(arm.node), body: [], commented: false };
  const value: Code = { kind: 'name', ...at(arm.bound), name: pattern(x, arm.bound).name ?? '_' };
  const what = ask(x, arm.bound, value);
  const tests = [...(what.anything ? [] : [conditionOf(what, value)]), ...(arm.guard ? [x.code(arm.guard)] : [])];
  const test = tests.length > 0 ? tests.reduce((left, right): Code => ({ kind: 'logical', op: 'and', start: left.start, end: right.end, left, right })) : undefined;
  if (!test) return then;
  return { kind: 'if', ...at(arm.node), test, then, otherwise: rest, head: span(arm.bound.start, arm.bound.end), elseSpan: undefined };
}

function switchOf(x: Lowering, n: SyntaxNode, arms: readonly Arm[]): Code {
  const valueNode = fieldOf(n, 'value');
  const value = x.field(n, 'value');
  const body = fieldOf(n, 'body');
  const found = lookup(value);
  const asks = arms.map((a) => (found && /^(?:Some\s*\(|None)/.test(x.source(a.bound)) ? keyed(x, a, found) : ask(x, a.bound, value)));
  const plain = !found && asks.every((a) => a.anything || a.tests) && value.kind !== 'list';
  const cases = arms.map((arm, i): SwitchCase => {
    const what = asks[i] ?? ANYTHING;
    const bindings = bind(x, arm.bound, found ? undefined : value);
    const held = arm.value ? x.block(arm.value) : undefined;
    const test = what.anything ? [] : plain ? (what.tests ?? []) : [conditionOf(what, value)];
    const unguarded = what.anything && !arm.guard;
    const guard = arm.guard && x.code(arm.guard);
    return {
      ...at(arm.node), tests: !plain && what.anything && guard ? [guard] : test, isDefault: unguarded, guard: !plain && what.anything ? undefined : guard,
      body: held ? (held.body.length > 0 && !isUnit(held.body) ? [...bindings, ...held.body] : []) : [], commented: held?.commented === true || isCommented(arm.node), label: span(arm.node.start, x.text.indexOf('=>', arm.bound.end) + 2),
    };
  });
  return {
    kind: 'switch', ...at(n), subject: plain ? value : undefined, cases, head: span(n.start, valueNode?.end ?? n.end), body: body ? span(body.start + 1, Math.max(body.start + 1, body.end - 1)) : span(n.end, n.end),
    fallsThrough: false, throwsUnmatched: true, arms: { separator: ',', statements: true, blocks: true }, ...(!plain && { patterns: true }),
  };
}

/** `()` does nothing, as an empty block does. */
const isUnit = (body: readonly Code[]): boolean => body.every((c) => c.kind === 'other' && c.children.length === 0);

const keyed = (x: Lowering, arm: Arm, { table, key }: { table: Code; key: Code }): Asked =>
  x.source(arm.bound).startsWith('None') ? ANYTHING : { tests: undefined, anything: false, condition: { kind: 'binary', ...at(arm.bound), op: 'in', left: key, right: table } };
