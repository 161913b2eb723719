import { entryOf, entriesWithStatus, statusText } from '../catalog';
import type { Locale } from '../model/settings';
import { MOST_CONTRADICTIONS, type Contradiction, type KindTally, type PlacedEvent, type Tally } from './tally';

/** One kind of error in a report. */
export interface ReportedKind {
  /** Of the catalogue; undefined where only a status tells of the errors. */
  readonly name: string | undefined;
  /** `409`, `5xx`. */
  readonly status: string;
  readonly count: number;
  /** Of all events, from 0 to 1. */
  readonly share: number;
  /** Milliseconds since the epoch. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** Events whose record has no time. */
  readonly timeless: number;
  /** Events whose status never comes with the name. */
  readonly contradictions: number;
  /** Who acts: `fix` the program, `handle` the error in it, or let it `retry`. Undefined for a status that no documented error has. */
  readonly turn: 'fix' | 'handle' | 'retry' | undefined;
  /** What to look at first, and what to do, in the language of the texts; our advice. For a status without a name: which errors it may be. */
  readonly next: string | undefined;
  readonly places: readonly PlacedEvent[];
}

export interface ReportedRequest {
  readonly method: string | undefined;
  readonly path: string;
  readonly count: number;
  /** Events by kind: a name, or a status in digits. */
  readonly byKind: Readonly<Record<string, number>>;
}

export interface Bucket {
  /** Milliseconds since the epoch. */
  readonly start: number;
  /** Events by kind: a name, or a status in digits; the kind with most events in all comes first. */
  readonly byKind: ReadonlyMap<string, number>;
}

/** The shape of the errors in some logs. */
export interface LogReport {
  readonly records: number;
  /** Errors: a record with two names is two. */
  readonly events: number;
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** The most frequent first. */
  readonly kinds: readonly ReportedKind[];
  /** Milliseconds of a bucket. */
  readonly bucket: number;
  /** Those with events, in the order of time. */
  readonly buckets: readonly Bucket[];
  /** The busiest first. */
  readonly requests: readonly ReportedRequest[];
  readonly contradictions: { readonly count: number; readonly places: readonly Contradiction[] };
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Sizes that people think in. */
const SIZES = [1, 5, 15, 30, 60, 180, 360, 720, 1440, 7 * 1440, 30 * 1440, 365 * 1440].map((minutes) => minutes * MINUTE);
/** More bars than this do not fit on a screen. */
const MOST_BUCKETS = 240;
const MOST_REQUESTS = 50;

/** The bucket by which a range of time is cut into at most some 240. */
const bucketFor = (from: number, to: number): number => SIZES.find((size) => (to - from) / size <= MOST_BUCKETS) ?? SIZES.at(-1) ?? DAY;

function nextStep({ name, status }: KindTally, locale: Locale): Pick<ReportedKind, 'turn' | 'next'> {
  const entry = name === undefined ? undefined : entryOf(name);
  if (entry) return { turn: entry.turn, next: `${entry.firstCheck[locale]} ${entry.action[locale]}` };
  const entries = status === undefined ? [] : entriesWithStatus(status);
  const [only] = entries;
  if (!only) return { turn: undefined, next: undefined };
  if (entries.length === 1) return { turn: only.turn, next: `${only.firstCheck[locale]} ${only.action[locale]}` };
  const names = entries.map((each) => each.name).join(', ');
  return {
    turn: only.turn,
    next: locale === 'tr' ? `Yanıtın \`error\` alanını da günlüğe yazın: bu durum kodu şunlardan biri olabilir: ${names}.` : `Log the \`error\` of the answer too: this status can be any of ${names}.`,
  };
}

/** @param bucket milliseconds; what fits the range of time if not given */
export function reportOf(tally: Tally, locale: Locale, bucket?: number): LogReport {
  const all = [...tally.kinds].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  const events = all.reduce((sum, [, kind]) => sum + kind.count, 0);
  const times = all.flatMap(([, { first, last }]) => [first, last]).filter((time) => time !== undefined);
  const first = times.length > 0 ? Math.min(...times) : undefined;
  const last = times.length > 0 ? Math.max(...times) : undefined;
  const size = bucket ?? bucketFor(first ?? 0, last ?? 0);
  const buckets = new Map<number, Map<string, number>>();
  for (const [key, kind] of all) {
    kind.minutes.forEach((count, minute) => {
      const start = Math.floor((minute * MINUTE) / size) * size;
      let counts = buckets.get(start);
      if (!counts) buckets.set(start, (counts = new Map<string, number>()));
      counts.set(key, (counts.get(key) ?? 0) + count);
    });
  }
  const requests = [...tally.requests.values()].sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1)).slice(0, MOST_REQUESTS);
  return {
    records: tally.records,
    events,
    first,
    last,
    kinds: all.map(([, kind]) => {
      const entry = kind.name === undefined ? undefined : entryOf(kind.name);
      return {
        name: kind.name,
        status: entry ? statusText(entry) : String(kind.status),
        count: kind.count,
        share: kind.count / events,
        first: kind.first,
        last: kind.last,
        timeless: kind.timeless,
        contradictions: kind.contradictions,
        ...nextStep(kind, locale),
        places: kind.places,
      };
    }),
    bucket: size,
    buckets: [...buckets].sort(([a], [b]) => a - b).map(([start, byKind]) => ({ start, byKind })),
    requests: requests.map(({ method, path, count, byKind }) => ({ method, path, count, byKind: Object.fromEntries([...byKind].sort(([, a], [, b]) => b - a)) })),
    contradictions: { count: all.reduce((sum, [, kind]) => sum + kind.contradictions, 0), places: tally.contradictions.slice(0, MOST_CONTRADICTIONS) },
  };
}
