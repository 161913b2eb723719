import type { Code, RecordEntry } from '../../model/code';
import { span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, type SyntaxNode } from '../../syntax/node';
import { at } from '../lowering';
import { call } from './calls';
import { implicit } from './conditions';
import type { Lowering } from './lower';

type Rule = (x: Lowering, node: SyntaxNode) => Code;

const name: Rule = (x, n) => ({ kind: 'name', ...at(n), name: x.source(n).replace(/^`|`$/g, '') });
const nothing: Rule = (_, n) => ({ kind: 'other', ...at(n), children: [] });
const callable: Rule = (x, n) => x.callable(n);
const loop: Rule = (x, n) => x.loop(n);

/** A text between quotes: a constant, or an interpolation. */
const text = (quote: string): Rule => (x, n) => {
  const content = span(n.start + quote.length, x.source(n).endsWith(quote) && n.end - n.start >= 2 * quote.length ? n.end - quote.length : n.end);
  const values = n.children.filter((c) => c.field === 'interpolation');
  if (values.length === 0) return { kind: 'string', ...at(n), content, value: unescaped(x.source(content)) };
  let written = '';
  let from = content.start;
  for (const value of values) {
    written += x.source({ start: from, end: value.start }).replace(/\\\($/, '') + '\uFFFD';
    from = x.text[value.end] === ')' ? value.end + 1 : value.end;
  }
  return { kind: 'interpolation', ...at(n), parts: x.all(values), text: written + x.source({ start: from, end: Math.max(from, content.end) }) };
};

const unescaped = (raw: string): string => (raw.includes('\\') ? raw.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|([\s\S]))/g, (_, hex?: string, one?: string) => (hex === undefined ? ({ n: '\n', t: '\t', r: '\r', 0: '\0' }[one ?? ''] ?? one ?? '') : String.fromCodePoint(Math.min(0x10ffff, parseInt(hex, 16))))) : raw);

const declared = (x: Lowering, n: SyntaxNode, named: SyntaxNode | undefined, init: Code | undefined, type?: SyntaxNode): Code => ({
  kind: 'declaration', ...at(n), init, pattern: { name: named && x.source(named), ...at(named ?? n), fields: [], type: type && x.source(type).replace(/^:\s*/, ''), fallback: undefined },
});
const several = (n: SyntaxNode, found: readonly Code[]): Code => {
  const [only] = found;
  return found.length === 1 && only ? { ...only, ...at(n) } : { kind: 'other', ...at(n), children: found };
};
const members: Rule = (x, n) => ({ kind: 'type', ...at(n), name: undefined, isEnum: false, members: x.all(n.children) });

