import type { Code } from '../../model/code';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import { readAs } from '../enumerations';
import { at } from '../lowering';
import type { Lowering } from './lower';

/** Calls, and what the language writes as a call although it asks for something else. */
export function call(x: Lowering, n: SyntaxNode): Code {
  const list = fieldOf(n, 'arguments') ?? childOf(n, 'arguments');
  const args = (list?.children ?? []).filter((c) => c.type === 'argument').flatMap((c) => x.all(c.children.filter((part) => part.field !== 'name')).slice(-1));
  if (n.type === 'object_creation_expression') {
    const [made] = x.parts(n).filter((c) => c !== list);
    return { kind: 'call', ...at(n), callee: made ? x.code(made) : x.other(n), args: made?.type === 'anonymous_class' ? [] : args, isNew: true };
  }
  const target = fieldOf(n, 'function');
  if (target) return special(n, x.source(target).replace(/^\\/, ''), args) ?? { kind: 'call', ...at(n), callee: x.code(target), args, isNew: false };
  const method = fieldOf(n, 'name');
  const holder = fieldOf(n, 'object') ?? fieldOf(n, 'scope');
  if (!method || !holder) return x.other(n);
  const object = x.code(holder);
  const name = x.source(method);
  const callee: Code = { kind: 'member', start: n.start, end: method.end, object, property: name, propertySpan: at(method) };
  const made: Code = { kind: 'call', ...at(n), callee, args, isNew: false };
  if (n.type === 'scoped_call_expression') {
    // A parsed name is the name where it is compared right away; kept, its null means every other name.
    if (name === 'tryFrom' && args[0] && x.compares(n)) return { kind: 'other', ...at(n), children: [args[0]] };
    if ((name === 'from' || name === 'tryFrom') && args[0] && args.length === 1) return readAs(object, args[0], n, name === 'from');
    if (name === 'get' && object.kind === 'name' && object.name === 'Arr') return fieldAt(n, args) ?? made;
  }
  const [key] = args;
  return name === 'json' && key?.kind === 'string' && /^\w+$/.test(key.value) ? { kind: 'member', ...at(n), object: { ...made, args: [] }, property: key.value, propertySpan: key.content } : made;
}

function fieldAt(n: SyntaxNode, [object, key]: readonly Code[]): Code | undefined {
  return object && key?.kind === 'string' && /^\w+$/.test(key.value) ? { kind: 'member', ...at(n), object, property: key.value, propertySpan: key.content } : undefined;
}

function special(n: SyntaxNode, name: string, args: readonly Code[]): Code | undefined {
  const [first, second] = args;
  switch (name.toLowerCase()) {
    case 'isset':
      return args.length > 1 ? args.reduce((left, right) => ({ kind: 'logical', ...at(n), op: 'and', left, right })) : first;
    case 'empty':
    case 'is_null':
      return first && { kind: 'not', ...at(n), operand: first };
    case 'in_array':
    case 'array_key_exists':
    case 'key_exists':
      return first && second && { kind: 'binary', ...at(n), op: 'in', left: first, right: second };
    case 'data_get':
    case 'array_get':
      return fieldAt(n, args);
    case 'exit':
    case 'die':
      return { kind: 'throw', ...at(n), value: first };
    case 'define':
      return first?.kind === 'string' && second ? { kind: 'declaration', ...at(n), pattern: { start: first.start, end: first.end, name: first.value, fields: [], type: undefined, fallback: undefined }, init: second } : undefined;
    default:
      return undefined;
  }
}
