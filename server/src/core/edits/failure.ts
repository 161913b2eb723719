import { byLikelihood, plausibleErrors, plausibleErrorsOfRequest, type PlausibleError } from '../catalog';
import type { Client } from '../languages';
import type { Place } from './place';

/** The SDK: its error carries the answer's fields itself. */
const SDK: Client = { callee: /(?:)/, body: [], status: ['status'] };

/** How an error is read and passed on. */
export interface Failure {
  /** The variable that holds the error, or the response that tells of it. */
  readonly value: string;
  readonly client: Client;
  /** The compiler knows nothing of the variable. */
  readonly opaque: boolean;
  /** It stands in the clause that caught the error. */
  readonly caught?: boolean;
  /** The type that its clause names, as written. */
  readonly declared?: string | undefined;
  /** A class of PlusAuth's that can be asked for. */
  readonly type?: string | undefined;
}

/** The client that code calls, by the code's text and, where that calls a variable, by what the document says of it. */
export function clientOf(code: string, document: string, clients: readonly Client[]): Client {
  // Whatever a language writes between the steps of a path.
  const called = [...code.replace(/\?->|->|::/g, '.').matchAll(/([\w$.]+)\s*(?:<[^<>()]*>)?\(/g)].map((m) => m[1] ?? '');
  const direct = clients.find((c) => called.some((name) => c.callee.test(name)));
  if (direct) return direct;
  for (const name of called) {
    const root = name.replace(/^\$?(?:this|self)\./, '').split('.')[0]?.replace(/^\$/, '') ?? '';
    if (root === '') continue;
    const variable = `\\$?${root.replace(/\W/g, '\\$&')}`;
    const made = new RegExp(`(?<!\\w)${variable}\\s*(?::[^=\\n]*)?=\\s*([^\\n;]{1,120})`).exec(document)?.[1];
    const typed = new RegExp(`([\\w.\\\\]+)[?!]?\\s+${variable}\\s*[,;)=]`).exec(document)?.[1];
    const client = [made, typed].flatMap((text) => (text === undefined ? [] : (clients.find((c) => c.callee.test(text)) ?? [])))[0];
    if (client) return client;
  }
  return SDK;
}

/** How what code throws is read: a client whose failed responses are asked may throw where it is told to. */
export const thrownBy = (client: Client, tried: string): Client =>
  !client.failed ? client : client.thrown?.by.test(tried) ? { callee: client.callee, body: client.thrown.body, status: client.thrown.status, thrown: client.thrown, ...(client.deferred && { deferred: true }) } : SDK;

/** The errors to write branches for: those the calls suggest, the likeliest first. */
export function likely(calls: readonly (readonly [string, string])[], requests: readonly (readonly [method: string, path: string | undefined])[] = []): string[] {
  const all: PlausibleError[] = [...calls.flatMap(([service, method]) => plausibleErrors(service, method)), ...requests.flatMap(([method, path]) => plausibleErrorsOfRequest(method, path))];
  const special = all.filter((e) => e.weight !== 'general').map((e) => e.name);
  const names = [...new Set(special)].sort(byLikelihood);
  return names.length > 0 ? names : all.length > 0 ? ['too_many_requests', 'missing_scope'] : ['entity_not_found', 'invalid_entity'];
}

/** The name that the answer's body is bound to where reading it takes time. */
const ANSWER = 'answer';

/** A whole handler, which passes on what it does not name; `branch` makes what stands in a branch of what passes the error on. */
export function handlerLines(failure: Failure, names: readonly string[], place: Place, branch = (passOn: string): string => passOn): readonly string[] {
  const { templates } = place.language;
  const { style } = place;
  const { value, client } = failure;
  const opaque = failure.opaque && failure.type === undefined;
  const lines: string[] = [];
  if (failure.type !== undefined) lines.push(...templates.onlyInstances(value, failure.type, style));
  let subject = templates.field(value, [...client.body, 'error'], opaque, style);
  if (client.deferred) {
    lines.push(...[templates.bindBody(ANSWER, value, client.body, opaque, style)].flat());
    // Where a response can be missing, so can its body.
    subject = templates.answerField?.(ANSWER, 'error') ?? templates.field(client.body.length > 1 ? `${ANSWER}?` : ANSWER, ['error'], false, style);
  }
  const passOn = client.failed ? templates.raise('Unexpected PlusAuth error: ', subject, style) : templates.rethrow(value, style, failure.caught);
  const cases = names.flatMap((name) => templates.switchCase([templates.caseTest?.(templates.literal(name, style), subject, '') ?? templates.literal(name, style)], [branch(passOn)], style));
  return [...lines, ...templates.switchOn(subject, [...cases, ...templates.switchDefault([passOn], style)], style)];
}

/** Lines that repeat what failed while PlusAuth says that it may help; undefined in languages where that cannot be written. */
export function retryLines(failure: Failure, body: readonly string[], leaves: boolean, caution: string, place: Place): readonly string[] | undefined {
  const { templates } = place.language;
  const { style } = place;
  const { client } = failure;
  const latest = 'failure';
  const name = templates.field(latest, [...client.body, 'error'], true, style);
  const status = templates.numeric(templates.field(latest, client.status, true, style));
  const named = client.deferred ? [templates.equals(status, '429')] : ['too_many_requests', 'server_error'].map((n) => templates.equals(name, templates.literal(n, style)));
  const transient = templates.either([...named, templates.atLeast(status, 500)]);
  return templates.retry?.({ value: failure.value, failure: latest, transient, body, leaves, caution, ...(failure.declared !== undefined && { type: failure.declared }) }, style);
}
