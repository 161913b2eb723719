import { isApiPath } from './request';
import type { LogRecord } from './record';

/** A record in a file. `line` counts from 0; lines end with a line feed. */
export interface Place {
  /** Index of the file in the order in which files were read. */
  readonly file: number;
  /** Bytes before the record. */
  readonly offset: number;
  readonly line: number;
}

export interface PlacedEvent extends Place {
  /** Milliseconds since the epoch, where the record says. */
  readonly time: number | undefined;
}

/** A record whose name and status never occur together. */
export interface Contradiction extends PlacedEvent {
  readonly name: string;
  readonly status: number;
}

/** What is counted as one kind of error: a name, or the status of records that carry no name. */
export interface KindTally {
  readonly name: string | undefined;
  /** Of a kind without a name. */
  readonly status: number | undefined;
  count: number;
  first: number | undefined;
  last: number | undefined;
  /** Events without a time. */
  timeless: number;
  contradictions: number;
  /** Events by minute, in minutes since the epoch. */
  readonly minutes: Map<number, number>;
  /** Events by status, where the record says one. */
  readonly statuses: Map<number, number>;
  /** The first ones, in the order in which they were read. */
  readonly places: PlacedEvent[];
}

export interface RequestTally {
  /** In capitals. */
  readonly method: string | undefined;
  /** Without query; what identifies one of many is written `{id}`. */
  readonly path: string;
  count: number;
  readonly byKind: Map<string, number>;
}

/** Events of any number of files, counted. Plain data: it can be sent to another thread. Made by a `Counter`. */
export interface Tally {
  /** Records with at least one event. */
  records: number;
  readonly kinds: Map<string, KindTally>;
  readonly requests: Map<string, RequestTally>;
  /** The first ones, in the order in which they were read. */
  readonly contradictions: Contradiction[];
}

/** What is counted of an event; equal for all lines that equal a template. */
export interface EventKind {
  readonly kind: string;
  readonly name: string | undefined;
  readonly status: number | undefined;
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly contradicts: boolean;
}

/** Places kept of each kind, and contradictions kept of all. Counts go on beyond. */
const MOST_PLACES = 20;
export const MOST_CONTRADICTIONS = 200;
/** A log in which every path is another one must not fill the memory. */
const MOST_CELLS = 10_000;
const MINUTE = 60_000;

export const emptyTally = (): Tally => ({ records: 0, kinds: new Map(), requests: new Map(), contradictions: [] });

const add = <K>(map: Map<K, number>, key: K, count: number): void => void map.set(key, (map.get(key) ?? 0) + count);

/** The path with `{id}` for each part that identifies one of many: what holds a digit (but a version), an address of mail, a percent sign. */
function requestPattern(path: string): string {
  return path.split('/').map((part) => (/^v\d+$/.test(part) || !/[\d@%]/.test(part) ? part : '{id}')).join('/');
}

/** What is to be counted of a record; undefined for an error that is visibly another API's. */
export function eventKind(record: LogRecord): EventKind | undefined {
  if (record.origin === 'foreign') return undefined;
  const name = record.name?.value;
  const status = record.status?.value;
  const { method, path } = record.request ?? {};
  return {
    kind: name ?? String(status),
    name,
    status,
    method,
    path: path !== undefined && isApiPath(path) ? requestPattern(path) : undefined,
    contradicts: record.contradicts,
  };
}

/** Events that are counted alike. */
export interface Cell {
  readonly event: EventKind;
  readonly kind: KindTally;
  readonly recent: Recent;
  count: number;
}

/** The last events of a kind: logs are in the order of time, mostly. */
interface Recent {
  minute: number;
  /** How many were in that minute. */
  count: number;
  /** Of all events. */
  first: number;
  last: number;
}

export interface CounterOptions {
  /** Only events from this time on (milliseconds since the epoch), and before that one. With either, events without a time are left out. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** Where a record is in its file, asked while it is counted. */
  place(offset: number): Place;
}

/** Counts events, some ten million a second: what is alike is put into a cell once. */
export class Counter {
  readonly #tally = emptyTally();
  readonly #cells = new Map<string, Cell>();
  readonly #since: number;
  readonly #until: number;
  readonly #limited: boolean;
  readonly #recent = new Map<KindTally, Recent>();

  constructor(private readonly options: CounterOptions) {
    this.#since = options.since ?? -Infinity;
    this.#until = options.until ?? Infinity;
    this.#limited = options.since !== undefined || options.until !== undefined;
  }

  /** The cell for an event; the same for equal ones. */
  cell(event: EventKind): Cell {
    const crowded = this.#cells.size >= MOST_CELLS && event.path !== undefined;
    const counted = crowded ? { ...event, method: undefined, path: undefined } : event;
    const key = `${counted.kind}\n${counted.status}\n${counted.contradicts}\n${counted.method}\n${counted.path}`;
    let cell = this.#cells.get(key);
    if (!cell) this.#cells.set(key, (cell = this.#cell(counted)));
    return cell;
  }

