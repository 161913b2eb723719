// The scanner: AssemblyScript, built to WebAssembly by scripts/assemblyScript.mjs.
//
// Finds names such as `already_exists` in bytes, in any case and with or without a separator between the words.
// A filter looks at 64 positions at once: four bytes in a row, the low half of each looked up in a table, give for every position the
// set of buckets of which an anchor may stand there (the idea of Hyperscan's Teddy; the high halves would tell little more of letters,
// and cost as much again). What passes is compared letter by letter.
//
// The host lays out the memory; scanner.ts holds the other half of this contract.
//   [0, 64)            four tables of 16 bytes: for each of the four anchor bytes the buckets of its low half
//   [64, 64 + 16n)     n patterns of four u32: offset of the anchor in the letters, address of the letters, their number, separators
//                      (bit 0 `_`, bit 1 `-`, bit 2 space); the letters are lower case, `_` stands between words
//   anchors            for each four patterns the first letters of their anchors, up to where the word ends, as four u32, then four u32
//                      that say which bytes those are; where there is no pattern, letters that are not among those bytes
//   text               wherever the host reads to, followed by at least 128 bytes that belong to nobody

const PATTERNS: usize = 64;
const PATTERN_SIZE: usize = 16;

let patternCount: usize = 0;
let anchors: usize = 0;
let textStart: usize = 0;
let textEnd: usize = 0;
let cursor: usize = 0;
let foundStart: usize = 0;
let foundEnd: usize = 0;

/** Tells how many patterns there are and where their anchors stand. */
export function setPatterns(count: usize, anchorsAt: usize): void {
  patternCount = count;
  anchors = anchorsAt;
}

/** Sets the text to search. */
export function setText(start: usize, end: usize): void {
  textStart = start;
  textEnd = end;
  cursor = start;
}

export function matchStart(): usize {
  return foundStart;
}

export function matchEnd(): usize {
  return foundEnd;
}

/** The index of the pattern found next, in the order of the anchors; -1 at the end of the text. */
export function next(): i32 {
  const table0 = v128.load(0), table1 = v128.load(16), table2 = v128.load(32), table3 = v128.load(48);
  const end = textEnd;
  for (let at = cursor; at < end; at += 64) {
    const first = filter(at, table0, table1, table2, table3);
    const second = filter(at + 16, table0, table1, table2, table3);
    const third = filter(at + 32, table0, table1, table2, table3);
    const fourth = filter(at + 48, table0, table1, table2, table3);
    if (!v128.any_true(v128.or(v128.or(first, second), v128.or(third, fourth)))) continue;
    let mask = passed(first) | (passed(second) << 16) | (passed(third) << 32) | (passed(fourth) << 48);
    while (mask != 0) {
      const position = at + <usize>ctz(mask);
      const id = verify(position);
      if (id >= 0) {
        cursor = position + 1;
        return id;
      }
      mask &= mask - 1;
    }
  }
  cursor = end;
  return -1;
}

/** One bit for each of 16 positions: whether there is a bucket. */
// @ts-ignore: decorator
@inline
function passed(buckets: v128): u64 {
  return <u64><u32>i8x16.bitmask(i8x16.ne(buckets, i8x16.splat(0)));
}

/** For each of the 16 positions from `at` on, the buckets whose anchor may stand there. */
// @ts-ignore: decorator
@inline
function filter(at: usize, table0: v128, table1: v128, table2: v128, table3: v128): v128 {
  const nibble = i8x16.splat(15);
  const first = i8x16.swizzle(table0, v128.and(v128.load(at), nibble));
  const second = i8x16.swizzle(table1, v128.and(v128.load(at, 1), nibble));
  const third = i8x16.swizzle(table2, v128.and(v128.load(at, 2), nibble));
  const fourth = i8x16.swizzle(table3, v128.and(v128.load(at, 3), nibble));
  return v128.and(v128.and(first, second), v128.and(third, fourth));
}

/** Whether a zero byte stands in the text. */
export function hasZero(start: usize, end: usize): bool {
  let at = start;
  for (; at + 16 <= end; at += 16) {
    if (!i8x16.all_true(v128.load(at))) return true;
  }
  for (; at < end; at++) {
    if (load<u8>(at) == 0) return true;
  }
  return false;
}

/** The first pattern whose anchor stands at `position` and whose letters stand around it, or -1. */
function verify(position: usize): i32 {
  const letters = i32x4.splat(load<u32>(position) | 0x20202020);
  for (let index: usize = 0; index < patternCount; index += 4) {
    const anchor = anchors + index * 8;
    let mask = i32x4.bitmask(i32x4.eq(v128.load(anchor), v128.and(letters, v128.load(anchor, 16))));
    while (mask != 0) {
      const candidate = index + <usize>ctz(mask);
      if (matches(PATTERNS + candidate * PATTERN_SIZE, position)) return <i32>candidate;
      mask &= mask - 1;
    }
  }
  return -1;
}

function matches(pattern: usize, position: usize): bool {
  const anchor = <usize>load<u32>(pattern);
  const letters = <usize>load<u32>(pattern, 4);
  const length = <usize>load<u32>(pattern, 8);
  const separators = load<u32>(pattern, 12);
  let at = position;
  for (let i = letters + anchor; i < letters + length; i++) {
    const letter = load<u8>(i);
    if (letter == 0x5f) {
      if (at < textEnd && isSeparator(load<u8>(at), separators)) at++;
    } else {
      if (at >= textEnd || (load<u8>(at) | 0x20) != letter) return false;
      at++;
    }
  }
  const end = at;
  at = position;
  for (let i = letters + anchor; i > letters; i--) {
    const letter = load<u8>(i - 1);
    if (letter == 0x5f) {
      if (at > textStart && isSeparator(load<u8>(at - 1), separators)) at--;
    } else {
      if (at <= textStart || (load<u8>(at - 1) | 0x20) != letter) return false;
      at--;
    }
  }
  foundStart = at;
  foundEnd = end;
  return true;
}

// @ts-ignore: decorator
@inline
function isSeparator(byte: u8, allowed: u32): bool {
  return (byte == 0x5f && (allowed & 1) != 0) || (byte == 0x2d && (allowed & 2) != 0) || (byte == 0x20 && (allowed & 4) != 0);
}
