import type { Code, Pattern } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldsOf, typesLike, type SyntaxNode } from '../../syntax/node';
import { readAs, searched } from '../enumerations';
import { at, BaseLowering } from '../lowering';
import { isPlainType } from '../patterns';

/** Nodes that say nothing of values. */
const saysNothing = typesLike(/comment|^(?:annotation|type_arguments|type_parameters|nullable_type|inferred_type|void_type|function_type|\w+_builtin|prefix_operator|superclass|interfaces|mixins|label|part_directive|part_of_directive|library_name|empty_statement|ERROR)$/);
/** Nodes that go on with the expression before them: the grammar puts an expression's steps side by side. */
const isStep = typesLike(/^(?:selector|unconditional_assignable_selector|conditional_assignable_selector|cascade_section|type_test|type_cast|argument_part)$/);
const isSignature = typesLike(/^(?:\w+_signature)$/);

export type Rule = (x: Lowering, node: SyntaxNode) => Code;

/** What the lowering of all kinds of nodes has in common. */
export class Lowering extends BaseLowering {
  constructor(
    text: string,
    private readonly rules: Readonly<Record<string, Rule>>,
  ) {
    super(text);
  }

  protected skips(node: SyntaxNode): boolean {
    return saysNothing(node.type);
  }

  code(node: SyntaxNode): Code {
    return this.rules[node.type]?.(this, node) ?? this.other(node);
  }

  /** What stands between two nodes: keywords and punctuation, which have no nodes. */
  between(before: Span | undefined, after: Span): string {
    return before ? this.text.slice(before.end, after.start) : '';
  }

  /** The expressions and statements in a row of nodes. */
  override all(nodes: readonly SyntaxNode[]): Code[] {
    const found: Code[] = [];
    const row = meaningful(nodes);
    for (let i = 0; i < row.length; i++) {
      const node = row[i];
      if (!node) continue;
      const next = row[i + 1];
      if (isSignature(node.type)) {
        const body = next?.type === 'function_body' ? next : undefined;
        found.push(this.function(node, body));
        if (body) i++;
        continue;
      }
      let code = this.code(node);
      for (let step = row[i + 1]; step && isStep(step.type); step = row[++i + 1]) code = this.step(code, step);
      found.push(code);
    }
    return found;
  }

  /** The one expression that a row of nodes is. */
  value(nodes: readonly SyntaxNode[], end: number): Code {
    const [only, ...more] = this.all(nodes);
    return only && more.length === 0 ? only : only ? { kind: 'other', start: only.start, end, children: [only, ...more] } : nothingAt(end);
  }

  inner(node: SyntaxNode): Code {
    return this.value(node.children, node.end);
  }

  override field(node: SyntaxNode, name: string): Code {
    return this.value(fieldsOf(node, name), node.end);
  }

  /** `.name`, `?.name`, `[index]`, `(arguments)`, `!`, `is T`, `as T`, `..name()`. */
  step(code: Code, node: SyntaxNode): Code {
    const [inner] = node.children.filter((c) => !saysNothing(c.type));
    const whole = { start: code.start, end: node.end };
    switch (node.type) {
      case 'selector':
        return inner ? this.step(code, inner) : code;
      case 'unconditional_assignable_selector':
      case 'conditional_assignable_selector':
        if (!inner) return code;
        return inner.type === 'index_selector' ? this.index(code, inner, whole) : { kind: 'member', ...whole, object: code, property: this.source(inner), propertySpan: at(inner) };
      case 'argument_part':
        return this.call(code, childOf(node, 'arguments'), whole);
      case 'type_test': {
        const type = node.children.find((c) => c.type !== 'is_operator');
        if (type && isPlainType(this.source(type))) return { kind: 'other', ...whole, inspects: true, children: [code] };
        const asked: Code = { kind: 'binary', ...whole, op: 'instanceof', left: code, right: { kind: 'name', ...at(type ?? node), name: type ? this.source(type) : '' } };
        return this.source(node).startsWith('is!') ? { kind: 'not', ...whole, operand: asked } : asked;
      }
      case 'cascade_section':
        return { kind: 'other', ...whole, children: [code, ...this.all(node.children.filter((c) => c.type !== 'cascade_selector'))] };
      default:
        return code;
    }
  }

  private index(object: Code, node: SyntaxNode, whole: Span): Code {
    const index = this.inner(node);
    const named = object.kind === 'call' && object.callee.kind === 'member' && object.callee.property === 'asNameMap' ? membersOf(object.callee.object) : undefined;
    if (named) return readAs(named, index, whole, false);
    return index.kind === 'string' && /^[A-Za-z_]\w*$/.test(index.value) ? { kind: 'member', ...whole, object, property: index.value, propertySpan: index.content } : { kind: 'index', ...whole, object, index };
  }

