import type { Code } from '../../model/code';
import { childOf, fieldOf } from '../../syntax/node';
import { at, type Lowering, type Rule } from './lowering';

/** Methods that only wait, or give a collection in another form. */
const SAME = /^(?:ConfigureAwait|GetAwaiter|GetResult|AsReadOnly|To(?:Frozen|Immutable)(?:Dictionary|Set|HashSet|List|Array)|To(?:HashSet|List|Array)|AsTask|Unwrap)$/;
/** Methods of JSON readers that name a part. */
const PART = /^(?:GetProperty|GetRequiredProperty|SelectToken|GetValue|Value|Property)$/;
const TEXT_TYPE = /^(?:string|String|object|Object|System\.String|StringComparer\.\w+)$/;

/** A call; what the standard library's calls mean for a value is said as if it were written with operators. */
export const invocation: Rule = (x, n) => {
  const callee = x.field(n, 'function');
  const list = fieldOf(n, 'arguments');
  const args = x.arguments(list);
  if (callee.kind === 'name') {
    if (callee.name === 'nameof') return { kind: 'other', ...at(n), children: [] };
    if (callee.name === 'Equals' && args[0] && args[1]) return { kind: 'binary', ...at(n), op: 'eq', left: args[0], right: args[1] };
  }
  if (callee.kind !== 'member') return { kind: 'call', ...at(n), callee, args, isNew: false };
  const { object, property } = callee;
  const [first, second] = args;
  const owner = x.source(object);
  if (SAME.test(property) && (object.kind === 'record' || object.kind === 'list' || object.kind === 'call' || !/^To/.test(property)) && !args.some((a) => a.kind === 'function')) return object;
  if (property === 'Equals' && first) {
    const statically = TEXT_TYPE.test(owner) && second;
    return statically ? { kind: 'binary', ...at(n), op: 'eq', left: first, right: second } : { kind: 'binary', ...at(n), op: 'eq', left: object, right: first };
  }
  if (/^IsNullOr(?:Empty|WhiteSpace)$/.test(property) && first) return { kind: 'not', ...at(n), operand: first };
  if (PART.test(property) && first?.kind === 'string' && /^[A-Za-z_]\w*$/.test(first.value)) return { kind: 'member', ...at(n), object, property: first.value, propertySpan: first.content };
  const bound = args.findLast((a) => a.kind === 'declaration');
  if (bound?.kind === 'declaration' && first && bound !== first) {
    if (/^TryGetProperty(?:Value)?$/.test(property) && first.kind === 'string') return { ...bound, ...at(n), init: { kind: 'member', ...at(n), object, property: first.value, propertySpan: first.content } };
    if (property === 'TryParse') return parsed(x, n, owner, first, bound);
  }
  return { kind: 'call', ...at(n), callee, args, isNew: false };
};

/** `Enum.TryParse<T>(value, out var parsed)` asks whether the value is one of an enumeration's, other types whether it is there at all. */
function parsed(x: Lowering, n: Parameters<Rule>[1], owner: string, value: Code, bound: Code & { kind: 'declaration' }): Code {
  const declared: Code = { ...bound, init: value };
  if (!/(?:^|\.)Enum$/.test(owner)) return { ...declared, ...at(n) };
  const generic = childOf(fieldOf(fieldOf(n, 'function') ?? n, 'name') ?? n, 'type_argument_list')?.children[0];
  const type = generic ? x.source(generic) : bound.pattern.type;
  return { kind: 'binary', ...at(n), op: 'in', left: declared, right: { kind: 'name', ...at(generic ?? n), name: type ?? '' } };
}
