import type { BinaryOperator, Code, Pattern, RecordEntry } from '../../model/code';
import { span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, typesLike, type SyntaxNode } from '../../syntax/node';
import { at, BaseLowering, operation } from '../lowering';
import { bound, declared, STATEMENTS } from './statements';

const OPERATORS: Readonly<Record<string, BinaryOperator>> = { '==': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '/': 'div' };
const LOGICAL: Readonly<Record<string, 'and' | 'or'>> = { '&&': 'and', '||': 'or' };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };
const saysNothing = typesLike(/_type$|^(?:type_identifier|type_arguments|type_parameter_list|type_elem|field_declaration_list|comment|empty_statement|\W*)$/);
/** Functions that compare: their arguments are the sides. */
const COMPARISONS: ReadonlySet<string> = new Set(['errors.Is', 'strings.EqualFold']);
/** Functions and methods that fill what a pointer points to. */
const FILLS = /(?:^|\.)(?:Unmarshal\w*|Decode\w*|ReadJSON|ParseJSON|DecodeJSON)$/;
const INSTANCES = /(?:^|\.)As$/;

/** Lowers Go. Several results of one call are values of their own; what a pointer is filled with is assigned to it. */
export function lower(node: SyntaxNode, text: string): Code {
  return new Lowering(text).code(node);
}

interface Result {
  readonly type: string;
  readonly name: string | undefined;
}

export class Lowering extends BaseLowering {
  /** Types of what the functions around give back, innermost last, each with the names of named results. */
  readonly results: (readonly Result[])[] = [];

  protected skips(node: SyntaxNode): boolean {
    return saysNothing(node.type);
  }

  code(node: SyntaxNode): Code {
    const rule = RULES[node.type] ?? STATEMENTS[node.type];
    return rule ? rule(this, node) : this.other(node);
  }

  /** The expressions of a list, or the one that stands in its place. */
  list(node: SyntaxNode | undefined): readonly SyntaxNode[] {
    if (!node) return [];
    return node.type === 'expression_list' ? node.children.filter((c) => c.type !== 'comment' && c.type !== ',') : [node];
  }

  statements(node: SyntaxNode): Code[] {
    return node.children.flatMap((c) => (c.type === 'statement_list' ? this.all(c.children) : this.all([c])));
  }

  block(node: SyntaxNode): Code & { kind: 'block' } {
    return { kind: 'block', start: node.start, end: node.end, body: this.statements(node), commented: isCommented(node) };
  }

  string(node: SyntaxNode): Code {
    const closed = node.end - node.start > 1 && this.text[node.end - 1] === this.text[node.start];
    const content = span(node.start + 1, closed ? node.end - 1 : node.end);
    const raw = this.source(content);
    return { kind: 'string', start: node.start, end: node.end, content, value: node.type === 'raw_string_literal' ? raw.replaceAll('\r', '') : unescape(raw) };
  }

  params(list: SyntaxNode | undefined): Pattern[] {
    return (list?.children ?? []).filter((c) => c.type.endsWith('parameter_declaration')).flatMap((c) => {
      const type = fieldOf(c, 'type');
      const names = fieldsOf(c, 'name');
      return names.map((name) => ({ ...bound(this.source(name), name), type: type && this.source(type) }));
    });
  }

  callable(node: SyntaxNode): Code {
    const name = fieldOf(node, 'name');
    const body = fieldOf(node, 'body');
    const result = fieldOf(node, 'result');
    const results = this.resultsOf(result);
    this.results.push(results);
    const params = [...this.params(fieldOf(node, 'receiver')), ...this.params(fieldOf(node, 'parameters'))];
    const code: Code = { kind: 'function', start: node.start, end: node.end, name: name && this.source(name), params, body: body && this.block(body), results: results.map((r) => r.type) };
    this.results.pop();
    return code;
  }

  private resultsOf(node: SyntaxNode | undefined): readonly Result[] {
    if (node?.type !== 'parameter_list') return node ? [{ type: this.source(node), name: undefined }] : [];
    return node.children.filter((c) => c.type.endsWith('parameter_declaration')).flatMap((c): Result[] => {
      const type = this.source(fieldOf(c, 'type') ?? c);
      const names = fieldsOf(c, 'name');
      return names.length === 0 ? [{ type, name: undefined }] : names.map((n) => ({ type, name: this.source(n) }));
    });
  }

