import { Origins, type Calls } from './origin';
import { entryOf } from '../catalog';
import type { Idioms } from '../languages';
import { some, sourceIn, walk, type Code, type RecordLiteral } from '../model/code';
import { contains } from '../model/span';
import type { Atom, EmptyCatch, Handler, Origin, Pair } from '../model/handler';
import { compare, type Group } from './comparisons';
import { Conditions } from './condition';
import type { Environment } from './environment';
import type { Draft } from './flow';
import { ALL_NAMES } from './names';
import { Scope, type Binding } from './scope';
import { isErrorName, Resolver } from './subject';
import { Tracer } from './tracer';

/** A look at an error value, in a handler or not. */
export interface Look {
  readonly atom: Atom;
  readonly origin: Origin;
  /** Known names of the catalogue, and all other texts, that the same value is compared with. */
  readonly named: number;
  readonly others: readonly string[];
  readonly ownNames: number;
  /** SDK calls that the value can come from. */
  readonly calls: Calls;
  /** The piece of code that the atom stands in, where that is another one. */
  readonly unit?: number;
}

/** What one piece of code shows of errors. Spans count from its start. */
export interface UnitFacts {
  readonly handlers: readonly Handler[];
  readonly looks: readonly Look[];
  readonly emptyCatches: readonly EmptyCatch[];
  readonly pairs: readonly (Pair & { readonly origin: Origin })[];
  /** Status values of objects that carry an error name. */
  readonly labelled: readonly { readonly start: number; readonly end: number; readonly status: number }[];
}

export const NO_FACTS: UnitFacts = { handlers: [], looks: [], emptyCatches: [], pairs: [], labelled: [] };

export function recogniseUnit(root: Code, text: string, environment: Environment, idioms: Idioms): UnitFacts {
  const source = sourceIn(text);
  const resolver = new Resolver(new Scope(root), environment, idioms, source);
  const conditions = new Conditions(resolver);
  const origins = new Origins(environment, source);
  const handlers: Handler[] = [];
  const looks: Look[] = [];
  const pairs: (Pair & { origin: Origin })[] = [];
  for (const group of compare(root, resolver, conditions)) {
    const calls: Calls = [];
    const origin = originOf(group, resolver, origins, calls);
    const names = new Set(group.atoms.flatMap((a) => a.name ?? []));
    const others = [...new Set(group.atoms.flatMap((a) => a.other ?? []))];
    const ownNames = [...names].filter((n) => entryOf(n)?.shared === false).length;
    for (const atom of group.atoms) if (atom.operand !== atom.compared) looks.push({ atom, origin, named: names.size, others, ownNames, calls });
    for (const { atom, unit } of group.elsewhere) looks.push({ atom, unit, origin, named: names.size, others, ownNames, calls });
    if (!isOwnStatus(group) && group.atoms.some((a) => a.name !== undefined || (a.status !== undefined && conditions.takes(a) !== 0))) {
      for (const draft of new Tracer(resolver, conditions, group.subject, group.region).run()) handlers.push(finish(draft, group, origin, calls, resolver));
    }
    pairs.push(...conjunctions(group, root, conditions, origin));
  }
  const labelled: { start: number; end: number; status: number }[] = [];
  walk(root, (code) => {
    if (code.kind === 'record') {
      const pair = pairOf(code);
      if (pair) pairs.push({ ...pair, origin: 'unknown' });
      if (pair) labelled.push({ start: pair.statusCode.start, end: pair.statusCode.end, status: pair.status });
    }
    return true;
  });
  const facts = { handlers, looks, pairs, labelled, emptyCatches: emptyCatches(root, resolver, origins) };
  return Object.values(facts).every((found) => found.length === 0) ? NO_FACTS : facts;
}

/** An object that asks for its own status is the error, or what makes one: it answers for itself. */
const isOwnStatus = ({ subject, atoms }: Group): boolean => subject.segments.length === 1 && /^(?:this|self)$/.test(subject.root) && atoms.every((a) => a.kind === 'status');

/** Where the value that a group looks at comes from; calls of PlusAuth's client are added to `calls`. */
export function originOf(group: Pick<Group, 'subject' | 'region' | 'atoms'>, resolver: Resolver, origins: Origins, calls: Calls): Origin {
  const { binding } = group.subject;
  const hints: Origin[] = [];
  const guard = some(group.region, (c) => c.kind === 'binary' && c.op === 'instanceof' && origins.of(c.right) === 'plusauth' && resolver.subject(c.left)?.key === group.subject.key);
  if (guard) hints.push('plusauth');
  if (binding?.type !== undefined) hints.push(origins.ofName(binding.type));
  const tried = binding?.kind === 'catch' ? (binding.attempt?.body ?? binding.init) : undefined;
  if (tried) hints.push(origins.of(tried, calls));
  else if (binding?.kind === 'variable' && binding.init && binding.init.kind !== 'function') hints.push(originOfValue(latest(binding, group), resolver, origins, calls));
  else if (binding?.call) hints.push(origins.of(binding.call.callee, calls));
  if (hints.includes('plusauth')) return 'plusauth';
  const compared = group.atoms[0]?.compared;
  if (compared && binding?.kind !== 'catch') hints.push(origins.of(compared));
  hints.push(origins.ofName(binding?.name ?? group.subject.root));
  for (const { code } of resolver.scope.functions) {
    if (code.start <= group.region.start && group.region.end <= code.end && code.name !== undefined) hints.push(origins.ofName(code.name));
  }
  if (hints.includes('foreign') && hints.every((h) => h !== 'plusauth')) return 'foreign';
  return hints.includes('plusauth') ? 'plusauth' : 'unknown';
}

