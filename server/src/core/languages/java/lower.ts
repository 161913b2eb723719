import type { CatchClause, Code, Declaration, FunctionLiteral, Pattern, SwitchCase } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, typesLike, type SyntaxNode } from '../../syntax/node';
import { at, BaseLowering } from '../lowering';
import { isConstant, memberOf, named, OWN_VALUE, quotedIn, spanning, statusConstant, statusesOfClass, statusName, unescape, within } from '../jvm';
import { callOf, instanceOf } from './calls';

const TRANSPARENT = new Set(['parenthesized_expression', 'cast_expression', 'labeled_statement']);
const IGNORED = new Set(['line_comment', 'block_comment', 'modifiers', 'type_parameters', 'type_arguments', 'superclass', 'super_interfaces', 'throws', 'annotation', 'marker_annotation', 'dimensions', 'permits', 'package_declaration']);
const isType = typesLike(/_type$|^type_/);
const isComment = (n: SyntaxNode | undefined): boolean => n?.type === 'line_comment' || n?.type === 'block_comment';

/** Lowers Java. */
export function lower(node: SyntaxNode, text: string): Code {
  return new Lowering(text).code(node);
}

export class Lowering extends BaseLowering {
  protected skips(node: SyntaxNode): boolean {
    return IGNORED.has(node.type) || isType(node.type);
  }

  code(node: SyntaxNode): Code {
    const rule = RULES[node.type];
    if (rule) return rule(this, node);
    if (TRANSPARENT.has(node.type)) {
      const inner = fieldOf(node, 'value') ?? node.children.filter((c) => !isComment(c)).at(-1);
      if (inner) return this.code(inner);
    }
    return this.other(node);
  }

  /** What stands in a row of statements: there a switch is no value. */
  statements(nodes: readonly SyntaxNode[]): Code[] {
    return nodes.filter((n) => !IGNORED.has(n.type)).map((n) => (n.type === 'switch_expression' ? this.switch(n, false) : this.code(n)));
  }

  block(node: SyntaxNode): Code & { kind: 'block' } {
    const inner = node.type === 'block' || node.type === 'constructor_body';
    return { kind: 'block', ...at(node), body: this.statements(inner ? node.children : [node]), commented: inner && node.children.some(isComment) };
  }

  name(node: SyntaxNode): Code {
    return named(this.source(node), node);
  }

  string(node: SyntaxNode): Code {
    const { content } = quotedIn(this.source(node), node);
    return { kind: 'string', ...at(node), content, value: unescape(this.source(content)) };
  }

  pattern(node: SyntaxNode | undefined, type: SyntaxNode | undefined, whole: Span): Pattern {
    return { name: node && this.source(node), ...at(whole), fields: [], type: type && this.source(type), fallback: undefined };
  }

  params(node: SyntaxNode | undefined): Pattern[] {
    if (!node) return [];
    if (node.type === 'identifier') return [this.pattern(node, undefined, node)];
    return node.children.filter((c) => !isComment(c)).flatMap((p) => {
      const declarator = childOf(p, 'variable_declarator');
      const called = p.type === 'identifier' ? p : (fieldOf(p, 'name') ?? (declarator && fieldOf(declarator, 'name')));
      return called ? [this.pattern(called, fieldOf(p, 'type') ?? (declarator && p.children[0]), p)] : [];
    });
  }

  callable(node: SyntaxNode): FunctionLiteral {
    const called = fieldOf(node, 'name');
    const body = fieldOf(node, 'body');
    return {
      kind: 'function', ...at(node), name: called && this.source(called), params: this.params(fieldOf(node, 'parameters')),
      body: body && (body.type === 'block' || body.type === 'constructor_body' ? this.block(body) : this.code(body)),
    };
  }

  declarations(node: SyntaxNode): Code {
    const type = fieldOf(node, 'type');
    const found = fieldsOf(node, 'declarator').map((d): Declaration => ({ kind: 'declaration', ...at(d), pattern: this.pattern(fieldOf(d, 'name'), type, d), init: this.optional(fieldOf(d, 'value')) }));
    return found.length === 1 && found[0] ? { ...found[0], ...at(node) } : { kind: 'other', ...at(node), children: found };
  }

  /** `value`: it stands for one, and what no case takes is thrown. */
  switch(node: SyntaxNode, value: boolean): Code {
    const body = fieldOf(node, 'body');
    const condition = fieldOf(node, 'condition');
    const subject = this.field(node, 'condition');
    const nodes = body?.children.filter((c) => c.type === 'switch_block_statement_group' || c.type === 'switch_rule') ?? [];
    const arrows = nodes.some((c) => c.type === 'switch_rule');
    const siblings = body?.children ?? [];
    const cases = nodes.map((c) => this.case(c, subject, isComment(siblings[siblings.indexOf(c) + 1])));
    const patterns = cases.some((c) => c.guard !== undefined || (!c.isDefault && c.tests.length === 0));
    return {
      kind: 'switch', ...at(node), subject, cases, head: span(node.start, condition?.end ?? node.end), fallsThrough: !arrows, ...(arrows && { arms: { separator: '', statements: true } }),
      body: body ? span(body.start + 1, Math.max(body.start + 1, body.end - 1)) : span(node.end, node.end), ...((value || patterns) && { throwsUnmatched: true }), ...(patterns && { patterns: true }),
    };
  }

