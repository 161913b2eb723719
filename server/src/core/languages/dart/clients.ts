import type { Client } from '../language';

/** HTTP clients of Dart by the expression that is called. */
export const clients: readonly Client[] = [
  {
    callee: /dio/i, body: ['response', 'data'], status: ['response', 'statusCode'],
    thrown: { by: /(?:)/, type: 'DioException', body: ['response', 'data'], status: ['response', 'statusCode'] },
  },
  { callee: /\bhttp\b|client$|Client\b/i, failed: (response) => `${response}.statusCode >= 400`, body: ['body'], status: ['statusCode'] },
];
