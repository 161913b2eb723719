import type { LogsReport } from '../host/logs/formats';
import { harmless, styles, width } from '../text/style';

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** `1.2 GB`. */
export function size(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${bytes === 1 ? 'byte' : UNITS[power]}`;
}

const number = (value: number): string => value.toLocaleString('en');
const count = (value: number, one: string, many = `${one}s`): string => `${number(value)} ${value === 1 ? one : many}`;
const moment = (time: number): string => new Date(time).toISOString().replace('T', ' ').replace(/\.\d+Z$/, 'Z');
const BAR = 24;
const MOST_ROWS = 10;

/** Rows in columns; the first is on the left, numbers on the right. */
function table(rows: readonly (readonly (string | number)[])[], indent = '  '): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, width(String(cell)))));
  return rows.map((row) =>
    `${indent}${row.map((cell, index) => (typeof cell === 'number' ? number(cell).padStart(Math.max(widths[index] ?? 0, number(cell).length)) : cell + ' '.repeat((widths[index] ?? 0) - width(cell)))).join('  ')}`.trimEnd(),
  );
}

/** The report for a person. */
export function prettyLogs({ report, files, bytes, lines, skipped }: LogsReport, { colours }: { readonly colours: boolean }): string {
  const style = styles(colours);
  const out: string[] = [];
  const read = `${count(lines, 'line')} (${size(bytes)}) of ${count(files.length, 'file')}`;
  if (report.events === 0) out.push(`${style.green('No PlusAuth errors')} in ${read}.`);
  else {
    out.push(`${style.bold(count(report.events, 'error'))} in ${count(report.records, 'record')} of ${read}.`);
    if (report.first !== undefined && report.last !== undefined) out.push(`${moment(report.first)} to ${moment(report.last)}`);
    const most = report.kinds[0]?.count ?? 1;
    out.push('', ...table(report.kinds.map(({ name, status, count: events, share }) => [
      name ?? '(no name)', status, events, `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`, '█'.repeat(Math.max(1, Math.round((events / most) * BAR))),
    ])));
    out.push('', style.bold('What to do next'));
    for (const { name, status, next } of report.kinds) if (next !== undefined) out.push(`  ${style.cyan(name ?? status)}  ${next.replaceAll('`', '')}`);
    if (report.requests.length > 0) {
      out.push('', style.bold('Busiest requests'), ...table(report.requests.slice(0, MOST_ROWS).map(({ method, path, count: events, byKind }) => [
        events, harmless(`${method ?? '?'} ${path}`), Object.entries(byKind).slice(0, 3).map(([kind, some]) => `${kind} ${number(some)}`).join(', '),
      ])));
    }
    if (report.contradictions.count > 0) {
      out.push('', style.bold(`${count(report.contradictions.count, 'record')} whose name and status never occur together`));
      for (const { name, status, file, line } of report.contradictions.places.slice(0, MOST_ROWS)) out.push(`  ${style.yellow(`${name} with ${status}`)}  ${harmless(files[file] ?? '')}:${line + 1}`);
    }
  }
  const left = skipped.filter(({ failed }) => !failed);
  if (left.length > 0) out.push('');
  for (const { file, reason } of left) out.push(`${style.dim('skipped')}  ${harmless(file)}: ${harmless(reason)}`);
  return `${out.join('\n')}\n`;
}
