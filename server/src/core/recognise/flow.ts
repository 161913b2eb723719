import type { Span } from '../model/span';
import type { Branch, Construct } from '../model/handler';
import { bodyOf, type Code } from '../model/code';
import { ALL_NAMES, type NameSet } from './names';

/** A handler while it is being found. */
export interface Draft {
  readonly constructs: Construct[];
  head: Span;
  readonly branches: Branch[];
  handled: NameSet;
  missing: NameSet;
  deferred: NameSet;
  /** What is lost in an empty fallback, and where that is. */
  lost: NameSet;
  emptyFallback: Span | undefined;
  unknown: boolean;
  /** What its branches give back, as written: to tell an answer from a handler. */
  readonly results: string[];
  branchesThatAct: number;
  /** Variables that branches overwrite. */
  readonly overwritten: Set<string>;
  /** A success can reach it too. */
  success: boolean;
}

/** Errors that a handler has let pass, on their way to a fallback or to nowhere. */
interface Open {
  readonly draft: Draft;
  readonly names: NameSet;
  /** They went through an empty fallback. */
  readonly lost: boolean;
}

/** What reaches a point of the code: errors not handled yet, errors handled, success. Undefined where nothing does. */
export interface Flow {
  /** Errors the value can be here. */
  readonly possible: NameSet;
  /** Errors that no handler has decided on. */
  readonly fresh: NameSet;
  readonly open: readonly Open[];
  /** Errors that a branch has handled come along here too. */
  readonly handled: boolean;
  readonly success: boolean;
  /** The error was reported before anything branched on it. */
  readonly reported: boolean;
}

export type Reach = Flow | undefined;

/** A value that has just come into being: every error is possible. */
export const newborn = (success: boolean): Flow => ({ possible: ALL_NAMES, fresh: ALL_NAMES, open: [], handled: false, success, reported: false });

export function join(a: Reach, b: Reach): Reach {
  if (!a || !b) return a ?? b;
  const open: Open[] = [];
  for (const entry of [...a.open, ...b.open]) {
    const same = open.findIndex((o) => o.draft === entry.draft && o.lost === entry.lost);
    const found = open[same];
    if (found) open[same] = { ...found, names: found.names | entry.names };
    else open.push(entry);
  }
  return { possible: a.possible | b.possible, fresh: a.fresh | b.fresh, open, handled: a.handled || b.handled, success: a.success || b.success, reported: a.reported && b.reported };
}

/** Whether only errors that no branch named get here. */
export const onlyUnnamed = (flow: Flow): boolean => flow.open.length > 0 && !flow.handled && !flow.success;

/** Takes `dealtWith` and `undecided` out of what is open; the latter are for whoever tests next. */
export const exclude = (flow: Flow, dealtWith: NameSet, undecided: NameSet): Flow => ({
  ...flow, fresh: flow.fresh | undecided, handled: flow.handled || dealtWith !== 0,
  open: flow.open.map((o) => ({ ...o, names: o.names & ~dealtWith & ~undecided })).filter((o) => o.names !== 0),
});

/** Keeps of the undecided errors only those in `names`. */
export function narrow(flow: Flow, names: NameSet, possible: NameSet, success: boolean): Reach {
  const next: Flow = {
    ...flow, possible: flow.possible & possible, fresh: flow.fresh & names, success: flow.success && success,
    open: flow.open.map((o) => ({ ...o, names: o.names & names })).filter((o) => o.names !== 0),
  };
  return next.possible === 0 && !next.success && !next.handled ? undefined : next;
}

/** The draft takes over all errors that nobody has decided on. */
export function adopt(flow: Flow, draft: Draft): Flow {
  draft.success ||= flow.success;
  if (flow.fresh === 0) return flow;
  if (flow.reported) {
    draft.deferred |= flow.fresh;
    return { ...flow, fresh: 0 };
  }
  const open = flow.open.some((o) => o.draft === draft && !o.lost)
    ? flow.open.map((o) => (o.draft === draft && !o.lost ? { ...o, names: o.names | flow.fresh } : o))
    : [...flow.open, { draft, names: flow.fresh, lost: false }];
  return { ...flow, fresh: 0, open };
}

/** Somebody receives the open errors: they are not silent. */
export function receive(flow: Flow): Flow {
  for (const { draft, names } of flow.open) draft.deferred |= names;
  return { ...flow, open: [], reported: true, handled: true };
}

/** The open errors end here without a trace. */
export function vanish(flow: Flow): void {
  for (const { draft, names, lost } of flow.open) {
    if (lost) draft.lost |= names;
    else draft.missing |= names;
  }
}

/** The open errors went into an empty fallback; what comes after may still receive them. */
export function lose(flow: Flow, draft: Draft | undefined, at: Span): Flow {
  if (draft) draft.emptyFallback ??= at;
  return { ...flow, open: flow.open.map((o) => ({ ...o, lost: true })) };
}

export const newDraft = (construct: Construct, head: Span): Draft => ({
  constructs: [construct], head, branches: [], handled: 0, missing: 0, deferred: 0, lost: 0, emptyFallback: undefined, unknown: false, results: [], branchesThatAct: 0, overwritten: new Set(), success: false,
});

/** Whether code holds nothing that runs. */
export function isEmpty(code: Code | undefined): boolean {
  return code === undefined || (code.kind === 'block' && code.body.every((c) => c.kind === 'break' || isEmpty(c)));
}
export const isCommented = (code: Code | undefined): boolean => code?.kind === 'block' && (code.commented || code.body.some(isCommented));

/** Whether a chain of pieces of user interface shows something whatever its conditions say. */
export function showsElse(code: Code): boolean {
  let last: Code | undefined = code;
  while (last?.kind === 'if') last = last.otherwise;
  return last !== code && last?.kind === 'markup';
}

export const endsInBreak = (body: readonly Code[]): boolean => body.at(-1)?.kind === 'break' || (body.at(-1)?.kind === 'block' && endsInBreak(bodyOf(body.at(-1) as Code)));
/** An `if` that only leaves, before anything was decided: what it reports says nothing of what goes on. */
export const leavesAside = (code: Code, flow: Flow): boolean =>
  flow.open.length === 0 && code.kind === 'if' && !code.otherwise && ['return', 'throw'].includes(bodyOf(code.then).at(-1)?.kind ?? '');
