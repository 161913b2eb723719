import type { BinaryOperator, CatchClause, Code, Pattern, RecordEntry, SwitchCase } from '../../model/code';
import { span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, typesLike, type SyntaxNode } from '../../syntax/node';
import { at, BaseLowering, operation } from '../lowering';

const OPERATORS: Readonly<Record<string, BinaryOperator>> = {
  '===': 'eq', '==': 'eq', '!==': 'ne', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', in: 'in', instanceof: 'instanceof', '/': 'div',
};
const LOGICAL: Readonly<Record<string, 'and' | 'or' | 'coalesce'>> = { '&&': 'and', '||': 'or', '??': 'coalesce' };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' };
/** Wrappers that change nothing about the value: the wrapped part is their first child. */
const TRANSPARENT = new Set(['parenthesized_expression', 'as_expression', 'satisfies_expression', 'non_null_expression', 'await_expression', 'computed_property_name', 'export_statement', 'jsx_expression']);
const namesType = typesLike(/(^|_)(type|types|annotation|arguments)$|^(type_|predicate|asserts|interface_|ambient_)/);

/** Lowers ECMAScript and TypeScript, JSX included. */
export function lower(node: SyntaxNode, text: string): Code {
  return new Lowering(text).code(node);
}

class Lowering extends BaseLowering {
  protected skips(node: SyntaxNode): boolean {
    return node.type === 'comment' || node.type === 'empty_statement' || isType(node);
  }

  code(node: SyntaxNode): Code {
    const method = RULES[node.type];
    if (method) return method(this, node);
    if (TRANSPARENT.has(node.type)) {
      const inner = node.type === 'export_statement' ? (fieldOf(node, 'declaration') ?? fieldOf(node, 'value')) : node.children.find((c) => c.type !== 'comment');
      return inner ? this.code(inner) : this.other(node);
    }
    return this.other(node);
  }

  block(node: SyntaxNode): Code & { kind: 'block' } {
    if (node.type !== 'statement_block') {
      const body = this.all([node]);
      return { kind: 'block', start: node.start, end: node.end, body, commented: node.type === 'comment' };
    }
    return { kind: 'block', start: node.start, end: node.end, body: this.all(node.children), commented: node.children.some((c) => c.type === 'comment') };
  }

  string(node: SyntaxNode): Code {
    const closed = node.end - node.start > 1 && this.text[node.end - 1] === this.text[node.start];
    const content = span(node.start + 1, closed ? node.end - 1 : node.end);
    const raw = this.source(content);
    return { kind: 'string', start: node.start, end: node.end, content, value: raw.includes('\\') ? unescape(raw) : raw };
  }

  pattern(node: SyntaxNode): Pattern {
    const base = { start: node.start, end: node.end, name: undefined, fields: [], type: undefined, fallback: undefined };
    switch (node.type) {
      case 'identifier':
      case 'shorthand_property_identifier_pattern':
      case 'this':
        return { ...base, name: this.source(node) };
      case 'required_parameter':
      case 'optional_parameter': {
        const inner = fieldOf(node, 'pattern');
        const type = fieldOf(node, 'type');
        const value = fieldOf(node, 'value');
        return { ...(inner ? this.pattern(inner) : base), type: type && this.source(type), fallback: this.optional(value) };
      }
      case 'assignment_pattern':
      case 'object_assignment_pattern': {
        const left = fieldOf(node, 'left');
        return { ...(left ? this.pattern(left) : base), fallback: this.optional(fieldOf(node, 'right')) };
      }
      case 'rest_pattern':
        return node.children[0] ? this.pattern(node.children[0]) : base;
      case 'object_pattern':
        return { ...base, fields: node.children.flatMap((child) => this.patternField(child)) };
      case 'array_pattern':
        return { ...base, fields: node.children.filter((c) => c.type !== 'comment').map((child, i) => ({ key: String(i), pattern: this.pattern(child) })) };
      default:
        return base;
    }
  }

  private patternField(node: SyntaxNode): { key: string; pattern: Pattern }[] {
    if (node.type === 'pair_pattern') {
      const key = fieldOf(node, 'key');
      const value = fieldOf(node, 'value');
      return key && value ? [{ key: this.keyText(key) ?? '', pattern: this.pattern(value) }] : [];
    }
    const pattern = this.pattern(node);
    return pattern.name !== undefined ? [{ key: node.type === 'rest_pattern' ? '...' : pattern.name, pattern }] : [];
  }

  keyText(node: SyntaxNode): string | undefined {
    if (node.type === 'computed_property_name') {
      const inner = this.code(node);
      return inner.kind === 'string' ? inner.value : undefined;
    }
    if (node.type === 'string') {
      const literal = this.string(node);
      return literal.kind === 'string' ? literal.value : undefined;
    }
    return this.source(node);
  }

