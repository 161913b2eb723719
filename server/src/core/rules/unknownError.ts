import { KNOWN_OTHER_NAMES, nearestName } from '../catalog';
import { concerns, type Rule, type RuleFinding } from './rule';

/** A text compared with an error name that is nearly one of the names: the comparison never holds. */
export const unknownError: Rule = {
  code: 'unknown-error',
  severity: 'warning',
  *check({ facts, environment, texts }): Iterable<RuleFinding> {
    const seen = new Set<string>();
    for (const { atom, origin, named, others, ownNames, unit } of facts.looks) {
      if (atom.other === undefined || atom.operand.kind !== 'string' || seen.has(`${unit}:${atom.operand.start}`) || !atom.onName) continue;
      const suggestion = nearestName(atom.other);
      if (suggestion === undefined) continue;
      // Other names that are well known elsewhere say what the value is about; misspelt ones count as what they mean.
      const known = others.filter((o) => KNOWN_OTHER_NAMES.has(o)).length;
      const meant = named + others.filter((o) => nearestName(o) !== undefined).length;
      if (!concerns(origin, meant, ownNames, known, environment)) continue;
      seen.add(`${unit}:${atom.operand.start}`);
      const { operand } = atom;
      yield {
        span: operand, ...(unit !== undefined && { unit }), message: texts.finding.unknownError(atom.other, suggestion),
        fixes: () => [{ title: texts.fix.changeName(suggestion), preferred: true, edits: [{ span: operand.content, newText: suggestion, ...(unit !== undefined && { unit }) }] }],
      };
    }
  },
};
