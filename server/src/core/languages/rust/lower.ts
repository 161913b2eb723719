import type { BinaryOperator, Code, Pattern } from '../../model/code';
import { span } from '../../model/span';
import { childOf, fieldOf, typesLike, type SyntaxNode } from '../../syntax/node';
import { at, BaseLowering, operation } from '../lowering';
import { macro } from './macros';
import { asked, attemptOf, matchOf, pattern, refuted } from './patterns';

const OPERATORS: Readonly<Record<string, BinaryOperator>> = { '==': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '/': 'div' };
const LOGICAL: Readonly<Record<string, 'and' | 'or'>> = { '&&': 'and', '||': 'or' };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', 0: '\0' };
const saysNothing = typesLike(/comment$|^(?:attribute_item|inner_attribute_item|mutable_specifier|visibility_modifier|function_modifiers|lifetime|label|remaining_field_pattern)$|_type$|^(?:type_arguments|type_parameters|type_identifier|where_clause|empty_statement)$/);
/** Methods that give the value of an option or another one. */
const DEFAULTS = /^(?:unwrap_or|unwrap_or_else|unwrap_or_default|ok_or|ok_or_else|or|or_else)$/;
/** Methods that panic where there is no value. */
const LOUD = /^(?:unwrap|expect)$/;

/** Lowers Rust. A match on a result is an attempt whose failing arms catch; patterns that ask become conditions. */
export function lower(node: SyntaxNode, text: string): Code {
  return new Lowering(text).code(node);
}

export class Lowering extends BaseLowering {
  protected skips(node: SyntaxNode): boolean {
    return saysNothing(node.type);
  }

  code(node: SyntaxNode): Code {
    const rule = RULES[node.type];
    return rule ? rule(this, node) : this.other(node);
  }

  block(node: SyntaxNode, before: readonly Code[] = []): Code & { kind: 'block' } {
    const body = node.type === 'block' ? this.all(node.children) : [this.value(node)];
    return { kind: 'block', start: node.start, end: node.end, body: [...before, ...body.map(thrown)], commented: isCommented(node) };
  }

  /** What stands for its value: an `Err` there goes to the caller. */
  value(node: SyntaxNode): Code {
    return thrown(this.code(node));
  }

