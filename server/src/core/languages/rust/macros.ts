import type { Code, RecordEntry } from '../../model/code';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import { at } from '../lowering';
import type { Lowering } from './lower';

const ENDS = /^(?:.*::)?(?:panic|unreachable|todo|unimplemented|bail)$/;
/** Macros that say what is expected, or write data: nothing is decided in them. */
const SILENT = /^(?:.*::)?(?:assert\w*|debug_assert\w*|json|ensure|cfg|include\w*|concat|stringify|env|sqlx?|query\w*|html|rsx|view)$/;
const LISTS = /^(?:.*::)?(?:vec|smallvec|arrayvec|phf_set|phf_ordered_set|hashset|btreeset)$/;
const TABLES = /^(?:.*::)?(?:phf_map|phf_ordered_map|hashmap|btreemap|indexmap)$/;
/** A value that is looked at, as far as it can be told from tokens alone: names, members, calls without arguments. */
const PATH = /^[&*\s]*([a-z_]\w*(?:\s*\.\s*[a-z_]\w*(?:\(\))?|\?)*)\s*$/;
/** Literals and constants, each perhaps in `Some(…)`, between bars. */
const ALTERNATIVES = /^(?:\s*\|?\s*(?:Some\s*\(\s*)?(?:"[^"\\]*"|\d+|[A-Z]\w*(?:::\w+)*|[a-z]\w*(?:::\w+)+)\s*\)?\s*)+$/;

/** A macro's tokens are no syntax tree: the standard ones are read for what they mean, others for the values in them. */
export function macro(x: Lowering, n: SyntaxNode): Code {
  const name = x.source(fieldOf(n, 'macro') ?? n);
  const tokens = childOf(n, 'token_tree');
  if (!tokens || SILENT.test(name)) return { kind: 'other', ...at(n), children: [] };
  if (name === 'matches') return matches(x, n, tokens);
  if (LISTS.test(name)) return { kind: 'list', ...at(n), items: x.all(tokens.children) };
  if (TABLES.test(name)) return table(x, n, tokens);
  const args = valuesIn(x, tokens);
  if (ENDS.test(name)) return { kind: 'throw', ...at(n), value: { kind: 'other', ...at(tokens), children: args } };
  return { kind: 'call', ...at(n), callee: { kind: 'name', ...at(fieldOf(n, 'macro') ?? n), name: name.replaceAll('::', '.') }, args, isNew: false };
}

/** Names and texts among tokens; names that a format text captures count as well. */
function valuesIn(x: Lowering, node: SyntaxNode): Code[] {
  return node.children.flatMap((c): Code[] => {
    if (c.type === 'token_tree') return valuesIn(x, c);
    if (c.type === 'identifier' || c.type === 'self') return [{ kind: 'name', ...at(c), name: x.source(c) }];
    if (c.type !== 'string_literal' && c.type !== 'raw_string_literal') return [];
    const captured = [...x.source(c).matchAll(/\{([a-z_]\w*)(?::[^{}]*)?\}/g)].map((m): Code => ({ kind: 'name', start: c.start + m.index + 1, end: c.start + m.index + 1 + (m[1] ?? '').length, name: m[1] ?? '' }));
    return [x.string(c), ...captured];
  });
}

function table(x: Lowering, n: SyntaxNode, tokens: SyntaxNode): Code {
  const entries: RecordEntry[] = [];
  const parts = tokens.children;
  for (let i = 0; i + 1 < parts.length; i++) {
    const [key, value] = [parts[i], parts[i + 1]];
    if (!key || !value || !/^\s*=>\s*$/.test(x.source({ start: key.end, end: value.start }))) continue;
    const code = x.code(key);
    entries.push({ start: key.start, end: value.end, ...(code.kind !== 'string' && { keyCode: code }), key: code.kind === 'string' ? code.value : x.source(key), keySpan: at(key), value: x.code(value) });
  }
  return { kind: 'record', ...at(n), entries };
}

/** `matches!(value, "a" | "b")`; a call that is not understood where there is more to it. */
function matches(x: Lowering, n: SyntaxNode, tokens: SyntaxNode): Code {
  const unknown: Code = { kind: 'call', ...at(n), callee: { kind: 'name', ...at(n), name: 'matches' }, args: valuesIn(x, tokens), isNew: false };
  const inside = { start: tokens.start + 1, end: tokens.end - 1 };
  const text = x.source(inside);
  const comma = text.indexOf(',');
  const path = PATH.exec(comma < 0 ? '' : text.slice(0, comma));
  const rest = text.slice(comma + 1).replace(/,\s*$/, '');
  if (!path || !ALTERNATIVES.test(rest)) return unknown;
  const from = inside.start + comma + 1;
  const left = pathOf(path[1] ?? '', inside.start + text.indexOf(path[1] ?? ''));
  const tests = [...rest.matchAll(/"([^"\\]*)"|\b(\d+)\b|\b(?!Some\b)([A-Za-z]\w*(?:::\w+)*)/g)].map((m): Code => {
    const [start, end] = [from + m.index, from + m.index + m[0].length];
    if (m[1] !== undefined) return { kind: 'string', start, end, value: m[1], content: { start: start + 1, end: end - 1 } };
    return m[2] !== undefined ? { kind: 'number', start, end, value: Number(m[2]) } : pathOf((m[3] ?? '').replaceAll('::', '. '), start);
  });
  const all = tests.map((right): Code => ({ kind: 'binary', start: right.start, end: right.end, op: 'eq', left, right }));
  return all.length === 0 ? unknown : all.reduce((a, b): Code => ({ kind: 'logical', op: 'or', start: a.start, end: b.end, left: a, right: b }));
}

/** `a.b().c` as code. */
function pathOf(text: string, start: number): Code {
  let code: Code | undefined;
  for (const m of text.matchAll(/([A-Za-z_]\w*)(\(\))?/g)) {
    const where = { start: start + m.index, end: start + m.index + (m[1] ?? '').length };
    const property = m[1] ?? '';
    code = code ? { kind: 'member', start, end: where.end, object: code, property, propertySpan: where } : { kind: 'name', ...where, name: property };
    if (m[2]) code = { kind: 'call', start, end: where.end + 2, callee: code, args: [], isNew: false };
  }
  return code ?? { kind: 'other', start, end: start, children: [] };
}
