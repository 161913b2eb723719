import { entryOf, hasStatus } from '../catalog';
import { speaksOfPlusAuth } from '../context/evidence';
import type { Origin } from '../model/handler';
import type { Span } from '../model/span';
import type { Facts, NameFact, StatusFact } from './facts';
import type { LoggedRequest, LogRecord } from './record';
import { isApiPath, originOf } from './request';

// Quick searches first, in a form that can skip ahead: without flags, and nothing before the first letter.
const MAY_BE_OTHER = /[oO](?:[aA]uth|idc|pen[iI][dD])|OAUTH|OIDC|OPENID|g(?:rpc|RPC)|GRPC/;
const OTHER_PROTOCOL = /(?<![A-Za-z])(?:oauth2?|oidc|openid|grpc)(?![A-Za-z])/i;
const namesOtherProtocol = (text: string): boolean => MAY_BE_OTHER.test(text) && OTHER_PROTOCOL.test(text);
const MAY_BE_PLUSAUTH = /[aA]uth|AUTH/;
const namesPlusAuth = (text: string): boolean => MAY_BE_PLUSAUTH.test(text) && speaksOfPlusAuth(text);

/** What was read of a record, as far as it decides on its errors. */
export type EventFacts = Pick<Facts, 'names' | 'statuses' | 'descriptions' | 'requests' | 'others' | 'time' | 'belongs'>;

const fits = (name: string, status: number): boolean => {
  const entry = entryOf(name);
  return entry !== undefined && hasStatus(entry, status);
};

/** The request that says most: one to PlusAuth's API, else the outermost. */
function bestRequest(facts: EventFacts): LoggedRequest | undefined {
  const { requests } = facts;
  const api = requests.filter(({ request }) => isApiPath(request.path));
  return (api.find(({ request }) => request.method !== undefined && originOf(request) !== 'foreign') ?? api[0] ?? [...requests].sort((a, b) => a.group - b.group)[0])?.request;
}

/** Whether a status stands beside a request that did not go to PlusAuth's API: it is what the program itself answered. */
const isOwnAnswer = (facts: EventFacts, status: StatusFact): boolean =>
  facts.requests.some(({ request, group }) => group === status.group && request.path !== undefined && !isApiPath(request.path)) &&
  !facts.requests.some(({ request, group }) => group === status.group && isApiPath(request.path));

interface Chosen {
  readonly status: StatusFact;
  /** It is this error's own, so that it can contradict the name. */
  readonly firm: boolean;
}

/** The status of a name: in its object or sentence, of the answer it is the body of, or any other of the record that fits. */
function statusOf(facts: EventFacts, names: readonly NameFact[], alone: boolean): Chosen | undefined {
  const usable = facts.statuses.filter((status) => !isOwnAnswer(facts, status));
  for (const name of names) {
    const own = usable.filter((status) => status.group === name.group && !status.weak);
    const [status] = own;
    if (status && (name.rank < 2 || alone)) return { status: own.find((s) => fits(name.value, s.value)) ?? status, firm: true };
    const answer = usable.find((s) => !s.weak && facts.belongs(name.group, s.group) !== undefined);
    if (answer) return { status: answer, firm: facts.belongs(name.group, answer.group) === 'certain' };
  }
  const [name] = names;
  const status = name && usable.find((s) => fits(name.value, s.value) && (s.weak || alone));
  return status && { status, firm: false };
}

function origin(facts: EventFacts, text: string, names: readonly NameFact[], request: LoggedRequest | undefined, status: Chosen | undefined, count: number): Origin {
  const said = request && originOf(request);
  const isLogin = said === 'foreign' && request?.host !== undefined && speaksOfPlusAuth(request.host);
  if (isLogin || (said === 'foreign' && request?.host === undefined)) return 'foreign';
  if (facts.others.size > 0 && facts.others.size >= count) return 'foreign';
  if (said === 'plusauth' || namesPlusAuth(text)) return 'plusauth';
  if (said === 'foreign') return 'foreign';
  const [name] = names;
  const entry = name && entryOf(name.value);
  // The body of PlusAuth's answers, in full, with a name that nobody else is known to use.
  const isBody = status?.firm === true && name?.group === status.status.group && facts.descriptions.some(({ group }) => group === name?.group);
  if (entry?.shared === false && name?.rank === 0 && isBody && fits(entry.name, status.status.value)) return 'plusauth';
  return entry?.shared !== false && namesOtherProtocol(text) ? 'foreign' : 'unknown';
}

/** What the facts of one record come to: its errors. `text` is the record's, `place` turns a span of it into one of the whole. */
export function eventsOf(facts: EventFacts, text: string, format: string, place: (s: Span) => Span): LogRecord[] {
  const byName = new Map<string, NameFact[]>();
  for (const fact of facts.names) {
    const known = byName.get(fact.value);
    if (known) known.push(fact);
    else byName.set(fact.value, [fact]);
  }
  const request = bestRequest(facts);
  const span = place({ start: 0, end: text.length });
  const { time } = facts;
  const events: LogRecord[] = [];
  for (const [name, all] of byName) {
    const names = all.sort((a, b) => a.rank - b.rank || a.span.start - b.span.start);
    const [best] = names;
    if (!best) continue;
    const chosen = statusOf(facts, names, byName.size === 1);
    const description = facts.descriptions.find(({ group }) => names.some((n) => n.group === group)) ?? (byName.size === 1 ? facts.descriptions[0] : undefined);
    // Written out: copying what all events share would cost more than all else here.
    events.push({
      span,
      time,
      request,
      format,
      name: { value: name, span: place(best.span) },
      mentions: names.map((n) => place(n.span)).sort((a, b) => a.start - b.start),
      status: chosen && { value: chosen.status.value, span: place(chosen.status.span) },
      description: description?.value,
      origin: origin(facts, text, names, request, chosen, byName.size),
      contradicts: chosen?.firm === true && !fits(name, chosen.status.value),
    });
  }
  if (events.length > 0) return events;
  const failed = facts.statuses.find((s) => !s.weak && s.value >= 400 && !isOwnAnswer(facts, s));
  if (!failed || !request || !isApiPath(request.path) || facts.others.size > 0) return [];
  const from = origin(facts, text, [], request, undefined, 1);
  return [{
    span, time, request, format, name: undefined, mentions: [], status: { value: failed.value, span: place(failed.span) },
    description: facts.descriptions[0]?.value, origin: from, contradicts: false,
  }];
}
