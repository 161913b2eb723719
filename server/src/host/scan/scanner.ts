import type { Pattern } from './patterns';
import wasm from './scanner.wasm';

// The other half of the contract at the top of scanner.as.
const BUCKETS = 8;
const ANCHOR = 4;
const PATTERNS_AT = 64;
const PATTERN_SIZE = 16;
const ANCHORS_SIZE = 32;
const SLACK = 128;
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

/** What all scanners for the same patterns share. Can be given to another thread, which then has nothing to compile. */
export interface Prepared {
  readonly module: WebAssembly.Module;
  /** What stands in the memory before the text. */
  readonly head: Uint8Array;
  readonly count: number;
  readonly anchorsAt: number;
  readonly overlap: number;
}

/** @throws RangeError for a pattern that is not words of a–z joined by `_`, or that has fewer than four letters */
export function prepare(patterns: readonly Pattern[]): Prepared {
  const anchorsAt = PATTERNS_AT + PATTERN_SIZE * patterns.length;
  const lettersAt = anchorsAt + ANCHORS_SIZE * Math.ceil(patterns.length / 4);
  const letters = patterns.reduce((sum, { words }) => sum + words.length, 0);
  const head = new Uint8Array(Math.ceil((lettersAt + letters) / SLACK) * SLACK);
  writePatterns(patterns, head.buffer, anchorsAt, lettersAt);
  const longest = Math.max(0, ...patterns.map(({ words }) => words.length));
  return { module: new WebAssembly.Module(wasm), head, count: patterns.length, anchorsAt, overlap: Math.max(0, longest - 1) };
}

/** @param capacity bytes of the buffer */
export function createScanner({ module, head, count, anchorsAt, overlap }: Prepared, capacity: number): Scanner {
  const textAt = head.length;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((textAt + capacity + SLACK) / PAGE) });
  new Uint8Array(memory.buffer).set(head);
  const exports = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Exports;
  exports.setPatterns(count, anchorsAt);
  return {
    buffer: Buffer.from(memory.buffer, textAt, capacity),
    overlap,
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
  bytes.fill(0xff, anchorsAt, lettersAt);
  let at = lettersAt;
  const anchors = patterns.map(anchorOf);
  patterns.forEach(({ words, separators }, index) => {
    const { start } = anchors[index];
    const set = (separators.includes('_') ? 1 : 0) | (separators.includes('-') ? 2 : 0) | (separators.includes(' ') ? 4 : 0);
    [start, at, words.length, set].forEach((value, field) => view.setInt32(PATTERNS_AT + index * PATTERN_SIZE + 4 * field, value, true));
    const group = anchorsAt + ANCHORS_SIZE * Math.floor(index / 4) + 4 * (index % 4);
    const [word = ''] = words.slice(start, start + ANCHOR).split('_');
    for (let i = 0; i < ANCHOR; i++) {
      bytes[group + i] = i < word.length ? word.charCodeAt(i) : 0;
      bytes[group + 16 + i] = i < word.length ? 0xff : 0;
    }
    bytes.write(words, at, 'latin1');
    at += words.length;
  });
  for (let rest = patterns.length; rest % 4 !== 0; rest++) view.setInt32(anchorsAt + ANCHORS_SIZE * Math.floor(rest / 4) + 4 * (rest % 4) + 16, 0, true);
  inBuckets(anchors.map(({ halves }) => halves)).forEach((halves, bucket) => {
    halves.forEach((set, i) => {
      for (let half = 0; half < 16; half++) if (set & (1 << half)) bytes[i * 16 + half] |= 1 << bucket;
    });
  });
}

/** For each of four bytes in a row the low halves that it may have, as bits. */
type Halves = readonly number[];

/** Where four bytes in a row begin by which a pattern is found first. */
interface Anchor {
  /** In the pattern's letters. */
  readonly start: number;
  readonly halves: Halves;
}

/**
 * The rarest four bytes of a pattern. Such as lie across the end of a word, if it has several: single words are everywhere.
 * A separator may stand between words or not, and a letter's low half is the same in both cases.
 */
function anchorOf({ words, separators }: Pattern): Anchor {
  if (!/^[a-z]+(_[a-z]+)*$/.test(words)) throw new RangeError(`The scanner finds words of a–z joined by "_", not ${JSON.stringify(words)}.`);
  let best: Anchor | undefined;
  let least = Infinity;
  for (let start = 0; start < words.length; start++) {
    const halves = halvesFrom(words, separators, start);
    if (!halves || words.includes('_') !== words.slice(start, start + ANCHOR).includes('_')) continue;
    const cost = costOf(halves);
    if (cost < least) [best, least] = [{ start, halves }, cost];
  }
  if (!best) throw new RangeError(`The scanner needs four letters in ${JSON.stringify(words)}.`);
  return best;
}

/** What the four bytes from a letter on may be; undefined when it is a separator, or when the pattern may end before. */
function halvesFrom(words: string, separators: string, start: number): Halves | undefined {
  if (words[start] === '_') return undefined;
  const halves = [0, 0, 0, 0];
  const collect = (letter: number, byte: number): boolean => {
    if (byte === ANCHOR) return true;
    if (letter >= words.length) return false;
    const add = (text: string): void => void (halves[byte] |= 1 << (text.charCodeAt(0) & 15));
    if (words[letter] !== '_') {
      add(words.charAt(letter));
      return collect(letter + 1, byte + 1);
    }
    [...separators].forEach(add);
    return collect(letter + 1, byte + 1) && collect(letter + 1, byte);
  };
  return collect(start, 0) ? halves : undefined;
}

/** How often each low half of a byte stands in source code, per thousand bytes: the rarer those of an anchor, the less there is to compare. */
const FREQUENCY = [218, 46, 60, 70, 82, 101, 22, 22, 28, 85, 44, 21, 37, 48, 61, 56];

const costOf = (halves: Halves): number => halves.reduce((product, set) => product * FREQUENCY.reduce((sum, each, half) => (set & (1 << half) ? sum + each : sum), 0), 1);

/** Anchors share buckets, those together that let the least pass in addition. */
function inBuckets(anchors: readonly Halves[]): readonly Halves[] {
  const buckets = anchors.map((halves) => ({ halves, cost: costOf(halves) }));
  while (buckets.length > BUCKETS) {
    let [first, second, least] = [0, 0, Infinity];
    for (let i = 0; i < buckets.length; i++) {
      for (let j = 0; j < i; j++) {
        const more = costOf(either(buckets[i].halves, buckets[j].halves)) - buckets[i].cost - buckets[j].cost;
        if (more < least) [first, second, least] = [j, i, more];
      }
    }
    const [taken] = buckets.splice(second, 1);
    const halves = either(buckets[first].halves, taken.halves);
    buckets[first] = { halves, cost: costOf(halves) };
  }
  return buckets.map(({ halves }) => halves);
}

const either = (a: Halves, b: Halves): Halves => a.map((set, index) => set | b[index]);
