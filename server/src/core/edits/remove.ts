import type { Edit } from '../model/edit';
import type { Branch } from '../model/handler';
import type { Span } from '../model/span';
import type { Place } from './place';

/** Edits that take a branch away and leave the code around it as it was; undefined where it cannot be taken out alone. */
export function removeBranch(branch: Branch, place: Place): Edit[] | undefined {
  const { construct } = branch;
  // A link of a chain of elements has no place of its own in the code that is known here.
  if (place.language.embedding && construct.kind === 'if') return undefined;
  if (construct.kind === 'switch') {
    const index = construct.cases.findIndex((c) => c.start === branch.span.start);
    const own = construct.cases[index];
    if (!own) return undefined;
    // An empty case shares the next one's body, and a case below empty ones is theirs too: then only the label goes.
    const before = construct.cases[index - 1];
    const shared = construct.fallsThrough && own.body.length > 0 && before !== undefined && before.body.length === 0;
    if (!shared) return [wholeLines({ start: own.start, end: own.end }, place)];
    return [wholeLines(own.label, place)];
  }
  if (construct.kind === 'if') {
    const { otherwise } = construct;
    // `elif`, `elsif`: the word goes with the link, and what follows has one of its own.
    if (construct.link) return [{ span: { start: construct.start - place.blankBefore(construct.start).length, end: place.trimmedEnd(construct.then) }, newText: '' }];
    const text = place.source({ start: Math.max(0, construct.start - 200), end: construct.start });
    const lead = /\s*\belse\s+$/.exec(text)?.[0].length;
    if (lead !== undefined) {
      // `… else if (x) {…} else {…}`: what follows moves up to the branch before.
      const end = otherwise ? otherwise.end : construct.end;
      const kept = otherwise ? ` else ${place.source(otherwise)}` : '';
      return [{ span: { start: construct.start - lead, end }, newText: kept }];
    }
    return otherwise ? undefined : [isOnlyStatement(construct, place) ? { span: { start: construct.start, end: construct.end }, newText: place.language.templates.layout.empty } : wholeLines(construct, place)];
  }
  if (branch.construct.kind === 'conditional') return [{ span: { start: branch.span.start, end: branch.span.end }, newText: place.source(conditionalRest(branch)) }];
  return undefined;
}

function conditionalRest(branch: Branch): Span {
  let at = branch.construct;
  while (at.kind === 'conditional' && at.start !== branch.span.start) at = at.otherwise;
  return at.kind === 'conditional' ? at.otherwise : branch.span;
}

/** Whether a block that indentation makes would be left without any statement. */
function isOnlyStatement(span: Span, place: Place): boolean {
  if (!place.language.templates.layout.indented) return false;
  const indent = place.indentAt(span.start);
  const before = place.source({ start: -place.base, end: span.start }).trimEnd().split('\n');
  const after = place.source({ start: span.end, end: place.text.length }).split('\n').slice(1).find((line) => line.trim() !== '');
  const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const above = before.findLast((line) => line.trim() !== '' && !line.trimStart().startsWith(place.language.comment.line)) ?? '';
  return indentOf(above) < indent.length && (after === undefined || indentOf(after) < indent.length);
}

/** Removes a span with its line break, when nothing else stands on its lines. */
function wholeLines(span: Span, place: Place): Edit {
  const before = place.source({ start: 0, end: span.start });
  const blank = /(?:\r?\n)?[ \t]*$/.exec(before)?.[0].length ?? 0;
  const after = place.source({ start: span.end, end: place.length });
  const rest = /^[^\r\n]*/.exec(after)?.[0] ?? '';
  const alone = rest.trim() === '' || rest.trimStart().startsWith(place.language.comment.line);
  return { span: { start: alone ? span.start - blank : span.start, end: span.end + (alone ? rest.length : 0) }, newText: '' };
}