  /** A call; named arguments are the entries of a record, but functions stand by themselves. What shows pieces of user interface is one. */
  call(callee: Code, list: SyntaxNode | undefined, whole: Span): Code {
    const args: Code[] = [];
    const named: { start: number; end: number; key: string; keySpan: Span; value: Code }[] = [];
    const shown: Code[] = [];
    for (const argument of list?.children ?? []) {
      if (argument.type !== 'argument' && argument.type !== 'named_argument') continue;
      const label = childOf(argument, 'label');
      const value = this.inner(argument);
      if (value.kind === 'markup') shown.push(value);
      else if (!label || value.kind === 'function') args.push(value);
      else named.push({ key: this.source(label).replace(/\s*:$/, ''), ...at(argument), keySpan: at(label), value });
    }
    const read = parsed(callee, args, whole);
    if (read) return read;
    const all: Code[] = named.length > 0 ? [...args, { kind: 'record', start: list?.start ?? whole.start, end: list?.end ?? whole.end, entries: named }] : args;
    if (shown.length > 0) return { kind: 'markup', ...whole, children: [...all, ...shown] };
    const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' && callee.object.kind === 'name' ? callee.object.name : '';
    return { kind: 'call', ...whole, callee, args: all, isNew: /^[A-Z]/.test(name) };
  }

  block(node: SyntaxNode): Code & { kind: 'block' } {
    if (node.type !== 'block') return { kind: 'block', ...at(node), body: this.all([node]), commented: false };
    return { kind: 'block', ...at(node), body: this.all(node.children), commented: node.children.some((c) => /comment/.test(c.type)) };
  }

  /** A statement or element in a field that may hold several nodes. */
  branch(node: SyntaxNode, field: string): Code & { kind: 'block' } | undefined {
    const nodes = fieldsOf(node, field);
    const [first] = nodes;
    const last = nodes.at(-1);
    if (!first || !last) return undefined;
    return first.type === 'block' ? this.block(first) : { kind: 'block', start: first.start, end: last.end, body: this.all(nodes), commented: false };
  }

  binding(name: SyntaxNode | undefined, type: string | undefined, where: Span): Pattern {
    const called = name && this.source(name);
    return { name: called === '_' ? undefined : called, ...at(where), fields: [], type, fallback: undefined };
  }

  parameters(node: SyntaxNode | undefined): Pattern[] {
    return (node?.children ?? []).flatMap((p) => {
      if (p.type === 'optional_formal_parameters') return this.parameters(p);
      if (p.type !== 'formal_parameter') return [];
      const inner = childOf(p, 'constructor_param', 'super_formal_parameter') ?? p;
      const name = inner.children.findLast((c) => c.type === 'identifier');
      const type = inner.children.find((c) => c.type === 'type_identifier');
      return [this.binding(name, type && this.source(type), p)];
    });
  }

  function(signature: SyntaxNode, body: SyntaxNode | undefined): Code {
    const own = signature.type === 'method_signature' ? (signature.children.find((c) => isSignature(c.type)) ?? signature) : signature;
    const name = own.children.findLast((c) => c.field === 'name');
    const result = body && (body.children.length === 1 && body.children[0]?.type === 'block' ? this.block(body.children[0]) : this.inner(body));
    return {
      kind: 'function', start: signature.start, end: body?.end ?? signature.end, name: name && this.source(name), body: result,
      params: this.parameters(childOf(own, 'formal_parameter_list') ?? childOf(signature, 'formal_parameter_list')),
    };
  }

  /** Nodes up to those in front of which a keyword stands, and those from there on. */
  split(nodes: readonly SyntaxNode[], keyword: RegExp): [before: readonly SyntaxNode[], after: readonly SyntaxNode[]] {
    const index = nodes.findIndex((n, i) => i > 0 && keyword.test(this.between(nodes[i - 1], n)));
    return index < 0 ? [nodes, []] : [nodes.slice(0, index), nodes.slice(index)];
  }

  /** From the start of a statement to the bracket that closes its condition. */
  head(node: SyntaxNode, condition: Span | undefined): Span {
    const close = condition ? /^\s*\)/.exec(this.text.slice(condition.end, node.end))?.[0].length : undefined;
    return span(node.start, condition ? condition.end + (close ?? 0) : node.end);
  }
}

/** The members of an enumeration: `Code.values`. */
const membersOf = (code: Code): Code | undefined => (code.kind === 'member' && code.property === 'values' && code.object.kind === 'name' && /^[A-Z]/.test(code.object.name) ? code.object : undefined);

/** `Code.values.byName(text)`, `Code.values.firstWhere((c) => c.wire == text, orElse: () => …)`. */
function parsed(callee: Code, [first, second]: readonly Code[], whole: Span): Code | undefined {
  const enumeration = callee.kind === 'member' ? membersOf(callee.object) : undefined;
  if (!enumeration || callee.kind !== 'member' || !first) return undefined;
  if (callee.property === 'byName') return readAs(enumeration, first, whole, true);
  if (!/^(?:first|single)Where(?:OrNull)?$/.test(callee.property)) return undefined;
  const found = searched(enumeration, first, whole, second === undefined && !callee.property.endsWith('OrNull'));
  const otherwise = second?.kind === 'function' ? second.body : undefined;
  return found && otherwise ? { kind: 'logical', ...whole, op: 'coalesce', left: found, right: otherwise.kind === 'block' && otherwise.body.length === 1 && otherwise.body[0] ? otherwise.body[0] : otherwise } : found;
}

export const meaningful = (nodes: readonly SyntaxNode[]): readonly SyntaxNode[] => nodes.filter((n) => !saysNothing(n.type));
export const nothingAt = (offset: number): Code => ({ kind: 'other', start: offset, end: offset, children: [] });