  entry(node: SyntaxNode): RecordEntry[] {
    const at = { start: node.start, end: node.end };
    if (node.type === 'pair') {
      const key = fieldOf(node, 'key');
      if (!key) return [];
      const keyCode = key.type === 'computed_property_name' ? this.code(key) : undefined;
      return [{ ...at, ...(keyCode && keyCode.kind !== 'string' && { keyCode }), key: this.keyText(key), keySpan: span(key.start, key.end), value: this.optional(fieldOf(node, 'value')) }];
    }
    if (node.type === 'method_definition') {
      const key = fieldOf(node, 'name');
      return key ? [{ ...at, key: this.keyText(key), keySpan: span(key.start, key.end), value: this.code(node) }] : [];
    }
    if (node.type === 'shorthand_property_identifier') {
      const name = this.source(node);
      return [{ ...at, key: name, keySpan: at, value: { kind: 'name', name, ...at } }];
    }
    return node.type === 'spread_element' ? [{ ...at, key: undefined, keySpan: at, value: this.optional(node.children[0]) }] : [];
  }

  switchCase(node: SyntaxNode, followed: boolean): SwitchCase {
    const value = fieldOf(node, 'value');
    let body = fieldsOf(node, 'body');
    let commented = followed || node.children.some((c) => c.type === 'comment');
    if (body.length === 1 && body[0]?.type === 'statement_block') {
      commented ||= body[0].children.some((c) => c.type === 'comment');
      body = body[0].children;
    }
    const labelEnd = this.text.indexOf(':', value?.end ?? node.start + 'default'.length);
    return {
      start: node.start, end: node.end, tests: value ? [this.code(value)] : [], isDefault: node.type === 'switch_default', guard: undefined,
      body: this.all(body), commented, label: span(node.start, labelEnd < 0 || labelEnd >= node.end ? node.end : labelEnd + 1),
    };
  }

  declarations(node: SyntaxNode): Code {
    const found = node.children.filter((c) => c.type === 'variable_declarator').map((declarator): Code => {
      const name = fieldOf(declarator, 'name');
      const type = fieldOf(declarator, 'type');
      const pattern = name ? this.pattern(name) : this.pattern(declarator);
      return { kind: 'declaration', start: declarator.start, end: declarator.end, pattern: { ...pattern, type: type && this.source(type) }, init: this.optional(fieldOf(declarator, 'value')) };
    });
    return found.length === 1 && found[0] ? { ...found[0], start: node.start, end: node.end } : { kind: 'other', start: node.start, end: node.end, children: found };
  }

  callable(node: SyntaxNode): Code {
    const name = fieldOf(node, 'name');
    const single = fieldOf(node, 'parameter');
    const params = (single ? [single] : (fieldOf(node, 'parameters')?.children ?? [])).filter((p) => p.type !== 'comment' && p.type !== 'decorator');
    const body = fieldOf(node, 'body');
    return {
      kind: 'function', start: node.start, end: node.end, name: name && this.source(name), params: params.map((p) => this.pattern(p)),
      body: body && (body.type === 'statement_block' ? this.block(body) : this.code(body)),
    };
  }

  attempt(node: SyntaxNode): Code {
    const handler = fieldOf(node, 'handler');
    const handlers: CatchClause[] = [];
    const body = handler && fieldOf(handler, 'body');
    if (handler && body) {
      const param = fieldOf(handler, 'parameter');
      const head = span(handler.start, handler.start + this.text.slice(handler.start, body.start).trimEnd().length);
      handlers.push({ start: handler.start, end: handler.end, param: param && this.pattern(param), body: this.block(body), head });
    }
    const finalizer = fieldOf(node, 'finalizer');
    const block = fieldOf(node, 'body');
    return {
      kind: 'try', start: node.start, end: node.end, handlers, finalizer: finalizer && this.optional(fieldOf(finalizer, 'body')),
      body: block ? this.block(block) : { kind: 'block', start: node.start, end: node.start, body: [], commented: false },
    };
  }

  importOf(node: SyntaxNode): Code {
    const source = fieldOf(node, 'source');
    const names: string[] = [];
    const collect = (n: SyntaxNode): void => {
      if (n.type === 'import_specifier') names.push(this.source(fieldOf(n, 'alias') ?? fieldOf(n, 'name') ?? n));
      else if (n.type === 'identifier') names.push(this.source(n));
      else n.children.forEach(collect);
    };
    const clause = childOf(node, 'import_clause');
    if (clause) collect(clause);
    return { kind: 'import', start: node.start, end: node.end, module: source ? this.source(source).slice(1, -1) : '', names };
  }
}

