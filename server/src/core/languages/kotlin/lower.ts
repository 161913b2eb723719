import type { CatchClause, Code, Declaration, FunctionLiteral, Pattern } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import { memberOf, named, quotedIn, unescape } from '../jvm';
import { at, BaseLowering } from '../lowering';
import { callOf, navigation, withoutNegation } from './calls';
import { whenOf } from './when';

const IGNORED = new Set([
  'line_comment', 'block_comment', 'multiline_comment', 'modifiers', 'type_parameters', 'type_arguments', 'user_type', 'nullable_type', 'function_type', 'type_constraints', 'label', 'package_header', 'delegation_specifiers', 'annotation',
  'getter', 'setter', 'delegation_specifier',
]);
export const isComment = (n: SyntaxNode | undefined): boolean => n !== undefined && n.type.endsWith('_comment');
export const meant = (nodes: readonly SyntaxNode[]): SyntaxNode[] => nodes.filter((n) => !IGNORED.has(n.type));

/** Lowers Kotlin. */
export function lower(node: SyntaxNode, text: string): Code {
  return new Lowering(text).code(node);
}

export class Lowering extends BaseLowering {
  /** Calls whose value nobody takes. */
  private readonly discarded = new Set<SyntaxNode>();

  protected skips(node: SyntaxNode): boolean {
    return IGNORED.has(node.type);
  }

  code(node: SyntaxNode): Code {
    const plain = withoutNegation(this, node);
    if (plain) return { kind: 'not', ...at(node), operand: this.code(plain) };
    const rule = RULES[node.type];
    return rule ? rule(this, node) : this.other(node);
  }

  isDiscarded(node: SyntaxNode): boolean {
    return this.discarded.has(node);
  }

  /** What can be a value, where it is none. */
  private statement(node: SyntaxNode): Code {
    switch (node.type) {
      case 'when_expression':
        return whenOf(this, node, false);
      case 'if_expression':
        return this.branch(node, false);
      case 'try_expression':
        return this.attempt(node, false);
      case 'block':
        return this.block(node, node.start);
      default:
        return this.code(node);
    }
  }

  /** Statements in a row; nobody takes their values, but perhaps the last one's. */
  statements(nodes: readonly SyntaxNode[], lastIsValue = false): Code[] {
    const found = meant(nodes);
    return found.map((n, i) => {
      const isValue = lastIsValue && i === found.length - 1;
      if (!isValue) this.discard(n);
      const code = isValue ? this.code(n) : this.statement(n);
      return isExpression(code) ? { kind: 'expression', ...at(n), expression: code } : code;
    });
  }

  private discard(node: SyntaxNode): void {
    for (let n: SyntaxNode | undefined = node; n?.type === 'call_expression'; ) {
      this.discarded.add(n);
      const callee: SyntaxNode | undefined = n.children[0];
      n = callee?.type === 'navigation_expression' && /(?:^|\.)\s*(?:onSuccess|onFailure|also)$/.test(this.source(callee)) ? callee.children[0] : undefined;
    }
  }

  block(node: SyntaxNode | undefined, offset: number, lastIsValue = false): Code & { kind: 'block' } {
    if (!node) return { kind: 'block', start: offset, end: offset, body: [], commented: false };
    const inner = node.type === 'block';
    return { kind: 'block', ...at(node), body: this.statements(inner ? node.children : [node], lastIsValue), commented: inner && node.children.some(isComment) };
  }

  name(node: SyntaxNode): Code {
    const name = this.source(node);
    if (name === 'break' || name === 'continue') return { kind: name, ...at(node) };
    return named(name, node);
  }

  /** A text, with values in it or without: `$name` is not told apart by the grammar. */
  string(node: SyntaxNode): Code {
    const { quote, content } = quotedIn(this.source(node), node);
    const parts: Code[] = [];
    let text = '';
    let from = content.start;
    const plain = (to: number): void => {
      const raw = this.source({ start: from, end: Math.max(from, to) });
      let done = 0;
      for (const match of raw.matchAll(/(?<!\\)\$([A-Za-z_]\w*)/g)) {
        const start = from + match.index;
        parts.push({ kind: 'name', start: start + 1, end: start + match[0].length, name: match[1] ?? '' });
        text += raw.slice(done, match.index) + '\uFFFD';
        done = match.index + match[0].length;
      }
      text += raw.slice(done);
    };
    for (const part of node.children.filter((c) => c.type === 'interpolation')) {
      plain(part.start);
      parts.push(...this.all(part.children));
      text += '\uFFFD';
      from = part.end;
    }
    plain(content.end);
    const value = quote === '"' ? unescape(text) : text;
    return parts.length > 0 ? { kind: 'interpolation', ...at(node), parts, text: value } : { kind: 'string', ...at(node), content, value };
  }

