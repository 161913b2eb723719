import type { BinaryOperator, Code } from '../../model/code';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import { at, operation } from '../lowering';
import { lowerCall, STATEMENTS } from './calls';
import { lowerCase, lowerMatch, matches } from './cases';
import { isComment, type Lowering } from './lower';
import { lowerText } from './strings';

const OPERATORS: Readonly<Record<string, BinaryOperator>> = { '==': 'eq', '===': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '/': 'div' };
const LOGICAL: Readonly<Record<string, 'and' | 'or'>> = { '&&': 'and', and: 'and', '||': 'or', or: 'or' };

type Rule = (x: Lowering, node: SyntaxNode) => Code;

const name: Rule = (x, n) => ({ kind: 'name', ...at(n), name: x.source(n) });
const text: Rule = (x, n) => lowerText(n, x.text, (c) => x.code(c));
const list: Rule = (x, n) => ({ kind: 'list', ...at(n), items: x.all(n.children) });
const own: Rule = (x, n) => ({ kind: 'member', ...at(n), object: { kind: 'name', start: n.start, end: n.start, name: 'this' }, property: x.source(n).replace(/^@@?/, ''), propertySpan: at(n) });
const assignment: Rule = (x, n) => x.assignment(n);
const loop: Rule = (x, n) => {
  const body = fieldOf(n, 'body');
  const inner = body ? x.loop(body.type === 'do' ? body.children : [body], body) : x.other(n);
  return { kind: 'loop', ...at(n), head: [x.field(n, n.type === 'for' ? 'value' : 'condition')], body: inner };
};
const type: Rule = (x, n) => {
  const called = fieldOf(n, 'name');
  const body = fieldOf(n, 'body') ?? childOf(n, 'body_statement');
  return { kind: 'type', ...at(n), name: called && x.source(called).split('::').at(-1), isEnum: true, members: body ? x.body(body).body.map((m): Code => (m.kind === 'declaration' ? { ...m, hoisted: false } : m)) : [] };
};
const method: Rule = (x, n) => {
  const called = fieldOf(n, 'name');
  return x.callable(n, fieldOf(n, 'parameters'), fieldOf(n, 'body'), called ? x.source(called) : '');
};
const block: Rule = (x, n) => x.body(n);
const jump: Rule = (x, n) => x.jump(n);
/** It runs again, or ends here: nothing behind it is reached. */
const leaves: Rule = (x, n) => ({ kind: 'throw', ...at(n), value: n.children[0] && x.code(n.children[0]) });
const branch: Rule = (x, n) => x.branch(n, n.end, false);

/** What each node type means. A type that is missing here is looked through. */
export const RULES: Readonly<Record<string, Rule>> = {
  program: (x, n) => ({ kind: 'block', ...at(n), body: x.statements(n.children), commented: false }),
  identifier: (x, n) => STATEMENTS[x.source(n)]?.(n) ?? name(x, n),
  constant: name, nil: name, true: name, false: name, super: name, global_variable: name,
  self: (_, n) => ({ kind: 'name', ...at(n), name: 'this' }),
  instance_variable: own, class_variable: own,
  integer: (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replaceAll('_', '')) }),
  string: text, simple_symbol: text, delimited_symbol: text, hash_key_symbol: text, bare_string: text, bare_symbol: text, chained_string: text,
  heredoc_beginning: (_, n) => ({ kind: 'other', ...at(n), children: [] }),
  regex: (_, n) => ({ kind: 'other', ...at(n), children: [] }),
  scope_resolution: (x, n) => {
    const scope = fieldOf(n, 'scope');
    const called = fieldOf(n, 'name');
    if (!called) return x.other(n);
    return scope ? { kind: 'member', ...at(n), object: x.code(scope), property: x.source(called), propertySpan: at(called) } : { kind: 'name', ...at(n), name: x.source(called) };
  },
  element_reference: (x, n) => {
    const object = x.field(n, 'object');
    const [index, ...more] = x.all(n.children.filter((c) => c.field !== 'object'));
    if (object.kind === 'name' && object.name === 'Set') return { kind: 'list', ...at(n), items: x.all(n.children.filter((c) => c.field !== 'object')) };
    if (!index || more.length > 0) return x.other(n);
    return index.kind === 'string' && /^[a-z_]\w*$/i.test(index.value) ? { kind: 'member', ...at(n), object, property: index.value, propertySpan: index.content } : { kind: 'index', ...at(n), object, index };
  },
  call: lowerCall,
  binary: (x, n) => operation(x, n, x.operator(n), OPERATORS, LOGICAL),
  unary: (x, n) => {
    const token = x.operator(n);
    const operand = x.field(n, 'operand');
    if (token === '-' && operand.kind === 'number') return { kind: 'number', ...at(n), value: -operand.value };
    return token === '!' || token === 'not' ? { kind: 'not', ...at(n), operand } : x.other(n, token === 'defined?');
  },
  parenthesized_statements: (x, n) => {
    const [only, ...more] = n.children.filter((c) => !isComment(c));
    return only && more.length === 0 ? x.code(only) : { kind: 'block', ...at(n), body: x.statements(n.children), commented: false };
  },
  conditional: (x, n) => ({ kind: 'conditional', ...at(n), test: x.field(n, 'condition'), then: x.field(n, 'consequence'), otherwise: x.field(n, 'alternative') }),
  hash: (x, n) => ({ kind: 'record', ...at(n), entries: n.children.flatMap((c) => x.entry(c)) }),
  array: list, string_array: list, symbol_array: list,
  assignment, operator_assignment: assignment,
  if: branch, unless: branch, if_modifier: (x, n) => x.modifier(n), unless_modifier: (x, n) => x.modifier(n),
  case: (x, n) => lowerCase(n, x), case_match: (x, n) => lowerMatch(n, x),
  test_pattern: (x, n) => matches(n, x),
  while: loop, until: loop, for: loop, while_modifier: loop, until_modifier: loop,
  begin: block, body_statement: block, block_body: block, do: block,
  rescue_modifier: (x, n) => {
    const body = x.field(n, 'body');
    const handler = x.field(n, 'handler');
    const at0 = at(n);
    return {
      kind: 'try', ...at0, body: { kind: 'block', start: body.start, end: body.end, body: [body], commented: false }, finalizer: undefined,
      handlers: [{ start: body.end, end: n.end, param: undefined, head: { start: body.end, end: handler.start }, body: { kind: 'block', start: handler.start, end: handler.end, body: [handler], commented: true } }],
    };
  },
  return: (x, n) => {
    const values = x.all(n.children.flatMap((c) => (c.type === 'argument_list' ? c.children : [c])));
    const [only, ...more] = values;
    return { kind: 'return', ...at(n), value: only && more.length > 0 ? { kind: 'list', start: only.start, end: n.end, items: values } : only };
  },
  next: jump, break: jump, retry: leaves, redo: leaves,
  yield: (x, n) => ({ kind: 'call', ...at(n), callee: { kind: 'name', start: n.start, end: n.start + 'yield'.length, name: 'yield' }, args: x.args(n.children.find((c) => c.type === 'argument_list'), undefined), isNew: false }),
  lambda: (x, n) => {
    const body = fieldOf(n, 'body');
    return x.callable(n, fieldOf(n, 'parameters'), body && (fieldOf(body, 'body') ?? body), undefined);
  },
  block: (x, n) => x.blockOf(n) ?? x.other(n), do_block: (x, n) => x.blockOf(n) ?? x.other(n),
  method, singleton_method: method,
  class: type, module: type, singleton_class: type,
};
