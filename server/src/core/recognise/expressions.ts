import type { Atom, Construct } from '../model/handler';
import { childrenOf, some, type Call, type Code, type Conditional, type RecordLiteral } from '../model/code';
import type { Span } from '../model/span';
import type { Conditions } from './condition';
import { ALL_NAMES, type NameSet } from './names';
import type { Resolver } from './subject';

/** A handler that is an expression: it gives one value per error. */
export interface ExpressionHandler {
  readonly code: Code;
  readonly construct: Construct;
  readonly head: Span;
  readonly takes: NameSet;
  readonly unknown: boolean;
  readonly hasFallback: boolean;
  /** Gives only yes or no. */
  readonly answers: boolean;
  readonly branches: readonly { readonly atom: Atom; readonly span: Span; readonly unreachable: boolean }[];
}

/**
 * Handlers on the value `key` in an expression: chained conditionals, look-ups in tables, pattern matching by method calls.
 * Functions inside are code of their own.
 */
export function expressionHandlers(code: Code, key: string, conditions: Conditions, resolver: Resolver, region: Code): ExpressionHandler[] {
  const found: ExpressionHandler[] = [];
  const visit = (c: Code, defaulted: boolean): void => {
    switch (c.kind) {
      case 'function':
      // Statements in the place of an expression are followed as such.
      case 'switch':
      case 'if':
      case 'try':
        return;
      case 'conditional': {
        const chain = conditionalChain(c, key, conditions, resolver);
        if (chain) return void found.push(chain);
        visit(c.then, defaulted);
        return visit(c.otherwise, defaulted);
      }
      case 'logical':
        visit(c.left, defaulted || (c.op !== 'and' && !resolver.isNothing(c.right)));
        return visit(c.right, defaulted);
      case 'binary':
      case 'not':
        return;
      case 'markup':
        return;
      case 'index':
      case 'call': {
        const table = tableLookup(c, key, conditions, resolver, defaulted);
        if (table) return void found.push(table);
        const matched = c.kind === 'call' ? matchChain(c, key, conditions, resolver) : undefined;
        if (matched) return void found.push(matched);
        // Calling what a look-up did not find throws by itself; a method of it is asked for below.
        const called = c.kind === 'call' && c.callee.kind !== 'member' && !/^\s*\?\./.test(resolver.source({ start: c.callee.end, end: c.end }));
        if (c.kind === 'call') visit(c.callee, defaulted || called);
        return childrenOf(c).slice(c.kind === 'call' ? 1 : 0).forEach((child) => visit(child, defaulted));
      }
      case 'member': {
        const optional = /\?\.\s*$/.test(resolver.source({ start: c.object.end, end: c.propertySpan.start }));
        return visit(c.object, defaulted || !optional);
      }
      default:
        childrenOf(c).forEach((child) => visit(child, defaulted));
    }
  };
  visit(code, isDefaultedLater(code, region, resolver));
  return found;
}

/** `const text = table[code]` followed by a question whether `text` is there. */
function isDefaultedLater(init: Code, region: Code, resolver: Resolver): boolean {
  const own = resolver.orNothing(init);
  if (own.kind !== 'index' && own.kind !== 'call') return false;
  const binding = resolver.scope.bindingOf(init);
  if (!binding) return false;
  if (binding.assignments > 0) return true;
  const asks = (c: Code): boolean => some(c, (n) => n.kind === 'name' && n.name === binding.name && resolver.scope.find(n.name, n.start) === binding);
  return some(region, (c) => (c.kind === 'logical' && asks(c.left)) || ((c.kind === 'conditional' || c.kind === 'if') && asks(c.test)));
}

function conditionalChain(code: Conditional, key: string, conditions: Conditions, resolver: Resolver): ExpressionHandler | undefined {
  let rest: Code = code;
  let takes = 0;
  let possible = ALL_NAMES;
  let unknown = false;
  const branches: { atom: Atom; span: Span; unreachable: boolean }[] = [];
  const values: string[] = [];
  while (rest.kind === 'conditional') {
    const condition = conditions.of(rest.test, key);
    if (!condition.touches) break;
    unknown ||= condition.unknown;
    const unreachable = condition.takes !== 0 && (condition.takes & possible) === 0;
    for (const atom of condition.atoms) branches.push({ atom, span: rest, unreachable: unreachable && !atom.negated });
    takes |= condition.takes;
    possible &= condition.mayFail;
    values.push(resolver.source(rest.then));
    rest = rest.otherwise;
  }
  if (branches.length === 0) return undefined;
  values.push(resolver.source(rest));
  const answers = values.every((v) => /^(?:true|false)$/i.test(v));
  return { code, construct: { form: 'expression', code }, head: code.test, takes, unknown, hasFallback: true, answers, branches };
}

