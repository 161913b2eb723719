import { leavesAlways } from '../../edits/branches';
import { clientOf, handlerLines, likely, retryLines, thrownBy, type Failure } from '../../edits/failure';
import { some, walk, type Code, type If } from '../../model/code';
import { contains } from '../../model/span';
import type { Calls } from '../../recognise/origin';
import type { Completion } from '../../service';
import type { Texts } from '../../texts';
import { indentOf, insertion } from './insertion';
import { hole } from './snippet';
import type { Spot } from './spot';
import type { View } from './view';

/** A place that PlusAuth's errors get to, with all that is needed to handle them there. */
export interface Receiver {
  readonly failure: Failure;
  readonly names: readonly string[];
  /** What is repeated when the error says that it may help; undefined where that cannot be written. */
  readonly repeated: { readonly lines: readonly string[]; readonly leaves: boolean } | undefined;
}

/** Ready handlers, where the cursor is in the body that receives a failed call's error. */
export function handlerItems(spot: Spot, view: View, texts: Texts): Completion[] {
  const receiver = spot.kind === 'statements' ? receiverAt(spot.code, spot.around, view) : undefined;
  if (!receiver) return [];
  const { failure, repeated, names } = receiver;
  const indent = indentOf(spot, view);
  const lines = handlerLines(failure, names, view.place, hole);
  const label = view.language.templates.switchOn(`${failure.value}…`, [], view.place.style)[0]?.replace(/\s*[{:]$/, '') ?? '';
  const found: Completion[] = [
    {
      label, kind: 'handler', detail: texts.completion.handler(failure.value), note: 'PlusAuth', sortText: '~3', filterText: `${label} handler plusauth`, snippet: true,
      edit: insertion(lines, indent, spot, view),
    },
  ];
  if (repeated) {
    const again = retryLines(failure, repeated.lines, repeated.leaves, texts.completion.retryCaution, view.place);
    if (again) found.push({ label: 'retry …', kind: 'handler', detail: texts.completion.retry, note: 'PlusAuth', sortText: '~4', filterText: 'retry backoff for plusauth', snippet: true, edit: insertion(again, indent, spot, view) });
  }
  return found;
}

/** What the body of a catch, a callback for failures or a test for a failed response receives; undefined where it handles errors already. */
export function receiverAt(body: Code, around: readonly Code[], view: View): Receiver | undefined {
  if (body.kind !== 'block' || view.facts.handlers.some((h) => contains(body, h.head))) return undefined;
  const owner = around.at(-1);
  if (owner?.kind === 'try') return inCatch(body, owner, view);
  if (owner?.kind === 'function') {
    const call = around.at(-2);
    return call?.kind === 'call' ? inCallback(owner, call, view) : undefined;
  }
  return owner?.kind === 'if' && owner.then === body ? inFailedResponse(owner, view) : undefined;
}

function inCatch(body: Code, owner: Code & { kind: 'try' }, view: View): Receiver | undefined {
  const clause = owner.handlers.find((h) => h.body === body);
  const value = clause?.param?.name;
  const calls: Calls = [];
  if (!clause || value === undefined || view.origins.of(owner.body, calls) !== 'plusauth') return undefined;
  const tried = clientFor(owner.body, calls, view);
  // A failed fetch throws nothing: only what the code itself throws can be an answer of PlusAuth's.
  const source = view.source(owner.body);
  if (tried.failed && !tried.thrown?.by.test(source) && !some(owner.body, (c) => c.kind === 'throw')) return undefined;
  const client = thrownBy(tried, source);
  const waits = isAwaited(owner.body, view);
  if ((client.deferred && !waits) || view.language.idioms.plainError?.(clause.param?.type)) return undefined;
  const failure = { value, client, opaque: clause.param?.type === undefined || (view.language.idioms.opaque ?? /unknown/).test(clause.param.type), type: typeOf(calls, view), declared: clause.param?.type, caught: true };
  return { failure, names: namesFor(owner.body, calls, view), repeated: waits ? repeatedOf(owner.body, view) : undefined };
}

function inCallback(owner: Code & { kind: 'function' }, call: Code & { kind: 'call' }, view: View): Receiver | undefined {
  const { callee } = call;
  const param = owner.params[0];
  if (callee.kind !== 'member' || param?.name === undefined) return undefined;
  const rejects = (view.language.idioms.rejection.has(callee.property) && call.args[0] === owner) || (callee.property === 'then' && call.args[1] === owner);
  const calls: Calls = [];
  if (!rejects || view.origins.of(callee.object, calls) !== 'plusauth') return undefined;
  const client = clientFor(callee.object, calls, view);
  const waits = view.language.templates.mayWait(view.source(owner));
  if (client.failed || (client.deferred && !waits)) return undefined;
  const source = view.source(callee.object);
  const { templates } = view.language;
  const repeated = waits && !/[\r\n]/.test(source) ? { lines: [templates.giveBack(templates.waitFor(source), view.place.style)], leaves: true } : undefined;
  const failure = { value: param.name, client, opaque: param.type !== undefined && /unknown/.test(param.type), type: typeOf(calls, view) };
  return { failure, names: namesFor(callee.object, calls, view), repeated };
}

/** `if (!res.ok) { … }`: the response is asked. */
function inFailedResponse(owner: If, view: View): Receiver | undefined {
  let response: Code | undefined;
  some(owner.test, (c) => c.kind === 'name' && (response ??= c) !== undefined);
  const value = response && view.value(response);
  const binding = value?.subject.binding;
  if (!response || !value || value.origin !== 'plusauth' || binding?.kind !== 'variable' || !binding.init || binding.path.length > 0) return undefined;
  const condition = view.conditions.of(owner.test, value.subject.key);
  const client = clientFor(binding.init, value.calls, view);
  if (!condition.touches || condition.successIn || condition.atoms.some((a) => a.name !== undefined) || !client.failed || !isAwaited(binding.init, view)) return undefined;
  return { failure: { value: view.source(response), client, opaque: false }, names: namesFor(binding.init, value.calls, view), repeated: undefined };
}

const clientFor = (code: Code, calls: Calls, view: View): ReturnType<typeof clientOf> => clientOf(calls.length > 0 ? '' : view.source(code), view.analysis.text, view.language.clients);

/** The class of the SDK's error, if values can be asked for it here. */
export function typeOf(calls: Calls, view: View): string | undefined {
  if (calls.length === 0) return undefined;
  return [...view.environment.plusAuth].find((name) => /^PlusAuth\w*Error$/.test(name) && view.language.typing.imports(view.analysis.text, name));
}

/** The errors that the calls in a piece of code can plausibly meet. */
export function namesFor(code: Code, calls: Calls, view: View): string[] {
  const requests: [string, string | undefined][] = [];
  if (calls.length === 0) walk(code, (c) => void (c.kind === 'call' && requests.push(...requestOf(c, view))));
  return likely(calls, requests);
}

/** Method and path of a plain request: `api.post('/users')`, `fetch(url, { method: 'POST' })`. */
function requestOf(call: Code & { kind: 'call' }, view: View): [string, string | undefined][] {
  const [first] = call.args;
  const path = first?.kind === 'string' ? first.value : first?.kind === 'interpolation' ? first.text.replaceAll('\uFFFD', 'x') : undefined;
  const verb = call.callee.kind === 'member' ? call.callee.property : '';
  if (/^(?:[gG]et|[pP]ost|[pP]ut|[pP]atch|[dD]elete|[hH]ead)$/.test(verb)) return path === undefined && !first ? [] : [[verb.toLowerCase(), path]];
  // `request('POST', '/users')`
  const named = /^(?:request|send)(?:Async)?$/i.test(verb) && first?.kind === 'string' && /^[A-Z]+$/.test(first.value) ? call.args[1] : undefined;
  if (named && first?.kind === 'string') return [[first.value.toLowerCase(), named.kind === 'string' ? named.value : named.kind === 'interpolation' ? named.text.replaceAll('\uFFFD', 'x') : undefined]];
  const options = call.args.find((a) => a.kind === 'record');
  const method = options?.kind === 'record' ? options.entries.find((e) => e.key === 'method')?.value : undefined;
  const plain = view.language.clients.some((c) => c.callee.test(view.source(call.callee)));
  return plain && call.args.length > 0 ? [[method?.kind === 'string' ? method.value : 'GET', path]] : [];
}

const isAwaited = (code: Code, view: View): boolean => some(code, (c) => c.kind === 'call' && view.language.templates.isAwaited(view.text.slice(Math.max(0, c.start - 20), c.start)));

const MAX_REPEATED = 12;

/** The tried statements, to be written a second time; undefined where that would be long, or would change texts over several lines. */
function repeatedOf(body: Code, view: View): Receiver['repeated'] {
  if (body.kind !== 'block' || body.body.length === 0) return undefined;
  const first = body.body[0];
  const last = body.body.at(-1);
  if (!first || !last || some(body, (c) => (c.kind === 'string' || c.kind === 'interpolation') && /[\r\n]/.test(view.source(c)))) return undefined;
  const indent = view.place.indentAt(first.start);
  const lines = view.text.slice(first.start, last.end).split(/\r?\n/).map((line, i) => (i > 0 && line.startsWith(indent) ? line.slice(indent.length) : line));
  return lines.length <= MAX_REPEATED ? { lines, leaves: leavesAlways(body) } : undefined;
}
