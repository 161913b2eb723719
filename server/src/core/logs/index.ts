import type { Span } from '../model/span';
import { LINES, recordStarts, type Layout } from './boundaries';
import { otherwise, type Otherwise } from './alike';
import { entriesOf } from './entries';
import { eventsOf } from './events';
import { Facts } from './facts';
import { FORMATS } from './formats';
import { holdsErrorName } from './names';
import type { LogRecord, ReadOptions } from './record';
import { holdsApiPath } from './request';
import { fromEpoch, timeOf } from './time';
import { unwrapped } from './wrappers';

export type { LoggedRequest, Located, LogRecord, ReadOptions } from './record';
export { shifted } from './record';
export { LINES, layoutOf, recordStarts, startsRecord, type Layout } from './boundaries';
export { standsAlone } from './names';
export type { Otherwise } from './alike';
export { isSilentKey, isStatusKey } from './facts';

const LIST = /\[\s*\{/;

/**
 * Whether a text can hold a record that `readRecords` finds: it holds a name of the catalogue, or `/api/v` and a digit (also with `\/`, as some
 * JSON writers print slashes). Everything else needs no reading.
 */
const canHoldRecord = (text: string): boolean => holdsErrorName(text) || holdsApiPath(text);

/**
 * The errors in a piece of log: one line, several lines that belong together or not, or a JSON document. One element is one event (see `LogRecord`).
 * Spans count in `text`, which may have ANSI colours, Docker's JSON or Kubernetes' prefix around its lines. Never throws; what is not understood
 * gives fewer records. The cost grows with the text, and is small where `canHoldRecord` says no.
 */
export function readRecords(text: string, options: ReadOptions = {}, layout: Layout = LINES): LogRecord[] {
  if (!canHoldRecord(text)) return [];
  const feed = text.indexOf('\n');
  // Most texts are one line, which has been looked at already.
  if (feed < 0 || feed === text.length - 1) return readPiece(text, { start: 0, end: text.length }, text, options);
  const entries = entriesOf(text);
  if (entries) return entries.flatMap((span) => readOne(text, span, options));
  const starts = recordStarts(text, layout);
  const found: LogRecord[] = [];
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? text.length;
    const source = text.slice(start, end);
    if (canHoldRecord(source)) for (const record of readPiece(text, { start, end }, source, options)) found.push(record);
  });
  return found;
}

/** What `readRecords` finds in a text of one line, and what it would find if another error had been logged there; undefined where that is not sure. */
export function readLine(text: string, options: ReadOptions = {}): { readonly records: LogRecord[]; readonly otherwise: Otherwise | undefined } {
  const line = text.trimEnd();
  if (!canHoldRecord(text) || LIST.test(text) || line.includes('\n')) return { records: readRecords(text, options), otherwise: undefined };
  let other: Otherwise | undefined;
  const records = readSource(line, { start: 0, end: text.length }, options, (facts, inner, format) => (other = otherwise(facts, inner, format)));
  return { records, otherwise: other };
}

/** What stands between two starts of records: one record, or a JSON value with several. `source`: the text of the span, which can hold a record. */
function readPiece(text: string, span: Span, source: string, options: ReadOptions): LogRecord[] {
  // On one line and without a list of objects there is one.
  const inner = LIST.test(source) || source.trimEnd().includes('\n') ? entriesOf(source) : undefined;
  return inner ? inner.flatMap((s) => readOne(text, { start: span.start + s.start, end: span.start + s.end }, options)) : readSource(source.trimEnd(), span, options);
}

/** One of several records. */
function readOne(text: string, span: Span, options: ReadOptions): LogRecord[] {
  const source = text.slice(span.start, span.end).trimEnd();
  return canHoldRecord(source) ? readSource(source, span, options) : [];
}

/** One record, which can hold an error; wrapped lines are read as what they wrap. `look` is shown what was read. */
function readSource(source: string, span: Span, options: ReadOptions, look?: (facts: Facts, text: string, format: string) => void): LogRecord[] {
  const { view, time } = unwrapped(source);
  const facts = new Facts(options);
  const format = FORMATS.find((candidate) => candidate.read(view.text, facts));
  if (!format) return [];
  facts.finish();
  facts.time ??= time === undefined ? undefined : (timeOf(time, options) ?? fromEpoch(Number(time)));
  if (look && view.text === source) look(facts, source, format.name);
  return eventsOf(facts, view.text, format.name, (inner) => {
    const { start, end } = view.span(inner);
    return { start: span.start + start, end: span.start + end };
  });
}
