import type { TreeCursor } from 'web-tree-sitter';
import type { SyntaxNode } from './node';

/** Nesting deeper than this is generated or hostile: what lies below is left out rather than risking the stack. */
export const MAX_DEPTH = 400;

/** A plain copy of what a cursor stands on; `base` is the offset its own count from. */
export function copyAt(cursor: TreeCursor, base: number, depth: number): SyntaxNode {
  const children: SyntaxNode[] = [];
  const node = { type: cursor.nodeType, field: cursor.currentFieldName ?? '', start: cursor.startIndex - base, end: cursor.endIndex - base, children };
  if (depth < MAX_DEPTH && cursor.gotoFirstChild()) {
    do if (cursor.nodeIsNamed || cursor.currentFieldName) children.push(copyAt(cursor, base, depth + 1));
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return node;
}

/** What of a tree is worth a copy: the rest is left out below its first level. */
export interface Pruning {
  /** Whether something of interest lies between two offsets of the tree. */
  holds(start: number, end: number): boolean;
  /** Node types that are copied whole where they stand in or right below something of interest. */
  readonly whole: ReadonlySet<string>;
}

/** A plain copy of what a cursor stands on, with leaves in place of what holds nothing of interest. */
export function copyPruned(cursor: TreeCursor, base: number, depth: number, pruning: Pruning, above = 0): SyntaxNode {
  const { nodeType: type, startIndex, endIndex } = cursor;
  if (pruning.whole.has(type)) return copyAt(cursor, base, depth);
  const children: SyntaxNode[] = [];
  const below = pruning.holds(startIndex, endIndex) ? 0 : above + 1;
  if (depth < MAX_DEPTH && below < 2 && cursor.gotoFirstChild()) {
    do if (cursor.nodeIsNamed) children.push(copyPruned(cursor, base, depth + 1, pruning, below));
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return { type, field: cursor.currentFieldName ?? '', start: startIndex - base, end: endIndex - base, children };
}
