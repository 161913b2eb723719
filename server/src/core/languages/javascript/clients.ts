import type { Client } from '../language';

/** HTTP clients of JavaScript by the expression that is called. */
export const clients: readonly Client[] = [
  { callee: /\baxios\b/i, body: ['response', 'data'], status: ['response', 'status'] },
  { callee: /\bky\b/, body: ['response', 'json'], status: ['response', 'status'], deferred: true },
  { callee: /\b(?:got|superagent)\b/, body: ['response', 'body'], status: ['response', 'statusCode'] },
  { callee: /\$fetch\b|\bofetch\b|\buseFetch\b/, body: ['data'], status: ['status'] },
  { callee: /\b(?:fetch|undici)\b/, failed: (response) => `!${response}.ok`, body: ['json'], status: ['status'], deferred: true },
];