  pattern(node: SyntaxNode, whole: Span = node): Pattern {
    const base: Pattern = { name: undefined, ...at(whole), fields: [], type: undefined, fallback: undefined };
    if (node.type === 'multi_variable_declaration') {
      return { ...base, fields: node.children.filter((c) => c.type === 'variable_declaration').map((c, i) => ({ key: `component${i + 1}`, pattern: this.pattern(c) })) };
    }
    const called = node.type === 'identifier' ? node : childOf(node, 'identifier');
    const type = childOf(node, 'user_type', 'nullable_type', 'function_type');
    return { ...base, name: called && this.source(called), type: type && this.source(type).replace(/\?$/, '') };
  }

  callable(node: SyntaxNode): FunctionLiteral {
    const called = fieldOf(node, 'name');
    const params = childOf(node, 'function_value_parameters')?.children.filter((c) => c.type === 'parameter') ?? [];
    const body = childOf(node, 'function_body');
    const inner = body && meant(body.children)[0];
    return {
      kind: 'function', ...at(node), name: called && this.source(called), params: params.map((p) => this.pattern(p)),
      body: inner && (inner.type === 'block' ? this.block(inner, inner.start) : this.code(inner)),
    };
  }

  /** `value`: its last statement is what it gives. */
  lambda(node: SyntaxNode, value: boolean): FunctionLiteral {
    const parameters = childOf(node, 'lambda_parameters');
    const params = parameters ? parameters.children.filter((c) => !isComment(c)).map((p) => this.pattern(p)) : [{ start: node.start, end: node.start, name: 'it', fields: [], type: undefined, fallback: undefined }];
    const nodes = node.children.filter((c) => c !== parameters);
    const body = this.statements(nodes, value);
    const last = body.at(-1);
    const given: Code[] = value && last?.kind === 'expression' ? [...body.slice(0, -1), { kind: 'return', ...at(last), value: last.expression }]
      : value && last && (last.kind === 'switch' || last.kind === 'if' || last.kind === 'try') ? [...body.slice(0, -1), { kind: 'return', ...at(last), value: last }] : body;
    return { kind: 'function', ...at(node), name: undefined, params, body: { kind: 'block', ...at(node), body: given, commented: nodes.some(isComment) } };
  }

  property(node: SyntaxNode): Code {
    const bound = childOf(node, 'variable_declaration', 'multi_variable_declaration');
    const delegate = childOf(node, 'property_delegate');
    const init = meant(node.children).filter((c) => c !== bound && c !== delegate).at(-1);
    if (!bound) return this.other(node);
    const made = delegate ? this.other(delegate) : init && this.code(init);
    return { kind: 'declaration', ...at(node), pattern: this.pattern(bound, node), init: made };
  }

  attempt(node: SyntaxNode, value: boolean): Code {
    const handlers = node.children.filter((c) => c.type === 'catch_block').flatMap((c): CatchClause[] => {
      const body = childOf(c, 'block');
      const called = childOf(c, 'identifier');
      const type = childOf(c, 'user_type', 'nullable_type');
      if (!body) return [];
      const head = span(c.start, c.start + this.text.slice(c.start, body.start).trimEnd().length);
      const param = called && { ...this.pattern(called), end: type?.end ?? called.end, type: type && this.source(type) };
      return [{ ...at(c), param, body: this.block(body, body.start, value), head }];
    });
    const last = childOf(node, 'finally_block');
    return { kind: 'try', ...at(node), handlers, finalizer: last && this.block(childOf(last, 'block'), last.end), body: this.block(childOf(node, 'block'), node.start, value) };
  }

  branch(node: SyntaxNode, value: boolean): Code {
    const condition = fieldOf(node, 'condition');
    const branches = meant(node.children).filter((c) => c !== condition);
    const [first, second] = branches;
    const gap = this.source({ start: condition?.end ?? node.start, end: first?.start ?? node.end });
    // `if (x) else y` has no first branch.
    const [then, otherwise] = /\)\s*else\b/.test(gap) ? [undefined, first] : [first, second];
    const keyword = otherwise ? this.text.slice(0, otherwise.start).lastIndexOf('else') : -1;
    const close = condition ? this.text.indexOf(')', condition.end) : -1;
    return {
      kind: 'if', ...at(node), test: this.field(node, 'condition'), then: this.block(then, otherwise?.start ?? node.end, value), head: span(node.start, close < 0 || close > node.end ? (condition?.end ?? node.end) : close + 1),
      otherwise: otherwise && (otherwise.type === 'if_expression' ? this.branch(otherwise, value) : this.block(otherwise, otherwise.start, value)), elseSpan: keyword < 0 ? undefined : span(keyword, keyword + 'else'.length),
    };
  }
}