/** What a variable was given last before it is looked at. */
const latest = (binding: Binding, { atoms }: Pick<Group, 'atoms'>): Code | undefined => binding.values.findLast((v) => v.start < (atoms[0]?.compared.start ?? 0)) ?? binding.init;

/** How far the origin of a value is followed through local variables. */
const MAX_STEPS = 3;

/** Where a value comes from; if it does not say so itself, the variables that it was made with do: `request`, `url`. */
function originOfValue(value: Code | undefined, resolver: Resolver, origins: Origins, calls: Calls, steps = MAX_STEPS): Origin {
  const own = value ? origins.of(value, calls) : 'unknown';
  if (!value || own !== 'unknown' || steps === 0) return own;
  const found = new Set<Origin>();
  walk(value, (c) => {
    const made = c.kind === 'name' ? resolver.scope.find(c.name, c.start) : undefined;
    if (made?.kind === 'variable' && made.init && made.init !== value && made.init.kind !== 'function') found.add(originOfValue(made.init, resolver, origins, calls, steps - 1));
    return c.kind !== 'function';
  });
  return found.has('plusauth') ? 'plusauth' : found.has('foreign') ? 'foreign' : 'unknown';
}

function finish(draft: Draft, group: Group, origin: Origin, calls: Calls, resolver: Resolver): Handler {
  const atoms = draft.branches.flatMap((b) => b.atoms);
  const expression = (kind: Atom['kind']): string | undefined => {
    const atom = atoms.find((a) => a.kind === kind && (a.name !== undefined || a.status !== undefined));
    return atom && resolver.source(atom.compared);
  };
  const lookup = draft.constructs.find((c) => c.form === 'table');
  const { binding } = group.subject;
  // A function of the error that only says yes or no.
  const answers = binding?.kind === 'param' && draft.branchesThatAct === 0 && draft.results.length > 0 && draft.results.every((r) => /^(?:true|false)$/i.test(r));
  const table = lookup?.form === 'table' ? lookup.lookup : undefined;
  const index = table && (table.kind === 'index' ? table.index : table.args[0]);
  const name = expression('name') ?? (index && resolver.source(index));
  const status = expression('status');
  const swallows = draft.lost !== 0 && draft.emptyFallback !== undefined;
  return {
    constructs: draft.constructs, head: draft.head, branches: draft.branches, handled: draft.handled,
    missing: draft.missing & ~draft.handled & ALL_NAMES, deferred: (draft.deferred | draft.lost) & ~draft.handled & ~draft.missing,
    swallowedBy: swallows ? draft.emptyFallback : undefined, silent: draft.unknown || answers, origin,
    hasNames: atoms.some((a) => a.name !== undefined) || lookup !== undefined,
    value: binding && binding.path.length > 0 ? '' : group.subject.root,
    ofMembers: atoms.some((a) => !a.parsed && resolver.parseOf(a.compared) !== undefined),
    nameExpression: name, statusExpression: status, calls, successPossible: draft.success, throwable: isThrowable(binding, name ?? status ?? '', resolver.idioms),
    caught: isCaughtIn(group.region, binding), results: group.region.kind === 'function' ? group.region.results : undefined,
  };
}

/** Whether the clause that caught a value is part of the code. */
export const isCaughtIn = (region: Code, binding: Binding | undefined): boolean => binding?.kind === 'catch' && binding.attempt !== undefined && contains(region, binding.declaration);

/** Whether the variable holds an error itself, to be passed on; `compared` is how it is looked at. */
export function isThrowable(binding: Binding | undefined, compared: string, idioms: Idioms): boolean {
  if (!binding || binding.path.length > 0) return binding?.kind === 'catch';
  if (binding.kind === 'catch') return true;
  if (binding.kind === 'param') return idioms.throwable?.(binding.name, binding.type, compared) ?? true;
  if (idioms.errorsAreValues !== true) return false;
  return binding.type === undefined ? binding.name === 'err' || (binding.results !== undefined && isErrorName(binding.name)) : (idioms.throwable?.(binding.name, binding.type, compared) ?? true);
}

