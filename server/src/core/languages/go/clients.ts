import type { Client } from '../language';

/** HTTP clients of Go by the expression that is called: they give a response whatever its status, and the body has to be read. */
export const clients: readonly Client[] = [
  { callee: /(?:^|\.)(?:Do|Get|Post|PostForm|Head|RoundTrip)$/, failed: (response) => `${response}.StatusCode >= http.StatusBadRequest`, body: ['body'], status: ['statusCode'], deferred: true },
];
