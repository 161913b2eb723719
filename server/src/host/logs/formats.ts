import type { LogReport } from '../../core/logs/report';
import type { Place, PlacedEvent } from '../../core/logs/tally';
import type { Skipped } from '../skipped';

/** All that is told of some logs. */
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

/** Tells names and statuses apart; each kind is looked at once. */
function splitter(): (byKind: Readonly<Record<string, number>>) => { byName: Record<string, number>; byStatus: Record<string, number> } {
  const names = new Map<string, boolean>();
  return (byKind) => {
    const byName: Record<string, number> = {};
    const byStatus: Record<string, number> = {};
    for (const kind in byKind) {
      let named = names.get(kind);
      if (named === undefined) names.set(kind, (named = isName(kind)));
      (named ? byName : byStatus)[kind] = byKind[kind];
    }
    return { byName, byStatus };
  };
}

/** One JSON document. Lines count from 1, offsets are bytes from 0, times are ISO in UTC. */
export function jsonLogs({ report, files, bytes, lines, skipped }: LogsReport): string {
  const place = ({ file, offset, line }: Place): object => ({ file: files[file], offset, line: line + 1 });
  const placed = (event: PlacedEvent): object => ({ ...place(event), time: iso(event.time) });
  const split = splitter();
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