  private case(node: SyntaxNode, subject: Code, followed: boolean): SwitchCase {
    const labels = node.children.filter((c) => c.type === 'switch_label');
    const arrow = node.type === 'switch_rule';
    const inLabels = labels.flatMap((l) => l.children);
    const guard = inLabels.find((c) => c.type === 'guard');
    const pattern = inLabels.find((c) => c.type === 'pattern');
    const tests = inLabels.filter((c) => !IGNORED.has(c.type) && c !== guard && c !== pattern && this.source(c) !== 'default');
    const isDefault = labels.some((l) => l.children.length === 0) || inLabels.some((c) => this.source(c) === 'default');
    let body = node.children.filter((c) => c.type !== 'switch_label');
    let commented = followed || body.some(isComment);
    const only = body.filter((c) => !isComment(c));
    if (only.length === 1 && only[0]?.type === 'block') {
      commented ||= only[0].children.some(isComment);
      body = [...only[0].children];
    }
    const lastLabel = labels.at(-1);
    const token = arrow ? '->' : ':';
    const labelEnd = this.text.indexOf(token, lastLabel?.end ?? node.start);
    const bound = pattern && this.bindings(pattern, subject);
    return {
      ...at(node), tests: isDefault ? [] : tests.map((t) => statusName(this.code(t), subject)), isDefault, guard: guard?.children[0] && this.code(guard.children[0]),
      body: [...(bound ?? []), ...this.yielding(body, arrow)], commented, label: span(node.start, labelEnd < 0 || labelEnd >= node.end ? node.end : labelEnd + token.length),
    };
  }

  /** A value that is given at the end of a case is the case's last expression. */
  private yielding(nodes: readonly SyntaxNode[], arrow: boolean): Code[] {
    const statements = this.statements(nodes);
    const last = statements.at(-1);
    return arrow && last?.kind === 'block' && nodes.at(-1)?.type === 'yield_statement' ? [...statements.slice(0, -1), ...last.body.slice(0, 1)] : statements;
  }

  /** The variable of a type pattern is the switch's value. */
  private bindings(pattern: SyntaxNode, subject: Code): Declaration[] {
    const typed = childOf(pattern, 'type_pattern');
    const called = typed && childOf(typed, 'identifier');
    return called ? [{ kind: 'declaration', ...at(called), pattern: this.pattern(called, typed.children[0], called), init: subject }] : [];
  }

  attempt(node: SyntaxNode): Code {
    const resources = childOf(node, 'resource_specification');
    const block = fieldOf(node, 'body');
    const own = block ? this.block(block) : { kind: 'block' as const, start: node.start, end: node.start, body: [], commented: false };
    const opened = (resources?.children ?? []).filter((c) => c.type === 'resource').map((r): Code => {
      const called = fieldOf(r, 'name');
      return called ? { kind: 'declaration', ...at(r), pattern: this.pattern(called, fieldOf(r, 'type'), r), init: this.optional(fieldOf(r, 'value')) } : this.other(r);
    });
    const before: Code[] = [];
    const handlers = node.children.filter((c) => c.type === 'catch_clause').flatMap((c): CatchClause[] => {
      const param = childOf(c, 'catch_formal_parameter');
      const body = fieldOf(c, 'body');
      if (!body) return [];
      const type = param && childOf(param, 'catch_type');
      const filter = type && this.filter(type, param, before);
      const head = span(c.start, c.start + this.text.slice(c.start, body.start).trimEnd().length);
      return [{ ...at(c), param: param && this.pattern(fieldOf(param, 'name'), type, param), body: this.block(body), head, ...(filter && { filter }) }];
    });
    const last = childOf(node, 'finally_clause');
    const finalizer = last && childOf(last, 'block');
    return {
      kind: 'try', ...at(node), handlers, finalizer: finalizer && this.block(finalizer),
      body: opened.length > 0 && resources ? { ...own, start: resources.start, body: [...opened, ...own.body] } : own,
    };
  }