  #cell(event: EventKind): Cell {
    const kind = this.#kind(event);
    const recent = this.#recent.get(kind) ?? { minute: -1, count: 0, first: Infinity, last: -Infinity };
    this.#recent.set(kind, recent);
    return { event, kind, recent, count: 0 };
  }

  #kind({ kind: key, name, status }: EventKind): KindTally {
    const known = this.#tally.kinds.get(key);
    if (known) return known;
    const kind: KindTally = {
      name, status: name === undefined ? status : undefined, count: 0, first: undefined, last: undefined, timeless: 0, contradictions: 0,
      minutes: new Map(), statuses: new Map(), places: [],
    };
    this.#tally.kinds.set(key, kind);
    return kind;
  }

  /** Counts an event; false when it is out of the range of time. `first`: it is the first one of its record. */
  add(cell: Cell, time: number | undefined, offset: number, first: boolean): boolean {
    if (this.#limited && (time === undefined || time < this.#since || time >= this.#until)) return false;
    const { kind, event } = cell;
    if (first) this.#tally.records++;
    cell.count++;
    kind.count++;
    if (time === undefined) kind.timeless++;
    else {
      const { recent } = cell;
      if (time < recent.first) recent.first = time;
      if (time > recent.last) recent.last = time;
      const minute = Math.floor(time / MINUTE);
      if (recent.minute === minute) recent.count++;
      else {
        if (recent.count > 0) add(kind.minutes, recent.minute, recent.count);
        recent.minute = minute;
        recent.count = 1;
      }
    }
    if (kind.places.length < MOST_PLACES) kind.places.push({ ...this.options.place(offset), time });
    if (event.contradicts && event.name !== undefined && event.status !== undefined) {
      kind.contradictions++;
      const { contradictions } = this.#tally;
      if (contradictions.length < MOST_CONTRADICTIONS) contradictions.push({ ...this.options.place(offset), time, name: event.name, status: event.status });
    }
    return true;
  }

  /** Whether nothing is kept of a cell's further events but their number and their minutes, so that they may be counted elsewhere and added together. */
  settled({ kind, event }: Cell): boolean {
    return !this.#limited && !event.contradicts && kind.places.length >= MOST_PLACES;
  }

  /** Adds events of a settled cell, each the only one of its record. Their times are added by `addMinute` and `addRange`. */
  addMany(cell: Cell, events: number): void {
    cell.count += events;
    cell.kind.count += events;
    this.#tally.records += events;
  }

  /** Adds the minute (since the epoch) of so many events. */
  addMinute(kind: KindTally, minute: number, events: number): void {
    add(kind.minutes, minute, events);
  }

  /** Says that events were at these times and between them, in milliseconds since the epoch. */
  addRange(kind: KindTally, first: number, last: number): void {
    const recent = this.#recent.get(kind);
    if (!recent) return;
    recent.first = Math.min(recent.first, first);
    recent.last = Math.max(recent.last, last);
  }

  /** What was counted so far. To be called once; nothing can be added afterwards. */
  finish(): Tally {
    const tally = this.#tally;
    for (const [kind, { minute, count, first, last }] of this.#recent) {
      if (count > 0) add(kind.minutes, minute, count);
      if (first > last) continue;
      kind.first = first;
      kind.last = last;
    }
    for (const { event, kind, count } of this.#cells.values()) {
      if (count === 0) continue;
      if (event.status !== undefined) add(kind.statuses, event.status, count);
      if (event.path === undefined) continue;
      const key = `${event.method ?? ''} ${event.path}`;
      let request = tally.requests.get(key);
      if (!request) tally.requests.set(key, (request = { method: event.method, path: event.path, count: 0, byKind: new Map() }));
      request.count += count;
      add(request.byKind, event.kind, count);
    }
    for (const [key, { count }] of tally.kinds) if (count === 0) tally.kinds.delete(key);
    return tally;
  }
}

const earlier = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined ? b : b === undefined ? a : Math.min(a, b));
const later = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined ? b : b === undefined ? a : Math.max(a, b));
const byPlace = (a: Place, b: Place): number => a.file - b.file || a.offset - b.offset;

/** Adds what another part of the same logs came to; the parts may come in any order. `place` turns a place of the part into one of the whole. */
export function merge(into: Tally, part: Tally, place: <P extends Place>(p: P) => P = (p) => p): void {
  into.records += part.records;
  for (const [key, from] of part.kinds) {
    const kind = into.kinds.get(key);
    const places = from.places.map(place);
    if (!kind) {
      into.kinds.set(key, { ...from, places });
      continue;
    }
    kind.count += from.count;
    kind.timeless += from.timeless;
    kind.contradictions += from.contradictions;
    kind.first = earlier(kind.first, from.first);
    kind.last = later(kind.last, from.last);
    // Without a list for each entry: there may be many.
    from.minutes.forEach((events, minute) => add(kind.minutes, minute, events));
    for (const [status, events] of from.statuses) add(kind.statuses, status, events);
    const all = [...kind.places, ...places].sort(byPlace).slice(0, MOST_PLACES);
    kind.places.splice(0, kind.places.length, ...all);
  }
  for (const [key, from] of part.requests) {
    const request = into.requests.get(key);
    if (!request) {
      into.requests.set(key, from);
      continue;
    }
    request.count += from.count;
    for (const [kind, events] of from.byKind) add(request.byKind, kind, events);
  }
  const contradictions = [...into.contradictions, ...part.contradictions.map(place)].sort(byPlace).slice(0, MOST_CONTRADICTIONS);
  into.contradictions.splice(0, into.contradictions.length, ...contradictions);
}
