import type { Code, SwitchCase } from '../../model/code';
import { span } from '../../model/span';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import { at } from '../lowering';
import { implicit } from './conditions';
import { anything, descendants, isUnread, names, type Lowering } from './lower';
import { within } from './operators';

/** A `switch`; undefined where it is not whole, but for what single cases hold. The compiler wants every value to have a case, so that none goes by. */
export function lowerSwitch(node: SyntaxNode, x: Lowering): Code | undefined {
  const expression = fieldOf(node, 'expr');
  const entries = node.children.filter((c) => c.type === 'switch_entry');
  if (!expression || node.children.some(isUnread)) return undefined;
  const open = x.text.indexOf('{', expression.end);
  const close = x.source(node).lastIndexOf('}');
  if (open < 0 || close < 0 || open > node.end) return undefined;
  const subject = x.code(expression);
  const tuple = expression.type === 'tuple_expression' && expression.children.filter((c) => c.field === 'value').length > 1 ? expression.children.filter((c) => c.field === 'value') : undefined;
  const patterns = entries.flatMap((e) => e.children.filter((c) => c.type === 'switch_pattern'));
  const isTrue = subject.kind === 'name' && subject.name === 'true';
  // Ranges and tuples are conditions on what is switched on.
  const asConditions = !isTrue && (tuple !== undefined || patterns.some((p) => descendants(p, 'range_expression').length > 0));
  const parsed = isParsed(expression, x);
  const cases = entries.map((entry) => lowerCase(entry, { subject, tuple, asConditions, parsed }, x));
  // A body that falls through goes on with the next one.
  for (let i = cases.length - 2; i >= 0; i--) {
    const [own, next] = [cases[i], cases[i + 1]];
    const last = own?.body.at(-1);
    if (own && next && last?.kind === 'expression' && last.expression.kind === 'name' && last.expression.name === 'fallthrough') cases[i] = { ...own, body: [...own.body.slice(0, -1), ...next.body] };
  }
  return {
    kind: 'switch', ...at(node), subject: isTrue || asConditions ? undefined : subject, cases, head: span(node.start, expression.end), body: span(open + 1, Math.max(open + 1, node.start + close)),
    fallsThrough: false, throwsUnmatched: true, ...(asConditions && { patterns: true }),
  };
}

interface On {
  readonly subject: Code;
  readonly tuple: readonly SyntaxNode[] | undefined;
  readonly asConditions: boolean;
  readonly parsed: boolean;
}

function lowerCase(entry: SyntaxNode, on: On, x: Lowering): SwitchCase {
  const statements = childOf(entry, 'statements');
  const patterns = entry.children.filter((c) => c.type === 'switch_pattern');
  const whereAt = entry.children.findIndex((c) => c.type === 'where_keyword');
  const guard = whereAt < 0 ? undefined : entry.children[whereAt + 1];
  const labelled = guard ?? patterns.at(-1) ?? childOf(entry, 'default_keyword') ?? entry;
  const colon = x.text.indexOf(':', labelled.end);
  const labelEnd = colon < 0 || colon >= entry.end ? labelled.end : colon + 1;
  const wild = patterns.length === 1 && patterns[0] !== undefined && isWild(patterns[0], x);
  const nothing = on.parsed && patterns.some((p) => /^(?:nil|\.none)$/.test(x.source(p)));
  const isDefault = patterns.length === 0 || (wild && !guard) || nothing;
  // A label without a body takes the next one for its body: what it matches is not known, nor what follows.
  const broken = entry.children.some(isUnread);
  const body = broken ? [anything(entry)] : statements ? x.list(statements.children).filter((s) => !isUnit(s)) : [];
  const caught = patterns.flatMap((p) => caughtIn(p, on.subject, x));
  const trimmed = x.text.slice(entry.start, entry.end).trimEnd().length;
  return {
    start: entry.start, end: entry.start + trimmed, isDefault, tests: isDefault || wild ? [] : [...patterns.map((p) => test(p, on, x)), ...(broken ? [{ kind: 'other', start: entry.end, end: entry.end, children: [] } as const] : [])], guard: guard && x.code(guard),
    body: caught.length === 0 ? body : [{ kind: 'block', start: patterns[0]?.start ?? entry.start, end: entry.start + trimmed, body: [...caught, ...body], commented: false }],
    commented: /\/\/|\/\*/.test(x.text.slice(labelEnd, statements?.start ?? entry.end)), label: span(entry.start, labelEnd),
  };
}

