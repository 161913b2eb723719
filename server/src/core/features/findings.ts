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
  for (const unit of analysis.units) {
    if (isQuiet(unit)) continue;
    for (const finding of remembered(unit, analysis, settings, report)) {
      const home = finding.unit === undefined ? unit : byUnit().get(finding.unit);
      if (!home) continue;
      const made = place(finding, home, unit, analysis);
      const key = `${made.code}|${made.span.start}|${made.span.end}`;
      const same = found.get(key);
      // One table looked up in two places is one finding with two places to look at.
      found.set(key, same ? { ...same, related: [...(same.related ?? []), ...(made.related ?? [])] } : made);
    }
  }
  const suppressions = analysis.silences ? findSuppressions(analysis.text, isComment) : [];
  return applySuppressions([...found.values()], suppressions, settings, analysis).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const isQuiet = ({ facts }: AnalysedUnit): boolean => facts.handlers.length === 0 && facts.looks.length === 0 && facts.emptyCatches.length === 0 && facts.pairs.length === 0;

interface Remembered {
  readonly environment: Analysis['environment'];
  readonly settings: Settings;
  readonly findings: readonly (RuleFinding & { readonly code: FindingCode; readonly severity: Severity })[];
}
const memory = new WeakMap<AnalysedUnit['facts'], Remembered>();

/** What the rules found in a piece of code stays true as long as neither the code nor what it knows of the rest changes. */
function remembered(unit: AnalysedUnit, analysis: Analysis, settings: Settings, report: (error: unknown) => void): Remembered['findings'] {
  const known = memory.get(unit.facts);
  if (known && known.environment === analysis.environment && known.settings === settings) return known.findings;
  const findings = RULES.flatMap((rule) => {
    const severity = severityOf(rule.code, rule.severity, settings);
    return severity ? guarded(rule, unit, analysis, settings, report).map((finding) => ({ ...finding, code: rule.code, severity })) : [];
  });
  memory.set(unit.facts, { environment: analysis.environment, settings, findings });
  return findings;
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

function place(finding: Remembered['findings'][number], home: AnalysedUnit, unit: AnalysedUnit, analysis: Analysis): Finding {
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
