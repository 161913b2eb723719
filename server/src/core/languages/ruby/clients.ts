import type { Client } from '../language';

/** HTTP clients of Ruby by the expression that is called. Their bodies are texts that are parsed first. */
export const clients: readonly Client[] = [
  { callee: /\bFaraday\b/, failed: (r) => `!${r}.success?`, body: ['body'], status: ['status'], deferred: true, thrown: { by: /(?:)/, type: 'Faraday::Error', body: ['response_body'], status: ['response_status'] } },
  { callee: /\bRestClient\b/, body: ['response'], status: ['http_code'], deferred: true, thrown: { by: /(?:)/, type: 'RestClient::ExceptionWithResponse', body: ['response'], status: ['http_code'] } },
  { callee: /\bHTTParty\b|\bself\.class\b/, failed: (r) => `!${r}.success?`, body: ['parsed_response'], status: ['code'] },
  { callee: /\bNet\b|\bhttp\b/, failed: (r) => `!${r}.is_a?(Net::HTTPSuccess)`, body: ['body'], status: ['code'], deferred: true },
];
