import type { BinaryOperator, Code } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import { at, operation } from '../lowering';
import { call } from './calls';
import type { Lowering } from './lower';

const OPERATORS: Readonly<Record<string, BinaryOperator>> = {
  '===': 'eq', '==': 'eq', '!==': 'ne', '!=': 'ne', '<>': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', instanceof: 'instanceof', '/': 'div',
};
const LOGICAL: Readonly<Record<string, 'and' | 'or' | 'coalesce'>> = { '&&': 'and', and: 'and', '||': 'or', or: 'or', '??': 'coalesce' };
type Rule = (x: Lowering, node: SyntaxNode) => Code;

const name: Rule = (x, n) => ({ kind: 'name', ...at(n), name: x.source(n).split('\\').at(-1)?.replace(/^\$/, '') ?? '' });
const access: Rule = (x, n) => {
  const property = fieldOf(n, 'name');
  const object = x.field(n, 'object');
  if (property?.type === 'name') return x.member(n, object, property);
  return { kind: 'index', ...at(n), object, index: x.field(n, 'name') };
};
const callable: Rule = (x, n) => x.callable(n);
const loop: Rule = (x, n) => x.loop(n);
const jump: Rule = (x, n) => x.jump(n);
const nothing: Rule = (_, n) => ({ kind: 'other', ...at(n), children: [] });
const typeRule =
  (isEnum: boolean): Rule =>
  (x, n) => {
    const called = fieldOf(n, 'name');
    return { kind: 'type', ...at(n), name: called && x.source(called), isEnum, members: x.all((fieldOf(n, 'body') ?? n).children.filter((c) => c !== called)) };
  };
const assignment: Rule = (x, n) => ({ kind: 'assignment', ...at(n), target: x.field(n, 'left'), value: x.field(n, 'right') });
const declared = (x: Lowering, n: SyntaxNode, named: SyntaxNode | undefined, init: SyntaxNode | undefined, type?: SyntaxNode): Code => ({
  kind: 'declaration', ...at(n), init: x.optional(init),
  pattern: { name: named && x.variable(named), ...at(named ?? n), fields: [], type: type && x.source(type), fallback: undefined },
});
const several = (n: SyntaxNode, found: readonly Code[]): Code => {
  const [only] = found;
  return found.length === 1 && only ? { ...only, ...at(n) } : { kind: 'other', ...at(n), children: found };
};
/** `echo`, `print`: a call, whatever the language says. */
const output: Rule = (x, n) => {
  const word = /^\w+/.exec(x.source(n))?.[0] ?? '';
  return { kind: 'call', ...at(n), callee: { kind: 'name', start: n.start, end: n.start + word.length, name: word }, args: x.all(n.children.flatMap((c) => (c.type === 'sequence_expression' ? c.children : [c]))), isNew: false };
};
const body = (n: SyntaxNode, open: string, x: Lowering): Span => {
  const closed = n.end - n.start > open.length && x.source(n).endsWith(open.at(-1) ?? '');
  return span(n.start + open.length, closed ? n.end - 1 : n.end);
};

