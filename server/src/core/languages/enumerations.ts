import type { Code, Index } from '../model/code';
import type { Span } from '../model/span';

/** A text read as a member of an enumeration; `loud` where what has no member is thrown. */
export const readAs = (enumeration: Code, text: Code, { start, end }: Span, loud: boolean): Index => ({ kind: 'index', start, end, object: enumeration, index: text, parses: true, loud });

/** The same where the member is searched for: `values.firstWhere((c) => c.wire == text)`; undefined where the predicate asks for something else. */
export function searched(enumeration: Code, predicate: Code | undefined, at: Span, loud: boolean): Index | undefined {
  if (predicate?.kind !== 'function') return undefined;
  const param = predicate.params[0]?.name ?? 'it';
  const asked = onlyValue(predicate.body);
  if (asked?.kind !== 'binary' || asked.op !== 'eq') return undefined;
  const isMember = (code: Code): boolean => (code.kind === 'name' ? code.name === param : code.kind === 'member' && isMember(code.object));
  const [member, text] = isMember(asked.left) ? [asked.left, asked.right] : [asked.right, asked.left];
  return isMember(member) && !isMember(text) ? readAs(enumeration, text, at, loud) : undefined;
}

function onlyValue(body: Code | undefined): Code | undefined {
  if (body?.kind === 'block') return body.body.length === 1 ? onlyValue(body.body[0]) : undefined;
  if (body?.kind === 'return') return body.value;
  return body?.kind === 'expression' ? body.expression : body;
}
