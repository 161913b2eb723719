import assert from 'node:assert/strict';
import type { Finding, FindingCode, Fix } from '../../server/src/core/model/finding';
import type { Edit } from '../../server/src/core/model/edit';
import { applyEdits } from '../../server/src/core/model/edit';
import type { CheckOptions } from './document';
import { findingsOf } from './document';
import { syntaxErrors } from './frontEnds';
import { dedent, parseMarked, withCrLf } from './marked';

export interface ExpectedFix {
  readonly code: FindingCode;
  /** Which fix; the preferred one, or else the first, when left out. */
  readonly title?: RegExp;
}

/**
 * Applies a fix of the first finding with this code (and, if one is marked, at the mark): the result equals `after` if that is given,
 * it parses, the finding is gone and no new one came. Returns the result.
 */
export async function checkFix(source: string, wanted: ExpectedFix, after?: string, options: CheckOptions = {}): Promise<string> {
  const marked = parseMarked(source);
  const result = await applyFix(marked.text, wanted, options);
  if (after !== undefined) assert.equal(result, dedent(after));
  const crlf = await applyFix(withCrLf(marked).text, wanted, options);
  assert.equal(crlf, result.replaceAll('\n', '\r\n'), 'The fix of the same text with CRLF differs in more than line endings.');
  return result;
}

async function applyFix(text: string, wanted: ExpectedFix, options: CheckOptions): Promise<string> {
  const findings = await findingsOf(text, options);
  const finding = findings.find((candidate) => candidate.code === wanted.code);
  assert.ok(finding, `Expected a ${wanted.code} to fix, found ${findings.map(({ code }) => code).join(', ') || 'nothing'}.`);
  const fixes = finding.fixes();
  const { title } = wanted;
  const fix = title ? fixes.find((candidate) => title.test(candidate.title)) : (fixes.find(({ preferred }) => preferred) ?? fixes[0]);
  assert.ok(fix, `Expected a fix ${String(title ?? '')} among ${JSON.stringify(fixes.map((candidate) => candidate.title))}.`);
  return checkOneFix(text, findings, finding, fix, options);
}

/** Applies one fix: the result parses, the finding is gone and no new one came. Returns the result. */
export async function checkOneFix(text: string, findings: readonly Finding[], finding: Finding, fix: Fix, options: CheckOptions): Promise<string> {
  const result = applyEdits(text, fix.edits);
  const describe = `\n\nAfter "${fix.title}":\n${result}`;
  assert.notEqual(result, text, `The fix "${fix.title}" changes nothing.`);
  assert.deepEqual(await syntaxErrors(result, options.languageId), [], `The fixed code does not parse.${describe}`);
  const others = findings.filter((other) => other !== finding);
  for (const left of await findingsOf(result, options)) {
    if (options.settings?.strict && isLessOf(finding, left)) continue;
    const index = others.findIndex((other) => other.code === left.code && mayMoveTo(other.span.start, left.span.start, fix.edits));
    assert.ok(index >= 0, `The fixed code still has or newly has ${left.code}: ${left.message}${describe}`);
    others.splice(index, 1);
  }
  return result;
}

/** In strict mode one branch more leaves the other names to be reported: fewer of them. */
const isLessOf = (before: Finding, after: Finding): boolean =>
  before.code === 'unhandled-error' &&
  after.code === before.code &&
  after.missing !== undefined &&
  after.missing.length < (before.missing?.length ?? 0) &&
  after.missing.every((name) => before.missing?.includes(name));

/** Whether edits can move an offset there. What an edit replaces may come to lie anywhere in what it writes. */
function mayMoveTo(from: number, to: number, edits: readonly Edit[]): boolean {
  let shift = 0;
  let play = 0;
  for (const { span, newText } of edits) {
    if (span.end < from) shift += newText.length - (span.end - span.start);
    else if (span.start <= from) play += newText.length + (span.end - span.start);
  }
  return Math.abs(from + shift - to) <= play;
}
