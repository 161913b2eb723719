import type { BinaryOperator, Code } from '../../model/code';
import { span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, type SyntaxNode } from '../../syntax/node';
import { at, operation } from '../lowering';
import { createdObject, initialised, objectFields } from './creation';
import { invocation } from './invocation';
import { Lowering, nothingAt, type Rule } from './lowering';
import { switchExpression, switchStatement, test } from './patterns';
import { interpolated, text } from './strings';

const OPERATORS: Readonly<Record<string, BinaryOperator>> = { '==': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '/': 'div' };
const LOGICAL: Readonly<Record<string, 'and' | 'or' | 'coalesce'>> = { '&&': 'and', '||': 'or', '??': 'coalesce' };
const name: Rule = (x, n) => ({ kind: 'name', ...at(n), name: x.nameOf(n) });
const through: Rule = (x, n) => x.inner(n);
const value: Rule = (x, n) => x.field(n, 'value');
const nothing: Rule = (_, n) => ({ kind: 'other', ...at(n), children: [] });
const declarations: Rule = (x, n) => x.declarations(n);
const callable: Rule = (x, n) => x.function(n, fieldOf(n, 'body'), fieldOf(n, 'name'));
const list: Rule = (x, n) => ({ kind: 'list', ...at(n), items: x.all(n.children) });
const thrown: Rule = (x, n) => ({ kind: 'throw', ...at(n), value: x.all(n.children)[0] });
const statements: Rule = (x, n) => ({ kind: 'block', ...at(n), body: x.all(n.children), commented: n.children.some((c) => c.type === 'comment') });
const compiled: Rule = (x, n) => x.compiled(n);
const loop: Rule = (x, n) => {
  const body = fieldOf(n, 'body');
  const each = n.type === 'foreach_statement' ? fieldOf(n, 'left') : undefined;
  const head = x.all(n.children.filter((c) => c !== body && c !== each && c.field !== 'type'));
  const bound: Code[] = each ? [{ kind: 'declaration', ...at(each), pattern: x.binding(each, x.typeOf(fieldOf(n, 'type')), each), init: undefined }] : [];
  return { kind: 'loop', ...at(n), head: [...bound, ...head], body: body ? x.block(body) : nothingAt(n.end) };
};
const type: Rule = (x, n) => {
  const called = fieldOf(n, 'name');
  return { kind: 'type', ...at(n), name: called && x.source(called), isEnum: false, members: x.all(fieldOf(n, 'body')?.children ?? []) };
};
const member: Rule = (x, n) => {
  const called = fieldOf(n, 'name');
  return called ? x.member(x.field(n, n.type === 'qualified_name' ? 'qualifier' : 'expression'), called, n) : x.field(n, 'expression');
};
const property: Rule = (x, n) => {
  const accessors = fieldOf(n, 'accessors');
  const called = fieldOf(n, 'name');
  const given = fieldOf(n, 'value');
  const arrow = given?.type === 'arrow_expression_clause';
  const init = given && (arrow ? x.inner(given) : x.code(given));
  const constant = init && (init.kind === 'string' || init.kind === 'number' || init.kind === 'record' || init.kind === 'list' || !arrow);
  if (constant || !(given ?? accessors)) return { kind: 'declaration', ...at(n), pattern: x.binding(called, x.typeOf(fieldOf(n, 'type')), called ?? n), init };
  return arrow ? x.function(n, given, called) : { kind: 'other', ...at(n), children: x.all(accessors?.children ?? []) };
};

const MEMBER_NAME = /^(?:EnumMember|JsonStringEnumMemberName|JsonPropertyName|JsonProperty|Description|XmlEnum)(?:Attribute)?$/;

