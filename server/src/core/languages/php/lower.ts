import type { BinaryOperator, CatchClause, Code, If, Pattern, RecordEntry, SwitchCase } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, type SyntaxNode } from '../../syntax/node';
import { call } from './calls';
import { at, constantText, isSkipped } from './nodes';

const OPERATORS: Readonly<Record<string, BinaryOperator>> = {
  '===': 'eq', '==': 'eq', '!==': 'ne', '!=': 'ne', '<>': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', instanceof: 'instanceof', '/': 'div',
};
const LOGICAL: Readonly<Record<string, 'and' | 'or' | 'coalesce'>> = { '&&': 'and', and: 'and', '||': 'or', or: 'or', '??': 'coalesce' };
/** Wrappers that change nothing about the value: the wrapped part is their last child. */
const TRANSPARENT = new Set(['parenthesized_expression', 'cast_expression', 'error_suppression_expression', 'clone_expression', 'argument', 'by_ref', 'reference_modifier']);

/** Lowers PHP. */
export function lower(node: SyntaxNode, text: string): Code {
  return new Lowering(text).code(node);
}

export class Lowering {
  /** Variables of the function at hand that have a value already: the next assignment declares nothing. */
  private known = new Set<string>();
  /** What a jump leaves, innermost last. */
  private around: ('switch' | 'loop')[] = [];

  /** A call whose value is compared right where it is made. */
  private comparedCall: SyntaxNode | undefined;

  constructor(private readonly text: string) {}

  compares(node: SyntaxNode): boolean {
    return node === this.comparedCall;
  }

  code(node: SyntaxNode): Code {
    const rule = RULES[node.type];
    if (rule) return rule(this, node);
    const inner = TRANSPARENT.has(node.type) ? this.parts(node).at(-1) : undefined;
    return inner ? this.code(inner) : this.other(node);
  }

  source(node: Span): string {
    return this.text.slice(node.start, node.end);
  }

  /** Children that mean something for the value. */
  parts(node: SyntaxNode): readonly SyntaxNode[] {
    return node.children.filter((c) => !isSkipped(c));
  }

  optional(node: SyntaxNode | undefined): Code | undefined {
    return node ? this.code(node) : undefined;
  }

  all(nodes: readonly SyntaxNode[]): Code[] {
    return nodes.filter((n) => !isSkipped(n)).map((n) => this.code(n));
  }

  other(node: SyntaxNode, inspects = false): Code {
    return { kind: 'other', ...at(node), children: this.all(node.children), ...(inspects && { inspects }) };
  }

  /** A field's code, or an empty piece where broken code lacks it. */
  field(node: SyntaxNode, name: string): Code {
    return this.optional(fieldOf(node, name)) ?? { kind: 'other', start: node.end, end: node.end, children: [] };
  }

  block(node: SyntaxNode | undefined, end: number): Code & { kind: 'block' } {
    if (!node) return { kind: 'block', start: end, end, body: [], commented: false };
    const listed = node.type === 'compound_statement' || node.type === 'colon_block';
    const body = listed ? this.all(node.children) : this.all([node]);
    return { kind: 'block', ...at(node), body, commented: listed && node.children.some((c) => c.type === 'comment') };
  }

  /** A variable's name: IR names have no sigil. */
  variable(node: SyntaxNode): string {
    return this.source(node).replace(/^\$/, '');
  }

  member(node: SyntaxNode, object: Code, property: Span): Code {
    return { kind: 'member', ...at(node), object, property: this.source(property), propertySpan: { start: property.start, end: property.end } };
  }

  string(node: SyntaxNode, content: Span): Code {
    return { kind: 'string', ...at(node), content, value: constantText(this.source(content), this.text[node.start] === '"') };
  }

