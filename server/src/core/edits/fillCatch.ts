import { byLikelihood, plausibleErrors } from '../catalog';
import type { Edit } from '../model/edit';
import type { EmptyCatch } from '../model/handler';
import type { Place } from './place';

/** The variable a catch clause gets where it has none. */
const PARAMETER = 'error';

/**
 * Edits that give an empty catch a body: it rethrows, or it handles what the call can plausibly meet and rethrows the rest.
 * Undefined where that cannot be written: texts within an attribute's quotes.
 */
export function fillCatch(empty: EmptyCatch, how: 'rethrow' | 'handler', place: Place): Edit[] | undefined {
  const { templates } = place.language;
  if (place.language.embedding && how === 'handler') return undefined;
  const param = empty.param ?? PARAMETER;
  const rethrow = templates.rethrow(param, place.style);
  const head = place.source(empty.head);
  const edits: Edit[] = [];
  if (empty.param === undefined) {
    if (empty.isCallback) {
      const arrow = place.source({ start: empty.head.end, end: empty.body.start });
      const at = arrow.lastIndexOf('()');
      if (at >= 0) edits.push(place.insert(empty.head.end + at + 1, param));
    } else if (!head.includes('(')) edits.push(place.insert(empty.head.end, ` (${param})`));
  }
  const body = how === 'rethrow' ? [rethrow] : handlerLines(param, likely(empty.calls), place);
  const indent = place.indentAt(empty.head.start);
  if (empty.logOnly) {
    const end = place.source(empty.body).trimEnd().length - 1;
    const at = empty.body.start + place.source({ start: empty.body.start, end: empty.body.start + end }).trimEnd().length;
    return [...edits, place.insert(at, place.style.eol + indent + place.style.indent + rethrow)];
  }
  const inner = indent + place.style.indent;
  return [...edits, { span: empty.body, newText: `{${place.style.eol}${inner}${place.lines(body, inner)}${place.style.eol}${indent}}` }];
}

/** The errors to write branches for: those the calls suggest, the likeliest first. */
export function likely(calls: readonly (readonly [string, string])[]): string[] {
  const high = calls.flatMap(([service, method]) => plausibleErrors(service, method).filter((e) => e.weight !== 'general').map((e) => e.name));
  const names = [...new Set(high)].sort(byLikelihood);
  return names.length > 0 ? names : ['entity_not_found', 'invalid_entity'];
}

/** A whole handler on `param.error` that passes on what it does not name. */
export function handlerLines(param: string, names: readonly string[], place: Place, access = (p: string): string => `${p}.error`): readonly string[] {
  const { templates } = place.language;
  const { style } = place;
  const rethrow = templates.rethrow(param, style);
  const cases = names.flatMap((name) => templates.switchCase([templates.literal(name, style)], [rethrow], style));
  const body = [...cases, ...templates.switchDefault([rethrow], style)];
  return templates.switchOn(access(param), body, style);
}
