import type { LogAnalysis, LogKind } from '../../../server/src/protocol';

/** 14 March 2026, 10:00 in UTC. */
export const START = Date.UTC(2026, 2, 14, 10);
const MINUTE = 60_000;

const kind = (key: string, count: number, more: Partial<LogKind>): LogKind => ({
  key, name: key, status: '409', count, share: count / 8, first: START, last: START + 3 * MINUTE, timeless: 0, contradictions: 0, turn: 'handle', next: 'Look for it first.',
  places: [{ file: 0, offset: 0, line: 0, time: START }], ...more,
});

/** Two files, three kinds, a gap of a minute. */
export const sample: LogAnalysis = {
  id: 1,
  files: ['file:///shop/a/app.log', 'file:///shop/b/app.log'],
  bytes: 1_234_567,
  lines: 12_345,
  records: 8,
  events: 8,
  first: START,
  last: START + 3 * MINUTE,
  kinds: [
    kind('already_exists', 5, { contradictions: 1 }),
    kind('server_error', 2, { status: '5xx', turn: 'retry', next: 'Look at the `status` and <retry>.' }),
    kind('401', 1, { name: null, status: '401', turn: null, next: null, first: null, last: null, timeless: 1, places: [{ file: 1, offset: 9, line: 1, time: null }] }),
  ],
  timeline: { milliseconds: MINUTE, buckets: [{ start: START, byKind: { already_exists: 4 } }, { start: START + MINUTE, byKind: { already_exists: 1 } }, { start: START + 3 * MINUTE, byKind: { server_error: 2 } }] },
  requests: [{ method: 'POST', path: '/api/v1/users', count: 4, byKind: { already_exists: 4 } }, { method: null, path: '/api/v1/<x>', count: 1, byKind: { server_error: 1 } }],
  contradictions: { count: 1, places: [{ file: 1, offset: 5, line: 41, time: null, name: 'already_exists', status: 400 }] },
  skipped: [{ uri: 'file:///shop/c%26d.log', reason: 'It is <gone>.' }],
};

const nothing = { records: 0, events: 0, first: null, last: null, kinds: [], timeline: { milliseconds: MINUTE, buckets: [] }, requests: [], contradictions: { count: 0, places: [] }, skipped: [] };
export const empty: LogAnalysis = { ...sample, ...nothing };
export const single: LogAnalysis = {
  ...sample, ...nothing, files: ['file:///shop/app.log'], lines: 1, bytes: 80, records: 1, events: 1, first: START, last: START,
  kinds: [kind('already_exists', 1, { share: 1, last: START })],
  timeline: { milliseconds: MINUTE, buckets: [{ start: START, byKind: { already_exists: 1 } }] },
};
export const timeless: LogAnalysis = {
  ...single, first: null, last: null, timeline: { milliseconds: MINUTE, buckets: [] },
  kinds: [kind('already_exists', 1, { share: 1, first: null, last: null, timeless: 1, places: [{ file: 0, offset: 0, line: 0, time: null }] })],
};
