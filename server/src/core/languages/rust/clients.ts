import type { Client } from '../language';

/** HTTP clients of Rust by the expression that is called: a response is given whatever its status, and its body has to be read. */
export const clients: readonly Client[] = [
  { callee: /\.send$|\breqwest\b/, failed: (response) => `!${response}.status().is_success()`, body: ['json'], status: ['status'], deferred: true },
];
