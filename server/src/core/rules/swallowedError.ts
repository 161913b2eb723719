import { addFallback } from '../edits/branches';
import { fillCatch } from '../edits/fillCatch';
import { KNOWN_OTHER_NAMES } from '../catalog';
import { concerns, type Rule, type RuleFinding } from './rule';

/** Code that receives errors and does nothing with them. */
export const swallowedError: Rule = {
  code: 'swallowed-error',
  severity: 'information',
  *check({ facts, environment, settings, texts }): Iterable<RuleFinding> {
    for (const empty of facts.emptyCatches) {
      if (empty.logOnly && !settings.strict) continue;
      yield {
        span: empty.head, message: texts.finding.swallowedError(empty.logOnly ? 'logOnly' : 'catch'),
        fixes: ({ own: place }) => {
          const rethrow = fillCatch(empty, 'rethrow', place);
          const handler = empty.logOnly ? undefined : fillCatch(empty, 'handler', place);
          return [...(rethrow ? [{ title: texts.fix.rethrow, preferred: true, edits: rethrow }] : []), ...(handler ? [{ title: texts.fix.insertHandler, edits: handler }] : [])];
        },
      };
    }
    for (const handler of facts.handlers) {
      if (handler.silent || !handler.swallowedBy || handler.missing !== 0) continue;
      const names = new Set(handler.branches.flatMap((b) => b.atoms.flatMap((a) => a.name ?? [])));
      const others = new Set(handler.branches.flatMap((b) => b.atoms.flatMap((a) => (a.other !== undefined && KNOWN_OTHER_NAMES.has(a.other) ? [a.other] : []))));
      if (!concerns(handler.origin, Math.max(1, names.size), 0, others.size, environment)) continue;
      yield {
        span: handler.swallowedBy, message: texts.finding.swallowedError('fallback'),
        fixes: (places) => {
          const edits = addFallback(handler, places);
          return edits ? [{ title: texts.fix.addFallback('rethrow'), preferred: true, edits }] : [];
        },
      };
    }
  },
};
