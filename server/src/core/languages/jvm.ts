import type { Code, Logical, Member, NumberLiteral } from '../model/code';
import type { Span } from '../model/span';
import { at } from './lowering';

/** What the languages of the Java platform share: its standard library and the HTTP clients in use on it. */

/** Steps of a path whose name differs only in words: how a client spells status, body and the like. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:raw)?(?:http)?status(?:code)?$|^responsecode$/i, 'statusCode'],
  [/^(?:error|response|raw|json)?body(?:as\w+)?$|^contentutf8$|^readentity$/i, 'body'],
  [/^errorresponse$/i, 'response'],
  [/^errormessage$/i, 'message'],
  [/^problemdetails?$/i, 'details'],
];
const PART = /^(?:status(?:Text)?|error|code|name|message|reason|type|kind|body|data|payload|details?|response|description|title|failure|problem|slug)$|(?:Error|Code|ErrorName|ErrorType|ErrorKey|Reason|Description|Problem)$/;

const spelled = (name: string): string => SPELLINGS.find(([pattern]) => pattern.test(name))?.[1] ?? name;

/** The part of a value that a method without arguments gives: `getError()`, `statusCode()`; undefined where it does something else. */
export function accessed(method: string): string | undefined {
  const getter = /^get([A-Z]\w*)$/.exec(method)?.[1];
  const name = getter === undefined ? method : getter.charAt(0).toLowerCase() + getter.slice(1);
  const part = spelled(name);
  if (part !== name) return part;
  if (getter === undefined) return /^(?:error|errorCode|code|status|name|message|reason|type|kind|data|details|response)$/.test(name) ? name : undefined;
  return PART.test(name) ? name : undefined;
}

/** Methods whose one text argument names a field: `node.get("error")`. */
export const KEYED = /^(?:get|path|at|opt|findValue|findPath|required|getOrDefault|(?:get|opt)(?:String|Int|Integer|Long|JSONObject|JsonObject|AsJsonObject|AsString|AsJsonPrimitive|Property|As\w+)|read|optString)$/;
/** Methods that give their object in another form. */
export const UNWRAPS = new Set([
  'value', 'asText', 'textValue', 'asString', 'toString', 'getAsString', 'string', 'text', 'bodyAsText', 'trim', 'strip', 'intern', 'toLowerCase', 'toUpperCase', 'lowercase', 'uppercase', 'intValue', 'asInt', 'getAsInt', 'get', 'stringValue',
  'orEmpty', 'jsonPrimitive', 'getContent', 'block', 'awaitSingle', 'asJsonObject', 'getAsJsonObject',
]);
/** Functions that give their first argument in another form. */
export const READS = new Set(['readTree', 'readValue', 'fromJson', 'parseString', 'decodeFromString', 'parseToJsonElement', 'parseInt', 'ofNullable', 'treeToValue', 'convertValue', 'JSONObject', 'fromValue']);

/** A named status: `HTTP_CONFLICT` of the JDK, `SC_CONFLICT` of servlets; undefined for any other name. */
export function statusConstant(name: string): string | undefined {
  const word = /^(?:HTTP|SC)_([A-Z_]+)$/.exec(name)?.[1];
  return word && (JDK_WORDS[word] ?? word);
}
const JDK_WORDS: Readonly<Record<string, string>> = {
  INTERNAL_ERROR: 'INTERNAL_SERVER_ERROR', UNAVAILABLE: 'SERVICE_UNAVAILABLE', BAD_METHOD: 'METHOD_NOT_ALLOWED', CLIENT_TIMEOUT: 'REQUEST_TIMEOUT',
};

/** The same by the last part of the class's name. */
export const statusClasses = (): Readonly<Record<string, readonly [from: number, to: number]>> => ({
  ...Object.fromEntries([...CLASSES].map(([name, status]) => [name, [status, status]] as const)),
  HttpServerErrorException: [500, 599], FeignServerException: [500, 599], HttpClientErrorException: [400, 499], FeignClientException: [400, 499],
});

/** The statuses that exceptions of a class can have, where clients have classes of their own for them. */
export function statusesOfClass(type: string): readonly [from: number, to: number] | undefined {
  const [, owner = '', own = ''] = /(?:^|\.)(HttpClientErrorException|HttpServerErrorException|WebClientResponseException|FeignException)(?:\.(\w+))?$/.exec(type) ?? [];
  if (owner === '') return undefined;
  const status = CLASSES.get(own);
  if (status !== undefined) return [status, status];
  if (owner === 'HttpServerErrorException' || own === 'FeignServerException') return [500, 599];
  return owner === 'HttpClientErrorException' || own === 'FeignClientException' ? [400, 499] : undefined;
}
const CLASSES: ReadonlyMap<string, number> = new Map(Object.entries({
  BadRequest: 400, Unauthorized: 401, PaymentRequired: 402, Forbidden: 403, NotFound: 404, MethodNotAllowed: 405, NotAcceptable: 406, Conflict: 409, Gone: 410, UnsupportedMediaType: 415,
  UnprocessableEntity: 422, UnprocessableContent: 422, TooManyRequests: 429, InternalServerError: 500, NotImplemented: 501, BadGateway: 502, ServiceUnavailable: 503, GatewayTimeout: 504,
}));