/** Names and statuses joined by "and" on one value. */
function conjunctions(group: Group, root: Code, conditions: Conditions, origin: Origin): (Pair & { origin: Origin })[] {
  const found: (Pair & { origin: Origin })[] = [];
  walk(root, (code) => {
    if (code.kind !== 'logical' || code.op !== 'and') return code.kind !== 'function' || code === root || code.start <= group.region.start;
    const operands: Code[] = [];
    const flatten = (c: Code): void => (c.kind === 'logical' && c.op === 'and' ? (flatten(c.left), flatten(c.right)) : void operands.push(c));
    flatten(code);
    const atoms = operands.flatMap((o) => (o.kind === 'binary' && o.op === 'eq' ? conditions.of(o, group.subject.key).atoms : []));
    const name = atoms.find((a) => a.name !== undefined && !a.negated);
    const status = atoms.find((a) => a.status !== undefined && !a.negated);
    if (name?.name !== undefined && status?.status !== undefined) found.push({ name: name.name, status: status.status, nameCode: name.operand, statusCode: status.operand, origin });
    return false;
  });
  return found;
}

/** A name and a status in one object: `{ error: 'already_exists', status: 409 }`. */
function pairOf(record: RecordLiteral): Pair | undefined {
  const name = record.entries.find((e) => e.key !== undefined && /^(?:error|error_?code|error_?name|code|name)$/i.test(e.key) && e.value?.kind === 'string' && entryOf(e.value.value))?.value;
  const status = record.entries.find((e) => e.key !== undefined && /^(?:http_?)?status(?:_?code)?$/i.test(e.key))?.value;
  const number = status?.kind === 'number' ? status.value : status?.kind === 'string' && /^[1-5]\d\d$/.test(status.value) ? Number(status.value) : undefined;
  if (name?.kind !== 'string' || !status || number === undefined) return undefined;
  return { name: name.value, status: number, nameCode: name, statusCode: status };
}

const LOGS = /^(?:this\.|self\.|@)?_*(?:console|log|logger|logging|Rails\.logger)\.\w+$|^(?:print|puts|pp)$/i;
/** Types of caught errors among which PlusAuth's can be: a clause for others does not catch it. */
const CATCHES_OURS = /plus_?auth|dio|flurl|api|rest|http|client|feign|retrofit|request|response|fetch|(?:^|[.\\|]\s*)(?:(?:Base|Std|Standard|Runtime)?(?:Exception|Error)|Throwable|any|unknown|object|_|[A-Z])$/i;

function emptyCatches(root: Code, resolver: Resolver, origins: Origins): EmptyCatch[] {
  const found: EmptyCatch[] = [];
  const kind = (body: Code): 'empty' | 'log' | undefined => {
    if (body.kind === 'block') {
      if (body.body.length === 0) return body.commented ? undefined : 'empty';
      return body.body.every((s) => s.kind === 'expression' && s.expression.kind === 'call' && LOGS.test(resolver.called(s.expression.callee))) ? 'log' : undefined;
    }
    return /^(?:undefined|void 0|\{\s*\})$/.test(resolver.source(body)) ? 'empty' : undefined;
  };
  // Where the tried code always leaves, what follows it is reached by failures alone: that is their handling.
  const followed = new Set<Code>();
  walk(root, (code) => {
    if (code.kind === 'block') code.body.forEach((s, i) => s.kind === 'try' && i < code.body.length - 1 && leaves(s.body) && followed.add(s));
    return true;
  });
  walk(root, (code) => {
    const calls: Calls = [];
    if (code.kind === 'try') {
      // The first clause that PlusAuth's errors get into, whatever others are there.
      const handler = code.handlers.find((h) => h.param?.type === undefined || CATCHES_OURS.test(h.param.type));
      const what = handler && kind(handler.body);
      if (handler && what && !handler.filter && !followed.has(code) && some(code.body, (c) => c.kind === 'call') && origins.of(code.body, calls) === 'plusauth') {
        found.push({ head: handler.head, body: handler.body, param: handler.param?.name, type: handler.param?.type, logOnly: what === 'log', isCallback: false, results: resolver.scope.functionAt(code.start)?.results, calls });
      }
    } else if (code.kind === 'call' && code.callee.kind === 'member' && resolver.idioms.rejection.has(code.callee.property)) {
      const callback = code.args[0];
      const what = callback?.kind === 'function' && callback.body ? kind(callback.body) : undefined;
      if (callback?.kind === 'function' && callback.body && what && origins.of(code.callee.object, calls) === 'plusauth') {
        found.push({ head: code.callee.propertySpan, body: callback.body, param: callback.params[0]?.name, type: callback.params[0]?.type, logOnly: what === 'log', isCallback: true, results: callback.results, calls });
      }
    }
    return true;
  });
  return found;
}

const leaves = (code: Code): boolean => {
  const last = code.kind === 'block' ? code.body.at(-1) : code;
  return last?.kind === 'return' || last?.kind === 'throw' || last?.kind === 'continue';
};
