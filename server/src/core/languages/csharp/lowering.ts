import type { CatchClause, Code, Pattern } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldOf, typesLike, type SyntaxNode } from '../../syntax/node';
import { at, BaseLowering } from '../lowering';

/** Nodes that say nothing of values. */
const saysNothing = typesLike(/^(?:comment|modifier|attribute_list|base_list|type_parameter_list|type_parameter_constraints_clause|type_argument_list|implicit_type|nullable_type|array_type|pointer_type|empty_statement|preproc_(?!if|else|elif)\w+|interpolation_brace|interpolation_(?:format|alignment)_clause|explicit_interface_specifier)$/);

export type Rule = (x: Lowering, node: SyntaxNode) => Code;

/** What the lowering of all kinds of nodes has in common. */
export class Lowering extends BaseLowering {
  /** What a `?.` in the code at hand reads a member of. */
  private receiver: Code | undefined;

  constructor(
    text: string,
    private readonly rules: Readonly<Record<string, Rule>>,
  ) {
    super(text);
  }

  code(node: SyntaxNode): Code {
    return this.rules[node.type]?.(this, node) ?? this.other(node);
  }

  protected skips(node: SyntaxNode): boolean {
    return saysNothing(node.type) || node.field === 'operator';
  }

  /** The code of the first child that has a value. */
  inner(node: SyntaxNode): Code {
    const [first] = meaningful(node.children);
    return first ? this.code(first) : nothingAt(node.end);
  }

  block(node: SyntaxNode): Code & { kind: 'block' } {
    if (node.type !== 'block') return { kind: 'block', ...at(node), body: this.all([node]), commented: false };
    return { kind: 'block', ...at(node), body: this.all(node.children), commented: node.children.some((c) => c.type === 'comment') };
  }

