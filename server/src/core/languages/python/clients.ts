import type { Client } from '../language';

const response = ['response', 'json()'] as const;
const status = ['response', 'status_code'] as const;
const by = /\braise_for_status\s*\(/;

/** HTTP clients of Python by the expression that is called. */
export const clients: readonly Client[] = [
  { callee: /\bhttpx\b/i, failed: (r) => `${r}.is_error`, body: ['json()'], status: ['status_code'], thrown: { by, type: 'httpx.HTTPStatusError', body: response, status } },
  { callee: /\baiohttp\b/i, failed: (r) => `not ${r}.ok`, body: ['json'], status: ['status'], deferred: true },
  { callee: /\brequests\b|\b(?:http|session)\b|\bSession\b/, failed: (r) => `not ${r}.ok`, body: ['json()'], status: ['status_code'], thrown: { by, type: 'requests.HTTPError', body: response, status } },
];