const isType = (n: SyntaxNode): boolean => namesType(n.type) && n.type !== 'arguments';

function unescape(raw: string): string {
  return raw.replace(/\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (_, brace?: string, four?: string, two?: string, one?: string) => {
    const hex = brace ?? four ?? two;
    if (hex === undefined) return ESCAPES[one ?? ''] ?? one ?? '';
    const point = parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

type Rule = (x: Lowering, node: SyntaxNode) => Code;

const name: Rule = (x, n) => ({ kind: 'name', ...at(n), name: x.source(n) });
const callable: Rule = (x, n) => x.callable(n);
const list: Rule = (x, n) => ({ kind: 'list', ...at(n), items: x.all(n.children) });
const declarations: Rule = (x, n) => x.declarations(n);
const loop: Rule = (x, n) => {
  const body = fieldOf(n, 'body');
  return { kind: 'loop', ...at(n), head: x.all(n.children.filter((c) => c !== body)), body: body ? x.block(body) : x.other(n) };
};
const markup: Rule = (x, n) => ({ kind: 'markup', ...at(n), children: x.all(n.children) });
const assignment: Rule = (x, n) => ({ kind: 'assignment', ...at(n), target: x.field(n, 'left'), value: x.field(n, 'right') });
const nothing: Rule = (_, n) => ({ kind: 'other', ...at(n), children: [] });
const classBody: Rule = (x, n) => ({ kind: 'type', ...at(n), name: undefined, isEnum: false, members: x.all(n.children) });
const classRule: Rule = (x, n) => {
  const called = fieldOf(n, 'name');
  return { kind: 'type', ...at(n), name: called && x.source(called), isEnum: false, members: x.all(fieldOf(n, 'body')?.children ?? []) };
};
const call =
  (target: string, isNew: boolean): Rule =>
  (x, n) => {
    const args = fieldOf(n, 'arguments');
    return { kind: 'call', ...at(n), callee: x.field(n, target), args: args ? (args.type === 'arguments' ? x.all(args.children) : [x.code(args)]) : [], isNew };
  };

/** What each node type means. A type that is missing here is looked through. */
const RULES: Readonly<Record<string, Rule>> = {
  program: (x, n) => ({ kind: 'block', ...at(n), body: x.all(n.children), commented: false }),
  statement_block: (x, n) => x.block(n),
  identifier: name, property_identifier: name, shorthand_property_identifier: name, private_property_identifier: name, this: name, super: name, undefined: name, null: name, true: name, false: name,
  string: (x, n) => x.string(n),
  number: (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replaceAll('_', '')) }),
  template_string: (x, n) => {
    const parts = n.children.filter((c) => c.type === 'template_substitution');
    if (parts.length === 0) return x.string(n);
    let text = '';
    let from = n.start + 1;
    for (const part of parts) {
      text += x.source({ start: from, end: part.start }) + '\uFFFD';
      from = part.end;
    }
    return { kind: 'interpolation', ...at(n), parts: parts.flatMap((p) => x.all(p.children)), text: text + x.source({ start: from, end: Math.max(from, n.end - 1) }) };
  },
  member_expression: (x, n) => {
    const property = fieldOf(n, 'property');
    const where = property ? at(property) : { start: n.end, end: n.end };
    return { kind: 'member', ...at(n), object: x.field(n, 'object'), property: x.source(where), propertySpan: where };
  },
  subscript_expression: (x, n) => {
    const index = x.field(n, 'index');
    const object = x.field(n, 'object');
    return index.kind === 'string' && /^[a-z_$][\w$]*$/i.test(index.value)
      ? { kind: 'member', ...at(n), object, property: index.value, propertySpan: index.content }
      : { kind: 'index', ...at(n), object, index };
  },
  call_expression: call('function', false),
  new_expression: call('constructor', true),
  binary_expression: (x, n) => operation(x, n, x.operator(n), OPERATORS, LOGICAL),
  unary_expression: (x, n) => {
    const token = x.operator(n);
    const operand = token === '-' ? x.field(n, 'argument') : undefined;
    if (operand?.kind === 'number') return { kind: 'number', ...at(n), value: -operand.value };
    return token === '!' ? { kind: 'not', ...at(n), operand: x.field(n, 'argument') } : x.other(n, token === 'typeof' || token === 'void');
  },
  ternary_expression: (x, n) => ({ kind: 'conditional', ...at(n), test: x.field(n, 'condition'), then: x.field(n, 'consequence'), otherwise: x.field(n, 'alternative') }),
  object: (x, n) => ({ kind: 'record', ...at(n), entries: n.children.flatMap((c) => x.entry(c)) }),
  array: list,
  arrow_function: callable, function_expression: callable, function_declaration: callable, generator_function: callable, generator_function_declaration: callable, method_definition: callable,
  assignment_expression: assignment, augmented_assignment_expression: assignment,
  jsx_element: markup, jsx_self_closing_element: markup, jsx_fragment: markup,
  jsx_attribute: (x, n) => ({ kind: 'other', ...at(n), children: x.all(n.children.slice(1)) }),
  jsx_text: nothing, jsx_closing_element: nothing, regex: nothing, type_alias_declaration: nothing, interface_declaration: nothing, ambient_declaration: nothing,
  expression_statement: (x, n) => {
    const inner = n.children.find((c) => c.type !== 'comment');
    return inner ? { kind: 'expression', ...at(n), expression: x.code(inner) } : x.other(n);
  },
  if_statement: (x, n) => {
    const condition = fieldOf(n, 'condition');
    const then = fieldOf(n, 'consequence');
    const alternative = fieldOf(n, 'alternative');
    const branch = alternative?.children.find((c) => c.type !== 'comment');
    const otherwise = branch && (branch.type === 'if_statement' ? x.code(branch) : x.block(branch));
    return {
      kind: 'if', ...at(n), test: x.field(n, 'condition'), then: then ? x.block(then) : x.other(n), head: span(n.start, condition?.end ?? n.end), otherwise,
      elseSpan: alternative && span(alternative.start, alternative.start + 'else'.length),
    };
  },
  switch_statement: (x, n) => {
    const body = fieldOf(n, 'body');
    const cases = body?.children.filter((c) => c.type === 'switch_case' || c.type === 'switch_default') ?? [];
    const value = fieldOf(n, 'value');
    const subject = x.field(n, 'value');
    return {
      kind: 'switch', ...at(n), subject: subject.kind === 'name' && subject.name === 'true' ? undefined : subject, cases: cases.map((c) => x.switchCase(c, isFollowedByComment(body, c))),
      head: span(n.start, value?.end ?? n.end), body: body ? span(body.start + 1, Math.max(body.start + 1, body.end - 1)) : span(n.end, n.end), fallsThrough: true,
    };
  },
  try_statement: (x, n) => x.attempt(n),
  return_statement: (x, n) => ({ kind: 'return', ...at(n), value: x.all(n.children)[0] }),
  throw_statement: (x, n) => ({ kind: 'throw', ...at(n), value: x.all(n.children)[0] }),
  break_statement: (_, n) => ({ kind: 'break', ...at(n) }),
  continue_statement: (_, n) => ({ kind: 'continue', ...at(n) }),
  lexical_declaration: declarations, variable_declaration: declarations,
  public_field_definition: (x, n) => {
    const called = fieldOf(n, 'name') ?? fieldOf(n, 'property');
    const type = fieldOf(n, 'type');
    const base = { name: called && x.source(called), ...at(n), fields: [], type: type && x.source(type), fallback: undefined };
    return { kind: 'declaration', ...at(n), pattern: base, init: x.optional(fieldOf(n, 'value')) };
  },
  field_definition: (x, n) => RULES['public_field_definition']?.(x, n) ?? x.other(n),
  for_statement: loop, for_in_statement: loop, while_statement: loop, do_statement: loop,
  labeled_statement: (x, n) => x.field(n, 'body'),
  class_declaration: classRule, class: classRule, abstract_class_declaration: classRule, class_body: classBody,
  enum_declaration: (x, n) => {
    const called = fieldOf(n, 'name');
    const members = fieldOf(n, 'body')?.children.filter((c) => c.type !== 'comment') ?? [];
    return { kind: 'type', ...at(n), name: called && x.source(called), isEnum: true, members: members.map((m) => enumMember(x, m)) };
  },
  import_statement: (x, n) => x.importOf(n),
};

/** A comment behind a case's last statement stands between the cases. */
function isFollowedByComment(body: SyntaxNode | undefined, node: SyntaxNode): boolean {
  const siblings = body?.children ?? [];
  return siblings[siblings.indexOf(node) + 1]?.type === 'comment';
}

function enumMember(x: Lowering, node: SyntaxNode): Code {
  const called = node.type === 'enum_assignment' ? fieldOf(node, 'name') : node;
  const pattern = { name: called && (x.keyText(called) ?? ''), ...at(called ?? node), fields: [], type: undefined, fallback: undefined };
  return { kind: 'declaration', ...at(node), pattern, init: node.type === 'enum_assignment' ? x.optional(fieldOf(node, 'value')) : undefined };
}
