import type { Code } from '../../model/code';
import { childOf, type SyntaxNode } from '../../syntax/node';
import { readAs } from '../enumerations';
import { at } from '../lowering';
import type { Lowering } from './lower';
import { within } from './operators';

/** Calls, subscripts, and what the language writes as a call although it asks for something else. */
export function call(x: Lowering, n: SyntaxNode): Code {
  const suffix = childOf(n, 'call_suffix');
  const [target] = x.parts(n);
  if (!suffix || !target) return x.other(n);
  const list = childOf(suffix, 'value_arguments');
  const callee = x.code(target);
  const given = (list?.children ?? []).filter((c) => c.type === 'value_argument');
  const values = given.flatMap((c) => c.children.filter((v) => v.field === 'value').flatMap((v) => x.all([v])));
  const labels = given.map((c) => c.children.find((l) => l.type === 'value_argument_label')).map((l) => l && x.source(l));
  if (list && x.text[list.start] === '[') return subscript(n, callee, values, labels);
  const args = [...values, ...x.all(suffix.children.filter((c) => c.type === 'lambda_literal'))];
  const [first] = args;
  // A parsed name is the name where it is compared right away; kept, its nil means every other name.
  if (labels[0] === 'rawValue' && first && args.length === 1 && callee.kind === 'name') {
    return x.compares(n) ? { kind: 'other', ...at(n), children: [first] } : readAs(callee, first, n, false);
  }
  if (callee.kind === 'name' && /^(?:fatalError|preconditionFailure|exit|abort)$/.test(callee.name)) return { kind: 'throw', ...at(n), value: first };
  if (callee.kind === 'member' && callee.property === 'contains' && first) {
    const inRange = within(callee.object, first, at(n));
    if (inRange) return inRange;
  }
  return { kind: 'call', ...at(n), callee, args, isNew: callee.kind === 'name' && /^[A-Z]/.test(callee.name) };
}

function subscript(n: SyntaxNode, object: Code, [index, second]: readonly Code[], labels: readonly (string | undefined)[]): Code {
  if (!index) return { kind: 'other', ...at(n), children: [object] };
  const found: Code = index.kind === 'string' && /^[a-z_]\w*$/i.test(index.value) && object.kind !== 'record'
    ? { kind: 'member', ...at(n), object, property: index.value, propertySpan: index.content }
    : { kind: 'index', ...at(n), object, index };
  return second && labels[1] === 'default' ? { kind: 'logical', ...at(n), op: 'coalesce', left: found, right: second } : found;
}