  /** Classes for one status take the errors of that status; clauses behind them get what is left. `before` has the conditions of the clauses above. */
  private filter(type: SyntaxNode, param: SyntaxNode, before: Code[]): Code | undefined {
    const called = fieldOf(param, 'name');
    if (!called) return undefined;
    const types = type.children.map((t) => ({ node: t, statuses: statusesOfClass(this.source(t)) }));
    const name: Code = { kind: 'name', ...at(called), name: this.source(called) };
    const conditions = types.flatMap(({ node, statuses }) => (statuses ? [within(memberOf(name, 'statusCode', called, called), statuses, node, node)] : []));
    const own = types.every((t) => t.statuses) ? conditions.reduce<Code | undefined>((a, b) => (a ? { kind: 'logical', ...at(type), op: 'or', left: a, right: b } : b), undefined) : undefined;
    const left = before.map((condition): Code => ({ kind: 'not', ...at(type), operand: renamed(condition, name) }));
    before.push(...conditions);
    return [...left, ...(own ? [own] : [])].reduce<Code | undefined>((a, b) => (a ? { kind: 'logical', ...at(type), op: 'and', left: a, right: b } : b), undefined);
  }
}

/** A condition of a clause above, on the variable of this one. */
function renamed(code: Code, name: Code): Code {
  switch (code.kind) {
    case 'binary':
    case 'logical':
      return { ...code, left: renamed(code.left, name), right: renamed(code.right, name) };
    case 'member':
      return { ...code, object: name };
    // Its place is another clause's: nothing is to be said of it here.
    case 'number':
      return { ...code, start: name.start, end: name.start };
    default:
      return code;
  }
}

type Rule = (x: Lowering, node: SyntaxNode) => Code;
const name: Rule = (x, n) => x.name(n);
const callable: Rule = (x, n) => x.callable(n);
const declarations: Rule = (x, n) => x.declarations(n);
const attempt: Rule = (x, n) => x.attempt(n);
const number: Rule = (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replace(/_|[lLfFdD]$/g, '')) });
const nothing: Rule = (_, n) => ({ kind: 'other', ...at(n), children: [] });
const loop: Rule = (x, n) => {
  const body = fieldOf(n, 'body');
  return { kind: 'loop', ...at(n), head: x.all(n.children.filter((c) => c !== body && c.field !== 'type')), body: body ? x.block(body) : x.other(n) };
};
const type: Rule = (x, n) => {
  const called = fieldOf(n, 'name');
  return { kind: 'type', ...at(n), name: called && x.source(called), isEnum: false, members: x.all(fieldOf(n, 'body')?.children ?? []) };
};
const scoped: Rule = (x, n) => {
  const [object, property] = n.children;
  return object && property ? memberOf(x.code(object), x.source(property), n, property) : x.other(n);
};

const OPERATORS: Readonly<Record<string, 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'div'>> = { '==': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '/': 'div' };

