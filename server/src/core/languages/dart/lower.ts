import type { BinaryOperator, CatchClause, Code, RecordEntry } from '../../model/code';
import { span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, type SyntaxNode } from '../../syntax/node';
import { at } from '../lowering';
import { Lowering, meaningful, nothingAt, type Rule } from './lowering';
import { condition, switchExpression, switchStatement } from './patterns';
import { text } from './strings';

const OPERATORS: Readonly<Record<string, BinaryOperator>> = { '==': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '/': 'div', '~/': 'div' };

const name: Rule = (x, n) => ({ kind: 'name', ...at(n), name: x.source(n) });
const through: Rule = (x, n) => x.inner(n);
const nothing: Rule = (_, n) => ({ kind: 'other', ...at(n), children: [] });
const statements: Rule = (x, n) => {
  const body = x.all(n.children);
  return body.length === 1 && body[0] ? body[0] : { kind: 'block', ...at(n), body, commented: n.children.some((c) => /comment/.test(c.type)) };
};

/** Operands and operators stand side by side. */
const operation = (isOperator: RegExp, join: (x: Lowering, left: Code, token: string, right: Code) => Code): Rule => (x, n) => {
  let left: Code | undefined;
  let token = '';
  let row: SyntaxNode[] = [];
  const flush = (): void => {
    const right = x.value(row, n.end);
    left = left ? join(x, left, token, right) : right;
    row = [];
  };
  for (const child of meaningful(n.children)) {
    if (!isOperator.test(child.type)) {
      row.push(child);
      continue;
    }
    flush();
    token = x.source(child);
  }
  flush();
  return left ?? nothingAt(n.end);
};
const binary = operation(/_operator$/, (_, left, token, right) => ({ kind: 'binary', start: left.start, end: right.end, op: OPERATORS[token] ?? 'other', left, right }));
const logical = (op: 'and' | 'or'): Rule => operation(/^logical_\w+_operator$/, (_, left, __, right) => ({ kind: 'logical', start: left.start, end: right.end, op, left, right }));

/** `name = value` in a declaration of several names. */
function declared(x: Lowering, n: SyntaxNode, type: string | undefined): Code {
  const [called, ...value] = meaningful(n.children);
  return { kind: 'declaration', ...at(n), pattern: x.binding(called, type, called ?? n), init: value.length > 0 ? x.value(value, n.end) : undefined };
}

const declarations: Rule = (x, n) => {
  const lists = n.type === 'declaration' ? n.children.filter((c) => /_list$/.test(c.type)) : [n];
  const type = childOf(n, 'type_identifier');
  const found = lists.flatMap((l) => l.children.filter((c) => /^(?:static_final_declaration|initialized_identifier)$/.test(c.type))).map((c) => declared(x, c, type && x.source(type)));
  if (found.length === 0) return nothingAt(n.start);
  return found.length === 1 && found[0] ? { ...found[0], ...at(n) } : { kind: 'other', ...at(n), children: found };
};

const variable: Rule = (x, n) => {
  const type = childOf(n, 'type_identifier');
  const called = fieldOf(n, 'name');
  const values = fieldsOf(n, 'value');
  const first: Code = { kind: 'declaration', ...at(n), pattern: x.binding(called, type && x.source(type), called ?? n), init: values.length > 0 ? x.value(values, n.end) : undefined };
  const more = n.children.filter((c) => c.type === 'initialized_identifier').map((c) => declared(x, c, type && x.source(type)));
  return more.length > 0 ? { kind: 'other', ...at(n), children: [first, ...more] } : first;
};

/** `final {'error': code} = body;`, `final (a, b) = …;` */
const destructured: Rule = (x, n) => {
  const [pattern, ...value] = meaningful(n.children);
  const rows = pattern ? meaningful(pattern.children) : [];
  const nameOf = (p: SyntaxNode | undefined): SyntaxNode | undefined => p && (p.type === 'identifier' ? p : p.children.findLast((c) => c.type === 'identifier'));
  const fields = pattern?.type === 'map_pattern'
    ? rows.flatMap((key, i) => (key.type === 'string_literal' && rows[i + 1] ? [{ key: x.source(key).slice(1, -1), pattern: x.binding(nameOf(rows[i + 1]), undefined, key) }] : []))
    : rows.flatMap((p, i) => (nameOf(p) ? [{ key: String(i), pattern: x.binding(nameOf(p), undefined, p) }] : []));
  return { kind: 'declaration', ...at(n), pattern: { name: undefined, ...at(pattern ?? n), fields, type: undefined, fallback: undefined }, init: value.length > 0 ? x.value(value, n.end) : undefined };
};

