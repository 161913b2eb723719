import type { BinaryOperator, Code } from '../model/code';
import type { Span } from '../model/span';
import { fieldOf, type SyntaxNode } from '../syntax/node';

/** The place of a node, without the node. */
export const at = ({ start, end }: Span): Span => ({ start, end });

/** What every lowering of a syntax tree does alike. */
export abstract class BaseLowering {
  /** A call whose value is compared right where it is made. */
  protected comparedCall: SyntaxNode | undefined;

  constructor(readonly text: string) {}

  compares(node: SyntaxNode): boolean {
    return node === this.comparedCall;
  }

  abstract code(node: SyntaxNode): Code;

  /** Whether a node has no value and does nothing: comments, types. */
  protected abstract skips(node: SyntaxNode): boolean;

  source(node: Span): string {
    return this.text.slice(node.start, node.end);
  }

  /** Children that mean something for the value. */
  parts(node: SyntaxNode): readonly SyntaxNode[] {
    return node.children.filter((c) => !this.skips(c));
  }

  optional(node: SyntaxNode | undefined): Code | undefined {
    return node ? this.code(node) : undefined;
  }

  all(nodes: readonly SyntaxNode[]): Code[] {
    return nodes.filter((n) => !this.skips(n)).map((n) => this.code(n));
  }

  other(node: SyntaxNode, inspects = false): Code {
    return { kind: 'other', start: node.start, end: node.end, children: this.all(node.children), ...(inspects && { inspects }) };
  }

  /** The token of an operator; '' where broken code lacks it. */
  operator(node: SyntaxNode): string {
    const found = fieldOf(node, 'operator');
    return found ? this.source(found) : '';
  }

  /** A field's code, or an empty piece where broken code lacks it. */
  field(node: SyntaxNode, name: string): Code {
    return this.optional(fieldOf(node, name)) ?? { kind: 'other', start: node.end, end: node.end, children: [] };
  }
}

/** Two sides with an operator between them, by what its token means. */
export function operation(x: BaseLowering, n: SyntaxNode, token: string, operators: Readonly<Record<string, BinaryOperator>>, logical: Readonly<Record<string, 'and' | 'or' | 'coalesce'>>): Code {
  const sides = { start: n.start, end: n.end, left: x.field(n, 'left'), right: x.field(n, 'right') };
  const joins = logical[token];
  return joins ? { kind: 'logical', op: joins, ...sides } : { kind: 'binary', op: operators[token] ?? 'other', ...sides };
}

/** The constant pieces of a text between and around the values in it. */
export function aroundValues(source: string, content: Span, values: readonly Span[]): string {
  let text = '';
  let from = content.start;
  for (const value of values) {
    text += `${source.slice(from, value.start)}\uFFFD`;
    from = value.end;
  }
  return text + source.slice(from, Math.max(from, content.end));
}
