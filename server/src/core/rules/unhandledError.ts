import { addBranches, addFallback, labelled, statusesOf } from '../edits/branches';
import { byLikelihood, plausibleErrors, type Weight } from '../catalog';
import type { Fix } from '../model/finding';
import type { Handler } from '../model/handler';
import { namesOf, setOf } from '../recognise/names';
import { canJudge, type Places, type Rule, type RuleFinding } from './rule';
import type { FixTexts } from '../texts';

const SHOWN = 3;
const WEIGHTS: readonly Weight[] = ['high', 'medium', 'general'];

/** Errors that a handler lets vanish: no branch names them and no fallback receives them. */
export const unhandledError: Rule = {
  code: 'unhandled-error',
  severity: 'warning',
  *check({ facts, environment, settings, texts }): Iterable<RuleFinding> {
    for (const handler of facts.handlers) {
      if (!canJudge(handler, environment)) continue;
      const strict = settings.strict ? handler.deferred : 0;
      const names = namesOf(handler.missing | strict).sort(bySuspicion(handler));
      if (names.length === 0) continue;
      const shown = names.length <= SHOWN + 1 ? names : names.slice(0, SHOWN);
      const what = { names: shown, more: names.length - shown.length, everything: handler.handled === 0 };
      const table = handler.constructs.find((c) => c.form === 'table');
      const declared = table?.form === 'table' ? table.declared : undefined;
      yield {
        span: declared?.nameSpan ?? handler.head, missing: names,
        message: handler.missing ? texts.finding.unhandledError(what) : texts.finding.onlyFallback(what),
        ...(declared && { unit: declared.unit }),
        ...(table?.form === 'table' && { related: [{ span: { start: table.lookup.start, end: table.lookup.end }, message: texts.finding.lookedUpHere }] }),
        fixes: (places) => fixes(handler, names, places, texts.fix),
      };
    }
  },
};

/** Orders names by what the handler's calls suggest first, then by what is met most. */
function bySuspicion(handler: Handler): (a: string, b: string) => number {
  const weight = new Map<string, number>();
  for (const [service, method] of handler.calls) for (const error of plausibleErrors(service, method)) weight.set(error.name, Math.min(weight.get(error.name) ?? 9, WEIGHTS.indexOf(error.weight)));
  return (a, b) => (weight.get(a) ?? WEIGHTS.length) - (weight.get(b) ?? WEIGHTS.length) || byLikelihood(a, b);
}

function fixes(handler: Handler, names: readonly string[], places: Places, texts: FixTexts): Fix[] {
  const found: Fix[] = [];
  const offer = (title: string, edits: Fix['edits'] | undefined): void => {
    if (edits) found.push({ title, edits, ...(found.length === 0 && { preferred: true }) });
  };
  // PlusAuth's list is of common errors: what is added by name still needs somebody to receive the rest.
  const withFallback = handler.missing !== 0;
  if (withFallback) offer(texts.addFallback(handler.constructs.some((c) => c.form === 'markup') ? 'report' : 'rethrow'), addFallback(handler, places));
  if (handler.ofMembers) return found;
  offer(texts.addAllMissing(names.length), addBranches(handler, names, 'name', withFallback, places));
  const statuses = statusesOf(names.filter((n) => !hasStatusBranch(handler, n)));
  if (handler.statusExpression !== undefined && statuses.length > 0) offer(texts.addByStatus(statuses.length), addBranches(handler, names, 'status', withFallback, places));
  if (names.length > 1) for (const name of names) offer(texts.addOne(labelled(name)), addBranches(handler, [name], 'name', withFallback, places));
  return found;
}

/** Whether a branch on the name's status exists already. */
const hasStatusBranch = (handler: Handler, name: string): boolean => handler.branches.some((b) => b.atoms.some((a) => a.kind === 'status') && (b.takes & setOf(name)) !== 0);