  string(node: SyntaxNode): Code {
    const raw = /^b?r(#*)"/.exec(this.source(node));
    const open = raw ? raw[0].length : this.source(node).indexOf('"') + 1;
    const close = raw ? `"${raw[1] ?? ''}` : '"';
    const closed = node.end - node.start > open && this.source(node).endsWith(close) && node.end - close.length >= node.start + open;
    const content = span(node.start + open, closed ? node.end - close.length : node.end);
    const written = this.source(content);
    return { kind: 'string', start: node.start, end: node.end, content, value: raw || !written.includes('\\') ? written : unescape(written) };
  }

  callable(node: SyntaxNode): Code {
    const name = fieldOf(node, 'name');
    const body = fieldOf(node, 'body');
    const type = fieldOf(node, 'return_type');
    const params = (fieldOf(node, 'parameters')?.children ?? []).filter((c) => !saysNothing(c.type)).map((c): Pattern => {
      const inner = fieldOf(c, 'pattern');
      const of = fieldOf(c, 'type');
      return { ...pattern(this, inner ?? c), start: c.start, end: c.end, type: of && this.source(of) };
    });
    const isFunction = node.type === 'function_item';
    return {
      kind: 'function', start: node.start, end: node.end, name: name && this.source(name), params, body: body && (body.type === 'block' ? given(this.block(body), !isFunction || type !== undefined) : this.value(body)),
      ...((type || isFunction) && { results: type ? [this.source(type)] : [] }),
    };
  }

  /** Steps of methods: those that give a default, or panic, decide what becomes of no value. */
  call(node: SyntaxNode): Code {
    const at = { start: node.start, end: node.end };
    const target = fieldOf(node, 'function');
    const args = this.all(fieldOf(node, 'arguments')?.children ?? []);
    const [first] = args;
    const called = target ? this.source(target) : '';
    if (called === 'Some' && first) return first;
    const method = target?.type === 'field_expression' ? fieldOf(target, 'field') : undefined;
    const receiver = target && fieldOf(target, 'value');
    if (method && receiver) {
      const name = this.source(method);
      if (DEFAULTS.test(name)) return { kind: 'logical', ...at, op: 'coalesce', left: this.code(receiver), right: first ?? { kind: 'other', start: node.end, end: node.end, children: [] } };
      if (LOUD.test(name)) return { kind: 'logical', ...at, op: 'coalesce', left: this.code(receiver), right: { kind: 'throw', start: node.end, end: node.end, value: undefined } };
    }
    return { kind: 'call', ...at, callee: target ? this.code(target) : { kind: 'other', ...at, children: [] }, args, isNew: /(?:^|::)(?:new|builder|default)$/.test(called) };
  }
}

/** A body whose last expression is what the function gives back. */
function given(body: Code & { kind: 'block' }, gives: boolean): Code {
  const last = body.body.at(-1);
  if (!gives || !last || /^(?:return|throw|break|continue|loop|declaration|expression|function|type|import)$/.test(last.kind)) return body;
  return { ...body, body: [...body.body.slice(0, -1), { kind: 'return', start: last.start, end: last.end, value: last }] };
}

/** `Err(e)` where it is given back passes the error to the caller. */
export const thrown = (code: Code): Code =>
  code.kind === 'call' && code.callee.kind === 'name' && code.callee.name === 'Err' ? { kind: 'throw', start: code.start, end: code.end, value: code.args[0] } : code;

export const isCommented = (node: SyntaxNode): boolean => node.children.some((c) => c.type.endsWith('comment'));

function unescape(raw: string): string {
  return raw.replace(/\\(?:u\{([0-9a-fA-F_]+)\}|x([0-9a-fA-F]{2})|\r?\n\s*|([\s\S]))/g, (_, long?: string, short?: string, one?: string) => {
    const hex = (long ?? short)?.replaceAll('_', '');
    if (hex === undefined) return one === undefined ? '' : (ESCAPES[one] ?? one);
    const point = parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

export type Rule = (x: Lowering, node: SyntaxNode) => Code;
const name: Rule = (x, n) => ({ kind: 'name', ...at(n), name: x.source(n) });
const nothing: Rule = (_, n) => ({ kind: 'other', ...at(n), children: [] });
const inner: Rule = (x, n) => x.all(n.children)[0] ?? x.other(n);
const callable: Rule = (x, n) => x.callable(n);
const list: Rule = (x, n) => ({ kind: 'list', ...at(n), items: x.all(n.children) });
const members: Rule = (x, n) => {
  const called = fieldOf(n, 'name') ?? fieldOf(n, 'type');
  return { kind: 'type', ...at(n), name: called && x.source(called), isEnum: false, members: x.all(fieldOf(n, 'body')?.children ?? []) };
};
const constant: Rule = (x, n) => {
  const called = fieldOf(n, 'name');
  const value = fieldOf(n, 'value');
  const where = called ?? n;
  return { kind: 'declaration', start: where.start, end: n.end, pattern: { name: called && x.source(called), ...at(where), fields: [], type: undefined, fallback: undefined }, init: value && x.code(value) };
};
const loop: Rule = (x, n) => {
  const body = fieldOf(n, 'body');
  const bound = fieldOf(n, 'pattern');
  const value = fieldOf(n, 'value');
  const condition = fieldOf(n, 'condition');
  const head: Code[] = bound ? [{ kind: 'declaration', ...at(bound), pattern: pattern(x, bound), init: value && { kind: 'index', ...at(value), object: x.code(value), index: { kind: 'other', ...at(value), children: [] } } }] : condition ? [asked(x, condition).test] : [];
  return { kind: 'loop', ...at(n), head, body: body ? x.block(body, condition ? asked(x, condition).bindings : []) : x.other(n) };
};

/** What each node type means. A type that is missing here is looked through. */
const RULES: Readonly<Record<string, Rule>> = {
  source_file: (x, n) => ({ kind: 'block', ...at(n), body: x.all(n.children), commented: false }),
  block: (x, n) => x.block(n),
  unsafe_block: inner, async_block: inner, const_block: inner, try_block: inner,
  identifier: name, field_identifier: name, self: name, type_identifier: name, shorthand_field_identifier: name, crate: name, super: name, boolean_literal: name,
  string_literal: (x, n) => x.string(n), raw_string_literal: (x, n) => x.string(n),
  char_literal: nothing, unit_expression: nothing, type_item: nothing, macro_definition: nothing,
  integer_literal: (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replace(/_|(?:[iu](?:8|16|32|64|128|size))$/g, '')) }),
  parenthesized_expression: inner, reference_expression: (x, n) => x.field(n, 'value'), await_expression: inner, try_expression: (x, n) => inner(x, n),
  type_cast_expression: (x, n) => x.field(n, 'value'),
  field_expression: (x, n) => {
    const property = fieldOf(n, 'field');
    const where = property ? at(property) : { start: n.end, end: n.end };
    return { kind: 'member', ...at(n), object: x.field(n, 'value'), property: x.source(where), propertySpan: where };
  },
  scoped_identifier: (x, n) => {
    const property = fieldOf(n, 'name');
    const where = property ? at(property) : { start: n.end, end: n.end };
    const path = fieldOf(n, 'path');
    return path ? { kind: 'member', ...at(n), object: x.code(path), property: x.source(where), propertySpan: where } : { kind: 'name', ...at(n), name: x.source(where) };
  },
  generic_function: (x, n) => x.field(n, 'function'),
  index_expression: (x, n) => {
    const [object, index] = x.all(n.children);
    if (!object || !index) return x.other(n);
    return index.kind === 'string' && /^[a-z_]\w*$/i.test(index.value)
      ? { kind: 'member', ...at(n), object, property: index.value, propertySpan: index.content }
      : { kind: 'index', ...at(n), object, index, loud: true };
  },
  call_expression: (x, n) => x.call(n),
  macro_invocation: macro,
  unary_expression: (x, n) => {
    const token = x.text.charAt(n.start);
    const operand = inner(x, n);
    if (token === '!') return { kind: 'not', ...at(n), operand };
    return token === '-' && operand.kind === 'number' ? { kind: 'number', ...at(n), value: -operand.value } : operand;
  },
  binary_expression: (x, n) => operation(x, n, x.operator(n), OPERATORS, LOGICAL),
  assignment_expression: (x, n) => ({ kind: 'assignment', ...at(n), target: x.field(n, 'left'), value: x.field(n, 'right') }),
  compound_assignment_expr: (x, n) => ({ kind: 'assignment', ...at(n), target: x.field(n, 'left'), value: x.field(n, 'right') }),
  array_expression: list, tuple_expression: list,
  struct_expression: (x, n) => ({
    kind: 'record', ...at(n),
    entries: (fieldOf(n, 'body')?.children ?? []).flatMap((c) => {
      const key = fieldOf(c, 'field') ?? (c.type === 'shorthand_field_initializer' ? c.children[0] : undefined);
      return key ? [{ key: x.source(key), ...at(c), keySpan: at(key), value: c.type === 'field_initializer' ? x.field(c, 'value') : x.code(key) }] : [];
    }),
  }),
  closure_expression: callable, function_item: callable,
  expression_statement: (x, n) => {
    const expression = n.children.find((c) => !saysNothing(c.type));
    if (!expression) return x.other(n);
    const code = x.code(expression);
    // What ends with a semicolon gives nothing, also at the end of a body.
    return x.source(n).endsWith(';') && !/^(?:return|throw|break|continue|loop|try)$/.test(code.kind) ? { kind: 'expression', ...at(n), expression: expression.type === 'try_expression' ? thrown(code) : code, discarded: true } : code;
  },
  let_declaration: (x, n) => {
    const bound = fieldOf(n, 'pattern');
    const value = fieldOf(n, 'value');
    const otherwise = fieldOf(n, 'alternative');
    const type = fieldOf(n, 'type');
    if (bound && value && otherwise) return refuted(x, n, bound, value, otherwise);
    return { kind: 'declaration', ...at(n), pattern: { ...(bound ? pattern(x, bound) : pattern(x, n)), type: type && x.source(type) }, init: value && x.code(value) };
  },
  if_expression: (x, n) => {
    const condition = fieldOf(n, 'condition');
    const then = fieldOf(n, 'consequence');
    const clause = fieldOf(n, 'alternative');
    const next = clause?.children.find((c) => !saysNothing(c.type));
    const attempt = condition && then && attemptOf(x, n, condition, then, next);
    if (attempt) return attempt;
    const { test, bindings } = condition ? asked(x, condition) : { test: x.other(n), bindings: [] };
    return {
      kind: 'if', ...at(n), test, then: then ? x.block(then, bindings) : { kind: 'block', start: n.end, end: n.end, body: [], commented: false },
      otherwise: next && (next.type === 'block' ? x.block(next) : x.code(next)), head: span(n.start, condition?.end ?? n.end), elseSpan: clause && span(clause.start, clause.start + 'else'.length),
    };
  },
  match_expression: matchOf,
  for_expression: loop, while_expression: loop, loop_expression: loop,
  return_expression: (x, n) => {
    const value = n.children.find((c) => !saysNothing(c.type));
    const code = value && x.value(value);
    return code?.kind === 'throw' ? { ...code, ...at(n) } : { kind: 'return', ...at(n), value: code };
  },
  break_expression: (_, n) => ({ kind: childOf(n, 'label') ? 'continue' : 'break', ...at(n) }),
  continue_expression: (_, n) => ({ kind: 'continue', ...at(n) }),
  const_item: constant, static_item: constant,
  impl_item: members, trait_item: members, mod_item: members,
  struct_item: (x, n) => {
    const called = fieldOf(n, 'name');
    const fields = fieldOf(n, 'body')?.children.filter((c) => c.type === 'field_declaration') ?? [];
    return {
      kind: 'type', ...at(n), name: called && x.source(called), isEnum: false,
      members: fields.map((f): Code => {
        const own = fieldOf(f, 'name') ?? f;
        const type = fieldOf(f, 'type');
        return { kind: 'declaration', ...at(f), pattern: { name: x.source(own), ...at(own), fields: [], type: type && x.source(type), fallback: undefined }, init: undefined };
      }),
    };
  },
  enum_item: (x, n) => {
    const called = fieldOf(n, 'name');
    const variants: Code[] = [];
    let renamed: SyntaxNode | undefined;
    for (const c of fieldOf(n, 'body')?.children ?? []) {
      // `#[serde(rename = "…")]` stands in front of the variant that it is about.
      if (c.type === 'attribute_item') renamed = /\brename\s*=/.test(x.source(c)) ? stringIn(c) : renamed;
      else if (c.type === 'enum_variant') {
        const own = fieldOf(c, 'name') ?? c;
        variants.push({ kind: 'declaration', ...at(c), pattern: { name: x.source(own), ...at(own), fields: [], type: undefined, fallback: undefined }, init: renamed && x.string(renamed) });
        renamed = undefined;
      }
    }
    return { kind: 'type', ...at(n), name: called && x.source(called), isEnum: true, members: variants };
  },
  use_declaration: (x, n) => {
    const text = x.source(n).replace(/^(?:pub(?:\([^)]*\))?\s+)?use\s+/, '').replace(/;$/, '');
    const module = text.replace(/\{[\s\S]*$/, '').replace(/::$/, '');
    const names = (/\{([\s\S]*)\}/.exec(text)?.[1] ?? text).split(',').flatMap((part) => /(\w+)\s*$/.exec(part)?.[1] ?? []);
    return { kind: 'import', ...at(n), module, names };
  },
};

function stringIn(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'string_literal') return node;
  for (const child of node.children) {
    const found = stringIn(child);
    if (found) return found;
  }
  return undefined;
}