/** The ranges that methods of statuses and responses ask for: `is5xxServerError()`. */
export const RANGES: ReadonlyMap<string, readonly [from: number, to: number]> = new Map<string, readonly [number, number]>([
  ['is4xxClientError', [400, 499]], ['is5xxServerError', [500, 599]], ['isError', [400, 599]], ['is1xxInformational', [100, 199]], ['is3xxRedirection', [300, 399]],
]);
/** Methods that say that a call succeeded. */
export const SUCCEEDED = new Set(['isSuccessful', 'is2xxSuccessful', 'isSuccess', 'isOk']);


/** The same code with the span of what is around it and changes nothing about its value. */
export const spanning = (code: Code, { start, end }: Span): Code =>
  code.kind === 'member' || code.kind === 'name' || code.kind === 'index' || code.kind === 'call' || code.kind === 'logical' || code.kind === 'list' || code.kind === 'record' ? { ...code, start, end } : code;

/** That a status lies in a range, as a condition; the places of the bounds are those of the question. */
export function within(status: Code, [from, to]: readonly [number, number], at: Span, question: Span): Code {
  const number = (value: number): NumberLiteral => ({ kind: 'number', start: question.start, end: question.end, value });
  const base = { start: at.start, end: at.end };
  if (from === to) return { kind: 'binary', ...base, op: 'eq', left: status, right: number(from) };
  const above: Code = { kind: 'binary', ...base, op: 'ge', left: status, right: number(from) };
  if (to === 599) return above;
  const both: Logical = { kind: 'logical', ...base, op: 'and', left: above, right: { kind: 'binary', ...base, op: 'le', left: status, right: number(to) } };
  return both;
}

/** A constant with a value of its own: `Code.TAKEN`, whose `wire` or `code` is what it stands for. */
export const isConstant = (code: Code): boolean => code.kind === 'member' && /^[A-Z][A-Z0-9_]+$/.test(code.property) && (code.object.kind === 'name' ? /^[A-Z]/.test(code.object.name) : code.object.kind === 'member' && /^[A-Z]/.test(code.object.property));
export const OWN_VALUE = /^(?:value|wire\w*|code|key|id|slug|error|text|raw\w*|api\w*|statusCode)$/;

export const memberOf = (object: Code, property: string, at: Span, propertySpan: Span): Member =>
  ({ kind: 'member', start: at.start, end: at.end, object, property, propertySpan: { start: propertySpan.start, end: propertySpan.end } });

/**
 * A name that stands alone as a constant where a status is compared: members of an enumeration need no owner in a case label
 * and behind a static import.
 */
export function statusName(code: Code, compared: Code | undefined): Code {
  if (code.kind !== 'name' || !/^[A-Z][A-Z_]+$/.test(code.name) || compared?.kind !== 'member' || !/status/i.test(compared.property)) return code;
  return memberOf({ kind: 'name', start: code.start, end: code.start, name: 'HttpStatus' }, code.name, code, code);
}

/** A name, or the member of HttpStatus that it is a constant for. */
export function named(name: string, where: Span): Code {
  const status = statusConstant(name);
  return status === undefined ? { kind: 'name', ...at(where), name } : memberOf({ kind: 'name', start: where.start, end: where.start, name: 'HttpStatus' }, status, where, where);
}

/** The quote of a text constant, and what stands in it. */
export function quotedIn(source: string, { start, end }: Span): { readonly quote: string; readonly content: Span } {
  const quote = source.startsWith('"""') ? '"""' : '"';
  const closed = end - start >= 2 * quote.length && source.endsWith(quote);
  return { quote, content: { start: start + quote.length, end: closed ? end - quote.length : end } };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', s: ' ', 0: '\0' };

export function unescape(raw: string): string {
  return raw.replace(/\\(?:u+([0-9a-fA-F]{4})|([\s\S]))/g, (_, four?: string, one?: string) => (four !== undefined ? String.fromCharCode(parseInt(four, 16)) : (ESCAPES[one ?? ''] ?? one ?? '')));
}

/** Results that report success. */
export const SUCCESS = /^(?:true|Boolean\.TRUE|(?:ResponseEntity|Response)\.(?:ok|noContent|created|accepted)\(.*|Result\.success\(.*|Mono\.just\((?:true|Boolean\.TRUE)\))$/s;
/** Results that say nothing. */
export const NOTHING =
  /^(?:|null|""|false|Unit|Optional\.empty\(\)|(?:Mono|Flux)\.empty\(\)|(?:List|Set|Map)\.of\(\)|Collections\.empty\w+\(\)|empty(?:List|Set|Map)\(\)|(?:list|set|map)Of\(\)|listOfNotNull\(\))$/;
/** Every import names a package, the code's own included: only packages of other services say where an error comes from. */
export const NEUTRAL_MODULES =
  /^(?!(?:com\.(?:stripe|auth0|okta|amazonaws|azure|microsoft|twilio|paypal|slack|facebook|github|apple|nimbusds|google\.(?:firebase|api|cloud|auth)|shopify|mongodb|clerk|openai)|software\.amazon|org\.(?:keycloak|kohsuke|postgresql|hibernate|elasticsearch|apache\.kafka|bson)|io\.(?:grpc|sentry|github|supabase)|net\.openid|redis)\b)/;

/** Writes the way along a path of steps; in one that holds `%` and `#` these stand for what comes before and for the next step. */
export function accessPath(value: string, path: readonly string[], access: (step: string) => string): string {
  let written = value;
  for (let i = 0; i < path.length; i++) {
    const step = path[i] ?? '';
    if (!step.includes('%')) written += access(step);
    else {
      written = step.replace('%', () => written).replace('#', path[i + 1] ?? '');
      if (step.includes('#')) i++;
    }
  }
  return written;
}