/** What each node type means. A type that is missing here is looked through. */
const RULES: Readonly<Record<string, Rule>> = {
  program: (x, n) => ({ kind: 'block', ...at(n), body: x.statements(n.children), commented: false }),
  block: (x, n) => x.block(n), constructor_body: (x, n) => x.block(n), static_initializer: (x, n) => x.block(childOf(n, 'block') ?? n),
  identifier: name, type_identifier: name, this: name, super: name, null_literal: name, true: name, false: name,
  scoped_type_identifier: scoped, scoped_identifier: scoped,
  generic_type: (x, n) => (n.children[0] ? x.code(n.children[0]) : x.other(n)),
  string_literal: (x, n) => x.string(n),
  decimal_integer_literal: number, decimal_floating_point_literal: number, hex_integer_literal: number,
  field_access: (x, n) => {
    const field = fieldOf(n, 'field') ?? n;
    const property = x.source(field);
    const object = x.field(n, 'object');
    return isConstant(object) && OWN_VALUE.test(property) ? spanning(object, n) : memberOf(object, statusConstant(property) ?? property, n, field);
  },
  array_access: (x, n) => ({ kind: 'index', ...at(n), object: x.field(n, 'array'), index: x.field(n, 'index') }),
  method_invocation: callOf, object_creation_expression: callOf, explicit_constructor_invocation: callOf,
  instanceof_expression: instanceOf,
  class_literal: (x, n) => (n.children[0] ? x.code(n.children[0]) : x.other(n)),
  binary_expression: (x, n) => {
    const token = x.operator(n);
    const left = x.field(n, 'left');
    const right = x.field(n, 'right');
    if (token === '&&' || token === '||') return { kind: 'logical', ...at(n), op: token === '&&' ? 'and' : 'or', left, right };
    if (token === '+') return joined(left, right, n) ?? { kind: 'binary', ...at(n), op: 'other', left, right };
    return { kind: 'binary', ...at(n), op: OPERATORS[token] ?? 'other', left: statusName(left, right), right: statusName(right, left) };
  },
  unary_expression: (x, n) => {
    const token = x.operator(n);
    const operand = x.field(n, 'operand');
    if (token === '-' && operand.kind === 'number') return { kind: 'number', ...at(n), value: -operand.value };
    return token === '!' ? { kind: 'not', ...at(n), operand } : x.other(n);
  },
  ternary_expression: (x, n) => ({ kind: 'conditional', ...at(n), test: x.field(n, 'condition'), then: x.field(n, 'consequence'), otherwise: x.field(n, 'alternative') }),
  array_initializer: (x, n) => ({ kind: 'list', ...at(n), items: x.all(n.children) }),
  array_creation_expression: (x, n) => x.field(n, 'value'),
  assignment_expression: (x, n) => ({ kind: 'assignment', ...at(n), target: x.field(n, 'left'), value: x.field(n, 'right') }),
  lambda_expression: callable, method_declaration: callable, constructor_declaration: callable, compact_constructor_declaration: callable,
  expression_statement: (x, n) => {
    const inner = n.children.find((c) => !isComment(c));
    return inner ? { kind: 'expression', ...at(n), expression: x.code(inner) } : x.other(n);
  },
  if_statement: (x, n) => {
    const condition = fieldOf(n, 'condition');
    const then = fieldOf(n, 'consequence');
    const branch = fieldOf(n, 'alternative');
    const keyword = branch ? x.source({ start: 0, end: branch.start }).lastIndexOf('else') : -1;
    return {
      kind: 'if', ...at(n), test: x.field(n, 'condition'), then: then ? x.block(then) : { kind: 'block', start: n.end, end: n.end, body: [], commented: false }, head: span(n.start, condition?.end ?? n.end),
      otherwise: branch && (branch.type === 'if_statement' ? x.code(branch) : x.block(branch)), elseSpan: keyword < 0 ? undefined : span(keyword, keyword + 'else'.length),
    };
  },
  switch_expression: (x, n) => x.switch(n, true),
  try_statement: attempt, try_with_resources_statement: attempt,
  return_statement: (x, n) => ({ kind: 'return', ...at(n), value: x.all(n.children)[0] }),
  throw_statement: (x, n) => ({ kind: 'throw', ...at(n), value: x.all(n.children)[0] }),
  yield_statement: (x, n) => {
    const value = x.all(n.children)[0];
    return { kind: 'block', ...at(n), body: [...(value ? [{ kind: 'expression' as const, ...at(n), expression: value }] : []), { kind: 'break', start: n.end, end: n.end }], commented: false };
  },
  break_statement: (_, n) => ({ kind: 'break', ...at(n) }),
  continue_statement: (_, n) => ({ kind: 'continue', ...at(n) }),
  synchronized_statement: (x, n) => x.block(fieldOf(n, 'body') ?? n),
  local_variable_declaration: declarations, field_declaration: declarations, constant_declaration: declarations,
  for_statement: loop, enhanced_for_statement: loop, while_statement: loop, do_statement: loop,
  class_declaration: type, interface_declaration: type, record_declaration: type, annotation_type_declaration: nothing,
  enum_declaration: (x, n) => {
    const called = fieldOf(n, 'name');
    const parts = fieldOf(n, 'body')?.children.filter((c) => !isComment(c)) ?? [];
    const members = parts.flatMap((p) => (p.type === 'enum_body_declarations' ? x.all(p.children) : p.type === 'enum_constant' ? [enumMember(x, p)] : []));
    return { kind: 'type', ...at(n), name: called && x.source(called), isEnum: true, members };
  },
  import_declaration: (x, n) => {
    const path = childOf(n, 'scoped_identifier', 'identifier');
    const module = path ? x.source(path) : '';
    return { kind: 'import', ...at(n), module, names: childOf(n, 'asterisk') ? [] : [module.slice(module.lastIndexOf('.') + 1)] };
  },
  line_comment: nothing, block_comment: nothing,
};

/** A member's wire value is its first text, else its first number. */
function enumMember(x: Lowering, node: SyntaxNode): Code {
  const called = fieldOf(node, 'name');
  const args = (fieldOf(node, 'arguments')?.children ?? []).map((c) => x.code(c));
  return { kind: 'declaration', ...at(node), pattern: x.pattern(called, undefined, called ?? node), init: args.find((a) => a.kind === 'string') ?? args.find((a) => a.kind === 'number') };
}

/** Texts that are joined with values are one text with values in it. */
function joined(left: Code, right: Code, n: Span): Code | undefined {
  const isText = (c: Code): boolean => c.kind === 'string' || c.kind === 'interpolation';
  if (!isText(left) && !isText(right)) return undefined;
  const text = (c: Code): string => (c.kind === 'string' ? c.value : c.kind === 'interpolation' ? c.text : '\uFFFD');
  const parts = (c: Code): readonly Code[] => (c.kind === 'string' ? [] : c.kind === 'interpolation' ? c.parts : [c]);
  return { kind: 'interpolation', ...at(n), parts: [...parts(left), ...parts(right)], text: text(left) + text(right) };
}
