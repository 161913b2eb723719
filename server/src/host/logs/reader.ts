import { LINES, readLine, readRecords, startsRecord, type Layout, type LogRecord, type ReadOptions, type Otherwise } from '../../core/logs';
import { eventKind, type Cell, type Counter, type EventKind } from '../../core/logs/tally';
import { exactUtf8, indexOfBytes, lastIndexOfBytes, latin1, toUtf8, utf8 } from '../bytes';
import { AGAIN, LogScanner, type Counted, type Finder } from '../scan/logScanner';
import { Counts } from './counts';
import { Families, type Said } from './families';
import { TimeForms, type TimeSlot } from './timeSlots';

/** Bytes of a record that are read before and behind the place where something was found in it. What a longer record says elsewhere is not seen. */
export const REACH = 64 * 1024;
/** Bytes of a line by which it shows whether a record starts with it. */
const HEAD = 512;
/** No name is longer. */
const LONGEST_NAME = 64;
const FEED = 10;
const BRACE = 123;
/** Where the time of a line that is no object may stand at most to be the same for all lines like it. */
const FARTHEST_TIME = 64;
const CAPACITY = 17 * REACH;
/** Addresses of hosts, and protocols, whose digits mean something. */
const DIGITS_MATTER = /\/\/\[?\d|oauth\d/i;

/** Takes what a reader finds. */
export interface Sink {
  /** What stands for an event that may come again. */
  cell(event: EventKind): Cell;
  /**
   * @param time milliseconds since the epoch
   * @param offset of the record's first byte in the file
   * @param first whether this is the first event of its record
   * @param record what was read, unless a template knew the line
   */
  add(cell: Cell, time: number | undefined, offset: number, first: boolean, record?: LogRecord): void;
  /** Takes events together, so that not each of them is told. Without it, each is. */
  readonly together?: Together;
}

/** What a `Counter` does with events that are counted elsewhere. */
export type Together = Pick<Counter, 'settled' | 'addMany' | 'addMinute' | 'addRange'>;

/** What all lines that equal a template say. */
interface Template {
  readonly cells: readonly Cell[];
  /** Whether the first of `clocks` is the events' time. */
  readonly timed: boolean;
  /** All times of day of the line, at most two: were one of them none, another one might be taken. */
  readonly clocks: readonly TimeSlot[];
  /** How the scanner counts its lines. */
  readonly counted: Counted | undefined;
}

/**
 * Finds the records about PlusAuth in the bytes of one file after another, which come in pieces of any size. What it finds does not depend on
 * where the pieces are cut. Memory is bounded, however long the lines are.
 */
export class LogReader {
  readonly #scanner: LogScanner;
  readonly #templates: Template[] = [];
  readonly #families: Families;
  readonly #finder: Finder;
  #layout: Layout = LINES;
  /** Offset in the file of the first byte of the buffer, the bytes in the buffer, and where in it to search next. */
  #base = 0;
  #length = 0;
  #next = 0;
  /** Where the reading began in the file, and where the line started that the first byte of the buffer belongs to. */
  #begin = 0;
  #line = 0;
  /** Line feeds before the buffer, counted from where the reading began. */
  #lines = 0;
  /** Where the last record ends in the file, and what was found in it when it goes on beyond what was read. */
  #recordEnd = 0;
  #open: Set<string> | undefined;
  /** A trigger whose line became a template because of its kin. */
  #again = -1;
  #readings = 0;
  #atEnd = false;
  readonly #sink: Sink;
  readonly #times: TimeForms;
  readonly #counts: Counts | undefined;
  readonly #options: { -readonly [K in keyof ReadOptions]: ReadOptions[K] };

  /** @param learns whether lines are compared with templates; without, each record is read as text, which finds the same */
  constructor(sink: Sink, options: ReadOptions = {}, private readonly learns = true, capacity = CAPACITY) {
    this.#sink = sink;
    this.#options = { ...options };
    this.#times = new TimeForms(this.#options);
    this.#scanner = new LogScanner(capacity);
    this.#families = new Families((record) => {
      const event = eventKind(record);
      return event && sink.cell(event);
    });
    this.#counts = sink.together && new Counts(this.#scanner, sink.together);
    this.#finder = {
      known: (template, start, end, trigger, first, second) => this.#known(template, start, end, trigger, first, second),
      unknown: (trigger) => (this.#knowsKin(trigger) ? AGAIN : this.#found(trigger)),
      counted: (group, minute, events) => this.#counts?.minute(group, minute, events),
    };
  }

  /**
   * Begins another file, or a part of it that starts with a record at `offset`.
   * @param layout as `layoutOf` says of the file's head
   * @param now when the file was written last, in milliseconds since the epoch: times without a year are before
   */
  begin(layout: Layout, offset = 0, now = this.#options.now): void {
    if (now !== undefined && now !== this.#options.now) {
      this.#options.now = now;
      this.#times.forget();
      this.#scanner.stopClocks();
    }
    this.#layout = layout;
    this.#begin = this.#base = this.#line = this.#recordEnd = offset;
    this.#length = this.#next = this.#lines = 0;
    this.#open = undefined;
    this.#again = -1;
    this.#atEnd = false;
  }

  /** Where to put the next bytes. Never empty. */
  room(): Uint8Array {
    return this.#scanner.buffer.subarray(this.#length);
  }

  /** Says that so many bytes were put there. */
  push(bytes: number): void {
    this.#length += bytes;
    this.#search(this.#length - REACH - HEAD);
    this.#drop();
  }

  /** Says that the file ends. */
  end(): void {
    this.#atEnd = true;
    this.#search(this.#length);
    this.#lines += this.#scanner.countLines(0, this.#length);
    // The last line needs no line feed.
    if (this.#length > 0 && this.#scanner.buffer[this.#length - 1] !== FEED) this.#lines++;
    this.#base += this.#length;
    this.#length = this.#next = 0;
  }

  /** Hands over what was counted and not told. To be called when nothing more is read. */
  finish(): void {
    this.#counts?.finish();
  }

  /** Events that were counted and not told. */
  get counted(): number {
    return this.#scanner.counted;
  }

  /** How often something was read as text: for each other kind of line once, and for every record that is no such line. */
  get readings(): number {
    return this.#readings;
  }

  /** Bytes read. */
  get position(): number {
    return this.#base + this.#length;
  }

  /** Lines among the bytes read; to be asked after `end`. */
  get lines(): number {
    return this.#lines;
  }

  /** Line feeds before a record that is being told. */
  lineOf(offset: number): number {
    // A record may begin before what is in the buffer only when it is longer than what is read of it.
    return this.#lines + this.#scanner.countLines(0, Math.max(0, offset - this.#base));
  }

  #search(to: number): void {
    if (to <= this.#next) return;
    this.#next = this.#scanner.search(this.#length, this.#next, to, this.#finder);
  }

  /** Gives up what nothing will ask for any more. */
  #drop(): void {
    const dropped = Math.max(0, this.#next - REACH - HEAD);
    if (dropped === 0 || this.room().length > REACH) return;
    const { buffer } = this.#scanner;
    this.#lines += this.#scanner.countLines(0, dropped);
    const feed = buffer.lastIndexOf(FEED, dropped - 1);
    if (feed >= 0) this.#line = this.#base + feed + 1;
    buffer.copyWithin(0, dropped, this.#length);
    this.#base += dropped;
    this.#length -= dropped;
    this.#next -= dropped;
  }

  #known(id: number, start: number, end: number, trigger: number, first: number, second: number): void {
    const { clocks, cells, timed, counted } = this.#templates[id];
    const { buffer } = this.#scanner;
    let time = Number.NaN;
    if (clocks.length > 0) {
      time = clocks[0].read(buffer, first);
      if (Number.isNaN(time) || (clocks.length > 1 && Number.isNaN(clocks[1].read(buffer, second)))) return void this.#found(trigger);
    }
    this.#close(end + 1);
    for (let index = 0; index < cells.length; index++) this.#sink.add(cells[index], timed ? time : undefined, this.#base + start, index === 0);
    if (counted) this.#counts?.told(counted, cells[0], clocks[0]);
  }

  #close(end: number): void {
    this.#recordEnd = this.#base + end;
    this.#open = undefined;
  }

  /** Reads the record around a trigger; returns where to go on. */
  #found(trigger: number): number {
    this.#readings++;
    const piece = this.#layout.separator === undefined ? this.#byLines(trigger) : this.#bySeparator(trigger, this.#layout.separator);
    const { start, end, clipped } = piece;
    // What goes on from a record that was too long to be read at once is still that record: what it has told already is not told again.
    const told = piece.goesOn ? this.#open : undefined;
    const bytes = this.#scanner.buffer.subarray(start, end);
    const valid = exactUtf8(bytes);
    const text = valid ?? latin1(bytes);
    const isLine = isLines(this.#layout) && bytes.indexOf(FEED) === bytes.length - 1;
    const { records, otherwise } = isLine ? readLine(text, this.#options) : { records: readRecords(text, this.#options, this.#layout), otherwise: undefined };
    const found = records.flatMap((record) => {
      const event = eventKind(record);
      return event && !told?.has(event.kind) ? [{ cell: this.#sink.cell(event), kind: event.kind, record }] : [];
    });
    let last = told && told.size > 0 ? found[0]?.record.span.start : undefined;
    for (const { cell, record } of found) {
      const { span, time } = record;
      const inside = valid !== undefined && span.start > 0 ? toUtf8(text.slice(0, span.start)).length : span.start;
      this.#sink.add(cell, time, this.#base + start + inside, span.start !== last, record);
      last = span.start;
    }
    if (clipped) {
      // A name across the end is found again.
      this.#close(end - LONGEST_NAME);
      this.#open = new Set([...(told ?? []), ...found.map(({ kind }) => kind)]);
      return end - LONGEST_NAME;
    }
    this.#close(end);
    if (this.learns && isLine && !piece.goesOn) this.#learn(trigger, start, end, text, found.map(({ cell }) => cell), found.map(({ record }) => record.time), otherwise);
    return end;
  }

  /** Makes a template of a line, if it is a record by itself and it is clear where its time stands. */
  #learn(trigger: number, start: number, end: number, text: string, cells: readonly Cell[], times: readonly (number | undefined)[], otherwise: Otherwise | undefined): void {
    const { buffer } = this.#scanner;
    const feed = end - 1;
    if (this.#lineStart(trigger) !== start || !this.#scanner.beginsLine(start) || !this.#scanner.beginsLine(end)) return;
    // One character for each byte.
    const line = text.length === end - start ? text.slice(0, -1) : latin1(buffer.subarray(start, feed));
    if (DIGITS_MATTER.test(line) || new Set(times).size > 1) return;
    let clocks: readonly TimeSlot[] = [];
    let timed = false;
    if (cells.length > 0) {
      const all = this.#times.clocks(line);
      const [value] = times;
      if (!all || (value === undefined && all.length > 0)) return;
      const equal = value === undefined ? [] : [...all, ...this.#times.epochs(line)].filter((slot) => slot.read(buffer, start + slot.start) === value);
      timed = value !== undefined;
      if (timed && equal.length !== 1) return;
      clocks = [...equal, ...all.filter((slot) => !equal.includes(slot))];
      if (clocks.length > 2) return;
    }
    // A time behind the words of a line is one up to some place only, and numbers of other lengths stand before it.
    if (buffer[start] !== BRACE && clocks.some((slot) => slot.start > FARTHEST_TIME)) return;
    const masked = this.#scanner.masked(start, feed);
    if (masked === undefined) return;
    const places = clocks.map((slot) => this.#scanner.inMasked(slot.start));
    const said: Said = { places, cells, timed, clocks };
    if (this.#add(said)) this.#families.add(masked, line, said, otherwise, (place) => this.#scanner.inOriginal(place));
  }

  /** Makes the line that was masked last a template. */
  #add({ places, cells, timed, clocks }: Said): boolean {
    const counted = timed && cells.length === 1 && clocks.length === 1 ? this.#counts?.countedBy(cells[0], clocks[0]) : undefined;
    const template = this.#scanner.learn(places, cells.length === 0 ? 'passed' : (counted ?? 'told'));
    if (template === this.#templates.length) this.#templates.push({ cells, timed, clocks, counted });
    return template >= 0;
  }

  /** Whether the line around a trigger says what one of its kin says, but for the error; then it is a template now. */
  #knowsKin(trigger: number): boolean {
    const scanner = this.#scanner;
    if (this.#again === this.#base + trigger || !isLines(this.#layout)) return false;
    const start = this.#lineStart(trigger);
    const feed = scanner.buffer.indexOf(FEED, trigger);
    if (start < 0 || feed < 0 || feed >= this.#length || !scanner.beginsLine(start) || !scanner.beginsLine(feed + 1)) return false;
    const masked = scanner.masked(start, feed);
    const said = masked === undefined ? undefined : this.#families.find(masked);
    if (!said) return false;
    this.#again = this.#base + trigger;
    return this.#add(said);
  }

  /** Where the line around a place starts, as an offset in the buffer: below 0 when it starts before it. */
  #lineStart(at: number): number {
    const feed = at > 0 ? this.#scanner.buffer.lastIndexOf(FEED, at - 1) : -1;
    return feed >= 0 ? feed + 1 : this.#line - this.#base;
  }

  /** Whether a line shows by its first bytes that it begins a record. */
  #begins(at: number): boolean {
    return at >= 0 && isLines(this.#layout) && this.#scanner.beginsLine(at);
  }

  /** The beginning of a line, for a first look. */
  #head(start: number): string {
    const bytes = this.#scanner.buffer.subarray(start, Math.min(start + HEAD, this.#length));
    const feed = bytes.indexOf(FEED);
    return utf8(bytes.subarray(0, feed < 0 ? bytes.length : feed > 0 && bytes[feed - 1] === 13 ? feed - 1 : feed));
  }

  #byLines(trigger: number): Piece {
    const { buffer } = this.#scanner;
    const floor = Math.max(trigger - REACH, this.#begin - this.#base);
    const ceiling = Math.min(this.#length, trigger + REACH);
    let line = this.#lineStart(trigger);
    let start = line;
    while (start > floor) {
      if (this.#begins(start)) break;
      const previous = this.#lineStart(start - 1);
      if (startsRecord(this.#head(start), previous < floor ? '' : this.#head(previous), this.#layout)) break;
      start = previous;
    }
    const goesOn = this.#open !== undefined && this.#base + start < this.#recordEnd;
    start = Math.max(start, floor);
    line = Math.max(line, floor);
    for (let feed = buffer.indexOf(FEED, trigger); feed >= 0 && feed + 1 < ceiling; feed = buffer.indexOf(FEED, feed + 1)) {
      if (this.#begins(feed + 1) || startsRecord(this.#head(feed + 1), this.#head(line), this.#layout)) return { start, end: feed + 1, goesOn, clipped: false };
      line = feed + 1;
    }
    return { start, end: ceiling, goesOn, clipped: !(this.#atEnd && ceiling === this.#length) };
  }

  /** The entry of a JSON list without line breaks. */
  #bySeparator(trigger: number, separator: string): Piece {
    const { buffer } = this.#scanner;
    const floor = Math.max(trigger - REACH, this.#begin - this.#base);
    const ceiling = Math.min(this.#length, trigger + REACH);
    const opens = (at: number): boolean => /[,[]\s*$/.test(latin1(buffer.subarray(Math.max(0, at - 8), at)));
    const wanted = toUtf8(separator);
    let start = lastIndexOfBytes(buffer, wanted, trigger);
    while (start >= floor && start > 0 && !opens(start)) start = lastIndexOfBytes(buffer, wanted, start - 1);
    const goesOn = this.#open !== undefined && this.#base + Math.max(start, floor) < this.#recordEnd;
    start = Math.max(start, floor);
    let end = indexOfBytes(buffer, wanted, trigger);
    while (end >= 0 && end < ceiling && !opens(end)) end = indexOfBytes(buffer, wanted, end + 1);
    return end >= 0 && end < ceiling ? { start, end, goesOn, clipped: false } : { start, end: ceiling, goesOn, clipped: !(this.#atEnd && ceiling === this.#length) };
  }
}

const isLines = ({ entryIndent, separator }: Layout): boolean => entryIndent === undefined && separator === undefined;

/** A record, or as much of it as is read at once; offsets in the buffer. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** It is the rest of the record read before. */
  readonly goesOn: boolean;
  /** It goes on behind `end`. */
  readonly clipped: boolean;
}