function branches(x: Lowering, n: SyntaxNode, body: (field: string) => Code | undefined): Code {
  const asked = meaningful(n.children).filter((c) => c.field === '');
  const then = body('consequence');
  const otherwise = body('alternative');
  const last = asked.at(-1);
  const keyword = then && otherwise ? then.end + x.source({ start: then.end, end: otherwise.start }).lastIndexOf('else') : 0;
  return {
    kind: 'if', ...at(n), test: condition(x, asked, last?.end ?? n.end), then: then ?? nothingAt(n.end), head: x.head(n, last), otherwise,
    elseSpan: otherwise && span(keyword, keyword + 'else'.length),
  };
}

const isWidget = (n: SyntaxNode | undefined, x: Lowering): boolean => n !== undefined && (/^(?:const_object_expression|new_expression|list_literal)$/.test(n.type) || (n.type === 'identifier' && /^_?[A-Z]/.test(x.source(n))) || (n.type === 'if_element' && isWidget(fieldsOf(n, 'consequence')[0], x)) || (n.type === 'spread_element' && isWidget(n.children[0], x)));

/** `if (…) Text(…)` in a list: what is shown under a condition. */
const element: Rule = (x, n) =>
  branches(x, n, (field) => {
    const nodes = fieldsOf(n, field);
    const [first] = nodes;
    if (!first) return undefined;
    if (first.type === 'if_element') return x.code(first);
    return { kind: 'markup', start: first.start, end: nodes.at(-1)?.end ?? first.end, children: x.all(nodes) };
  });

const list: Rule = (x, n) => {
  const shows = n.children.some((c) => c.type === 'if_element' && isWidget(fieldsOf(c, 'consequence')[0], x));
  return shows ? { kind: 'markup', ...at(n), children: x.all(n.children) } : { kind: 'list', ...at(n), items: x.all(n.children) };
};

const collection: Rule = (x, n) => {
  const parts = meaningful(n.children);
  const types = childOf(n, 'type_arguments')?.children.filter((c) => /^(?:type_identifier|function_type)$/.test(c.type)).length ?? 0;
  const isTable = parts.some((p) => p.type === 'pair' || (p.type === 'if_element' && childOf(p, 'pair'))) || (types > 1 || (parts.length === 0 && types === 0));
  if (!isTable) return { kind: 'list', ...at(n), items: x.all(n.children) };
  return { kind: 'record', ...at(n), entries: parts.map((p) => entry(x, p)) };
};

function entry(x: Lowering, n: SyntaxNode): RecordEntry {
  if (n.type !== 'pair') return { key: undefined, ...at(n), keySpan: at(n), value: x.code(n) };
  const key = x.field(n, 'key');
  const value = x.field(n, 'value');
  return { key: key.kind === 'string' ? key.value : key.kind === 'number' ? String(key.value) : undefined, ...at(n), keySpan: at(key), value, ...(key.kind !== 'string' && key.kind !== 'number' && { keyCode: key }) };
}

const made: Rule = (x, n) => {
  const type = n.children.filter((c) => /^(?:type_identifier|identifier|qualified)$/.test(c.type));
  const [first] = type;
  const callee = first ? { start: first.start, end: type.at(-1)?.end ?? first.end } : at(n);
  return { ...x.call({ kind: 'name', ...callee, name: x.source(callee) }, childOf(n, 'arguments'), n), ...at(n) };
};

