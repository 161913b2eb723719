import { isUndocumentedStatus, meantStatus, statusLike } from '../catalog';
import type { Span } from '../model/span';
import type { Look } from '../recognise/unit';
import { lookConcerns, type Rule, type RuleFinding } from './rule';

/** A value that is compared with this many statuses nobody documents is read by a table of HTTP's statuses. */
const TABLE = 4;

/** What is compared with HTTP's statuses in general, as written. */
function ofHttp(looks: readonly Look[], source: (span: Span) => string): ReadonlySet<string> {
  const statuses = new Map<string, Set<number>>();
  for (const { atom } of looks) {
    if (atom.status === undefined || !isUndocumentedStatus(atom.status)) continue;
    const compared = source(atom.compared);
    statuses.set(compared, (statuses.get(compared) ?? new Set()).add(atom.status));
  }
  return new Set([...statuses].filter(([, own]) => own.size >= TABLE).map(([compared]) => compared));
}

/** A branch on a status that no documented error has. */
export const undocumentedStatus: Rule = {
  code: 'undocumented-status',
  severity: 'hint',
  *check({ facts, environment, texts, source }): Iterable<RuleFinding> {
    const seen = new Set<number>();
    const inGeneral = ofHttp(facts.looks, source);
    for (const look of facts.looks) {
      const { status, operand } = look.atom;
      // Said once: beside a name that cannot have it, the mismatch is what is said.
      if (facts.pairs.some((p) => p.statusCode.start === operand.start)) continue;
      if (status === undefined || !isUndocumentedStatus(status) || seen.has(operand.start) || inGeneral.has(source(look.atom.compared))) continue;
      // A bound of a range (`< 500`) is no status that is branched on.
      if (look.atom.span === operand && operand.kind === 'number' && look.atom.compared.start < operand.start && look.atom.negated) continue;
      if (look.named === 0 ? look.origin === 'foreign' || (look.origin === 'unknown' && !environment.fileSpeaks) : !lookConcerns(look, environment)) continue;
      seen.add(operand.start);
      const meant = meantStatus(status);
      const span = operand.kind === 'string' ? operand.content : { start: operand.start, end: operand.end };
      const newText = meant && statusLike(meant.status, source(span));
      yield {
        span: { start: operand.start, end: operand.end }, message: texts.finding.undocumentedStatus(status, meant),
        // Where the right status has a branch of its own, the wrong one cannot become it.
        fixes: () => (meant && newText !== undefined && !facts.looks.some((l) => l.atom.status === meant.status && source(l.atom.compared) === source(look.atom.compared)) ? [{ title: texts.fix.changeStatus(meant.status), preferred: true, edits: [{ span, newText }] }] : []),
      };
    }
  },
};
