import { SEVERITIES, type Severity } from '../core/model/finding';
import type { Report, Reported } from './report';
import { harmless, styles, width, type Style } from '../text/style';

/** Most columns of source that a picture shows. */
const PICTURE = 100;
const BEFORE = 30;

/** The report for a person: findings by file, each with a picture of its place, then what was fixed, left out and counted. */
export function prettyReport(report: Report, { colours }: { readonly colours: boolean }): string {
  const style = styles(colours);
  const lines: string[] = [];
  for (const { file, findings, fixed } of report.files) {
    lines.push(style.underline(harmless(file)));
    for (const { title } of fixed) lines.push(`  ${style.green('fixed')}  ${harmless(title)}`);
    for (const finding of findings) lines.push(...findingLines(finding, style));
    lines.push('');
  }
  // Those that failed are told on standard error.
  const left = report.skipped.filter(({ failed }) => !failed);
  for (const { file, reason } of left) lines.push(`${style.dim('skipped')}  ${harmless(file)}: ${harmless(reason)}`);
  if (left.length > 0) lines.push('');
  lines.push(summary(report, style), '');
  return lines.join('\n');
}

const COLOURS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' } as const satisfies Record<Severity, keyof Style>;

function findingLines({ range, severity, message, code, line }: Reported, style: Style): string[] {
  const { start, end } = range;
  const colour = style[COLOURS[severity]];
  const number = String(start.line + 1);
  const margin = ' '.repeat(number.length);
  const { text, before, marked } = picture(line, start.character, end.line === start.line ? end.character : line.length);
  return [
    `  ${style.dim(`${start.line + 1}:${start.character + 1}`)}  ${colour(severity)}  ${style.bold(code)}  ${harmless(message)}`,
    `  ${margin} ${style.dim('|')}`,
    `  ${style.dim(`${number} |`)} ${text}`,
    `  ${margin} ${style.dim('|')} ${' '.repeat(before)}${colour('^'.repeat(Math.max(1, marked)))}`,
  ];
}

/** The part of a line around a span, and in columns where the span is in it. */
function picture(line: string, from: number, to: number): { text: string; before: number; marked: number } {
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  let start = Math.min(indent, from);
  let head = '';
  if (from - start > PICTURE - BEFORE) {
    start = from - BEFORE;
    head = '…';
  }
  const end = Math.min(line.length, start + PICTURE);
  const show = (a: number, b: number): string => harmless(line.slice(a, b).replaceAll('\t', '  '));
  const before = head + show(start, from);
  const text = `${before}${show(from, end)}${end < line.length ? '…' : ''}`;
  return { text, before: width(before), marked: width(show(from, Math.max(from, Math.min(to, end)))) };
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

function summary({ files, checked, skipped, fixing, baseline }: Report, style: Style): string {
  const findings = files.flatMap((file) => file.findings);
  const fixed = files.reduce((sum, file) => sum + file.fixed.length, 0);
  const fixable = findings.filter((finding) => finding.fixes.some((fix) => fix.preferred)).length;
  const names: Record<Severity, [string, string?]> = { error: ['error'], warning: ['warning'], information: ['information', 'information'], hint: ['hint'] };
  const bySeverity = SEVERITIES.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number > 0 ? [count(number, ...names[severity])] : [];
  });
  const found = findings.length === 0 ? style.green('No findings') : `${style.bold(count(findings.length, 'finding'))} (${bySeverity.join(', ')})`;
  const sentences = [`${found} in ${count(checked, 'file')}${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}.`];
  if (fixing) sentences.push(fixed > 0 ? `${count(fixed, 'fix', 'fixes')} applied.` : 'Nothing was fixed.');
  else if (fixable > 0) sentences.push(`--fix fixes ${fixable === findings.length ? (fixable === 1 ? 'it' : 'all of them') : `${fixable} of them`}.`);
  if (baseline && baseline.known > 0) sentences.push(`${count(baseline.known, 'known finding')} in the baseline.`);
  if (baseline && baseline.gone > 0) sentences.push(`${count(baseline.gone, 'finding')} of the baseline ${baseline.gone === 1 ? 'is' : 'are'} gone: --update-baseline takes ${baseline.gone === 1 ? 'it' : 'them'} out.`);
  return sentences.join(' ');
}
