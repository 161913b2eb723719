import type { Edit } from '../model/edit';
import type { EmptyCatch } from '../model/handler';
import { appendStatement, fillBody } from './body';
import { clientOf, handlerLines, likely, thrownBy, type Failure } from './failure';
import type { Place } from './place';

/** The variable a catch clause gets where it has none. */
const PARAMETER = 'error';

/**
 * Edits that give an empty catch a body: it rethrows, or it handles what the call can plausibly meet and rethrows the rest.
 * Undefined where that cannot be written: texts within an attribute's quotes.
 */
export function fillCatch(empty: EmptyCatch, how: 'rethrow' | 'handler', given: Place): Edit[] | undefined {
  const place = given.within(empty);
  const { templates } = place.language;
  if (how === 'handler' && (place.language.embedding || (!empty.isCallback && place.language.idioms.plainError?.(empty.type)))) return undefined;
  const param = empty.param ?? PARAMETER;
  const rethrow = templates.rethrow(param, place.style, !empty.isCallback);
  const body = how === 'rethrow' ? [rethrow] : handlerLines(failureOf(empty, param, place), likely(empty.calls), place);
  const edits: Edit[] = [];
  // What is not named needs no name.
  if (empty.param === undefined && body.some((line) => line.includes(param))) {
    if (empty.isCallback) {
      const arrow = place.source({ start: empty.head.end, end: empty.body.start });
      const at = arrow.lastIndexOf('()');
      if (at >= 0) edits.push(place.insert(empty.head.end + at + 1, param));
    } else {
      const head = place.source(empty.head);
      const bound = templates.bindCaught(head, param);
      if (bound?.startsWith(head)) edits.push(place.insert(empty.head.end, bound.slice(head.length)));
      else if (bound !== undefined) edits.push(place.replace(empty.head, bound));
    }
  }
  if (empty.logOnly) return [...edits, ...appendStatement(empty.body, rethrow, place, empty.head.start)];
  return [...edits, fillBody(empty.body, body, place, empty.head.start)];
}

/** How far before a catch the call is looked for, in UTF-16 units. */
const REACH = 600;

function failureOf(empty: EmptyCatch, value: string, place: Place): Failure {
  const tried = place.source({ start: Math.max(0, empty.head.start - REACH), end: empty.head.start });
  const client = thrownBy(clientOf(empty.calls.length > 0 ? '' : tried, place.text, place.language.clients), tried);
  // A callback's parameter is of any type, and what cannot be read without waiting is left to the fallback's author.
  return { value, client: client.deferred ? clientOf('', '', []) : client, opaque: !empty.isCallback, caught: !empty.isCallback };
}