  /** `T{…}`: a table for a map or a struct, a list for the rest. */
  composite(node: SyntaxNode): Code {
    const body = fieldOf(node, 'body');
    const type = fieldOf(node, 'type');
    return body ? this.literal(body, { start: node.start, end: node.end }, type?.type === 'map_type') : this.other(node);
  }

  literal(body: SyntaxNode, at: { start: number; end: number }, isMap: boolean): Code {
    const entries = body.children.filter((c) => c.type === 'keyed_element');
    if (!isMap && entries.length === 0) return { kind: 'list', ...at, items: body.children.flatMap((c) => (c.type === 'literal_element' ? this.all(c.children) : [])) };
    return { kind: 'record', ...at, entries: entries.flatMap((e) => this.entry(e, isMap)) };
  }

  private entry(node: SyntaxNode, isMap: boolean): RecordEntry[] {
    const key = fieldOf(node, 'key')?.children[0];
    const value = fieldOf(node, 'value')?.children[0];
    if (!key) return [];
    const code = this.code(key);
    const written = code.kind === 'string' ? code.value : this.source(key);
    return [{ start: node.start, end: node.end, ...(isMap && code.kind !== 'string' && { keyCode: code }), key: written, keySpan: span(key.start, key.end), value: value && this.code(value) }];
  }

  call(node: SyntaxNode): Code {
    const at = { start: node.start, end: node.end };
    const list = fieldOf(node, 'arguments');
    const nodes = list?.children.filter((c) => c.type !== 'comment' && !saysNothing(c.type)) ?? [];
    const callee = this.field(node, 'function');
    const called = this.source(callee);
    const args = nodes.map((n) => this.code(n));
    const [first, second] = args;
    if (first && second) {
      if (COMPARISONS.has(called)) return { kind: 'binary', ...at, op: 'eq', left: first, right: second };
      if (called === 'cmp.Or') return { kind: 'logical', ...at, op: 'coalesce', left: first, right: second };
      // `errors.As(err, &apiErr)`: the same error, by its class.
      if (INSTANCES.test(called) && isPointer(nodes[1], this)) return { kind: 'binary', ...at, op: 'instanceof', left: first, right: filled(second, first) };
    }
    if (FILLS.test(called)) {
      const source = nodes.find((n) => !isPointer(n, this));
      const from = source ? args[nodes.indexOf(source)] : callee.kind === 'member' ? callee.object : undefined;
      if (from) return { kind: 'call', ...at, callee, args: args.map((a, i) => (isPointer(nodes[i], this) ? filled(a, from) : a)), isNew: false };
    }
    return { kind: 'call', ...at, callee, args, isNew: /(?:^|\.)New(?![a-z])\w*$/.test(called) };
  }
}

const isPointer = (node: SyntaxNode | undefined, x: Lowering): boolean => node?.type === 'unary_expression' && x.source(node).startsWith('&');
const filled = (target: Code, value: Code): Code => ({ kind: 'assignment', start: target.start, end: target.end, target, value });
/** Whether a block or case holds a comment of its own. */
export const isCommented = (node: SyntaxNode): boolean => node.children.some((c) => c.type === 'comment' || (c.type === 'statement_list' && c.children.some((s) => s.type === 'comment')));