const isWild = (pattern: SyntaxNode, x: Lowering): boolean => /^(?:_|(?:let|var)\s+\w+)$/.test(x.source(pattern));

/** `()`: nothing is done. */
const isUnit = (code: Code): boolean => code.kind === 'expression' && code.expression.kind === 'other' && code.expression.children.length === 0 && code.end - code.start <= 2;

function test(pattern: SyntaxNode, on: On, x: Lowering): Code {
  const inner = pattern.children[0] ?? pattern;
  if (!on.asConditions) return value(inner, x);
  if (!on.tuple) return compare(inner, on.subject, x) ?? unknown(pattern, on.subject);
  const tests = inner.children.flatMap((part, i): Code[] => {
    const compared = on.tuple?.[i];
    if (!compared || /^_$|^let\b/.test(x.source(part))) return [];
    return [compare(part, x.code(compared), x) ?? unknown(part, x.code(compared))];
  });
  return tests.reduce<Code | undefined>((left, right) => (left ? { kind: 'logical', ...at(pattern), op: 'and', left, right } : right), undefined) ?? { kind: 'other', ...at(pattern), children: [] };
}

function compare(pattern: SyntaxNode, subject: Code, x: Lowering): Code | undefined {
  const tested = value(pattern, x);
  if (tested.kind === 'other') return undefined;
  return within(tested, subject, at(pattern)) ?? { kind: 'binary', ...at(pattern), op: 'eq', left: subject, right: tested };
}

/** A look that is not understood. */
const unknown = (pattern: SyntaxNode, subject: Code): Code => ({ kind: 'binary', ...at(pattern), op: 'other', left: subject, right: { kind: 'other', start: pattern.end, end: pattern.end, children: [] } });

/** A pattern as an expression: a literal, a case of an enumeration. */
function value(pattern: SyntaxNode, x: Lowering): Code {
  const text = x.source(pattern);
  if (text === 'nil') return { kind: 'name', ...at(pattern), name: 'nil' };
  const [inner] = pattern.children;
  if (pattern.type !== 'pattern') return x.code(pattern);
  if (!inner || pattern.children.length > 1 || names(pattern).length > 0) return { kind: 'other', ...at(pattern), children: [] };
  return text.startsWith('.') && inner.type === 'simple_identifier' ? implicit(inner, x) : inner.type === 'pattern' ? value(inner, x) : x.code(inner);
}

/** `.failure(let error)` binds the error of what failed. */
function caughtIn(pattern: SyntaxNode, init: Code, x: Lowering): Code[] {
  const inner = pattern.children[0];
  const named = inner?.children.find((c) => c.type === 'simple_identifier');
  const bound = inner && names(inner)[0];
  if (!inner || !named || !bound || x.source(named) !== 'failure') return [];
  const type = descendants(inner, 'user_type')[0];
  return [{ kind: 'declaration', ...at(pattern), caught: true, init, pattern: { name: x.source(bound), ...at(bound), fields: [], type: type && x.source(type), fallback: undefined } }];
}

/** `switch ErrorCode(rawValue: code)`: nil stands for what is no case of the enumeration. */
const isParsed = (expression: SyntaxNode, x: Lowering): boolean => expression.type === 'call_expression' && /\(\s*rawValue\s*:/.test(x.source(expression));