/** What each node type means. A type that is missing here is looked through. */
export const RULES: Readonly<Record<string, Rule>> = {
  program: (x, n) => ({ kind: 'block', ...at(n), body: x.all(n.children), commented: false }),
  compound_statement: (x, n) => x.block(n, n.end),
  colon_block: (x, n) => x.block(n, n.end),
  name, variable_name: name, dynamic_variable_name: name, qualified_name: name, relative_scope: name, boolean: name, null: name,
  string: (x, n) => x.string(n, body(n, "'", x)),
  encapsed_string: (x, n) => x.interpolated(n, body(n, '"', x), n.children),
  heredoc: (x, n) => {
    const value = fieldOf(n, 'value');
    return value ? x.interpolated(n, at(value), value.children) : nothing(x, n);
  },
  nowdoc: (x, n) => {
    const value = fieldOf(n, 'value');
    return value ? x.string(n, at(value)) : nothing(x, n);
  },
  integer: (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replaceAll('_', '')) }),
  float: (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replaceAll('_', '')) }),
  member_access_expression: access, nullsafe_member_access_expression: access,
  class_constant_access_expression: (x, n) => {
    const [owner, constant] = x.parts(n);
    return owner && constant ? x.member(n, x.code(owner), constant) : x.other(n);
  },
  scoped_property_access_expression: (x, n) => {
    const property = fieldOf(n, 'name');
    return property ? { kind: 'member', ...at(n), object: x.field(n, 'scope'), property: x.variable(property), propertySpan: at(property) } : x.other(n);
  },
  subscript_expression: (x, n) => {
    const [object, key] = x.parts(n);
    if (!object || !key) return x.other(n);
    const index: Code = key.type === 'name' ? { kind: 'string', ...at(key), value: x.source(key), content: at(key) } : x.code(key);
    return index.kind === 'string' && /^[a-z_]\w*$/i.test(index.value)
      ? { kind: 'member', ...at(n), object: x.code(object), property: index.value, propertySpan: index.content }
      : { kind: 'index', ...at(n), object: x.code(object), index };
  },
  function_call_expression: call, member_call_expression: call, nullsafe_member_call_expression: call, scoped_call_expression: call, object_creation_expression: call,
  binary_expression: (x, n) => operation(x, n, x.operator(n).toLowerCase(), OPERATORS, LOGICAL),
  unary_op_expression: (x, n) => {
    const token = x.operator(n);
    const operand = x.field(n, 'argument');
    if (token === '-' && operand.kind === 'number') return { kind: 'number', ...at(n), value: -operand.value };
    return token === '!' ? { kind: 'not', ...at(n), operand } : x.other(n);
  },
  conditional_expression: (x, n) => {
    if (!fieldOf(n, 'body')) return { kind: 'logical', ...at(n), op: 'or', left: x.field(n, 'condition'), right: x.field(n, 'alternative') };
    return { kind: 'conditional', ...at(n), test: x.field(n, 'condition'), then: x.field(n, 'body'), otherwise: x.field(n, 'alternative') };
  },
  array_creation_expression: (x, n) => {
    const elements = x.parts(n).filter((c) => c.type === 'array_element_initializer');
    const keyed = elements.some((e) => x.parts(e).length > 1);
    if (keyed) return { kind: 'record', ...at(n), entries: elements.flatMap((e) => x.entry(e) ?? []) };
    return { kind: 'list', ...at(n), items: elements.flatMap((e) => x.all(x.parts(e))) };
  },
  array_element_initializer: (x, n) => x.other(n),
  arrow_function: callable, anonymous_function: callable, anonymous_function_creation_expression: callable, function_definition: callable, method_declaration: callable,
  assignment_expression: assignment, augmented_assignment_expression: assignment, reference_assignment_expression: assignment,
  expression_statement: (x, n) => {
    const inner = x.parts(n)[0];
    if (!inner) return x.other(n);
    if (inner.type === 'assignment_expression') return x.assigned(n, inner);
    const expression = x.code(inner);
    if (expression.kind === 'throw' || expression.kind === 'declaration') return { ...expression, ...at(n) };
    return { kind: 'expression', ...at(n), expression };
  },
  echo_statement: (x, n) => ({ kind: 'expression', ...at(n), expression: output(x, n) }),
  print_intrinsic: output,
  if_statement: (x, n) => x.branch(n),
  switch_statement: (x, n) => x.switch(n),
  match_expression: (x, n) => x.match(n),
  try_statement: (x, n) => x.attempt(n),
  return_statement: (x, n) => ({ kind: 'return', ...at(n), value: x.all(n.children)[0] }),
  throw_expression: (x, n) => ({ kind: 'throw', ...at(n), value: x.all(n.children)[0] }),
  exit_statement: (x, n) => ({ kind: 'throw', ...at(n), value: x.all(n.children)[0] }),
  break_statement: jump, continue_statement: jump,
  for_statement: loop, foreach_statement: loop, while_statement: loop, do_statement: loop,
  const_declaration: (x, n) => several(n, n.children.filter((c) => c.type === 'const_element').map((c) => declared(x, c, c.children[0], c.children[1]))),
  property_declaration: (x, n) => several(n, n.children.filter((c) => c.type === 'property_element').map((c) => declared(x, c, fieldOf(c, 'name'), fieldOf(c, 'default_value'), fieldOf(n, 'type')))),
  static_variable_declaration: (x, n) => declared(x, n, fieldOf(n, 'name'), fieldOf(n, 'value')),
  global_declaration: (x, n) => {
    for (const variable of n.children) x.remember(x.variable(variable));
    return nothing(x, n);
  },
  class_declaration: typeRule(false), interface_declaration: typeRule(false), trait_declaration: typeRule(false), anonymous_class: typeRule(false), declaration_list: typeRule(false), enum_declaration: typeRule(true),
  enum_case: (x, n) => declared(x, n, fieldOf(n, 'name'), fieldOf(n, 'value')),
  namespace_use_declaration: (x, n) => {
    const group = fieldOf(n, 'body');
    const prefix = childOf(n, 'namespace_name');
    const clauses = (group ?? n).children.filter((c) => c.type === 'namespace_use_clause');
    const names = clauses.map((c) => x.source(fieldOf(c, 'alias') ?? c).split('\\').at(-1)?.replace(/^.*\s/s, '') ?? '');
    return { kind: 'import', ...at(n), module: prefix ? x.source(prefix) : clauses[0] ? x.source(clauses[0]) : '', names };
  },
  text_interpolation: nothing, namespace_name: nothing, shell_command_expression: nothing,
};
