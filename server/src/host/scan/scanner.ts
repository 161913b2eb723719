import type { Pattern } from './patterns';
import wasm from './scanner.wasm';

// The other half of the contract at the top of scanner.as.
const BUCKETS = 8;
const ANCHOR = 4;
const PATTERNS_AT = 64;
const PATTERN_SIZE = 24;
const SLACK = 64;
const PAGE = 65_536;

interface Exports {
  setPatterns(count: number, anchorsAt: number): void;
  setText(start: number, end: number): void;
  next(): number;
  matchStart(): number;
  matchEnd(): number;
  hasZero(start: number, end: number): number;
}

/** Where a pattern was found: its index in the list given, and its bytes, as offsets into the scanner's buffer. */
export interface Match {
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds many names in bytes at some gigabytes a second. Bytes are read straight into `buffer`, which is the memory that is searched;
 * a text longer than it comes in pieces, of which the last `overlap` bytes are repeated before the next piece.
 */
export interface Scanner {
  readonly buffer: Buffer;
  /** A match across two pieces is not lost when this many bytes are repeated. */
  readonly overlap: number;
  /** Whether a pattern stands in the first `length` bytes of the buffer. */
  test(length: number): boolean;
  /** The matches in the first `length` bytes, in the order of their anchors. Of two that share an anchor only the first pattern's is given. */
  matches(length: number): Match[];
  /** Whether a zero byte stands in the first `length` bytes. */
  hasZero(length: number): boolean;
}

/**
 * @param capacity bytes of the buffer
 * @throws RangeError for a pattern that is not words of a–z joined by `_`, or that has no word of four letters
 */
export function createScanner(patterns: readonly Pattern[], capacity: number): Scanner {
  const anchorsAt = PATTERNS_AT + PATTERN_SIZE * patterns.length;
  const lettersAt = anchorsAt + 16 * Math.ceil(patterns.length / 4);
  const letters = patterns.reduce((sum, { words }) => sum + words.length, 0);
  const textAt = Math.ceil((lettersAt + letters) / SLACK) * SLACK;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((textAt + capacity + SLACK) / PAGE) });
  writePatterns(patterns, memory.buffer, anchorsAt, lettersAt);
  const exports = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } }).exports as unknown as Exports;
  exports.setPatterns(patterns.length, anchorsAt);
  const longest = Math.max(0, ...patterns.map(({ words }) => words.length));
  return {
    buffer: Buffer.from(memory.buffer, textAt, capacity),
    overlap: Math.max(0, longest - 1),
    test(length) {
      exports.setText(textAt, textAt + length);
      return exports.next() >= 0;
    },
    matches(length) {
      exports.setText(textAt, textAt + length);
      const found: Match[] = [];
      for (let pattern = exports.next(); pattern >= 0; pattern = exports.next()) {
        found.push({ pattern, start: exports.matchStart() - textAt, end: exports.matchEnd() - textAt });
      }
      return found;
    },
    hasZero: (length) => exports.hasZero(textAt, textAt + length) !== 0,
  };
}

function writePatterns(patterns: readonly Pattern[], memory: ArrayBuffer, anchorsAt: number, lettersAt: number): void {
  const bytes = Buffer.from(memory);
  const view = new DataView(memory);
  const buckets = new Map<string, number>();
  let at = lettersAt;
  patterns.forEach(({ words, separators }, index) => {
    if (!/^[a-z]+(_[a-z]+)*$/.test(words)) throw new RangeError(`The scanner finds words of a–z joined by "_", not ${JSON.stringify(words)}.`);
    const offset = anchorOf(words);
    const anchor = words.slice(offset, offset + ANCHOR);
    if (!buckets.has(anchor)) buckets.set(anchor, buckets.size % BUCKETS);
    const bit = 1 << (buckets.get(anchor) ?? 0);
    // A letter's low half is the same in both cases.
    for (let i = 0; i < ANCHOR; i++) bytes[i * 16 + (anchor.charCodeAt(i) & 15)] |= bit;
    const record = PATTERNS_AT + index * PATTERN_SIZE;
    const set = (separators.includes('_') ? 1 : 0) | (separators.includes('-') ? 2 : 0) | (separators.includes(' ') ? 4 : 0);
    const [beside, letter] = neighbourOf(words, offset);
    [offset, at, words.length, set, beside, letter].forEach((value, field) => view.setInt32(record + 4 * field, value, true));
    bytes.write(anchor, anchorsAt + ANCHOR * index, 'latin1');
    bytes.write(words, at, 'latin1');
    at += words.length;
  });
}

/** The letter next to the word that holds the anchor: where it stands if the words are joined, counted from the anchor, and which it is. */
function neighbourOf(words: string, anchor: number): [offset: number, letter: number] {
  const before = words.lastIndexOf('_', anchor);
  if (before > 0) return [before - anchor, words.charCodeAt(before - 1)];
  const behind = words.indexOf('_', anchor);
  return behind < 0 ? [0, words.charCodeAt(anchor)] : [behind - anchor, words.charCodeAt(behind + 1)];
}

/** How often each low half of a byte stands in source code, per thousand bytes: the rarer those of an anchor, the less there is to compare. */
const FREQUENCY = [218, 46, 60, 70, 82, 101, 22, 22, 28, 85, 44, 21, 37, 48, 61, 56];

/** Where the rarest four letters in a row stand that no separator can split. */
function anchorOf(words: string): number {
  let best = -1;
  let least = Infinity;
  for (let at = 0; at + ANCHOR <= words.length; at++) {
    const window = words.slice(at, at + ANCHOR);
    if (window.includes('_')) continue;
    const cost = [...window].reduce((product, letter) => product * (FREQUENCY[letter.charCodeAt(0) & 15] ?? 1), 1);
    if (cost < least) [best, least] = [at, cost];
  }
  if (best < 0) throw new RangeError(`The scanner needs a word of four letters in ${JSON.stringify(words)}.`);
  return best;
}