const attempt: Rule = (x, n) => {
  const body = fieldOf(n, 'body');
  const handlers: CatchClause[] = [];
  let head: SyntaxNode[] = [];
  let from = body?.end ?? n.start;
  for (const child of n.children.filter((c) => c !== body && !/comment/.test(c.type))) {
    if (child.type === 'finally_clause') break;
    if (child.type !== 'block') {
      head.push(child);
      continue;
    }
    const start = from + (/^\s*(?:(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)\s*)*/.exec(x.source({ start: from, end: child.start }))?.[0].length ?? 0);
    const clause = head.find((c) => c.type === 'catch_clause');
    const types = head.filter((c) => c !== clause && c.type !== 'nullable_type');
    const [type] = types;
    const name = clause && childOf(clause, 'catch_parameters')?.children.find((c) => c.type === 'identifier');
    const where = clause ?? type;
    const param = where && x.binding(name, type && x.source({ start: type.start, end: types.at(-1)?.end ?? type.end }), name ?? where);
    handlers.push({ start, end: child.end, param, body: x.block(child), head: span(start, start + x.source({ start, end: child.start }).trimEnd().length) });
    head = [];
    from = child.end;
  }
  const last = childOf(n, 'finally_clause');
  return { kind: 'try', ...at(n), handlers, finalizer: last && x.inner(last), body: body ? x.block(body) : { kind: 'block', start: n.start, end: n.start, body: [], commented: false } };
};

const loop: Rule = (x, n) => {
  const parts = childOf(n, 'for_loop_parts');
  const called = parts && fieldOf(parts, 'name');
  const bound: Code[] = called ? [{ kind: 'declaration', ...at(called), pattern: x.binding(called, undefined, called), init: undefined }] : [];
  const head = x.all((parts ?? n).children.filter((c) => c.field !== 'body' && c.field !== 'name'));
  return { kind: 'loop', ...at(n), head: [...bound, ...head], body: x.branch(n, 'body') ?? nothingAt(n.end) };
};

const type: Rule = (x, n) => {
  const called = fieldOf(n, 'name') ?? childOf(n, 'identifier');
  const body = fieldOf(n, 'body') ?? childOf(n, 'class_body');
  return { kind: 'type', ...at(n), name: called && x.source(called), isEnum: false, members: x.all(body?.children ?? []) };
};

/** A member of an enumeration has the value that its annotation gives it on the wire, or the first text it is made with. */
function enumMember(x: Lowering, n: SyntaxNode): Code {
  const called = fieldOf(n, 'name');
  const annotated = n.children.find((c) => c.type === 'annotation' && /^@(?:JsonValue|JsonKey|MappableValue)\b/.test(x.source(c)));
  const given = (annotated && childOf(annotated, 'arguments')) ?? childOf(childOf(n, 'argument_part') ?? n, 'arguments');
  const literal = given?.children.flatMap((a) => a.children).find((c) => c.type === 'string_literal');
  return { kind: 'declaration', ...at(n), pattern: x.binding(called, undefined, called ?? n), init: literal && x.code(literal) };
}

