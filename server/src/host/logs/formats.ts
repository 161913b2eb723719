import type { Bucket, LogReport } from '../../core/logs/report';
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

/** Events by name, and by status where there is no name. */
function split(byKind: Iterable<readonly [kind: string, events: number]>): { readonly byName: Record<string, number>; readonly byStatus: Record<string, number> } {
  const all = [...byKind];
  return { byName: Object.fromEntries(all.filter(([kind]) => isName(kind))), byStatus: Object.fromEntries(all.filter(([kind]) => !isName(kind))) };
}

/** Writes buckets, of which there can be many: each is one line. What they share is made into JSON once. */
function bucketLines(): (bucket: Bucket) => string {
  const heads = new Map<string, { readonly named: boolean; readonly text: string }>();
  return ({ start, byKind }) => {
    let byName = '';
    let byStatus = '';
    byKind.forEach((events, kind) => {
      let head = heads.get(kind);
      if (!head) heads.set(kind, (head = { named: isName(kind), text: `${JSON.stringify(kind)}: ` }));
      if (head.named) byName += `${byName && ', '}${head.text}${events}`;
      else byStatus += `${byStatus && ', '}${head.text}${events}`;
    });
    return `{ "start": ${JSON.stringify(iso(start))}, "byName": {${byName && ` ${byName} `}}, "byStatus": {${byStatus && ` ${byStatus} `}} }`;
  };
}

/** One JSON document. Lines count from 1, offsets are bytes from 0, times are ISO in UTC. */
export function jsonLogs({ report, files, bytes, lines, skipped }: LogsReport): string {
  const place = ({ file, offset, line }: Place): object => ({ file: files[file], offset, line: line + 1 });
  const placed = (event: PlacedEvent): object => ({ ...place(event), time: iso(event.time) });
  const before = {
    bytes,
    lines,
    records: report.records,
    ...split(report.kinds.map(({ name, status, count }) => [name ?? status, count])),
    first: iso(report.first),
    last: iso(report.last),
    bucketSeconds: report.bucket / 1000,
  };
  const behind = {
    kinds: report.kinds.map(({ name, status, count, share, first, last, timeless, contradictions, turn, next, places }) => ({
      ...(name === undefined ? {} : { name }),
      status, count, share: Math.round(share * 1e6) / 1e6, first: iso(first), last: iso(last), timeless, contradictions, turn: turn ?? null, next: next ?? null,
      places: places.map(placed),
    })),
    requests: report.requests.map(({ method, path, count, byKind }) => ({ method: method ?? null, path, count, ...split(Object.entries(byKind)) })),
    contradictions: {
      count: report.contradictions.count,
      places: report.contradictions.places.map(({ name, status, ...event }) => ({ name, status, ...placed(event) })),
    },
    files: files.length,
    skipped: skipped.map(({ file, reason }) => ({ file, reason })),
  };
  const buckets = report.buckets.map(bucketLines()).map((line) => `\n    ${line}`);
  // The braces of the two objects make place for the list between them.
  return `${JSON.stringify(before, null, 2).slice(0, -2)},\n  "buckets": [${buckets.join(',')}${buckets.length > 0 ? '\n  ' : ''}],${JSON.stringify(behind, null, 2).slice(1)}\n`;
}

/** A cell of a CSV table (RFC 4180). */
export const csvCell = (value: string | number): string => (/[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

/** Counts by minute and kind; events without a time are in the last rows, with no start. */
export function csvLogs({ report }: LogsReport): string {
  const timed = report.buckets.flatMap(({ start, byKind }) => [...byKind].map(([kind, count]) => [iso(start) ?? '', ...(isName(kind) ? [kind, ''] : ['', kind]), count]));
  const timeless = report.kinds.filter((kind) => kind.timeless > 0).map(({ name, status, timeless: count }) => ['', name ?? '', name === undefined ? status : '', count]);
  return [['start', 'name', 'status', 'count'], ...timed, ...timeless].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
