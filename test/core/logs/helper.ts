import assert from 'node:assert/strict';
import { readRecords, type LogRecord, type ReadOptions } from '../../../server/src/core/logs';

/** What a test expects of one event; a part that is left out is not compared, null means that there is none. */
export interface Expected {
  readonly name?: string | null;
  readonly status?: number | null;
  /** ISO. */
  readonly time?: string | null;
  readonly description?: string | null;
  /** `POST /api/v1/users`. */
  readonly request?: string | null;
  readonly origin?: LogRecord['origin'];
  readonly contradicts?: boolean;
  readonly format?: string;
  readonly mentions?: number;
}

/** The events of a text are exactly these, and every span holds what it should. */
export function checkRecords(text: string, expected: readonly Expected[], options: ReadOptions = {}): readonly LogRecord[] {
  const found = readRecords(text, options);
  const shown = found.map((record) => ({
    name: record.name?.value ?? null,
    status: record.status?.value ?? null,
    time: record.time === undefined ? null : new Date(record.time).toISOString(),
    description: record.description ?? null,
    request: record.request === undefined ? null : `${record.request.method ?? '?'} ${record.request.path ?? '?'}`,
    origin: record.origin,
    contradicts: record.contradicts,
    format: record.format,
    mentions: record.mentions.length,
  }));
  assert.equal(found.length, expected.length, `Expected ${expected.length} events in ${text}\nfound ${JSON.stringify(shown, null, 1)}`);
  expected.forEach((wanted, index) => {
    const actual: Record<string, unknown> = shown[index] ?? {};
    for (const [key, value] of Object.entries(wanted)) assert.deepEqual(actual[key], value, `${key} of event ${index} in ${text}\nfound ${JSON.stringify(shown, null, 1)}`);
  });
  for (const { span, name, mentions, status } of found) {
    assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length);
    if (name) for (const at of [name.span, ...mentions]) assert.equal(text.slice(at.start, at.end), name.value);
    if (status) assert.equal(text.slice(status.span.start, status.span.end), String(status.value));
  }
  return found;
}

/** None of the texts holds an event. */
export function checkSilent(texts: readonly string[]): void {
  for (const text of texts) checkRecords(text, []);
}
