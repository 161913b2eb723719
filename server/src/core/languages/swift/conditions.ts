import type { Code, Declaration } from '../../model/code';
import { span } from '../../model/span';
import { fieldOf, type SyntaxNode } from '../../syntax/node';
import { names, type Lowering } from './lower';

export interface Bound {
  readonly declaration: Declaration;
}

/** What the conditions of an `if` or `guard` say together, and what they bind; undefined where they are not understood. */
export function conditionsOf(nodes: readonly SyntaxNode[], x: Lowering): { readonly test: Code; readonly bound: readonly Bound[]; readonly end: number } | undefined {
  const parts = nodes.filter((n) => n.field === 'condition' || n.field === 'bound_identifier' || (n.type === 'type_annotation' && n.field !== ''));
  const bound: Bound[] = [];
  const tests: Code[] = [];
  let at = 0;
  while (at < parts.length) {
    const part = parts[at];
    if (!part) break;
    if (part.type === 'case') {
      const equals = parts.findIndex((p, i) => i > at && p.type === '=');
      const value = parts[equals + 1];
      if (equals < 0 || !value) return undefined;
      const pattern = parts.slice(at + 1, equals);
      const init = x.code(value);
      const failed = pattern.some((p) => p.type === 'simple_identifier' && x.source(p) === 'failure');
      const binds = pattern.flatMap((p) => (p.type === 'pattern' ? [...names(p), ...p.children.filter((c) => c.type === 'simple_identifier')] : []))[0];
      if (binds && x.source(binds) !== '_') bound.push(declare(x, binds, init, span(part.start, value.end), failed));
      // A named case by itself: the value is compared with it.
      const single = pattern.length === 2 && pattern[1]?.type === 'simple_identifier' ? pattern[1] : undefined;
      tests.push(single ? { kind: 'binary', start: part.start, end: value.end, op: 'eq', left: init, right: implicit(single, x) } : neutral(part.start, value.end));
      at = equals + 2;
    } else if (part.type === 'value_binding_pattern') {
      const name = parts[at + 1];
      if (!name) return undefined;
      let next = at + 2;
      while (parts[next]?.type === 'type_annotation') next++;
      const value = parts[next]?.type === '=' ? parts[next + 1] : undefined;
      const init = value && x.code(value);
      const called = x.source(name);
      const isItself = !init || (init.kind === 'name' && init.name === called);
      if (!isItself && init) bound.push(declare(x, name, init, span(part.start, value?.end ?? name.end), false));
      // Whether there is an error, or an entry of a table, is a question; whether a cast succeeds is none about errors.
      const asks = /err|failure/i.test(called) || init?.kind === 'index';
      tests.push(asks ? { kind: 'name', start: name.start, end: name.end, name: called } : neutral(part.start, value?.end ?? name.end));
      at = value ? next + 2 : next;
    } else {
      if (/^\w/.test(part.type)) tests.push(x.code(part));
      at++;
    }
  }
  const [first, ...rest] = tests;
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  return { bound, end: last.end, test: rest.reduce((left, right): Code => ({ kind: 'logical', start: left.start, end: right.end, op: 'and', left, right }), first) };
}

const neutral = (start: number, end: number): Code => ({ kind: 'other', start, end, children: [] });

/** `.alreadyExists`: a case whose enumeration is known from the value it is compared with. */
export const implicit = (name: SyntaxNode, x: Lowering): Code => ({
  kind: 'member', start: name.start, end: name.end, object: { kind: 'name', start: name.start, end: name.start, name: '' }, property: x.source(name), propertySpan: { start: name.start, end: name.end },
});

function declare(x: Lowering, name: SyntaxNode, init: Code, at: { start: number; end: number }, caught: boolean): Bound {
  const type = fieldOf(name, 'type');
  const pattern = { start: name.start, end: name.end, name: x.source(name), fields: [], type: type && x.source(type), fallback: undefined };
  return { declaration: { kind: 'declaration', ...at, pattern, init, ...(caught && { caught }) } };
}
