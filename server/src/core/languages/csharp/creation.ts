import type { Code, RecordEntry } from '../../model/code';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import { at } from '../lowering';
import { meaningful, nothingAt, type Lowering, type Rule } from './lowering';

/** `new T(…) { … }`: a collection or table where it is filled with values, a call otherwise. */
export const createdObject: Rule = (x, n) => {
  const given = fieldOf(n, 'initializer') ?? childOf(n, 'initializer_expression');
  const type = fieldOf(n, 'type');
  const filled = given && meaningful(given.children).length > 0 ? initialised(x, given) : undefined;
  if (filled && (filled.kind === 'list' || isTable(x, given))) return filled;
  const callee: Code = type ? { kind: 'name', ...at(type), name: x.source(type) } : nothingAt(n.start);
  const args = x.arguments(fieldOf(n, 'arguments') ?? childOf(n, 'argument_list'));
  return { kind: 'call', ...at(n), callee, args: filled ? [...args, filled] : args, isNew: true };
};

/** What stands between the braces: `["key"] = value`, `{ key, value }`, `Property = value` or values. */
export function initialised(x: Lowering, n: SyntaxNode): Code {
  const parts = meaningful(n.children);
  if (parts.length > 0 && parts.every((p) => isEntry(p))) return { kind: 'record', ...at(n), entries: parts.flatMap((p) => entry(x, p)) };
  return { kind: 'list', ...at(n), items: parts.map((p) => (p.type === 'initializer_expression' ? initialised(x, p) : x.code(p))) };
}

const isEntry = (n: SyntaxNode): boolean => (n.type === 'assignment_expression' ? /^(?:element_binding_expression|identifier)$/.test(fieldOf(n, 'left')?.type ?? '') : n.type === 'initializer_expression' && meaningful(n.children).length === 2);

/** Entries with keys, not properties of an object. */
const isTable = (x: Lowering, n: SyntaxNode | undefined): boolean => n !== undefined && meaningful(n.children).every((p) => fieldOf(p, 'left')?.type !== 'identifier') && x.source(n) !== '';

function entry(x: Lowering, n: SyntaxNode): RecordEntry[] {
  if (n.type === 'initializer_expression') {
    const [key, value] = meaningful(n.children);
    return key && value ? [entryOf(n, x.code(key), x.code(value))] : [];
  }
  const left = fieldOf(n, 'left');
  const right = fieldOf(n, 'right');
  if (!left) return [];
  const value = right ? (right.type === 'initializer_expression' ? initialised(x, right) : x.code(right)) : undefined;
  if (left.type === 'identifier') return [{ key: x.source(left), ...at(n), keySpan: at(left), value }];
  const argument = childOf(left, 'argument');
  return argument ? [entryOf(n, x.argument(argument), value)] : [];
}

const entryOf = (n: SyntaxNode, key: Code, value: Code | undefined): RecordEntry =>
  key.kind === 'string' ? { key: key.value, ...at(n), keySpan: at(key), value } : { key: key.kind === 'number' ? String(key.value) : undefined, ...at(n), keySpan: at(key), ...(key.kind !== 'number' && { keyCode: key }), value };

/** `new { error = "…", status }` and `with { … }`: fields by name. */
export const objectFields: Rule = (x, n) => {
  const parts = meaningful(n.children);
  const entries: RecordEntry[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    const next = parts[i + 1];
    if (!part) continue;
    if (part.type === 'identifier' && next && /^\s*=\s*$/.test(x.source({ start: part.end, end: next.start }))) {
      entries.push({ start: part.start, end: next.end, key: x.source(part), keySpan: at(part), value: x.code(next) });
      i++;
    } else {
      const value = x.code(part);
      entries.push({ key: value.kind === 'name' ? value.name : value.kind === 'member' ? value.property : undefined, ...at(part), keySpan: at(part), value });
    }
  }
  return { kind: 'record', ...at(n), entries };
};