function tableLookup(code: Code, key: string, conditions: Conditions, resolver: Resolver, defaulted: boolean): ExpressionHandler | undefined {
  let table: Code | undefined;
  let value: Code | undefined;
  let hasDefault = defaulted;
  if (code.kind === 'index') {
    [table, value] = [code.object, code.index];
    hasDefault ||= code.loud === true;
  }
  else if (code.kind === 'call' && code.callee.kind === 'member' && resolver.idioms.lookup.has(code.callee.property)) {
    [table, value] = [code.callee.object, code.args[0]];
    hasDefault ||= code.args.length > 1 || resolver.idioms.loudLookup?.has(code.callee.property) === true;
  }
  const subject = value && resolver.subject(value);
  if (!table || !value || subject?.key !== key || !(resolver.isName(subject) || resolver.isStatus(subject))) return undefined;
  const record = resolver.collection(table);
  const keys = conditions.keysOf(table);
  if (record?.kind !== 'record' && !(record?.kind === 'list' && code.kind === 'call')) return undefined;
  if (keys.names === 0) return undefined;
  const declared = resolver.declared(table);
  const literal: RecordLiteral = record.kind === 'record' ? record : { kind: 'record', start: record.start, end: record.end, entries: [] };
  const compared = value;
  const local = table.kind === 'name' ? resolver.scope.find(table.name, table.start) : undefined;
  const head = local ? { start: nameStart(local.declaration, table.kind === 'name' ? table.name : '', resolver), end: 0 } : table;
  return {
    code, head: local ? { start: head.start, end: head.start + (table.kind === 'name' ? table.name.length : 0) } : head, takes: keys.names, unknown: !keys.known, hasFallback: hasDefault, answers: false,
    construct: { form: 'table', table: literal, lookup: code as Code & { kind: 'index' | 'call' }, declared: declared && { unit: declared.unit, nameSpan: declared.nameSpan } },
    // Keys of a table stand where the table is; only those of this piece of code can be pointed at.
    branches: declared ? [] : keys.atoms(compared).map((atom) => ({ atom, span: atom.span, unreachable: false })),
  };
}

const nameStart = (declaration: Span, name: string, resolver: Resolver): number => declaration.start + Math.max(0, resolver.source(declaration).indexOf(name));

/** `match(code).with('a', …).with('b', 'c', …).otherwise(…)`: whatever ends it receives the rest or throws. */
function matchChain(code: Call, key: string, conditions: Conditions, resolver: Resolver): ExpressionHandler | undefined {
  const patterns: Code[] = [];
  let at: Code = code;
  let ended = false;
  while (at.kind === 'call' && at.callee.kind === 'member') {
    const method = at.callee.property;
    if (method === 'with') patterns.unshift(...at.args.slice(0, -1));
    else if (/^(?:otherwise|exhaustive|run)$/.test(method)) ended = true;
    else return undefined;
    at = at.callee.object;
  }
  const subject = at.kind === 'call' && at.callee.kind === 'name' && at.callee.name === 'match' ? at.args[0] : undefined;
  if (!subject || !ended || patterns.length === 0) return undefined;
  const constants = patterns.flatMap((p) => (p.kind === 'record' ? p.entries.flatMap((e) => e.value ?? []) : [p]));
  if (resolver.subject(subject)?.key !== key) return undefined;
  const atoms = constants.flatMap((c) => conditions.equality(subject, c, false, c));
  if (!atoms.some((a) => a.name !== undefined)) return undefined;
  const takes = atoms.reduce((set, a) => set | conditions.takes(a), 0);
  return { code, construct: { form: 'expression', code }, head: at, takes, unknown: false, hasFallback: true, answers: false, branches: atoms.map((atom) => ({ atom, span: atom.span, unreachable: false })) };
}
