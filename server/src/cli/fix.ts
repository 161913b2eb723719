import { applyEdits, type Edit } from '../core/model/edit';
import type { Finding, FindingCode, Fix } from '../core/model/finding';

/** One fix that was applied. */
export interface Fixed {
  readonly code: FindingCode;
  readonly title: string;
}

/** A fix may uncover a finding that has one itself; this many rounds are enough for all that do, and stop what would go on for ever. */
const MOST_ROUNDS = 10;

const preferredFix = (finding: Finding): Fix | undefined => finding.fixes().find((fix) => fix.preferred === true);

/**
 * Applies preferred fixes until there are none. Of fixes that touch one another the first in the text is applied, the others in the next round.
 * @param diagnose the findings of a text
 */
export async function fixText(
  original: string,
  diagnose: (text: string) => Promise<readonly Finding[]>,
): Promise<{ readonly text: string; readonly findings: readonly Finding[]; readonly fixed: readonly Fixed[] }> {
  let text = original;
  let findings = await diagnose(text);
  const fixed: Fixed[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen: Edit[] = [];
    const done: Fixed[] = [];
    for (const finding of findings) {
      const fix = preferredFix(finding);
      if (!fix || fix.edits.length === 0 || fix.edits.some((edit) => chosen.some((other) => touch(edit, other)))) continue;
      chosen.push(...fix.edits);
      done.push({ code: finding.code, title: fix.title });
    }
    const next = applyEdits(text, chosen);
    if (next === text) break;
    text = next;
    fixed.push(...done);
    findings = await diagnose(text);
  }
  return { text, findings, fixed };
}

const touch = (a: Edit, b: Edit): boolean => a.span.start <= b.span.end && b.span.start <= a.span.end;
