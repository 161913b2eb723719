import type { Span } from './span';

/** Replaces `span` of a text by `newText`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
  /** The piece of code whose offsets `span` counts in, where that is not the one at hand. */
  readonly unit?: number;
}

/**
 * Applies edits that do not overlap, given in any order. Edits at the same offset apply in the given order, as in LSP.
 * @throws RangeError when two edits overlap.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index })).sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < at) throw new RangeError(`Edits overlap at offset ${edit.span.start}.`);
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
