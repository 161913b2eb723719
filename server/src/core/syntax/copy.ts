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
