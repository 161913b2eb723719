import type { Code } from '../../model/code';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import { readAs } from '../enumerations';
import { at } from '../lowering';
import type { Lowering, Rule } from './lowering';

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
  if (property === 'Parse' && /(?:^|\.)Enum$/.test(owner)) return parsedOrThrown(x, n, args) ?? { kind: 'call', ...at(n), callee, args, isNew: false };
  const bound = args.findLast((a) => a.kind === 'declaration');
  if (bound?.kind === 'declaration' && first && bound !== first) {
    if (/^TryGetProperty(?:Value)?$/.test(property) && first.kind === 'string') return { ...bound, ...at(n), init: { kind: 'member', ...at(n), object, property: first.value, propertySpan: first.content } };
    if (property === 'TryParse') return parsed(x, n, owner, first, bound);
  }
  return { kind: 'call', ...at(n), callee, args, isNew: false };
};

/** `Enum.TryParse<T>(value, out var parsed)` asks whether the value is one of an enumeration's, other types whether it is there at all. */
function parsed(x: Lowering, n: Parameters<Rule>[1], owner: string, value: Code, bound: Code & { kind: 'declaration' }): Code {
  if (!/(?:^|\.)Enum$/.test(owner)) return { ...bound, ...at(n), init: value };
  const generic = genericOf(n);
  const type = generic ? x.source(generic) : bound.pattern.type;
  return { ...bound, ...at(n), init: readAs({ kind: 'name', ...at(generic ?? n), name: type ?? '' }, value, n, false) };
}

const genericOf = (n: Parameters<Rule>[1]): SyntaxNode | undefined => childOf(fieldOf(fieldOf(n, 'function') ?? n, 'name') ?? n, 'type_argument_list')?.children[0];

/** `Enum.Parse<T>(value)`, `(T)Enum.Parse(typeof(T), value)`: what is none of the enumeration's is thrown. */
function parsedOrThrown(x: Lowering, n: Parameters<Rule>[1], [first, second]: readonly Code[]): Code | undefined {
  const generic = genericOf(n);
  const type = generic ? x.source(generic) : /^typeof\((.+)\)$/.exec(first ? x.source(first) : '')?.[1];
  const value = generic ? first : second;
  return type !== undefined && value ? readAs({ kind: 'name', ...at(generic ?? n), name: type }, value, n, true) : undefined;
}
