import type { LogReport } from '../core/logs/report';
import type { Place, PlacedEvent } from '../core/logs/tally';
import type { Skipped } from '../host/skipped';
import { harmless, styles, width } from './style';

/** All that the formats of `logs` show. */
export interface LogsReport {
  readonly report: LogReport;
  /** Paths of the files, by the number that places name. */
  readonly files: readonly string[];
  readonly bytes: number;
  readonly lines: number;
  readonly skipped: readonly Skipped[];
}

const iso = (time: number | undefined): string | null => (time === undefined ? null : new Date(time).toISOString());

const isName = (kind: string): boolean => !/^\d/.test(kind);

function split(byKind: Readonly<Record<string, number>>): { byName: Record<string, number>; byStatus: Record<string, number> } {
  const entries = Object.entries(byKind);
  return { byName: Object.fromEntries(entries.filter(([kind]) => isName(kind))), byStatus: Object.fromEntries(entries.filter(([kind]) => !isName(kind))) };
}

/** One JSON document. Lines count from 1, offsets are bytes from 0, times are ISO in UTC. */
export function jsonLogs({ report, files, bytes, lines, skipped }: LogsReport): string {
  const place = ({ file, offset, line }: Place): object => ({ file: files[file], offset, line: line + 1 });
  const placed = (event: PlacedEvent): object => ({ ...place(event), time: iso(event.time) });
  const document = {
    bytes,
    lines,
    records: report.records,
    ...split(Object.fromEntries(report.kinds.map(({ name, status, count }) => [name ?? status, count]))),
    first: iso(report.first),
    last: iso(report.last),
    bucketSeconds: report.bucket / 1000,
    buckets: report.buckets.map(({ start, byKind }) => ({ start: iso(start), ...split(byKind) })),
    kinds: report.kinds.map(({ name, status, count, share, first, last, timeless, contradictions, turn, next, places }) => ({
      ...(name === undefined ? {} : { name }),
      status, count, share: Math.round(share * 1e6) / 1e6, first: iso(first), last: iso(last), timeless, contradictions, turn: turn ?? null, next: next ?? null,
      places: places.map(placed),
    })),
    requests: report.requests.map(({ method, path, count, byKind }) => ({ method: method ?? null, path, count, ...split(byKind) })),
    contradictions: {
      count: report.contradictions.count,
      places: report.contradictions.places.map(({ name, status, ...event }) => ({ name, status, ...placed(event) })),
    },
    files: files.length,
    skipped: skipped.map(({ file, reason }) => ({ file, reason })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A cell of a CSV table (RFC 4180). */
export const csvCell = (value: string | number): string => (/[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

/** Counts by minute and kind; events without a time are in the last rows, with no start. */
export function csvLogs({ report }: LogsReport): string {
  const timed = report.buckets.flatMap(({ start, byKind }) => Object.entries(byKind).map(([kind, count]) => [iso(start) ?? '', ...(isName(kind) ? [kind, ''] : ['', kind]), count]));
  const timeless = report.kinds.filter((kind) => kind.timeless > 0).map(({ name, status, timeless: count }) => ['', name ?? '', name === undefined ? status : '', count]);
  return [['start', 'name', 'status', 'count'], ...timed, ...timeless].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

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