/** What each node type means. A type that is missing here is looked through. */
export const RULES: Readonly<Record<string, Rule>> = {
  source_file: (x, n) => ({ kind: 'block', ...at(n), body: x.list(n.children), commented: false }),
  statements: (x, n) => ({ kind: 'block', ...at(n), body: x.list(n.children), commented: false }),
  simple_identifier: name, self_expression: name, super_expression: name, nil: name, boolean_literal: name, identifier: name,
  line_string_literal: text('"'), multi_line_string_literal: text('"""'),
  raw_string_literal: (x, n) => {
    const hashes = /^#+/.exec(x.source(n))?.[0].length ?? 0;
    const content = span(n.start + hashes + 1, Math.max(n.start + hashes + 1, n.end - hashes - 1));
    return { kind: 'string', ...at(n), content, value: x.source(content) };
  },
  integer_literal: (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replaceAll('_', '')) }),
  real_literal: (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replaceAll('_', '')) }),
  navigation_expression: (x, n) => {
    const suffix = fieldOf(n, 'suffix');
    const property = suffix && fieldOf(suffix, 'suffix');
    const target = n.children.find((c) => c.field === 'target' && /^\w/.test(c.type));
    if (!property || !target) return x.other(n);
    return { kind: 'member', ...at(n), object: x.code(target), property: x.source(property), propertySpan: at(property) };
  },
  prefix_expression: (x, n) => {
    const operation = fieldOf(n, 'operation');
    const target = fieldOf(n, 'target');
    const token = operation ? x.source(operation) : '';
    if (!target) return x.other(n);
    if (token === '.' && target.type === 'simple_identifier') return implicit(target, x);
    if (token === '.') return x.code(target);
    if (token === '!') return { kind: 'not', ...at(n), operand: x.code(target) };
    const operand = x.code(target);
    return token === '-' && operand.kind === 'number' ? { kind: 'number', ...at(n), value: -operand.value } : x.other(n);
  },
  call_expression: call,
  ternary_expression: (x, n) => ({ kind: 'conditional', ...at(n), test: x.field(n, 'condition'), then: x.field(n, 'if_true'), otherwise: x.field(n, 'if_false') }),
  check_expression: (x, n) => {
    const [value] = x.parts(n);
    const type = n.children.find((c) => c.type.endsWith('_type'));
    return value && type ? { kind: 'binary', ...at(n), op: 'instanceof', left: x.code(value), right: { kind: 'name', ...at(type), name: x.source(type) } } : x.other(n);
  },
  tuple_expression: (x, n) => {
    const values = n.children.filter((c) => c.field === 'value' && c.end > c.start);
    const [only] = values;
    return values.length === 1 && only ? x.code(only) : { kind: 'other', ...at(n), children: values.length === 0 ? [] : x.all(values) };
  },
  dictionary_literal: (x, n) => {
    const values = fieldsOf(n, 'value');
    const entries = fieldsOf(n, 'key').map((key, i): RecordEntry => {
      const constant = x.code(key);
      const written = constant.kind === 'string' || constant.kind === 'number' ? String(constant.value) : undefined;
      const value = values[i];
      return { start: key.start, end: value?.end ?? key.end, key: written, ...(written === undefined && { keyCode: constant }), keySpan: at(key), value: x.optional(value) };
    });
    return { kind: 'record', ...at(n), entries };
  },
  array_literal: (x, n) => ({ kind: 'list', ...at(n), items: x.all(fieldsOf(n, 'element')) }),
  lambda_literal: (x, n) => x.closure(n),
  function_declaration: callable, init_declaration: callable, deinit_declaration: callable,
  computed_property: (x, n) => (childOf(n, 'statements') ? { kind: 'function', ...at(n), name: undefined, params: [], body: { kind: 'block', ...at(n), body: x.given(n, true), commented: false } } : x.other(n)),
  computed_getter: (x, n) => ({ kind: 'function', ...at(n), name: undefined, params: [], body: { kind: 'block', ...at(n), body: x.given(n, true), commented: false } }),
  computed_setter: (x, n) => ({ kind: 'function', ...at(n), name: undefined, params: [], body: { kind: 'block', ...at(n), body: x.given(n, false), commented: false } }),
  assignment: (x, n) => ({ kind: 'assignment', ...at(n), target: x.field(n, 'target'), value: x.field(n, 'result') }),
  // Alone, where no list of statements is: what they bind stands in front of them.
  if_statement: (x, n) => {
    const found = x.branch(n);
    const [only] = found;
    return found.length === 1 && only ? only : { kind: 'block', ...at(n), body: found, commented: false };
  },
  guard_statement: (x, n) => ({ kind: 'block', ...at(n), body: x.guard(n), commented: false }),
  switch_statement: (x, n) => x.switch(n),
  do_statement: (x, n) => x.attempt(n),
  control_transfer_statement: (x, n) => {
    const word = /^\w+/.exec(x.source(n))?.[0];
    if (word === 'break' || word === 'continue') return { kind: word, ...at(n) };
    const value = fieldOf(n, 'result') ?? x.parts(n).find((c) => c.type !== 'throw_keyword');
    return { kind: word === 'throw' ? 'throw' : 'return', ...at(n), value: x.optional(value) };
  },
  for_statement: loop, while_statement: loop, repeat_while_statement: loop,
  property_declaration: (x, n) => {
    const pattern = n.children.find((c) => c.field === 'name' && c.type === 'pattern');
    const computed = fieldOf(n, 'computed_value');
    if (computed) return { kind: 'other', ...at(n), children: [x.code(computed)] };
    const named = pattern && fieldOf(pattern, 'bound_identifier');
    const value = fieldOf(n, 'value');
    if (named || !pattern) return declared(x, n, named, x.optional(value), childOf(n, 'type_annotation'));
    const fields = pattern.children.filter((c) => c.type === 'pattern').map((c, i) => ({ key: String(i), pattern: { name: x.source(c), ...at(c), fields: [], type: undefined, fallback: undefined } }));
    return { kind: 'declaration', ...at(n), init: x.optional(value), pattern: { name: undefined, ...at(pattern), fields, type: undefined, fallback: undefined } };
  },
  class_declaration: (x, n) => {
    const called = fieldOf(n, 'name');
    const body = fieldOf(n, 'body');
    return { kind: 'type', ...at(n), name: called && x.source(called), isEnum: body?.type === 'enum_class_body', members: x.all(body?.children ?? []).flatMap((m) => (m.kind === 'other' ? m.children : [m])) };
  },
  class_body: members, protocol_body: members,
  enum_class_body: (x, n) => ({ kind: 'other', ...at(n), children: x.all(n.children) }),
  enum_entry: (x, n) => several(n, n.children.flatMap((c, i) => (c.field === 'name' ? [declared(x, c, c, n.children[i + 1]?.field === 'raw_value' ? x.optional(n.children[i + 1]) : undefined)] : []))),
  import_declaration: (x, n) => ({ kind: 'import', ...at(n), module: x.source(childOf(n, 'identifier') ?? n), names: [] }),
  protocol_declaration: nothing,
};
