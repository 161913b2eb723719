import { entriesWithStatus, entryOf, hasStatus, statusLike, statusText } from '../catalog';
import type { Code } from '../model/code';
import type { Edit } from '../model/edit';
import type { Fix } from '../model/finding';
import type { LogRecord } from '../logs';
import type { Span } from '../model/span';
import type { Texts } from '../texts';
import { concerns, type Rule, type RuleFinding } from './rule';

/** A name and a status that PlusAuth never sends together. */
export const statusMismatch: Rule = {
  code: 'status-mismatch',
  severity: 'warning',
  *check({ facts, environment, texts, source }): Iterable<RuleFinding> {
    for (const { name, status, nameCode, statusCode, origin } of facts.pairs) {
      const entry = entryOf(name);
      if (!entry || hasStatus(entry, status) || !concerns(origin, 1, 0, 0, environment)) continue;
      yield mismatch({ name, status, span: { start: statusCode.start, end: statusCode.end }, nameAt: inside(nameCode), statusAt: inside(statusCode), expected: statusText(entry), first: entry.status.from, written: source(inside(statusCode)) }, texts);
    }
  },
};

/** The same in a record of a log or a JSON document. What was logged has happened: it is mended only in a document that people write. */
export function recordMismatch(record: LogRecord, texts: Texts, editable: boolean): Found | undefined {
  const { name, status } = record;
  const entry = name && entryOf(name.value);
  if (!record.contradicts || !name || !status || !entry) return undefined;
  const found = mismatch({ name: name.value, status: status.value, span: status.span, nameAt: name.span, statusAt: status.span, expected: statusText(entry), first: entry.status.from, written: String(status.value) }, texts);
  return editable ? found : { ...found, message: texts.log.contradiction(name.value, status.value, statusText(entry)), fixes: () => [] };
}

interface Mismatch {
  readonly name: string;
  readonly status: number;
  readonly span: Span;
  readonly nameAt: Span;
  readonly statusAt: Span;
  readonly expected: string;
  readonly first: number;
  /** The status as it stands there. */
  readonly written: string;
}

/** A finding whose fixes need no style of code. */
type Found = RuleFinding & { fixes(): readonly Fix[] };

function mismatch({ name, status, span, nameAt, statusAt, expected, first, written }: Mismatch, texts: Texts): Found {
  const replace = (at: Span, newText: string): Edit => ({ span: at, newText });
  return {
    span,
    message: texts.finding.statusMismatch(name, status, expected),
    related: [],
    fixes: () => [
      { title: texts.fix.changeStatus(first), preferred: true, edits: [replace(statusAt, statusLike(first, written) ?? String(first))] },
      ...entriesWithStatus(status).map((other): Fix => ({ title: texts.fix.changeName(other.name), edits: [replace(nameAt, other.name)] })),
    ],
  };
}

/** Where a constant's value is written, inside its quotes if it has some. */
const inside = (code: Code): Span => (code.kind === 'string' ? code.content : { start: code.start, end: code.end });
