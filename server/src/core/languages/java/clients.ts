import type { Client } from '../language';

/** In a path `%` stands for what comes before, `#` for the field behind it. */
const SPRING_BODY = ['String.valueOf(%.getResponseBodyAs(java.util.Map.class).get("#"))'];
const spring = (type: string): Pick<Client, 'body' | 'status' | 'thrown'> => ({ body: SPRING_BODY, status: ['getStatusCode().value()'], thrown: { by: /(?:)/, type, body: SPRING_BODY, status: ['getStatusCode().value()'] } });

/** HTTP clients of Java by the expression that is called. */
export const clients: readonly Client[] = [
  { callee: /\bweb_?client\b/i, ...spring('org.springframework.web.reactive.function.client.WebClientResponseException') },
  { callee: /\brest_?(?:template|client|operations)\b/i, ...spring('org.springframework.web.client.RestClientResponseException') },
  { callee: /\bokhttp|\bnewCall\b/i, failed: (response) => `!${response}.isSuccessful()`, body: ['new org.json.JSONObject(%.body().string()).optString("#")'], status: ['code()'] },
  {
    callee: /\bhttp_?client\b/i, failed: (response) => `${response}.statusCode() >= 400`, status: ['statusCode()'],
    body: ['new com.fasterxml.jackson.databind.ObjectMapper().readTree(%.body()).path("#").asText()'],
  },
];