  /** From the start of a statement to the bracket that closes its condition. */
  head(node: SyntaxNode, condition: SyntaxNode | undefined): Span {
    const close = condition ? /^\s*\)/.exec(this.source({ start: condition.end, end: node.end }))?.[0].length : undefined;
    return span(node.start, condition ? condition.end + (close ?? 0) : node.end);
  }

  /** Code with `receiver` in the place of what stands before a `?.`. */
  received(receiver: Code, node: SyntaxNode): Code {
    const before = this.receiver;
    this.receiver = receiver;
    const code = this.code(node);
    this.receiver = before;
    return code;
  }

  receives(node: SyntaxNode): Code {
    return this.receiver ?? nothingAt(node.start);
  }

  member(object: Code, name: SyntaxNode, whole: Span): Code {
    const property = this.nameOf(name);
    // `task.Result` waits for the call's value.
    if (property === 'Result' && object.kind === 'call') return object;
    return { kind: 'member', ...at(whole), object, property, propertySpan: { start: name.start, end: name.start + property.length } };
  }

  /** `a[i]`; a text in the brackets names a part, a key that is missing is thrown. */
  index(object: Code, brackets: SyntaxNode, whole: Span): Code {
    const argument = childOf(brackets, 'argument');
    const index = argument ? this.argument(argument) : nothingAt(brackets.end);
    if (index.kind === 'string' && /^[A-Za-z_]\w*$/.test(index.value)) return { kind: 'member', ...at(whole), object, property: index.value, propertySpan: index.content };
    return { kind: 'index', ...at(whole), object, index, loud: true };
  }

  /** The value of an argument; its name, if it has one, says nothing. */
  argument(node: SyntaxNode): Code {
    const value = meaningful(node.children).findLast((c) => c.field !== 'name');
    return value ? this.code(value) : nothingAt(node.end);
  }

  arguments(node: SyntaxNode | undefined): Code[] {
    return node?.children.filter((c) => c.type === 'argument').map((c) => this.argument(c)) ?? [];
  }

  nameOf(node: SyntaxNode): string {
    return node.type === 'generic_name' ? this.source(node.children[0] ?? node) : this.source(node).replace(/^@/, '');
  }

  typeOf(node: SyntaxNode | undefined): string | undefined {
    return node && node.type !== 'implicit_type' ? this.source(node) : undefined;
  }

  /** A name that a declaration binds; without a node, or for `_`, none. */
  binding(node: SyntaxNode | undefined, type: string | undefined, where: Span, fallback?: Code): Pattern {
    const base = { name: undefined, ...at(where), fields: [], type, fallback };
    if (!node) return base;
    if (node.type === 'tuple_pattern' || node.type === 'parenthesized_variable_designation') {
      return { ...base, fields: node.children.map((c, i) => ({ key: String(i), pattern: this.binding(c, undefined, c) })) };
    }
    const name = this.nameOf(node);
    return { ...base, name: name === '_' ? undefined : name };
  }

  parameters(node: SyntaxNode | undefined): Pattern[] {
    if (!node) return [];
    if (node.type === 'implicit_parameter' || node.type === 'identifier') return [this.binding(node, undefined, node)];
    return node.children.flatMap((p) => {
      if (p.type !== 'parameter' && p.type !== 'implicit_parameter') return [];
      const name = fieldOf(p, 'name') ?? (p.type === 'implicit_parameter' ? p : undefined);
      return [this.binding(name, this.typeOf(fieldOf(p, 'type')), p, this.optional(p.children.find((c) => c.field === '' && !saysNothing(c.type))))];
    });
  }

  function(node: SyntaxNode, body: SyntaxNode | undefined, name?: SyntaxNode): Code {
    const result = body?.type === 'arrow_expression_clause' ? meaningful(body.children)[0] : body;
    return {
      kind: 'function', ...at(node), name: name && this.nameOf(name), params: this.parameters(fieldOf(node, 'parameters') ?? childOf(node, 'parameter_list', 'bracketed_parameter_list')),
      body: result && (result.type === 'block' ? this.block(result) : this.code(result)),
    };
  }

  declarations(node: SyntaxNode): Code {
    const variables = node.type === 'variable_declaration' ? node : childOf(node, 'variable_declaration');
    const type = this.typeOf(variables && fieldOf(variables, 'type'));
    const found = (variables?.children ?? []).filter((c) => c.type === 'variable_declarator').map((declarator): Code => {
      const name = fieldOf(declarator, 'name') ?? childOf(declarator, 'tuple_pattern');
      const value = meaningful(declarator.children).findLast((c) => c !== name && c.type !== 'bracketed_argument_list');
      return { kind: 'declaration', ...at(declarator), pattern: this.binding(name, type, name ?? declarator), init: this.optional(value) };
    });
    return found.length === 1 && found[0] ? { ...found[0], ...at(node) } : { kind: 'other', ...at(node), children: found };
  }

  attempt(node: SyntaxNode): Code {
    const handlers = node.children.filter((c) => c.type === 'catch_clause').flatMap((clause): CatchClause[] => {
      const body = fieldOf(clause, 'body');
      if (!body) return [];
      const caught = childOf(clause, 'catch_declaration');
      const filter = childOf(clause, 'catch_filter_clause');
      const head = span(clause.start, clause.start + this.source({ start: clause.start, end: body.start }).trimEnd().length);
      return [{
        ...at(clause), head, body: this.block(body), param: caught && this.binding(fieldOf(caught, 'name'), this.typeOf(fieldOf(caught, 'type')), caught), ...(filter && { filter: this.inner(filter) }),
      }];
    });
    const last = childOf(node, 'finally_clause');
    const body = fieldOf(node, 'body');
    return { kind: 'try', ...at(node), handlers, finalizer: last && this.inner(last), body: body ? this.block(body) : { kind: 'block', start: node.start, end: node.start, body: [], commented: false } };
  }

  /** Code of which one part is compiled: under a condition that is none of the value's. */
  compiled(node: SyntaxNode): Code {
    const alternative = fieldOf(node, 'alternative');
    const condition = fieldOf(node, 'condition');
    const body = this.all(node.children.filter((c) => c !== alternative && c !== condition));
    const then = { kind: 'block', start: condition?.end ?? node.start, end: alternative?.start ?? node.end, body, commented: true } as const;
    return { kind: 'if', ...at(node), test: nothingAt(node.start), then, otherwise: alternative && this.compiled(alternative), head: span(node.start, then.start), elseSpan: alternative && span(alternative.start, alternative.start) };
  }
}

/** Children that have a value or do something. */
export const meaningful = (nodes: readonly SyntaxNode[]): readonly SyntaxNode[] => nodes.filter((n) => !saysNothing(n.type) && (n.field !== 'operator'));
export const nothingAt = (offset: number): Code => ({ kind: 'other', start: offset, end: offset, children: [] });
