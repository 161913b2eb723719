import { KNOWN_OTHER_NAMES, nearestName } from '../catalog';
import { concerns, type Rule, type RuleFinding } from './rule';

/** A text compared with an error name that is nearly one of the names: the comparison never holds. */
export const unknownError: Rule = {
  code: 'unknown-error',
  severity: 'warning',
  *check({ facts, environment, texts, source }): Iterable<RuleFinding> {
    const seen = new Set<number>();
    for (const { atom, origin, named, others, ownNames } of facts.looks) {
      if (atom.other === undefined || atom.operand.kind !== 'string' || seen.has(atom.operand.start)) continue;
      const suggestion = nearestName(atom.other);
      if (suggestion === undefined) continue;
      // Other names that are well known elsewhere say what the value is about; misspelt ones count as what they mean.
      const known = others.filter((o) => KNOWN_OTHER_NAMES.has(o)).length;
      const meant = named + others.filter((o) => nearestName(o) !== undefined).length;
      if (!concerns(origin, meant, ownNames, known, environment)) continue;
      seen.add(atom.operand.start);
      const { operand } = atom;
      yield {
        span: operand, message: texts.finding.unknownError(atom.other, suggestion),
        fixes: () => [{ title: texts.fix.changeName(suggestion), preferred: true, edits: [{ span: source(operand) === atom.other ? operand : operand.content, newText: suggestion }] }],
      };
    }
  },
};