const STATEMENTS: ReadonlySet<Code['kind']> = new Set(['block', 'if', 'switch', 'try', 'return', 'throw', 'break', 'continue', 'declaration', 'loop', 'type', 'import', 'function']);
const isExpression = (code: Code): boolean => !STATEMENTS.has(code.kind);

type Rule = (x: Lowering, node: SyntaxNode) => Code;
const name: Rule = (x, n) => x.name(n);
const callable: Rule = (x, n) => x.callable(n);
const string: Rule = (x, n) => x.string(n);
const inner: Rule = (x, n) => {
  const [first] = meant(n.children);
  return first ? x.code(first) : x.other(n);
};
const last: Rule = (x, n) => {
  const found = meant(n.children).at(-1);
  return found ? x.code(found) : x.other(n);
};
const nothing: Rule = (_, n) => ({ kind: 'other', ...at(n), children: [] });
const number: Rule = (x, n) => ({ kind: 'number', ...at(n), value: Number(x.source(n).replace(/_|[lLfFuU]+$/g, '')) });
const type: Rule = (x, n) => {
  const called = fieldOf(n, 'name');
  return { kind: 'type', ...at(n), name: called && x.source(called), isEnum: false, members: x.all(childOf(n, 'class_body', 'enum_class_body')?.children ?? []) };
};
const loop: Rule = (x, n) => {
  const body = childOf(n, 'block');
  return { kind: 'loop', ...at(n), head: x.all(n.children.filter((c) => c !== body)), body: x.block(body, n.end) };
};
/** `x in y`, `x !is T`: whether it is denied stands between the two. */
const asked =
  (op: 'in' | 'instanceof'): Rule =>
  (x, n) => {
    const left = fieldOf(n, 'left');
    const right = fieldOf(n, 'right');
    if (!left || !right) return x.other(n);
    return question(x, op, x.code(left), right, n, x.source({ start: left.end, end: right.start }).includes('!'));
  };

/** Whether a value is in a collection or range, or of a type. */
export function question(x: Lowering, op: 'in' | 'instanceof', left: Code, right: SyntaxNode, n: Span, denied: boolean): Code {
  const bounds = right.type === 'range_expression' ? x.all(right.children) : [];
  const [from, to] = bounds;
  const base = at(n);
  const asks: Code = from && to
    ? { kind: 'logical', ...base, op: 'and', left: { kind: 'binary', ...base, op: 'ge', left, right: from }, right: { kind: 'binary', ...base, op: x.source(right).includes('<') ? 'lt' : 'le', left, right: to } }
    : { kind: 'binary', ...base, op, left, right: op === 'instanceof' ? { kind: 'name', ...at(right), name: x.source(right) } : x.code(right) };
  return denied ? { kind: 'not', ...base, operand: asks } : asks;
}

const OPERATORS: Readonly<Record<string, 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'div'>> = { '==': 'eq', '!=': 'ne', '===': 'eq', '!==': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '/': 'div' };
const LOGICAL: Readonly<Record<string, 'and' | 'or' | 'coalesce'>> = { '&&': 'and', '||': 'or', '?:': 'coalesce' };

