import type { Edit } from '../../model/edit';
import type { Span } from '../../model/span';
import { toSnippet } from './snippet';
import type { Spot } from './spot';
import type { View } from './view';
import { lineStartAt } from './lines';

/** An edit that puts lines where the user is typing, at an indentation of their own. */
export function insertion(lines: readonly string[], indent: string, spot: Spot, view: View): Edit {
  const { place } = view;
  const typed = view.typed;
  const text = place.lines(lines, indent);
  const lineStart = lineStartAt(view.analysis.text, typed.start);
  const before = view.analysis.text.slice(lineStart, typed.start);
  if (before.trim() === '' && spot.beforeNext) {
    const blank = /^[ \t]*/.exec(view.analysis.text.slice(typed.end, typed.end + 200))?.[0].length ?? 0;
    return { span: { start: lineStart, end: typed.end + blank }, newText: toSnippet(indent + text + place.style.eol + indent) };
  }
  if (before.trim() === '') {
    // What stands before the cursor is white space: it becomes that of the first line.
    const span: Span = before === indent ? typed : { start: lineStart, end: typed.end };
    return { span, newText: toSnippet((before === indent ? '' : indent) + text) };
  }
  if (spot.sameLine || spot.ownLine) return { span: typed, newText: toSnippet(text) };
  const { eol } = place.style;
  const { layout } = view.language.templates;
  const [blank = '', rest = ''] = /^([ \t]*)([^\r\n]*)/.exec(view.analysis.text.slice(typed.end, typed.end + 200))?.slice(1) ?? [];
  const span = { start: lineStart + before.trimEnd().length, end: typed.end + blank.length };
  return { span, newText: toSnippet(eol + indent + text + (rest !== '' && layout.closing.test(rest) ? eol + place.indentAt(spot.code.start) : spot.beforeNext ? eol + indent : '')) };
}

/** The indentation of a list of statements. */
export function indentOf(spot: Spot, view: View): string {
  const { place } = view;
  const beside = spot.previous ?? spot.next;
  if (beside && startsLine(beside.start, view)) return place.indentAt(beside.start);
  const before = view.text.slice(lineStartAt(view.text, view.at), view.at);
  // The indentation of the cursor has chosen the block.
  if (view.language.templates.layout.indented && before.trim() === '') return before;
  const inner = place.indentAt(spot.code.start) + (spot.code === view.code ? '' : place.style.indent);
  return before.trim() === '' && before.length >= inner.length && spot.kind === 'statements' ? before : inner;
}

const startsLine = (offset: number, view: View): boolean => view.text.slice(lineStartAt(view.text, offset), offset).trim() === '';
