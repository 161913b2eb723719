import type { Code, Switch, SwitchCase } from '../model/code';
import type { Atom } from '../model/handler';
import type { Condition, Conditions } from './condition';
import { negate } from './logic';
import { ALL_NAMES } from './names';
import type { Resolver } from './subject';

/** A case that takes whatever meets its guard. */
function guarded({ guard }: SwitchCase, key: string, conditions: Conditions): Condition {
  const condition = guard && conditions.of(guard, key);
  return condition?.touches ? condition : { ...conditions.anyOf([]), unknown: guard !== undefined };
}

/** The comparisons that a test stands for: one with a constant, or with each of a list: `when *TAKEN`. */
const testAtoms = (test: Code, subject: Code, conditions: Conditions): Atom[] => {
  const own = conditions.equality(subject, test, false, test);
  return own.length > 0 ? own : conditions.keysOf(test).atoms(subject);
};

/** A member of an enumeration that stands for whatever has none of its own, as far as its name says. */
const isRest = (test: Code): boolean => /^(?:un(?:known|expected|recogni[sz]ed|specified|defined|handled|supported|mapped)|others?|generic|default|fallback|none)(?:_?(?:error|code))?$/i.test(test.kind === 'member' ? test.property : test.kind === 'name' ? test.name : '');

export interface CaseCondition {
  readonly case: SwitchCase;
  readonly condition: Condition;
  /** It takes whatever has no member in the enumeration that a text was read as. */
  readonly rest?: boolean;
}

/** What each case of a switch says of the value `key`. */
export function caseConditions(code: Switch, key: string, conditions: Conditions, resolver: Resolver): CaseCondition[] {
  const { subject } = code;
  const known = subject !== undefined && resolver.subject(subject)?.key === key;
  const read = known ? resolver.parseOf(subject) : undefined;
  return code.cases.map((c) => {
    const [test] = c.tests;
    if (c.isDefault) return { case: c, condition: conditions.anyOf([]) };
    if (!test) return { case: c, condition: guarded(c, key, conditions) };
    if (!subject) return { case: c, condition: conditions.of(test, key) };
    // Nothing stands for all that has no member.
    if (read && c.tests.length === 1 && resolver.isNothing(test)) {
      const condition = negate(conditions.anyOf(conditions.keysOf(read.enumeration).atoms(read.text)));
      return { case: c, condition: { ...condition, atoms: [] }, rest: true };
    }
    const atoms = known ? c.tests.flatMap((t: Code) => testAtoms(t, subject, conditions)) : [];
    const condition = conditions.anyOf(atoms);
    const unknown = known && c.tests.some((t) => isRest(t) || (resolver.constant(t) === undefined && !resolver.isNothing(t) && !conditions.keysOf(t).known));
    return { case: c, condition: { ...condition, unknown, mayFail: c.guard ? ALL_NAMES : condition.mayFail } };
  });
}
