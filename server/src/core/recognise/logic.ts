import type { Atom } from '../model/handler';
import { ALL_NAMES, type NameSet } from './names';

/** What a condition says of one error value. */
export interface Condition {
  /** Errors for which it may hold; every one where it says nothing of the value. */
  readonly takes: NameSet;
  /** Errors it leaves, if a branch with an extra condition counts as taking all it names. */
  readonly leaves: NameSet;
  /** Errors for which it may fail in truth. */
  readonly mayFail: NameSet;
  /** Whether a success can get in, or past it. */
  readonly successIn: boolean;
  readonly successPast: boolean;
  readonly atoms: readonly Atom[];
  /** It looks at the value. */
  readonly touches: boolean;
  /** It looks at the value in a way that cannot be understood. */
  readonly unknown: boolean;
}

export const NEUTRAL: Condition = { takes: ALL_NAMES, leaves: ALL_NAMES, mayFail: ALL_NAMES, successIn: true, successPast: true, atoms: [], touches: false, unknown: false };
/** Holds for every failure, and for no success. */
export const FAILED: Condition = { ...NEUTRAL, leaves: 0, mayFail: 0, successIn: false, touches: true };
/** Holds for failures of another kind only. */
export const NOT_OURS: Condition = { ...NEUTRAL, takes: 0, successIn: false, touches: true };
export const SUCCEEDED: Condition = { ...NEUTRAL, takes: 0, successPast: false, touches: true };
export const UNKNOWN: Condition = { ...NEUTRAL, touches: true, unknown: true };

export function negate(c: Condition): Condition {
  if (!c.touches) return NEUTRAL;
  const atoms = c.atoms.map((a) => ({ ...a, negated: !a.negated }));
  // What says nothing of the errors says nothing the other way round.
  const silent = atoms.length === 0 && c.takes === ALL_NAMES && c.leaves === ALL_NAMES;
  return { ...c, takes: c.mayFail, leaves: silent ? ALL_NAMES : ALL_NAMES & ~c.mayFail & c.takes, mayFail: c.takes, successIn: c.successPast, successPast: c.successIn, atoms };
}

export function and(a: Condition, b: Condition): Condition {
  // What holds for none of the errors holds for none of them under a further condition.
  const none = [a, b].find((c) => c.touches && !c.unknown && c.takes === 0 && c.atoms.length === 0);
  if (none) return { ...none, leaves: ALL_NAMES, mayFail: ALL_NAMES, successPast: true };
  if (!a.touches || !b.touches) {
    const one = a.touches ? a : b;
    // The other operand may fail for any error.
    return one.touches ? { ...one, mayFail: ALL_NAMES, successPast: true } : NEUTRAL;
  }
  // An operand that only asks for the value's shape does not hide what the other one says.
  const informative = a.atoms.length > 0 || b.atoms.length > 0;
  const unknown = (a.unknown && b.atoms.length === 0) || (b.unknown && a.atoms.length === 0);
  const extra = a.unknown !== b.unknown || (informative && (a.takes === ALL_NAMES && a.leaves === ALL_NAMES) !== (b.takes === ALL_NAMES && b.leaves === ALL_NAMES));
  const other = (c: Condition): boolean => c.atoms.length > 0 && c.takes === 0;
  let takes = a.takes & b.takes;
  if (takes === 0 && a.takes !== 0 && b.takes !== 0) takes = a.atoms.some((x) => x.kind === 'name') ? a.takes : b.takes;
  if (other(a) && b.atoms.length > 0) takes = b.takes;
  if (other(b) && a.atoms.length > 0) takes = a.takes;
  const leaves = ALL_NAMES & ~takes;
  return { takes, leaves: a.takes === ALL_NAMES && b.takes === ALL_NAMES ? a.leaves | b.leaves : leaves, mayFail: extra ? ALL_NAMES : a.mayFail | b.mayFail, successIn: a.successIn && b.successIn, successPast: a.successPast || b.successPast, atoms: [...a.atoms, ...b.atoms], touches: true, unknown };
}

export function or(a: Condition, b: Condition): Condition {
  if (!a.touches || !b.touches) return a.touches ? a : b;
  // `!e.error || e.error === 'x'`: a look that says nothing by itself does not widen the other.
  if (a.atoms.length > 0 !== b.atoms.length > 0) {
    const [named, plain] = a.atoms.length > 0 ? [a, b] : [b, a];
    if (plain.takes === ALL_NAMES && plain.leaves === ALL_NAMES) return { ...named, unknown: named.unknown || plain.unknown };
  }
  const takes = a.takes | b.takes;
  return { takes, leaves: a.leaves & b.leaves, mayFail: a.mayFail & b.mayFail, successIn: a.successIn || b.successIn, successPast: a.successPast && b.successPast, atoms: [...a.atoms, ...b.atoms], touches: true, unknown: a.unknown || b.unknown };
}