function unescape(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-7]{3})|([\s\S]))/g, (_, four?: string, eight?: string, two?: string, octal?: string, one?: string) => {
    const hex = four ?? eight ?? two;
    if (hex === undefined && octal === undefined) return ESCAPES[one ?? ''] ?? one ?? '';
    const point = hex === undefined ? parseInt(octal ?? '0', 8) : parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

export type Rule = (x: Lowering, node: SyntaxNode) => Code;
const name: Rule = (x, n) => ({ kind: 'name', ...at(n), name: x.source(n) });
const nothing: Rule = (_, n) => ({ kind: 'other', ...at(n), children: [] });
const callable: Rule = (x, n) => x.callable(n);

/** What each type of expression means; statements have their own table. A type that is missing from both is looked through. */
const RULES: Readonly<Record<string, Rule>> = {
  source_file: (x, n) => ({ kind: 'block', ...at(n), body: x.all(n.children), commented: false }),
  identifier: name, field_identifier: name, package_identifier: name, nil: name, true: name, false: name, blank_identifier: name,
  interpreted_string_literal: (x, n) => x.string(n), raw_string_literal: (x, n) => x.string(n),
  rune_literal: nothing, package_clause: nothing,
  int_literal: (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replaceAll('_', '').replace(/^0(?=\d)/, '0o')) }),
  parenthesized_expression: (x, n) => x.all(n.children)[0] ?? x.other(n),
  selector_expression: (x, n) => {
    const property = fieldOf(n, 'field');
    const where = property ? at(property) : { start: n.end, end: n.end };
    return { kind: 'member', ...at(n), object: x.field(n, 'operand'), property: x.source(where), propertySpan: where };
  },
  index_expression: (x, n) => {
    const index = x.field(n, 'index');
    const object = x.field(n, 'operand');
    return index.kind === 'string' && /^[a-z_]\w*$/i.test(index.value)
      ? { kind: 'member', ...at(n), object, property: index.value, propertySpan: index.content }
      : { kind: 'index', ...at(n), object, index };
  },
  // Without comma-ok another type panics: what goes on is the same value.
  type_assertion_expression: (x, n) => x.field(n, 'operand'),
  call_expression: (x, n) => x.call(n),
  unary_expression: (x, n) => {
    const token = x.source(fieldOf(n, 'operator') ?? { start: n.start, end: n.start + 1 });
    const operand = x.field(n, 'operand');
    if (token === '!') return { kind: 'not', ...at(n), operand };
    if (token === '-' && operand.kind === 'number') return { kind: 'number', ...at(n), value: -operand.value };
    return token === '&' || token === '*' ? operand : { kind: 'other', ...at(n), children: [operand] };
  },
  binary_expression: (x, n) => operation(x, n, x.operator(n), OPERATORS, LOGICAL),
  composite_literal: (x, n) => x.composite(n),
  literal_value: (x, n) => x.literal(n, at(n), false),
  func_literal: callable, function_declaration: callable, method_declaration: callable,
  type_declaration: (x, n) => {
    const types = n.children.filter((c) => c.type === 'type_spec').map((c) => structOf(x, c));
    return types.length === 1 && types[0] ? types[0] : { kind: 'other', ...at(n), children: types };
  },
  import_declaration: (x, n) => {
    const specs = (childOf(n, 'import_spec_list') ?? n).children.filter((c) => c.type === 'import_spec');
    return { kind: 'other', ...at(n), children: specs.map((s) => importOf(x, s)) };
  },
  const_declaration: (x, n) => declared(x, n), var_declaration: (x, n) => declared(x, n),
};

/** A struct: its fields are members with a type. */
function structOf(x: Lowering, node: SyntaxNode): Code {
  const called = fieldOf(node, 'name');
  const type = fieldOf(node, 'type');
  const fields = type?.type === 'struct_type' ? (childOf(type, 'field_declaration_list')?.children.filter((c) => c.type === 'field_declaration') ?? []) : [];
  const members = fields.flatMap((f) => {
    const of = fieldOf(f, 'type');
    return fieldsOf(f, 'name').map((n): Code => ({ kind: 'declaration', ...at(f), pattern: { ...bound(x.source(n), n), type: of && x.source(of) }, init: undefined }));
  });
  return { kind: 'type', ...at(node), name: called && x.source(called), isEnum: false, members };
}

function importOf(x: Lowering, node: SyntaxNode): Code {
  const path = fieldOf(node, 'path');
  const alias = fieldOf(node, 'name');
  const module = path ? x.source(path).slice(1, -1) : '';
  // The package's name is the last part of its path, as far as custom goes: no version, no `go-` and no `.v2`.
  const last = module.replace(/\/v\d+$/, '').split('/').at(-1) ?? '';
  return { kind: 'import', ...at(node), module, names: [alias ? x.source(alias) : last.replace(/^go-|[-.]go$|\.v\d+$/g, '')] };
}
