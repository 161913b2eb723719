import { addFallback } from '../edits/branches';
import { fillCatch } from '../edits/fillCatch';
import { handlerConcerns, type Rule, type RuleFinding } from './rule';

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
      if (!handlerConcerns(handler, environment)) continue;
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
