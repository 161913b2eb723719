import { bodyOf, some, type Code } from '../model/code';
import { contains } from '../model/span';
import type { Condition, Conditions } from './condition';
import { narrow, receive, type Reach } from './flow';
import { ALL_NAMES } from './names';
import { LEAVES, type Resolver } from './subject';

/** Where the text of one error value is read as a member of an enumeration, and thrown where that has none. */
export class Parses {
  private readonly loud: readonly { readonly code: Code; readonly enumeration: Code }[];

  constructor(
    key: string,
    region: Code,
    private readonly conditions: Conditions,
    resolver: Resolver,
  ) {
    const around = region.kind === 'function' ? region : undefined;
    this.loud = resolver.scope.parses.flatMap((code) => {
      const read = contains(region, code) && resolver.scope.functionAt(code.start) === around ? resolver.parse(code) : undefined;
      // What is thrown in an attempt may be caught there, and go on with the rest.
      const goesOn = (c: Code): boolean => c.kind === 'try' && contains(c.body, code) && c.handlers.some((h) => !LEAVES.has(h.body.body.at(-1)?.kind ?? 'block'));
      return read?.loud && resolver.subject(read.text)?.key === key && !some(region, goesOn) ? [{ code, enumeration: read.enumeration }] : [];
    });
  }

  /** What goes on behind code: errors without a member went to whoever catches what is thrown. */
  behind(code: Code | undefined, flow: Reach): Reach {
    let after = flow;
    for (const read of this.loud) {
      if (!after || !code || !contains(code, read.code)) continue;
      const { names } = this.conditions.keysOf(read.enumeration);
      const thrown = narrow(after, ALL_NAMES & ~names, ALL_NAMES & ~names, false);
      if (thrown) receive(thrown);
      after = narrow(after, names, names, after.success);
    }
    return after;
  }
}

/** An `if` that sends away what has no member, and decides on nothing else: `if (code === null) throw e;` */
export const isParseGuard = (whole: Code, { atoms }: Condition): boolean => whole.kind === 'if' && !whole.otherwise && atoms.every((a) => a.parsed && a.negated) && LEAVES.has(bodyOf(whole.then).at(-1)?.kind ?? 'block');
