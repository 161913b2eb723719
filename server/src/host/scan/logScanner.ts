import { ERROR_NAMES } from '../../core/catalog/names';
import { toUtf8, utf8 } from '../bytes';
import wasm from './logScanner.wasm';

// The other half of the contract at the top of logScanner.as.
const NAMES_AT = 256;
const MOST_NAMES = 16;
const LETTERS_AT = NAMES_AT + 4 * MOST_NAMES;
const LETTERS_SIZE = 64;
const SLOTS_AT = LETTERS_AT + MOST_NAMES * LETTERS_SIZE;
const SLOTS = 32_768;
/** A table that is fuller is slow to search. */
const MOST_TEMPLATES = 12_288;
const LINES_AT = SLOTS_AT + 4 * SLOTS;
const MOST_LINES = 4096;
const LINE_SIZE = 24;
const SCRATCH_AT = LINES_AT + MOST_LINES * LINE_SIZE;
/** Bytes of the longest line that may become a template. */
export const LONGEST_TEMPLATE = 2048;
const CLOCKS_AT = SCRATCH_AT + 3 * LONGEST_TEMPLATE + 128;
const CLOCK_SIZE = 96;
const MOST_CLOCKS = 64;
/** Letters of the longest time that is read by the scanner. */
const LONGEST_CLOCK = 32;
const GROUPS_AT = CLOCKS_AT + MOST_CLOCKS * CLOCK_SIZE;
const GROUP_SIZE = 32;
const MOST_GROUPS = 128;
const CELLS_AT = GROUPS_AT + MOST_GROUPS * GROUP_SIZE;
const MOST_CELLS = 8192;
const MINUTES_AT = CELLS_AT + 4 * MOST_CELLS;
const MINUTE_SIZE = 12;
const MOST_MINUTES = 512;
const TEMPLATES_AT = MINUTES_AT + MOST_MINUTES * MINUTE_SIZE;
const HEADER = 32;
const TOLD = 0;
const PASSED = 1;
const COUNTED = 2;
const NOWHERE = 0xffffffff;
const TEMPLATE_BYTES = 3 * 1024 * 1024;
const TEXT_AT = Math.ceil((TEMPLATES_AT + TEMPLATE_BYTES) / 64) * 64;
const SLACK = 64;
const PAGE = 65_536;
/** What `next` says; otherwise the host must see what was found before more is. */
const ENDED = 0;
const STOPPED = 1;

interface Exports {
  layout(names: number, letters: number, slots: number, slotCount: number, lines: number, lineCount: number, scratch: number): void;
  setText(start: number, end: number, from: number, to: number): void;
  next(): number;
  hitAt(): number;
  position(): number;
  skipTo(at: number): void;
  again(): void;
  foundCount(): number;
  beginsLine(at: number): number;
  mask(start: number, end: number): void;
  masked(place: number): number;
  unmasked(place: number): number;
  lengthOfMasked(): number;
  firstSlot(): number;
  countLines(start: number, end: number): number;
  layoutCounters(clocks: number, groups: number, cells: number, minutes: number, minuteCount: number): void;
  minuteCount(): number;
  countedLines(): number;
}

/** By which clock, in which cell and group the lines of a template are counted: numbers that the scanner gave. */
export interface Counted {
  readonly clock: number;
  readonly cell: number;
  readonly group: number;
}

/** What was counted in a group: the range of times, and the events of the minute that came last. */
export interface GroupCount {
  readonly first: number;
  readonly last: number;
  readonly minute: number;
  readonly events: number;
}

/** How a time is written: where in it the seconds stand, the digits of their fraction, and where its zone does. */
export interface ClockForm {
  readonly length: number;
  readonly seconds: number;
  readonly fraction: number;
  readonly zone: number;
}

/** What `unknown` returns when a template knows the line now. */
export const AGAIN = -1;

/** What `search` asks its host to do. All places are offsets into the buffer. */
export interface Finder {
  /**
   * A line that equals a template but for its numbers. `end`: its line feed. `first`, `second`: the places that `learn` was given, where they are
   * in this line.
   */
  known(template: number, start: number, end: number, trigger: number, first: number, second: number): void;
  /** A place at which a record may stand that no template knows. Returns where to go on, everything before is done with; or AGAIN. */
  unknown(trigger: number): number;
  /** Events of a group in one minute (since the epoch) that is over. */
  counted(group: number, minute: number, events: number): void;
}

/** Finds the places of a log at which a record about PlusAuth may stand, at some gigabytes a second. */
export class LogScanner {
  readonly buffer: Uint8Array;
  readonly #exports: Exports;
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #lines: Uint32Array;
  #templates = 0;
  #templateEnd = TEMPLATES_AT;
  #clocks = 0;
  #groups = 0;
  #cells = 0;
  readonly #minutes: Uint32Array;

