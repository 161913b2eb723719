import type { Client } from '../language';

/** HTTP clients of Kotlin by the expression that is called. In a path `%` stands for what comes before, `#` for the field behind it. */
export const clients: readonly Client[] = [
  { callee: /\bhttpclient\b|\bktor/i, body: ['Json.parseToJsonElement(%.response.bodyAsText()).jsonObject["#"]?.jsonPrimitive?.content'], status: ['response', 'status', 'value'] },
  { callee: /\b(?:api|service|retrofit)\b/i, body: ['JSONObject(%.response()?.errorBody()?.string().orEmpty()).optString("#")'], status: ['code()'] },
  { callee: /\bweb_?client\b|\brest_?(?:template|client|operations)\b/i, body: ['%.getResponseBodyAs(Map::class.java)?.get("#")'], status: ['statusCode', 'value()'] },
];