/** What each node type means. A type that is missing here is looked through. */
const RULES: Readonly<Record<string, Rule>> = {
  // What cannot be read may do anything: nothing is said of what reaches it.
  ERROR: (x, n) => ({ kind: 'throw', ...at(n), value: x.other(n) }),
  source_file: (x, n) => ({ kind: 'block', ...at(n), body: x.statements(n.children), commented: false }),
  block: (x, n) => x.block(n, n.start, true), anonymous_initializer: (x, n) => x.block(childOf(n, 'block'), n.end),
  identifier: name, this_expression: name, super_expression: name,
  string_literal: string, multiline_string_literal: string, line_string_literal: string,
  number_literal: number, long_literal: number, hex_literal: number, float_literal: number,
  parenthesized_expression: inner, spread_expression: inner, as_expression: inner, annotated_expression: last, labeled_expression: (x, n) => (/^(?:break|continue)@/.test(x.source(n)) ? { kind: x.source(n).startsWith('b') ? 'break' : 'continue', ...at(n) } : last(x, n)),
  navigation_expression: navigation, call_expression: callOf,
  index_expression: (x, n) => {
    const [object, index] = x.all(n.children);
    if (!object || !index) return x.other(n);
    return index.kind === 'string' && /^[A-Za-z_]\w*$/.test(index.value) && !(object.kind === 'name' && /^[A-Z]/.test(object.name)) ? memberOf(object, index.value, n, index.content) : { kind: 'index', ...at(n), object, index };
  },
  unary_expression: (x, n) => {
    const token = x.operator(n);
    const operand = x.field(n, 'argument');
    if (token === '!') return { kind: 'not', ...at(n), operand };
    if (token === '-' && operand.kind === 'number') return { kind: 'number', ...at(n), value: -operand.value };
    return token === '!!' ? operand : x.other(n);
  },
  binary_expression: (x, n) => {
    const token = x.operator(n);
    const sides = { left: x.field(n, 'left'), right: x.field(n, 'right') };
    const logical = LOGICAL[token];
    if (logical) return { kind: 'logical', ...at(n), op: logical, ...sides };
    const isText = (c: Code): boolean => c.kind === 'string' || c.kind === 'interpolation';
    if (token === '+' && (isText(sides.left) || isText(sides.right))) return { kind: 'interpolation', ...at(n), parts: [sides.left, sides.right].flatMap((c) => (c.kind === 'string' ? [] : c.kind === 'interpolation' ? c.parts : [c])), text: [sides.left, sides.right].map((c) => (c.kind === 'string' ? c.value : c.kind === 'interpolation' ? c.text : '\uFFFD')).join('') };
    return { kind: 'binary', ...at(n), op: OPERATORS[token] ?? 'other', ...sides };
  },
  in_expression: asked('in'), is_expression: asked('instanceof'),
  infix_expression: (x, n) => {
    const [left, word, right] = n.children;
    return left && word && right && x.source(word) === 'to' ? { kind: 'list', ...at(n), items: [x.code(left), x.code(right)] } : x.other(n);
  },
  assignment: (x, n) => ({ kind: 'assignment', ...at(n), target: x.field(n, 'left'), value: x.field(n, 'right') }),
  function_declaration: callable, anonymous_function: callable, secondary_constructor: callable,
  lambda_literal: (x, n) => x.lambda(n, false), annotated_lambda: last,
  property_declaration: (x, n) => x.property(n),
  class_parameter: (x, n): Declaration => ({ kind: 'declaration', ...at(n), pattern: x.pattern(n), init: undefined }),
  if_expression: (x, n) => x.branch(n, true),
  when_expression: (x, n) => whenOf(x, n, true),
  try_expression: (x, n) => x.attempt(n, true),
  return_expression: (x, n) => ({ kind: 'return', ...at(n), value: x.all(n.children.filter((c) => c.field !== 'label'))[0] }),
  throw_expression: (x, n) => ({ kind: 'throw', ...at(n), value: x.all(n.children)[0] }),
  for_statement: loop, while_statement: loop, do_while_statement: loop,
  class_declaration: type, object_declaration: type, companion_object: type, object_literal: type,
  enum_class_body: (x, n) => ({ kind: 'type', ...at(n), name: undefined, isEnum: true, members: meant(n.children).map((c) => (c.type === 'enum_entry' ? enumMember(x, c) : x.code(c))) }),
  callable_reference: nothing,
  import: (x, n) => {
    const path = childOf(n, 'qualified_identifier');
    const module = path ? x.source(path) : '';
    const alias = childOf(n, 'identifier');
    return { kind: 'import', ...at(n), module, names: x.source(n).endsWith('*') ? [] : [alias ? x.source(alias) : module.slice(module.lastIndexOf('.') + 1)] };
  },
};

/** A member's wire value is its first text, else its first number. */
function enumMember(x: Lowering, node: SyntaxNode): Code {
  const called = childOf(node, 'identifier') ?? node;
  const args = (childOf(node, 'value_arguments')?.children ?? []).flatMap((a) => x.all(meant(a.children).slice(-1)));
  return { kind: 'declaration', ...at(node), pattern: x.pattern(called, called), init: args.find((a) => a.kind === 'string') ?? args.find((a) => a.kind === 'number') };
}