/** A member of an enumeration has the value that its attribute gives it on the wire, or else its number. */
function enumMember(x: Lowering, n: SyntaxNode): Code {
  const called = fieldOf(n, 'name');
  const attributes = n.children.filter((c) => c.type === 'attribute_list').flatMap((c) => c.children);
  const named = attributes.find((a) => MEMBER_NAME.test(x.source(fieldOf(a, 'name') ?? a).split('.').at(-1) ?? ''));
  const written = named && childOf(named, 'attribute_argument_list')?.children.flatMap((a) => a.children).find((c) => /string_literal$/.test(c.type));
  return { kind: 'declaration', ...at(n), pattern: x.binding(called, undefined, called ?? n), init: x.optional(written ?? fieldOf(n, 'value')) };
}

/** What each node type means. A type that is missing here is looked through. */
const RULES: Readonly<Record<string, Rule>> = {
  compilation_unit: statements, declaration_list: statements, unsafe_statement: statements, checked_statement: statements, lock_statement: statements, fixed_statement: statements, using_statement: statements,
  block: (x, n) => x.block(n),
  global_statement: through, parenthesized_expression: through, await_expression: through, checked_expression: through, collection_element: through, expression_element: through,
  cast_expression: value,
  as_expression: (x, n) => x.field(n, 'left'),
  identifier: name, this: name, base: name, predefined_type: name, null_literal: name, boolean_literal: name, generic_name: name, discard: name,
  string_literal: text, verbatim_string_literal: text, raw_string_literal: text, character_literal: text,
  interpolated_string_expression: interpolated,
  interpolation: through,
  integer_literal: (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replace(/_|[uUlL]+$/g, '')) }),
  real_literal: nothing, nameof_expression: nothing, typeof_expression: nothing, default_expression: nothing, sizeof_expression: nothing,
  member_access_expression: member, qualified_name: member,
  conditional_access_expression: (x, n) => {
    const condition = fieldOf(n, 'condition');
    const rest = n.children.find((c) => c !== condition);
    return rest ? { ...x.received(x.field(n, 'condition'), rest), start: n.start } : x.field(n, 'condition');
  },
  member_binding_expression: (x, n) => {
    const called = fieldOf(n, 'name');
    return called ? x.member(x.receives(n), called, n) : x.receives(n);
  },
  element_binding_expression: (x, n) => x.index(x.receives(n), n, n),
  element_access_expression: (x, n) => x.index(x.field(n, 'expression'), fieldOf(n, 'subscript') ?? n, n),
  argument: (x, n) => x.argument(n),
  invocation_expression: invocation,
  object_creation_expression: createdObject, implicit_object_creation_expression: createdObject,
  anonymous_object_creation_expression: objectFields, with_initializer: objectFields,
  array_creation_expression: (x, n) => { const given = childOf(n, 'initializer_expression'); return given ? initialised(x, given) : x.other(n); },
  implicit_array_creation_expression: (x, n) => { const given = childOf(n, 'initializer_expression'); return given ? initialised(x, given) : x.other(n); },
  initializer_expression: (x, n) => initialised(x, n),
  collection_expression: list, tuple_expression: list,
  lambda_expression: callable, local_function_statement: callable, method_declaration: callable, constructor_declaration: callable, destructor_declaration: callable, operator_declaration: callable,
  conversion_operator_declaration: callable, accessor_declaration: callable,
  anonymous_method_expression: (x, n) => x.function(n, childOf(n, 'block')),
  indexer_declaration: (x, n) => ({ kind: 'other', ...at(n), children: x.all(fieldOf(n, 'accessors')?.children ?? []) }),
  property_declaration: property,
  binary_expression: (x, n) => operation(x, n, x.operator(n), OPERATORS, LOGICAL),
  prefix_unary_expression: (x, n) => {
    const operand = x.inner(n);
    const token = x.source(n).charAt(0);
    if (token === '-' && operand.kind === 'number') return { kind: 'number', ...at(n), value: -operand.value };
    return token === '!' ? { kind: 'not', ...at(n), operand } : x.other(n);
  },
  postfix_unary_expression: (x, n) => (x.source(n).endsWith('!') ? x.inner(n) : x.other(n)),
  is_pattern_expression: (x, n) => {
    const pattern = fieldOf(n, 'pattern');
    return pattern ? test(x, pattern, x.field(n, 'expression')) : x.field(n, 'expression');
  },
  conditional_expression: (x, n) => ({ kind: 'conditional', ...at(n), test: x.field(n, 'condition'), then: x.field(n, 'consequence'), otherwise: x.field(n, 'alternative') }),
  assignment_expression: (x, n) => ({ kind: 'assignment', ...at(n), target: x.field(n, 'left'), value: x.field(n, 'right') }),
  declaration_expression: (x, n) => ({ kind: 'declaration', ...at(n), pattern: x.binding(fieldOf(n, 'name'), x.typeOf(fieldOf(n, 'type')), n), init: undefined }),
  switch_expression: switchExpression,
  switch_statement: switchStatement,
  expression_statement: (x, n) => ({ kind: 'expression', ...at(n), expression: x.inner(n) }),
  local_declaration_statement: declarations, field_declaration: declarations, variable_declaration: declarations, event_field_declaration: nothing,
  if_statement: (x, n) => {
    const condition = fieldOf(n, 'condition');
    const then = fieldOf(n, 'consequence');
    const otherwise = fieldOf(n, 'alternative');
    const before = x.source({ start: then?.end ?? n.start, end: otherwise?.start ?? n.end });
    const keyword = (then?.end ?? n.start) + before.lastIndexOf('else');
    return {
      kind: 'if', ...at(n), test: x.field(n, 'condition'), then: then ? x.block(then) : nothingAt(n.end), head: x.head(n, condition),
      otherwise: otherwise && (otherwise.type === 'if_statement' ? x.code(otherwise) : x.block(otherwise)), elseSpan: otherwise && span(keyword, keyword + 'else'.length),
    };
  },
  try_statement: (x, n) => x.attempt(n),
  return_statement: (x, n) => ({ kind: 'return', ...at(n), value: x.all(n.children)[0] }),
  yield_statement: (x, n) => (/^yield\s+break/.test(x.source(n)) ? { kind: 'return', ...at(n), value: undefined } : x.other(n)),
  throw_statement: thrown, throw_expression: thrown,
  // Where it goes, the error is dealt with: in a case of its own or at a label.
  goto_statement: (_, n) => ({ kind: 'throw', ...at(n), value: undefined }),
  break_statement: (_, n) => ({ kind: 'break', ...at(n) }),
  continue_statement: (_, n) => ({ kind: 'continue', ...at(n) }),
  for_statement: loop, foreach_statement: loop, while_statement: loop, do_statement: loop,
  labeled_statement: (x, n) => ({ kind: 'block', ...at(n), body: x.all(n.children.slice(1)), commented: false }),
  class_declaration: type, struct_declaration: type, record_declaration: type, record_struct_declaration: type, interface_declaration: nothing, delegate_declaration: nothing,
  namespace_declaration: (x, n) => ({ kind: 'block', ...at(n), body: x.all(fieldOf(n, 'body')?.children ?? []), commented: false }),
  file_scoped_namespace_declaration: nothing,
  enum_declaration: (x, n) => {
    const called = fieldOf(n, 'name');
    const members = fieldOf(n, 'body')?.children.filter((c) => c.type === 'enum_member_declaration') ?? [];
    return { kind: 'type', ...at(n), name: called && x.source(called), isEnum: true, members: members.map((m) => enumMember(x, m)) };
  },
  using_directive: (x, n) => {
    const alias = fieldOf(n, 'name');
    const module = fieldsOf(n, '').findLast((c) => c.type !== 'comment');
    return { kind: 'import', ...at(n), module: module ? x.source(module) : '', names: alias ? [x.source(alias)] : [] };
  },
  preproc_if: compiled, preproc_else: compiled, preproc_elif: compiled,
};

/** Lowers C#. */
export const lower = (node: SyntaxNode, source: string): Code => new Lowering(source, RULES).code(node);
