import { removeBranch } from '../edits/remove';
import type { Atom, Branch, Handler } from '../model/handler';
import { handlerConcerns, type Rule, type RuleFinding } from './rule';

/** A branch for errors that an earlier branch of the handler has taken. */
export const unreachableBranch: Rule = {
  code: 'unreachable-branch',
  severity: 'hint',
  *check({ facts, environment, texts }): Iterable<RuleFinding> {
    for (const handler of facts.handlers) {
      if (!handlerConcerns(handler, environment)) continue;
      for (const branch of handler.branches) {
        if (!branch.unreachable) continue;
        const atom = branch.atoms[0];
        const what = atom?.name ?? atom?.status;
        if (!atom || what === undefined) continue;
        const earlier = takenBy(handler, branch, atom);
        const by = earlier?.name ?? earlier?.status;
        yield {
          span: branch.construct.kind === 'switch' ? branch.label : atom.operand, unnecessary: true,
          message: texts.finding.unreachableBranch(what, by === what ? undefined : by),
          ...(earlier && { related: [{ span: { start: earlier.operand.start, end: earlier.operand.end }, message: texts.finding.handledHere }] }),
          fixes: ({ own }) => {
            const edits = removeBranch(branch, own);
            return edits ? [{ title: texts.fix.removeBranch, preferred: true, edits }] : [];
          },
        };
      }
    }
  },
};

/** The comparison before `branch` that took what it is for. */
function takenBy(handler: Handler, branch: Branch, atom: Atom): Atom | undefined {
  for (const earlier of handler.branches) {
    if (earlier === branch) return undefined;
    if ((earlier.takes & branch.takes) !== 0) return earlier.atoms.find((a) => a.name === atom.name || a.status === atom.status) ?? earlier.atoms[0];
  }
  return undefined;
}
