import { Place } from '../edits/place';
import type { Finding, FindingCode, Severity } from '../model/finding';
import type { Settings } from '../model/settings';
import type { Span } from '../model/span';
import type { AnalysedUnit, Analysis } from '../recognise/analysis';
import { RULES, type Rule, type RuleFinding } from '../rules';
import { texts } from '../texts';
import { findSuppressions, type Suppression } from './suppressions';

/** The findings of an analysed document that its settings and comments let through, in the order of the text. */
export function findingsOf(analysis: Analysis, settings: Settings, isComment: (offset: number) => boolean, report: (error: unknown) => void): Finding[] {
  let units: Map<number, AnalysedUnit> | undefined;
  const byUnit = (): ReadonlyMap<number, AnalysedUnit> => (units ??= new Map(analysis.units.map((u) => [u.id, u])));
  const found = new Map<string, Finding>();
  const { telling } = analysis;
  remembered(analysis, settings, report).forEach((findings, index) => {
    const unit = telling[index];
    if (!unit || findings === NOTHING) return;
    for (const finding of findings) {
      const home = finding.unit === undefined ? unit : byUnit().get(finding.unit);
      if (!home) continue;
      const made = place(finding, home, unit, analysis);
      const key = `${made.code}|${made.span.start}|${made.span.end}`;
      const same = found.get(key);
      // One table looked up in two places is one finding with two places to look at.
      found.set(key, same ? { ...same, related: [...(same.related ?? []), ...(made.related ?? [])] } : made);
    }
  });
  const suppressions = analysis.silences ? findSuppressions(analysis.text, isComment) : [];
  return applySuppressions([...found.values()], suppressions, settings, analysis).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

type FindingIn = RuleFinding & { readonly code: FindingCode; readonly severity: Severity };
type Found = readonly FindingIn[];
const NOTHING: Found = [];

/** What the rules found last in a document, unit by unit. */
interface Remembered {
  readonly environment: Analysis['environment'];
  readonly settings: Settings;
  readonly telling: Analysis['telling'];
  readonly found: readonly Found[];
}
const memory = new WeakMap<Analysis['document'], Remembered>();

/** What the rules find in each unit that tells something; it stays true as long as neither the code nor what it knows of the rest changes. */
function remembered(analysis: Analysis, settings: Settings, report: (error: unknown) => void): readonly Found[] {
  const { document, environment, telling } = analysis;
  const known = memory.get(document);
  const last = known && known.environment === environment && known.settings === settings ? known : { telling: [], found: [] };
  const most = Math.min(telling.length, last.telling.length);
  let before = 0;
  while (before < most && telling[before] === last.telling[before]) before++;
  let behind = 0;
  while (behind < most - before && telling[telling.length - 1 - behind] === last.telling[last.telling.length - 1 - behind]) behind++;
  const fresh = telling.slice(before, telling.length - behind).map((unit) => foundIn(unit, analysis, settings, report));
  const found = last.found.slice(0, before).concat(fresh, last.found.slice(last.found.length - behind));
  memory.set(document, { environment, settings, telling, found });
  return found;
}

function foundIn(unit: AnalysedUnit, analysis: Analysis, settings: Settings, report: (error: unknown) => void): Found {
  const found: FindingIn[] = [];
  for (const rule of RULES) {
    const severity = severityOf(rule.code, rule.severity, settings);
    if (severity) for (const finding of guarded(rule, unit, analysis, settings, report)) found.push({ ...finding, code: rule.code, severity });
  }
  return found.length > 0 ? found : NOTHING;
}

/** One rule that fails must not sink the others. */
function guarded(rule: Rule, unit: AnalysedUnit, analysis: Analysis, settings: Settings, report: (error: unknown) => void): RuleFinding[] {
  try {
    return [...rule.check({ facts: unit.facts, environment: analysis.environment, settings, texts: texts(settings.locale), source: (s) => unit.text.slice(s.start, s.end) })];
  } catch (error) {
    report(error);
    return [];
  }
}

function place(finding: FindingIn, home: AnalysedUnit, unit: AnalysedUnit, analysis: Analysis): Finding {
  // Kept for later: units move with the text.
  const { start } = unit;
  const homeStart = home.start;
  const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
  return {
    code: finding.code, severity: finding.severity, span: shift(finding.span, homeStart), message: finding.message,
    ...(finding.unnecessary && { unnecessary: true }),
    ...(finding.missing && { missing: finding.missing }),
    ...(finding.related && finding.related.length > 0 && { related: finding.related.map((r) => ({ ...r, span: shift(r.span, start) })) }),
    fixes: () =>
      finding
        .fixes({
          own: new Place(analysis.text, start, unit.text.length, unit.language, finding.unit === undefined ? finding.span.start : 0),
          of: (id) => (id === home.id ? new Place(analysis.text, homeStart, home.text.length, home.language, 0, id) : undefined),
        })
        .map((fix) => ({ ...fix, edits: fix.edits.map((e) => ({ span: shift(e.span, e.unit === undefined ? start : homeStart), newText: e.newText })) })),
  };
}

export const severityOf = (code: FindingCode, byDefault: Severity, settings: Settings): Severity | undefined => {
  const chosen = settings.severity[code] ?? byDefault;
  return chosen === 'off' ? undefined : chosen;
};

export function applySuppressions(findings: readonly Finding[], suppressions: readonly Suppression[], settings: Settings, document: { readonly text: string }): Finding[] {
  if (suppressions.length === 0) return [...findings];
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const by = suppressions.filter((s) => s.covers.start <= finding.span.start && finding.span.start <= s.covers.end && (!s.codes || s.codes.includes(finding.code)));
    by.forEach((s) => used.add(s));
    return by.length === 0;
  });
  const severity = severityOf('unused-suppression', 'hint', settings);
  if (!severity) return kept;
  const say = texts(settings.locale);
  for (const suppression of suppressions) {
    // A rule that is switched off may be the one that was meant.
    const off = suppression.codes?.some((code) => settings.severity[code] === 'off');
    if (used.has(suppression) || off) continue;
    kept.push({
      code: 'unused-suppression', severity, span: suppression.span, unnecessary: true,
      message: say.finding.unusedSuppression(suppression.codes?.length === 1 ? suppression.codes[0] : undefined),
      fixes: () => [{ title: say.fix.removeSuppression, preferred: true, edits: [{ span: withLine(suppression.span, document.text), newText: '' }] }],
    });
  }
  return kept;
}

/** A comment with its line, if it stands there alone, or with the white space before it. */
function withLine(span: Span, text: string): Span {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const before = text.slice(lineStart, span.start);
  const next = /^[ \t]*(\r?\n|$)/.exec(text.slice(span.end));
  if (/^[ \t]*$/.test(before) && next) return { start: lineStart, end: span.end + next[0].length };
  return { start: span.start - (/[ \t]*$/.exec(before)?.[0].length ?? 0), end: span.end };
}
