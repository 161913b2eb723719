import type { Client } from '../language';

/** HTTP clients of PHP by the expression that is called; what follows a failed call is decided by them. */
export const clients: readonly Client[] = [
  { callee: /(?:^|\W)Http\b/, failed: (response) => `${response}->failed()`, body: ['json()'], status: ['status()'] },
  { callee: /HttpClientInterface|HttpClient\b/, failed: (response) => `${response}->getStatusCode() >= 400`, body: ['toArray(false)'], status: ['getStatusCode()'] },
  { callee: /Guzzle|\bClient(?:Interface)?\b/, body: ['getResponse()', 'getBody()'], status: ['getCode()'], deferred: true },
];
