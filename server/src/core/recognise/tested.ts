import { some, walk, type Code } from '../model/code';
import { caseConditions } from './cases';
import type { Conditions } from './condition';
import type { Resolver } from './subject';

/** Statements that can stand in the place of an expression. */
export const VALUES: ReadonlySet<Code['kind']> = new Set(['if', 'switch', 'try', 'block']);

/** Where code branches on one error value. */
export class Tested {
  private readonly known = new Map<Code, boolean>();

  constructor(
    private readonly key: string,
    private readonly conditions: Conditions,
    private readonly resolver: Resolver,
  ) {}

  /** Whether code branches on the value anywhere. */
  in(code: Code): boolean {
    let known = this.known.get(code);
    if (known === undefined) this.known.set(code, (known = this.find(code)));
    return known;
  }

  private find(code: Code): boolean {
    return some(code, (c) => {
      if (c.kind === 'if' || c.kind === 'conditional') return this.conditions.subjects(c.test).some((s) => s.key === this.key);
      if (c.kind === 'switch') return caseConditions(c, this.key, this.conditions, this.resolver).some((e) => e.condition.atoms.length > 0);
      if (c.kind === 'logical') return this.conditions.subjects(c).some((s) => s.key === this.key);
      return (c.kind === 'index' || c.kind === 'call') && this.conditions.subjects(c).some((s) => s.key === this.key);
    });
  }

  /** Statements in the place of expressions that branch on it. */
  statementsIn(code: Code): readonly Code[] {
    const found: Code[] = [];
    walk(code, (c) => {
      if (c.kind === 'function' || c.kind === 'markup') return false;
      if (!VALUES.has(c.kind) && c.kind !== 'return' && c.kind !== 'throw') return true;
      if (this.in(c)) found.push(c);
      return false;
    });
    return found;
  }
}
