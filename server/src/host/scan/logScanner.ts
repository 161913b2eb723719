import { ERROR_NAMES } from '../../core/catalog/names';
import { toUtf8 } from '../bytes';
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
const TEMPLATES_AT = SCRATCH_AT + 2 * LONGEST_TEMPLATE + 128;
const HEADER = 16;
const NOWHERE = 0xffffffff;
const TEMPLATE_BYTES = 3 * 1024 * 1024;
const TEXT_AT = Math.ceil((TEMPLATES_AT + TEMPLATE_BYTES) / 64) * 64;
const SLACK = 64;
const PAGE = 65_536;
/** What `next` says; otherwise the table of lines is full. */
const ENDED = 0;
const STOPPED = 1;

interface Exports {
  layout(names: number, letters: number, slots: number, slotCount: number, lines: number, lineCount: number, scratch: number): void;
  setText(start: number, end: number, from: number, to: number): void;
  next(): number;
  hitAt(): number;
  position(): number;
  skipTo(at: number): void;
  foundCount(): number;
  beginsLine(at: number): number;
  mask(start: number, end: number): void;
  masked(place: number): number;
  lengthOfMasked(): number;
  firstSlot(): number;
  countLines(start: number, end: number): number;
}

/** What `search` asks its host to do. All places are offsets into the buffer. */
export interface Finder {
  /**
   * A line that equals a template but for its numbers. `end`: its line feed. `first`, `second`: the places that `learn` was given, where they are
   * in this line.
   */
  known(template: number, start: number, end: number, trigger: number, first: number, second: number): void;
  /** A place at which a record may stand that no template knows. Returns where to go on; everything before is done with. */
  unknown(trigger: number): number;
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

  /** @param capacity bytes of the buffer */
  constructor(capacity: number) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((TEXT_AT + capacity + SLACK) / PAGE) });
    this.#view = new DataView(memory.buffer);
    this.#bytes = new Uint8Array(memory.buffer);
    this.#lines = new Uint32Array(memory.buffer, LINES_AT, (MOST_LINES * LINE_SIZE) / 4);
    this.buffer = new Uint8Array(memory.buffer, TEXT_AT, capacity);
    this.#write(ERROR_NAMES);
    this.#exports = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } }).exports as unknown as Exports;
    this.#exports.layout(NAMES_AT, LETTERS_AT, SLOTS_AT, SLOTS, LINES_AT, MOST_LINES, SCRATCH_AT);
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
      if (state === STOPPED) scan.skipTo(TEXT_AT + finder.unknown(scan.hitAt() - TEXT_AT));
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

  /** Makes a line a template, with up to two places of which to tell where they are in other lines; its number, or -1 when there is no room for another one. */
  learn(start: number, end: number, places: readonly number[]): number {
    const size = HEADER + 16 * Math.ceil((end - start) / 16);
    if (end - start > LONGEST_TEMPLATE || this.#templates >= MOST_TEMPLATES || this.#templateEnd + size > TEMPLATES_AT + TEMPLATE_BYTES) return -1;
    this.#exports.mask(TEXT_AT + start, TEXT_AT + end);
    const length = this.#exports.lengthOfMasked();
    const at = this.#templateEnd;
    this.#view.setUint32(at, this.#templates, true);
    this.#view.setUint32(at + 4, length, true);
    [0, 1].forEach((index) => {
      const place = places[index];
      this.#view.setUint32(at + 8 + 4 * index, place === undefined ? NOWHERE : this.#exports.masked(place - start), true);
    });
    this.#bytes.fill(0, at + HEADER, at + size);
    this.#bytes.copyWithin(at + HEADER, SCRATCH_AT, SCRATCH_AT + length);
    let slot = this.#exports.firstSlot();
    while (this.#view.getUint32(SLOTS_AT + 4 * slot, true) !== 0) slot = (slot + 1) % SLOTS;
    this.#view.setUint32(SLOTS_AT + 4 * slot, at, true);
    this.#templateEnd = at + HEADER + 16 * Math.ceil(length / 16);
    return this.#templates++;
  }
}
