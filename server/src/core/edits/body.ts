import type { Edit } from '../model/edit';
import type { Span } from '../model/span';
import type { Place } from './place';

/** An edit that makes lines the whole of a block, or of what stands between a switch's brackets (`isCases`); `owner` is where its construct starts. */
export function fillBody(body: Span, lines: readonly string[], place: Place, owner: number, isCases = false): Edit {
  const { style, language } = place;
  const outer = place.indentAt(owner);
  const inner = outer + (isCases && language.templates.layout.flatCases ? '' : style.indent);
  const { brackets } = language.templates.layout;
  const text = place.lines(lines, inner);
  if (!brackets) {
    const { start, end } = place.trimmed(body);
    const gap = place.blankBefore(start);
    // What stands on a line of its own keeps its indentation.
    if (start < end && gap.includes('\n')) return place.replace({ start, end }, place.lines(lines, place.indentAt(start)));
    return place.replace({ start: start < end ? start - gap.length : start, end }, style.eol + inner + text);
  }
  const [open, close] = place.source(body).startsWith(brackets[0]) ? brackets : ['', ''];
  const filled = `${open}${style.eol}${inner}${text}${style.eol}${outer}${close}`;
  const gap = /[^\S\r\n]*$/.exec(place.source({ start: 0, end: body.start }))?.[0] ?? '';
  const stands = gap.length < body.start && place.source({ start: body.start - gap.length - 1, end: body.start - gap.length }) === '\n';
  // A bracket that shared its line with what it is about goes where the others are.
  if (open !== '' && style.bracesBelow && !stands) return place.replace({ start: body.start - gap.length, end: body.end }, style.eol + outer + filled);
  return place.replace(body, filled);
}

/** An edit that puts a statement behind the last one of a block that holds some. */
export function appendStatement(body: Span, statement: string, place: Place, owner: number): Edit[] {
  const { style, language } = place;
  const { brackets } = language.templates.layout;
  const inner = place.indentAt(owner) + style.indent;
  if (brackets) {
    const end = place.source(body).trimEnd().length - brackets[1].length;
    const at = body.start + place.source({ start: body.start, end: body.start + end }).trimEnd().length;
    return [place.insert(at, style.eol + inner + statement)];
  }
  const { start, end } = place.trimmed(body);
  const gap = place.blankBefore(start);
  if (gap.includes('\n')) return [place.insert(place.lineEnd(end), style.eol + place.indentAt(start) + statement)];
  return [place.replace({ start: start - gap.length, end: start }, style.eol + inner), place.insert(place.lineEnd(end), style.eol + inner + statement)];
}