/** What each node type means. A type that is missing here is looked through. */
const RULES: Readonly<Record<string, Rule>> = {
  program: statements, class_body: statements, extension_body: statements,
  block: (x, n) => x.block(n),
  identifier: name, type_identifier: name, identifier_dollar_escaped: name, this: name, super: name, null_literal: name, true: name, false: name,
  qualified: (x, n) => {
    const [object, property] = n.children;
    return object && property ? { kind: 'member', ...at(n), object: x.code(object), property: x.source(property), propertySpan: at(property) } : x.other(n);
  },
  string_literal: text,
  decimal_integer_literal: (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replaceAll('_', '')) }),
  hex_integer_literal: nothing, decimal_floating_point_literal: nothing, symbol_literal: nothing, type_alias: nothing,
  parenthesized_expression: through, await_expression: through, template_substitution: through, argument: through, named_argument: through, record_field: through, assignable_expression: through,
  constant_pattern: through, cascade_selector: nothing,
  unary_expression: (x, n) => {
    const operand = x.inner(n);
    const token = x.source(n).charAt(0);
    if (token === '-' && operand.kind === 'number') return { kind: 'number', ...at(n), value: -operand.value };
    return token === '!' ? { kind: 'not', ...at(n), operand } : childOf(n, 'await_expression') ? operand : { kind: 'other', ...at(n), children: [operand] };
  },
  type_test_expression: through, type_cast_expression: through,
  equality_expression: binary, relational_expression: binary, additive_expression: binary, multiplicative_expression: binary, shift_expression: binary, bitwise_and_expression: binary,
  bitwise_or_expression: binary, bitwise_xor_expression: binary,
  logical_or_expression: logical('or'), logical_and_expression: logical('and'),
  if_null_expression: (x, n) => ({ kind: 'logical', ...at(n), op: 'coalesce', left: x.field(n, 'first'), right: x.field(n, 'second') }),
  conditional_expression: (x, n) => ({ kind: 'conditional', ...at(n), test: x.value(n.children.filter((c) => c.field === ''), n.end), then: x.field(n, 'consequence'), otherwise: x.field(n, 'alternative') }),
  assignment_expression: (x, n) => ({ kind: 'assignment', ...at(n), target: x.field(n, 'left'), value: x.field(n, 'right') }),
  function_expression: (x, n) => {
    const body = fieldOf(n, 'body');
    const block = body && childOf(body, 'block');
    return { kind: 'function', ...at(n), name: undefined, params: x.parameters(fieldOf(n, 'parameters')), body: body && (block ? x.block(block) : x.inner(body)) };
  },
  local_function_declaration: through,
  lambda_expression: (x, n) => {
    const signature = fieldOf(n, 'parameters');
    return signature ? x.function(signature, fieldOf(n, 'body')) : x.other(n);
  },
  const_object_expression: made, new_expression: made,
  list_literal: list, record_literal: (x, n) => ({ kind: 'list', ...at(n), items: x.all(n.children) }), set_or_map_literal: collection,
  if_element: element, for_element: (x, n) => ({ kind: 'other', ...at(n), children: x.all(n.children.filter((c) => c.type !== 'for_loop_parts')) }),
  switch_expression: switchExpression, switch_statement: switchStatement,
  throw_expression: (x, n) => ({ kind: 'throw', ...at(n), value: x.inner(n) }),
  rethrow_expression: (_, n) => ({ kind: 'throw', ...at(n), value: undefined }),
  expression_statement: (x, n) => {
    const inner = x.value(n.children, n.end);
    return inner.kind === 'throw' ? { ...inner, ...at(n) } : { kind: 'expression', ...at(n), expression: inner };
  },
  if_statement: (x, n) => branches(x, n, (field) => { const [first] = fieldsOf(n, field); return first?.type === 'if_statement' ? x.code(first) : x.branch(n, field); }),
  try_statement: attempt,
  return_statement: (x, n) => ({ kind: 'return', ...at(n), value: x.all(n.children)[0] }),
  yield_statement: through,
  break_statement: (_, n) => ({ kind: 'break', ...at(n) }),
  // A jump to another case: the error is dealt with there.
  continue_statement: (_, n) => (n.children.some((c) => c.type === 'identifier') ? { kind: 'throw', ...at(n), value: undefined } : { kind: 'continue', ...at(n) }),
  for_statement: loop, while_statement: loop, do_statement: loop,
  labeled_statement: (x, n) => x.value(n.children.slice(1), n.end),
  local_variable_declaration: through, initialized_variable_definition: variable, pattern_variable_declaration: destructured,
  declaration: declarations, static_final_declaration_list: declarations, initialized_identifier_list: declarations,
  class_definition: type, mixin_declaration: type, extension_declaration: type, extension_type_declaration: type,
  enum_declaration: (x, n) => {
    const called = fieldOf(n, 'name');
    const members = fieldOf(n, 'body')?.children.filter((c) => c.type === 'enum_constant') ?? [];
    return { kind: 'type', ...at(n), name: called && x.source(called), isEnum: true, members: members.map((m) => enumMember(x, m)) };
  },
  import_or_export: (x, n) => {
    const uri = /['"]([^'"]*)['"]/.exec(x.source(n))?.[1] ?? '';
    const names = /\bas\s+(\w+)|\bshow\s+([\w\s,]+)/.exec(x.source(n));
    return { kind: 'import', ...at(n), module: uri, names: (names?.[1] ?? names?.[2] ?? '').split(/[\s,]+/).filter((word) => word !== '') };
  },
};

/** Lowers Dart. */
export const lower = (node: SyntaxNode, source: string): Code => new Lowering(source, RULES).code(node);