  /** @param capacity bytes of the buffer */
  constructor(capacity: number) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((TEXT_AT + capacity + SLACK) / PAGE) });
    this.#view = new DataView(memory.buffer);
    this.#bytes = new Uint8Array(memory.buffer);
    this.#lines = new Uint32Array(memory.buffer, LINES_AT, (MOST_LINES * LINE_SIZE) / 4);
    this.#minutes = new Uint32Array(memory.buffer, MINUTES_AT, (MOST_MINUTES * MINUTE_SIZE) / 4);
    this.buffer = new Uint8Array(memory.buffer, TEXT_AT, capacity);
    this.#write(ERROR_NAMES);
    this.#exports = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } }).exports as unknown as Exports;
    this.#exports.layout(NAMES_AT, LETTERS_AT, SLOTS_AT, SLOTS, LINES_AT, MOST_LINES, SCRATCH_AT);
    this.#exports.layoutCounters(CLOCKS_AT, GROUPS_AT, CELLS_AT, MINUTES_AT, MOST_MINUTES);
  }

  #write(names: readonly string[]): void {
    for (let byte = 0; byte < 256; byte++) {
      const letter = String.fromCharCode(byte);
      this.#bytes[byte] = /\d/.test(letter) ? 1 : /[a-f]/i.test(letter) ? 2 : /\w/.test(letter) ? 4 : 0;
    }
    names.forEach((name, index) => {
      const before = name.indexOf('_');
      if (before < 1 || name.length + 8 > LETTERS_SIZE || names.length > MOST_NAMES) throw new RangeError(`The scanner has no room for the name ${JSON.stringify(name)}.`);
      this.#bytes.set(toUtf8(name.slice(before - 1, before + 3)), NAMES_AT + 4 * index);
      const at = LETTERS_AT + index * LETTERS_SIZE;
      this.#view.setUint32(at, before, true);
      this.#view.setUint32(at + 4, name.length, true);
      this.#bytes.set(toUtf8(name), at + 8);
    });
  }

  /** Searches the first `length` bytes of the buffer for triggers from `from` to `to`; returns where to go on, which may be behind `to`. */
  search(length: number, from: number, to: number, finder: Finder): number {
    const scan = this.#exports;
    const lines = this.#lines;
    scan.setText(TEXT_AT, TEXT_AT + length, TEXT_AT + from, TEXT_AT + to);
    for (let state = -1; state !== ENDED; ) {
      state = scan.next();
      const count = scan.foundCount();
      for (let index = 0; index < 6 * count; index += 6) {
        finder.known(
          lines[index], lines[index + 1] - TEXT_AT, lines[index + 2] - TEXT_AT, lines[index + 3] - TEXT_AT, lines[index + 4] - TEXT_AT, lines[index + 5] - TEXT_AT,
        );
      }
      const minutes = scan.minuteCount();
      for (let index = 0; index < 3 * minutes; index += 3) finder.counted(this.#minutes[index], this.#minutes[index + 1], this.#minutes[index + 2]);
      if (state !== STOPPED) continue;
      const next = finder.unknown(scan.hitAt() - TEXT_AT);
      if (next === AGAIN) scan.again();
      else scan.skipTo(TEXT_AT + next);
    }
    return scan.position() - TEXT_AT;
  }

  /** Line feeds from `start` to `end`. */
  countLines(start: number, end: number): number {
    return this.#exports.countLines(TEXT_AT + start, TEXT_AT + end);
  }

  /** Whether a line at `at` surely begins a record, so that the one before it is complete. */
  beginsLine(at: number): boolean {
    return this.#exports.beginsLine(TEXT_AT + at) !== 0;
  }

  /** A clock for times of one form; -1 when there is no room for another one. It stands still until it is set. */
  addClock({ length, seconds, fraction, zone }: ClockForm): number {
    if (this.#clocks >= MOST_CLOCKS || length > LONGEST_CLOCK) return -1;
    const at = CLOCKS_AT + CLOCK_SIZE * this.#clocks;
    [0, seconds, fraction, NOWHERE].forEach((value, index) => this.#view.setUint32(at + 4 * index, value, true));
    this.#bytes.fill(255, at + 48, at + 48 + seconds).fill(255, at + 48 + zone, at + 48 + length);
    return this.#clocks++;
  }

  /** A clock for numbers of 10 or 13 digits since the epoch; -1 when there is no room for another one. */
  addEpoch(digits: number): number {
    if (this.#clocks >= MOST_CLOCKS) return -1;
    this.#view.setUint32(CLOCKS_AT + CLOCK_SIZE * this.#clocks, digits, true);
    return this.#clocks++;
  }

  /** Sets a clock by the bytes of a time and the minute (since the epoch) that all times are in which differ from it in their seconds only. */
  setClock(clock: number, bytes: Uint8Array, minute: number): void {
    const at = CLOCKS_AT + CLOCK_SIZE * clock;
    this.#bytes.set(bytes, at + 16);
    this.#view.setUint32(at + 12, minute, true);
  }

  /** Clocks stand still until they are set anew. */
  stopClocks(): void {
    for (let clock = 0; clock < this.#clocks; clock++) this.#view.setUint32(CLOCKS_AT + CLOCK_SIZE * clock + 12, NOWHERE, true);
  }

  /** A group of events, whose lines are told until it is opened; -1 when there is no room for another one. */
  addGroup(): number {
    if (this.#groups >= MOST_GROUPS) return -1;
    const at = GROUPS_AT + GROUP_SIZE * this.#groups;
    this.#view.setFloat64(at, Infinity, true);
    this.#view.setFloat64(at + 8, -Infinity, true);
    this.#view.setUint32(at + 16, NOWHERE, true);
    return this.#groups++;
  }

  /** From now on the lines of a group are counted where they can be, and not told. */
  openGroup(group: number): void {
    this.#view.setUint32(GROUPS_AT + GROUP_SIZE * group + 24, 1, true);
  }

  /** A counter; -1 when there is no room for another one. */
  addCell(): number {
    return this.#cells < MOST_CELLS ? this.#cells++ : -1;
  }

  /** What a group came to, without the minutes that were told; from then on it counts from nothing. */
  takeGroup(group: number): GroupCount {
    const at = GROUPS_AT + GROUP_SIZE * group;
    const taken = { first: this.#view.getFloat64(at, true), last: this.#view.getFloat64(at + 8, true), minute: this.#view.getUint32(at + 16, true), events: this.#view.getUint32(at + 20, true) };
    this.#view.setUint32(at + 20, 0, true);
    return taken;
  }

  /** Lines counted in a cell; from then on it counts from nothing. */
  takeCell(cell: number): number {
    const lines = this.#view.getUint32(CELLS_AT + 4 * cell, true);
    this.#view.setUint32(CELLS_AT + 4 * cell, 0, true);
    return lines;
  }

  /** Lines counted so far. */
  get counted(): number {
    return this.#exports.countedLines() >>> 0;
  }

  /** A line with placeholders, one character for each byte where all are ASCII; undefined when it is too long for a template. */
  masked(start: number, end: number): string | undefined {
    if (end - start > LONGEST_TEMPLATE) return undefined;
    this.#exports.mask(TEXT_AT + start, TEXT_AT + end);
    return utf8(this.#bytes.subarray(SCRATCH_AT, SCRATCH_AT + this.#exports.lengthOfMasked()));
  }

  /** Where a place of the line that was masked last stands in what it was masked to. Both count from the beginning of the line. */
  inMasked(place: number): number {
    return this.#exports.masked(place);
  }

  /** Where a place of what a line was masked to last stands in the line. */
  inOriginal(place: number): number {
    return this.#exports.unmasked(place);
  }

  /**
   * Makes the line that was masked last a template, with up to two places (in the masked line) of which to tell where they are in other lines; its number,
   * or -1 when there is no room for another one.
   * @param how what is done with lines that equal it: they are told, passed over, or counted where the first place is their time
   */
  learn(places: readonly number[], how: 'told' | 'passed' | Counted = 'told'): number {
    const length = this.#exports.lengthOfMasked();
    const size = HEADER + 16 * Math.ceil(length / 16);
    if (this.#templates >= MOST_TEMPLATES || this.#templateEnd + size > TEMPLATES_AT + TEMPLATE_BYTES) return -1;
    const at = this.#templateEnd;
    this.#view.setUint32(at, this.#templates, true);
    this.#view.setUint32(at + 4, length, true);
    [0, 1].forEach((index) => this.#view.setUint32(at + 8 + 4 * index, places[index] ?? NOWHERE, true));
    const counted = typeof how === 'object' ? [COUNTED, how.clock, how.cell, how.group] : [how === 'passed' ? PASSED : TOLD, 0, 0, 0];
    counted.forEach((value, index) => this.#view.setUint32(at + 16 + 4 * index, value, true));
    this.#bytes.fill(0, at + HEADER, at + size);
    this.#bytes.copyWithin(at + HEADER, SCRATCH_AT, SCRATCH_AT + length);
    let slot = this.#exports.firstSlot();
    while (this.#view.getUint32(SLOTS_AT + 4 * slot, true) !== 0) slot = (slot + 1) % SLOTS;
    this.#view.setUint32(SLOTS_AT + 4 * slot, at, true);
    this.#templateEnd = at + size;
    return this.#templates++;
  }
}