  /** A text between double quotes or in a heredoc: a constant, or an interpolation. */
  interpolated(node: SyntaxNode, content: Span, pieces: readonly SyntaxNode[]): Code {
    const values = pieces.filter((c) => c.type !== 'string_content' && c.type !== 'escape_sequence' && !isSkipped(c));
    if (values.length === 0) return this.string(node, content);
    let text = '';
    let from = content.start;
    for (const value of values) {
      text += this.source({ start: from, end: value.start }).replace(/\{$/, '') + '\uFFFD';
      from = this.text[value.end] === '}' ? value.end + 1 : value.end;
    }
    return { kind: 'interpolation', ...at(node), parts: this.all(values), text: text + this.source({ start: from, end: Math.max(from, content.end) }) };
  }

  pattern(node: SyntaxNode): Pattern {
    const base = { ...at(node), name: undefined, fields: [], type: undefined, fallback: undefined };
    if (node.type === 'variable_name') return { ...base, name: this.variable(node) };
    if (node.type !== 'list_literal' && node.type !== 'array_creation_expression') return base;
    const fields: { key: string; pattern: Pattern }[] = [];
    let key: string | undefined;
    for (const child of this.parts(node).flatMap((c) => (c.type === 'array_element_initializer' ? this.parts(c) : [c]))) {
      const constant = this.code(child);
      if (constant.kind === 'string' || constant.kind === 'number') key = String(constant.value);
      else {
        fields.push({ key: key ?? String(fields.length), pattern: this.pattern(child) });
        key = undefined;
      }
    }
    return { ...base, fields };
  }

  /** A statement that assigns: the first one in its function declares the variable. */
  assigned(node: SyntaxNode, assignment: SyntaxNode): Code {
    const left = fieldOf(assignment, 'left');
    const pattern = left && this.pattern(left);
    const names = pattern ? namesIn(pattern) : [];
    if (!pattern || names.length === 0 || (pattern.name !== undefined && this.known.has(pattern.name))) return { kind: 'expression', ...at(node), expression: this.code(assignment) };
    const init = this.field(assignment, 'right');
    names.forEach((n) => this.known.add(n));
    return { kind: 'declaration', ...at(node), pattern, init, hoisted: true };
  }

  callable(node: SyntaxNode): Code {
    const outer = { known: this.known, around: this.around };
    const name = fieldOf(node, 'name');
    const params = (fieldOf(node, 'parameters')?.children ?? []).flatMap((p): Pattern[] => {
      const bound = fieldOf(p, 'name');
      const type = fieldOf(p, 'type');
      return bound ? [{ ...this.pattern(bound), ...at(p), type: type && this.source(type), fallback: this.optional(fieldOf(p, 'default_value')) }] : [];
    });
    const captured = childOf(node, 'anonymous_function_use_clause')?.children.map((c) => this.variable(childOf(c, 'variable_name') ?? c)) ?? [];
    this.known = new Set([...params.flatMap(namesIn), ...captured, ...(node.type === 'arrow_function' ? outer.known : [])]);
    this.around = [];
    const body = fieldOf(node, 'body');
    const lowered = body && (body.type === 'compound_statement' ? this.block(body, node.end) : this.code(body));
    Object.assign(this, outer);
    return { kind: 'function', ...at(node), name: name && this.source(name), params, body: lowered };
  }

  /** `elseif` and `else` clauses hang on the `if` in a row; here each is the alternative of the one before. */
  branch(node: SyntaxNode): Code {
    // Where markup stands between the words, what is shown is not known.
    if (holdsMarkup(node)) return this.other(node);
    const links = [node, ...fieldsOf(node, 'alternative').filter((c) => c.type === 'else_if_clause')];
    const last = fieldsOf(node, 'alternative').find((c) => c.type === 'else_clause');
    const lastBody = last && fieldOf(last, 'body');
    // Between colons, nothing can be joined to a chain: its links end where it ends.
    const alone = fieldOf(node, 'body')?.type === 'colon_block';
    let otherwise: Code | undefined = lastBody && (lastBody.type === 'if_statement' ? this.code(lastBody) : this.block(lastBody, node.end));
    let elseSpan = last && span(last.start, last.start + 'else'.length);
    for (const link of [...links].reverse()) {
      const then = this.block(fieldOf(link, 'body'), link.end);
      const made: If = {
        kind: 'if', start: link.start, end: alone ? node.end : (otherwise?.end ?? link.end), test: this.field(link, 'condition'), then, otherwise, elseSpan,
        head: span(link.start, fieldOf(link, 'condition')?.end ?? link.end), ...(link !== node && { link: true }), ...(alone && { alone }),
      };
      otherwise = made;
      elseSpan = span(link.start, link.start + 'elseif'.length);
    }
    return otherwise ?? this.other(node);
  }

  switch(node: SyntaxNode): Code {
    if (holdsMarkup(node)) return this.other(node);
    const body = fieldOf(node, 'body');
    this.around.push('switch');
    const parsed = this.comparedCall = parsedEnum(node, this);
    const on = this.switchOn(node);
    const cases = (body?.children ?? []).filter((c) => c.type === 'case_statement' || c.type === 'default_statement').map((c) => this.switchCase(c, body, parsed !== undefined));
    this.around.pop();
    return { ...on, cases, fallsThrough: true };
  }

  private switchOn(node: SyntaxNode): Code & { kind: 'switch' } {
    const condition = fieldOf(node, 'condition');
    const body = fieldOf(node, 'body');
    const subject = this.field(node, 'condition');
    const colon = body !== undefined && this.text[body.start] === ':';
    const close = body && (colon ? this.source(body).lastIndexOf('endswitch') : this.source(body).lastIndexOf('}'));
    return {
      kind: 'switch', ...at(node), subject: subject.kind === 'name' && /^true$/i.test(subject.name) ? undefined : subject, cases: [], head: span(node.start, condition?.end ?? node.end),
      body: body ? span(body.start + 1, body.start + Math.max(1, close ?? 1)) : span(node.end, node.end), fallsThrough: false,
    };
  }

  private switchCase(node: SyntaxNode, list: SyntaxNode | undefined, parsed: boolean): SwitchCase {
    const value = fieldOf(node, 'value');
    const statements = node.children.filter((c) => c !== value);
    const [only] = statements;
    const braced = statements.length === 1 && only?.type === 'compound_statement' ? only : undefined;
    const followed = list?.children[list.children.indexOf(node) + 1]?.type === 'comment';
    const labelEnd = /^\s*[:;]/.exec(this.text.slice(value?.end ?? node.start + 'default'.length))?.[0].length ?? 0;
    const test = value && this.code(value);
    // What is no case of the enumeration is null.
    const isDefault = !test || (parsed && test.kind === 'name' && /^null$/i.test(test.name));
    return {
      ...at(node), tests: test && !isDefault ? [test] : [], isDefault, guard: undefined, body: this.all((braced ?? { children: statements }).children),
      commented: followed || [...node.children, ...(braced?.children ?? [])].some((c) => c.type === 'comment'), label: span(node.start, (value?.end ?? node.start + 'default'.length) + labelEnd),
    };
  }

  /** `match`: arms of one expression each. */
  match(node: SyntaxNode): Code {
    const body = fieldOf(node, 'body');
    const parsed = this.comparedCall = parsedEnum(node, this);
    const on = this.switchOn(node);
    const cases = this.parts(body ?? node).filter((c) => c.type === 'match_conditional_expression' || c.type === 'match_default_expression').map((arm): SwitchCase => {
      const list = fieldOf(arm, 'conditional_expressions');
      const tests = this.all(list?.children ?? []);
      const value = fieldOf(arm, 'return_expression');
      const isDefault = !list || (parsed !== undefined && tests.some((t) => t.kind === 'name' && /^null$/i.test(t.name)));
      const comma = /^\s*,/.exec(this.text.slice(arm.end, body?.end))?.[0].length ?? 0;
      const arrow = this.source({ start: list?.end ?? arm.start, end: value?.start ?? arm.end }).indexOf('=>');
      const labelEnd = arrow < 0 ? arm.end : (list?.end ?? arm.start) + arrow + '=>'.length;
      return { start: arm.start, end: arm.end + comma, tests: isDefault ? [] : tests, isDefault, guard: undefined, body: value ? [this.code(value)] : [], commented: false, label: span(arm.start, labelEnd) };
    });
    return { ...on, cases, throwsUnmatched: true, arms: { separator: ',' } };
  }

  attempt(node: SyntaxNode): Code {
    const body = this.block(fieldOf(node, 'body'), node.start);
    const handlers = node.children.filter((c) => c.type === 'catch_clause').map((clause): CatchClause => {
      const bound = fieldOf(clause, 'name');
      const type = fieldOf(clause, 'type');
      const block = fieldOf(clause, 'body');
      const name = bound && this.variable(bound);
      if (name !== undefined) this.known.add(name);
      const head = span(clause.start, clause.start + this.text.slice(clause.start, block?.start ?? clause.end).trimEnd().length);
      return {
        ...at(clause), head, body: this.block(block, clause.end),
        param: bound && { ...at(bound), name, fields: [], type: type && this.source(type), fallback: undefined },
      };
    });
    const finalizer = childOf(node, 'finally_clause');
    return { kind: 'try', ...at(node), body, handlers, finalizer: finalizer && this.block(fieldOf(finalizer, 'body'), finalizer.end) };
  }

  loop(node: SyntaxNode): Code {
    const body = fieldOf(node, 'body');
    this.around.push('loop');
    const lowered = this.block(body, node.end);
    this.around.pop();
    return { kind: 'loop', ...at(node), head: this.all(node.children.filter((c) => c !== body)), body: lowered };
  }

  /** In a `switch`, `continue` means `break`; `continue 2` goes on with the loop around it. */
  jump(node: SyntaxNode): Code {
    const depth = Number(/\d+/.exec(this.source(node))?.[0] ?? 1);
    const inSwitch = this.around.at(-1) === 'switch';
    if (inSwitch) return { kind: depth > 1 ? 'continue' : 'break', ...at(node) };
    return { kind: node.type === 'continue_statement' ? 'continue' : 'break', ...at(node) };
  }

  entry(node: SyntaxNode): RecordEntry | undefined {
    const [key, value] = this.parts(node);
    if (!key) return undefined;
    if (!value) return { ...at(node), key: undefined, keySpan: at(key), value: this.code(key) };
    const constant = this.code(key);
    const text = constant.kind === 'string' || constant.kind === 'number' ? String(constant.value) : undefined;
    return { ...at(node), key: text, ...(text === undefined && { keyCode: constant }), keySpan: at(key), value: this.code(value) };
  }

  remember(name: string): void {
    this.known.add(name);
  }
}

const namesIn = (pattern: Pattern): string[] => [...(pattern.name === undefined ? [] : [pattern.name]), ...pattern.fields.flatMap((f) => namesIn(f.pattern))];

/** Whether the code of a template goes on in markup. */
const holdsMarkup = (node: SyntaxNode): boolean => node.type === 'text_interpolation' || (node.type !== 'anonymous_function' && node.children.some(holdsMarkup));

/** `switch (ErrorCode::tryFrom($code))`: null stands for what is no case of the enumeration. */
function parsedEnum(node: SyntaxNode, x: Lowering): SyntaxNode | undefined {
  const inner = fieldOf(node, 'condition')?.children.find((c) => !isSkipped(c));
  const name = inner && fieldOf(inner, 'name');
  return inner?.type === 'scoped_call_expression' && name !== undefined && x.source(name) === 'tryFrom' ? inner : undefined;
}

export type Rule = (x: Lowering, node: SyntaxNode) => Code;

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
  pattern: { ...at(named ?? n), name: named && x.variable(named), fields: [], type: type && x.source(type), fallback: undefined },
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
const RULES: Readonly<Record<string, Rule>> = {
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
  binary_expression: (x, n) => {
    const operator = fieldOf(n, 'operator');
    const token = operator ? x.source(operator).toLowerCase() : '';
    const sides = { left: x.field(n, 'left'), right: x.field(n, 'right') };
    const logical = LOGICAL[token];
    return logical ? { kind: 'logical', ...at(n), op: logical, ...sides } : { kind: 'binary', ...at(n), op: OPERATORS[token] ?? 'other', ...sides };
  },
  unary_op_expression: (x, n) => {
    const operator = fieldOf(n, 'operator');
    const token = operator ? x.source(operator) : '';
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
