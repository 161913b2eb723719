import type { TreeCursor } from 'web-tree-sitter';
import type { SyntaxNode } from './node';

/** Nesting deeper than this is generated or hostile: what lies below is left out rather than risking the stack. */
export const MAX_DEPTH = 400;

/** A plain copy of what a cursor stands on; `base` is the offset its own count from. */
export function copyAt(cursor: TreeCursor, base: number, depth: number, field = cursor.currentFieldName ?? ''): SyntaxNode {
  const children: SyntaxNode[] = [];
  // Each look crosses into the parser.
  const node = { type: cursor.nodeType, field, start: cursor.startIndex - base, end: cursor.endIndex - base, children };
  if (depth < MAX_DEPTH && cursor.gotoFirstChild()) {
    do {
      const own = cursor.currentFieldName ?? '';
      if (own !== '' || cursor.nodeIsNamed) children.push(copyAt(cursor, base, depth + 1, own));
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return node;
}

/** What of a tree is worth a copy. */
export interface Pruning {
  /** Whether something of interest lies between two offsets of the tree. */
  holds(start: number, end: number): boolean;
  /** How much is copied of a node that holds nothing of interest but stands beside something that does. */
  beside(type: string, start: number, end: number): 'nothing' | 'first child' | 'outline';
  /** Whether a node in such an outline is needed whole. */
  readonly whole: ReadonlySet<string>;
}

/** A plain copy of what a cursor stands on, with leaves in place of what is of no interest. */
export function copyPruned(cursor: TreeCursor, base: number, depth: number, pruning: Pruning): SyntaxNode {
  const { nodeType: type, startIndex, endIndex } = cursor;
  const children: SyntaxNode[] = [];
  const node = { type, field: cursor.currentFieldName ?? '', start: startIndex - base, end: endIndex - base, children };
  if (pruning.whole.has(type)) return copyAt(cursor, base, depth);
  const held = pruning.holds(startIndex, endIndex);
  const beside = held ? undefined : pruning.beside(type, startIndex, endIndex);
  if (depth >= MAX_DEPTH || beside === 'nothing' || !cursor.gotoFirstChild()) return node;
  if (beside === 'first child') children.push(copyAt(cursor, base, depth + 1));
  else {
    do {
      if (!cursor.nodeIsNamed) continue;
      children.push(held || pruning.whole.has(cursor.nodeType) ? copyPruned(cursor, base, depth + 1, pruning) : leafAt(cursor, base));
    } while (cursor.gotoNextSibling());
  }
  cursor.gotoParent();
  return node;
}

const leafAt = (cursor: TreeCursor, base: number): SyntaxNode => ({ type: cursor.nodeType, field: '', start: cursor.startIndex - base, end: cursor.endIndex - base, children: [] });
