import type { Span } from '../model/span';

/**
 * A plain copy of a piece of syntax tree: named nodes, and unnamed ones that fill a field (operators).
 * Offsets are UTF-16 units from the start of the copied piece, so that a copy stays true when text before it changes.
 */
export interface SyntaxNode extends Span {
  readonly type: string;
  /** The field it fills in its parent, or ''. */
  readonly field: string;
  readonly children: readonly SyntaxNode[];
}

export const fieldOf = (node: SyntaxNode, field: string): SyntaxNode | undefined => node.children.find((c) => c.field === field);
export const fieldsOf = (node: SyntaxNode, field: string): readonly SyntaxNode[] => node.children.filter((c) => c.field === field);
export const childOf = (node: SyntaxNode, ...types: readonly string[]): SyntaxNode | undefined => node.children.find((c) => types.includes(c.type));

/** Whether types of nodes match a pattern. A grammar has few of them: each is looked at once. */
export function typesLike(pattern: RegExp): (type: string) => boolean {
  const known = new Map<string, boolean>();
  return (type) => {
    let matches = known.get(type);
    if (matches === undefined) known.set(type, (matches = pattern.test(type)));
    return matches;
  };
}
