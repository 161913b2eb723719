// The scanner of logs: AssemblyScript, built to WebAssembly by scripts/assemblyScript.mjs.
//
// Finds the places in a log at which a record about PlusAuth may stand: a name of the catalogue, or a path `/api/v`. A filter looks at 32
// positions at once for the letters that each of them must hold, and what passes is compared letter by letter.
//
// Most lines of a log look like others. For those the host keeps templates: a line in which digits, and words of hexadecimal digits, were
// replaced by placeholders. A line equal to a template after the same replacement says the same, so that the host reads only the first of
// its kind. What may be a status (three digits, the first from 1 to 5) stays as it is.
//
// The host lays out the memory; logScanner.ts holds the other half of this contract.
//   [0, 256)         class of each byte: 1 digit, 2 letter a–f or A–F, 4 other letter, digit or `_`; 0 what separates words
//   names            16 times the four bytes around the first `_` of a name
//   letters          16 records of 64 bytes: u32 bytes of the name before its first `_`, u32 length, then the name
//   slots            a power of two of u32: address of a template, or 0
//   template         u32 id, u32 length, two u32: places in it, or NOWHERE; u32 how its lines are told (TOLD, PASSED, COUNTED); u32 clock of the
//                    first place; two u32: cell and group that count it; then the bytes, up to a multiple of 16
//   clocks           96 bytes each: u32 letters of a number since the epoch (10 or 13), or 0 for a text; u32 where in it the seconds stand,
//                    u32 digits of their fraction, u32 minute in minutes since the epoch, or NOWHERE; 32 bytes that were read last; 32 bytes that are
//                    255 where others must equal them; 16 bytes nobody uses
//   groups           32 bytes each: f64 first and f64 last time, u32 minute, u32 events in it, u32 whether its lines may be counted, u32 nothing
//   cells            u32 each: lines counted
//   minutes          12 bytes each, what was counted in the minutes before: u32 group, u32 minute, u32 events
//   lines            what was found: u32 template, u32 start and u32 end of the line, u32 where the trigger stands, two u32: its places
//   scratch          LONGEST bytes and 64 more
//   gaps             pairs of u32 where the masked line lost letters: place in it, and how many are lost up to there; 2 LONGEST bytes
//   text             followed by at least 64 bytes that belong to nobody

const LONGEST: i32 = 2048;
const LETTERS: usize = 64;
const HEADER: usize = 32;
const TOLD: u32 = 0;
const PASSED: u32 = 1;
const CLOCK: usize = 96;
const GROUP: usize = 32;
const MINUTE: usize = 12;
const LINE: usize = 24;
const NOWHERE: u32 = 0xffffffff;
const MINUTE_LENGTH: u64 = 60000;

let names: usize = 0;
let letters: usize = 0;
let slots: usize = 0;
let slotMask: u32 = 0;
let lines: usize = 0;
let linesEnd: usize = 0;
let scratch: usize = 0;
let textStart: usize = 0;
let textEnd: usize = 0;
let limit: usize = 0;
let cursor: usize = 0;
let hit: usize = 0;
let found: usize = 0;
let maskedLength: usize = 0;
let maskedHash: u32 = 0;
let gaps: usize = 0;
let gapsEnd: usize = 0;
let clocks: usize = 0;
let groups: usize = 0;
let cells: usize = 0;
let minutes: usize = 0;
let minutesEnd: usize = 0;
let minute: usize = 0;
let counted: u32 = 0;
let asks: bool = false;

/** Where the host has put things. `slotCount`: a power of two. `lineCount`: most lines told at once. */
export function layout(namesAt: usize, lettersAt: usize, slotsAt: usize, slotCount: u32, linesAt: usize, lineCount: usize, scratchAt: usize): void {
  names = namesAt;
  letters = lettersAt;
  slots = slotsAt;
  slotMask = slotCount - 1;
  lines = linesAt;
  linesEnd = linesAt + lineCount * LINE;
  scratch = scratchAt;
  gaps = scratchAt + <usize>LONGEST + 64;
}

/** Where the host has put what counts lines. `minuteCount`: most minutes told at once. */
export function layoutCounters(clocksAt: usize, groupsAt: usize, cellsAt: usize, minutesAt: usize, minuteCount: usize): void {
  clocks = clocksAt;
  groups = groupsAt;
  cells = cellsAt;
  minutes = minutesAt;
  minutesEnd = minutesAt + minuteCount * MINUTE;
}

/** Minutes told since `next` was called. */
export function minuteCount(): usize {
  return (minute - minutes) / MINUTE;
}

/** Lines counted since the scanner was made. */
export function countedLines(): u32 {
  return counted;
}

/** Sets the text, and the part of it from `from` to `to` in which triggers are looked for. */
export function setText(start: usize, end: usize, from: usize, to: usize): void {
  textStart = start;
  textEnd = end;
  cursor = from;
  limit = to;
}

/** Goes on at a place behind the last trigger. */
export function skipTo(at: usize): void {
  if (at > cursor) cursor = at;
}

/** Goes on with the last trigger. */
export function again(): void {
  cursor = hit;
}

/** The trigger at which `next` has stopped. */
export function hitAt(): usize {
  return hit;
}

/** Where the search goes on. */
export function position(): usize {
  return cursor;
}

/** Lines told since `next` was called. */
export function foundCount(): usize {
  return (found - lines) / LINE;
}

/**
 * Looks for the next trigger. 0: there is none below the limit; 1: it is one that no template knows; 2: the host must see what was found before more is:
 * the table of lines or of minutes is full, or the last line would have been counted if its clock were set or its group open.
 */
export function next(): i32 {
  found = lines;
  minute = minutes;
  asks = false;
  let at = cursor;
  const end = limit;
  while (at < end) {
    // Most of a log holds nothing.
    while (at + 32 < end && !v128.any_true(v128.or(v128.or(candidates(at), candidates(at + 16)), v128.or(candidates(at + 32), candidates(at + 48))))) at += 64;
    const low = candidates(at), high = candidates(at + 16);
    if (!v128.any_true(v128.or(low, high))) {
      at += 32;
      continue;
    }
    let mask = i8x16.bitmask(low) | (i8x16.bitmask(high) << 16);
    let moved = false;
    while (mask != 0) {
      const position = at + <usize>ctz(mask);
      mask &= mask - 1;
      if (position >= limit) break;
      if (!isTrigger(position)) continue;
      const behind = known(position);
      if (behind == 0) {
        hit = position;
        cursor = position + 1;
        return 1;
      }
      at = behind;
      cursor = behind;
      moved = true;
      break;
    }
    if (!moved) at += 32;
    else if (asks || found >= linesEnd || minute >= minutesEnd) return 2;
  }
  if (cursor < limit) cursor = limit;
  return 0;
}

// @ts-ignore: decorator
@inline
function candidates(at: usize): v128 {
  const first = v128.load(at), second = v128.load(at, 1);
  const name = i8x16.eq(first, i8x16.splat(0x5f));
  const path = v128.and(i8x16.eq(first, i8x16.splat(0x2f)), i8x16.eq(second, i8x16.splat(0x76)));
  return v128.or(name, path);
}

/** Whether a name has its first `_` at `at`, or `/api/v` or `/api\\/v` its second slash. */
function isTrigger(at: usize): bool {
  if (load<u8>(at) == 0x5f) {
    if (at - 1 < textStart || at + 3 > textEnd) return false;
    const around = i32x4.splat(load<u32>(at - 1));
    for (let index: usize = 0; index < 16; index += 4) {
      let mask = i32x4.bitmask(i32x4.eq(v128.load(names + index * 4), around));
      while (mask != 0) {
        if (isName(letters + (index + <usize>ctz(mask)) * LETTERS, at)) return true;
        mask &= mask - 1;
      }
    }
    return false;
  }
  if (at < textStart + 4 || at + 2 > textEnd) return false;
  const before = load<u32>(at - 4);
  // `/api` or `api\\`
  return before == 0x6970612f || before == 0x5c697061;
}

function isName(record: usize, at: usize): bool {
  const before = <usize>load<u32>(record);
  const length = <usize>load<u32>(record, 4);
  const start = at - before;
  if (start < textStart || start + length > textEnd) return false;
  for (let index: usize = 0; index < length; index++) {
    if (load<u8>(start + index) != load<u8>(record + index, 8)) return false;
  }
  return true;
}

/** The start of the line that follows the one around a trigger, when a template knows the line and nothing around can belong to it; else 0. */
function known(at: usize): usize {
  const start = lineStart(at);
  if (start == 0) return 0;
  const end = lineEnd(at, start + <usize>LONGEST);
  if (end == 0 || !beginsLine(end + 1)) return 0;
  mask(start, end);
  let slot = maskedHash & slotMask;
  let template = <usize>load<u32>(slots + <usize>slot * 4);
  while (template != 0) {
    if (<usize>load<u32>(template, 4) == maskedLength && equal(template + HEADER, scratch, maskedLength)) {
      const how = load<u32>(template, 16);
      if (how == PASSED || (how != TOLD && count(template, start))) return end + 1;
      asks = how != TOLD;
      store<u32>(found, load<u32>(template));
      store<u32>(found, <u32>start, 4);
      store<u32>(found, <u32>end, 8);
      store<u32>(found, <u32>at, 12);
      store<u32>(found, <u32>start + unmasked(load<u32>(template, 8)), 16);
      store<u32>(found, <u32>start + unmasked(load<u32>(template, 12)), 20);
      found += LINE;
      return end + 1;
    }
    slot = (slot + 1) & slotMask;
    template = <usize>load<u32>(slots + <usize>slot * 4);
  }
  return 0;
}

/** Counts a line; false when the host has to see it: its group is not counted yet, or its time is in another minute than the one before. */
function count(template: usize, start: usize): bool {
  const group = groups + <usize>load<u32>(template, 28) * GROUP;
  if (load<u32>(group, 24) == 0) return false;
  const clock = clocks + <usize>load<u32>(template, 20) * CLOCK;
  const at = start + unmasked(load<u32>(template, 8));
  const letters = load<u32>(clock);
  let time: u64 = 0;
  let now: u32 = 0;
  if (letters != 0) {
    for (let index: u32 = 0; index < letters; index++) time = time * 10 + <u64>(load<u8>(at + index) - 0x30);
    if (letters == 10) time *= 1000;
    if (time < 1000000000000 || time >= 10000000000000) return false;
    now = <u32>(time / MINUTE_LENGTH);
  } else {
    now = load<u32>(clock, 12);
    if (now == NOWHERE) return false;
    const low = v128.and(v128.xor(v128.load(at), v128.load(clock, 16)), v128.load(clock, 48));
    const high = v128.and(v128.xor(v128.load(at, 16), v128.load(clock, 32)), v128.load(clock, 64));
    if (v128.any_true(v128.or(low, high))) return false;
    const seconds = at + <usize>load<u32>(clock, 4);
    const second = digit(seconds) * 10 + digit(seconds + 1);
    if (second > 59) return false;
    const digits = load<u32>(clock, 8);
    let rest = second * 1000;
    if (digits > 0) rest += digit(seconds + 3) * 100;
    if (digits > 1) rest += digit(seconds + 4) * 10;
    if (digits > 2) rest += digit(seconds + 5);
    time = <u64>now * MINUTE_LENGTH + rest;
  }
  const moment = <f64>time;
  if (moment < load<f64>(group)) store<f64>(group, moment);
  if (moment > load<f64>(group, 8)) store<f64>(group, moment, 8);
  const events = load<u32>(group, 20);
  if (load<u32>(group, 16) == now) store<u32>(group, events + 1, 20);
  else {
    if (events > 0) {
      store<u32>(minute, load<u32>(template, 28));
      store<u32>(minute, load<u32>(group, 16), 4);
      store<u32>(minute, events, 8);
      minute += MINUTE;
    }
    store<u32>(group, now, 16);
    store<u32>(group, 1, 20);
  }
  const cell = cells + <usize>load<u32>(template, 24) * 4;
  store<u32>(cell, load<u32>(cell) + 1);
  counted++;
  return true;
}

// @ts-ignore: decorator
@inline
function digit(at: usize): u64 {
  return <u64>load<u8>(at) - 0x30;
}

/** Where the line around `at` starts, when its beginning is near and in the text; else 0. */
function lineStart(at: usize): usize {
  const feed = i8x16.splat(0x0a);
  let to = at;
  for (let tries = 0; tries < LONGEST / 16 && to >= textStart + 16; tries++) {
    to -= 16;
    const bits = i8x16.bitmask(i8x16.eq(v128.load(to), feed));
    if (bits != 0) return to + 32 - <usize>clz(bits);
  }
  return 0;
}

/** Where the line feed is that ends the line around `at`, when it is before `most` and in the text; else 0. */
function lineEnd(at: usize, most: usize): usize {
  const end = most < textEnd ? most : textEnd;
  const feed = i8x16.splat(0x0a);
  for (let from = at; from < end; from += 16) {
    const bits = i8x16.bitmask(i8x16.eq(v128.load(from), feed));
    if (bits != 0) {
      const place = from + <usize>ctz(bits);
      return place < end ? place : 0;
    }
  }
  return 0;
}

/**
 * Whether a line from `at` on surely begins a record: `{"` (but Docker's `{"log":`, in which anything may stand), a date and a time (but
 * Kubernetes' prefix), an address, `time=`, a month and its day.
 */
export function beginsLine(at: usize): bool {
  if (at + 48 > textEnd) return false;
  const head = load<u64>(at);
  const byte = <u8>head;
  if (byte == 0x7b) return <u8>(head >> 8) == 0x22 && (head >> 16 & 0xffffffff) != 0x22676f6c;
  // `time=`
  if (byte == 0x74) return (head & 0xffffffffff) == 0x3d656d6974;
  if (isDigit(byte)) {
    const two = isDigit(<u8>(head >> 8));
    const three = two && isDigit(<u8>(head >> 16));
    if (three && isDigit(<u8>(head >> 24))) return <u8>(head >> 32) == 0x2d && isDigit(<u8>(head >> 40)) && isTime(at);
    const after: u64 = three ? 24 : two ? 16 : 8;
    return <u8>(head >> after) == 0x2e && isDigit(<u8>(head >> (after + 8))) && isAddress(at);
  }
  // `Mar 14 ` or `Mar  4 `
  if ((head >> 24 & 0xff) != 0x20 || (head >> 48 & 0xff) != 0x20 || !isDigit(<u8>(head >> 40)) || (<u8>(head >> 32) != 0x20 && !isDigit(<u8>(head >> 32)))) return false;
  const month = <u32>head & 0xffffff;
  return month == 0x6e614a || month == 0x626546 || month == 0x72614d || month == 0x727041 || month == 0x79614d || month == 0x6e754a || month == 0x6c754a ||
    month == 0x677541 || month == 0x706553 || month == 0x74634f || month == 0x766f4e || month == 0x636544;
}

/** Behind the year: `-03-14 06:`, or `-03-14T06:` and no `std` of `stdout` behind the next blank. */
function isTime(at: usize): bool {
  if (load<u8>(at, 7) != 0x2d || load<u8>(at, 13) != 0x3a || !isDigit(load<u8>(at, 11)) || !isDigit(load<u8>(at, 12))) return false;
  const between = load<u8>(at, 10);
  if (between == 0x20) return true;
  if (between != 0x54) return false;
  for (let end = at + 14; end < at + 40; end++) {
    if (load<u8>(end) == 0x20) return (load<u32>(end + 1) & 0xffffff) != 0x647473;
  }
  return false;
}

/** Four numbers with points between them, and a blank after them. */
function isAddress(at: usize): bool {
  let points = 0;
  for (let end = at + 16; at < end && at < textEnd; at++) {
    const byte = load<u8>(at);
    if (byte == 0x20) return points == 3 && load<u8>(at + 1) != 0x20 && load<u8>(at + 1) != 0x7c;
    if (byte == 0x2e) points++;
    else if (!isDigit(byte)) return false;
  }
  return false;
}

// @ts-ignore: decorator
@inline
function isDigit(byte: u8): bool {
  return byte - 0x30 < 10;
}

export function lengthOfMasked(): usize {
  return maskedLength;
}

/** The first of the slots in which the masked line may be. */
export function firstSlot(): u32 {
  return maskedHash & slotMask;
}

/** The place in a line of a place in the masked line. */
export function unmasked(place: u32): u32 {
  if (place == NOWHERE) return 0;
  let lost: u32 = 0;
  for (let gap = gaps; gap < gapsEnd && load<u32>(gap) <= place; gap += 8) lost = load<u32>(gap, 4);
  return place + lost;
}

/** The place in the masked line of a place in the line, which no placeholder of another length covers. */
export function masked(place: u32): u32 {
  let lost: u32 = 0;
  for (let gap = gaps; gap < gapsEnd && load<u32>(gap) + load<u32>(gap, 4) <= place; gap += 8) lost = load<u32>(gap, 4);
  return place - lost;
}

/** Writes the line into scratch, with placeholders. All but words with a digit stays as it is. */
export function mask(start: usize, end: usize): void {
  const zero = i8x16.splat(0x30), other = i8x16.splat(0x78);
  gapsEnd = gaps;
  /** From a place in the line to where it is written. */
  let shift = scratch - start;
  let at = start;
  while (at < end) {
    const bytes = v128.load(at);
    v128.store(at + shift, bytes);
    let digits = i8x16.bitmask(isDigits(bytes));
    if (end - at < 16) digits &= (1 << <i32>(end - at)) - 1;
    if (digits == 0) {
      at += 16;
      continue;
    }
    const position = <u32>ctz(digits);
    const first = at + <usize>position;
    let from = at;
    let kinds: u8 = 1;
    const gap = ~i8x16.bitmask(isWord(bytes)) & ((1 << position) - 1);
    if (gap != 0) {
      from += 32 - <usize>clz(gap);
    } else {
      // The word began in the sixteen bytes before, which hold no digit.
      for (; from > start; from--) {
        const kind = load<u8>(<usize>load<u8>(from - 1));
        if (kind == 0 || (kind & 1) != 0) break;
      }
    }
    for (let index = from; index < first; index++) kinds |= load<u8>(<usize>load<u8>(index));
    const following = v128.load(first);
    // A line feed ends the last word.
    const behind = ~i8x16.bitmask(isWord(following)) & 0xffff;
    let after = first + 16;
    if (behind != 0) {
      after = first + <usize>ctz(behind);
      const inside = (behind & -behind) - 1;
      const letters = ~i8x16.bitmask(isDigits(following)) & inside;
      if (letters != 0) kinds |= (letters & ~i8x16.bitmask(isHexLetter(following))) != 0 ? 6 : 2;
    } else {
      for (let index = first; index < after; index++) kinds |= load<u8>(<usize>load<u8>(index));
      for (; after < end; after++) {
        const kind = load<u8>(<usize>load<u8>(after));
        if (kind == 0) break;
        kinds |= kind;
      }
    }
    const length = after - from;
    at = after;
    if (length == 8 && (kinds & 4) == 0 && from + 36 <= end && isUuid(from)) {
      v128.store(from + shift, other);
      v128.store(from + shift, other, 16);
      v128.store(from + shift, other, 32);
      at = from + 36;
    } else if (kinds == 1) {
      const byte = load<u8>(from);
      if (length <= 8 && (isNumbered(from, after, start, end) && length <= 2 || isProcess(from, after, start, end))) {
        // One of many of its kind is `0`, whatever its number.
        store<u8>(from + shift, 0x30);
        shift -= length - 1;
        if (length > 1) lose(at + shift, <u32>(scratch - start - shift));
      } else if (length >= 6 && length <= 8 && isNumbered(from, after, start, end)) {
        // A hash without a letter.
        v128.store(from + shift, other);
      } else if (length <= 3) {
        const behind = afterAddress(from, start, end);
        if (behind != 0) {
          // An address of any length is `0.0.0.0`, and none of its bytes is written by a number.
          store<u64>(from + shift, 0x302e302e302e30);
          at = behind;
          shift -= behind - from - 7;
          lose(at + shift, <u32>(scratch - start - shift));
        } else if (length == 3 && byte >= 0x31 && byte <= 0x35 && !isOther(from, start)) {
          store<u32>(from + shift, load<u32>(from));
        } else {
          v128.store(from + shift, zero);
        }
      } else if (length >= 5 && length <= 8 && !isBehindDigit(from, start)) {
        v128.store(from + shift, zero);
        shift -= length - 5;
        if (length > 5) lose(at + shift, <u32>(scratch - start - shift));
      } else if (length >= 11 && isIdentifier(from, after, start)) {
        // Some hashes hold no letter.
        for (let index = from; index < after; index += 16) v128.store(index + shift, other);
      } else {
        // Ten digits and more may be a time, unless the first one is 0.
        for (let index = from; index < after; index += 16) v128.store(index + shift, zero);
        if (length >= 9 && byte != 0x30) store<u8>(from + shift, 0x31);
      }
    } else if ((kinds & 4) == 0 && length >= 6) {
      for (let index = from; index < after; index += 16) v128.store(index + shift, other);
    } else {
      for (let index = from; index < after; index++) {
        const letter = load<u8>(index);
        store<u8>(index + shift, isDigit(letter) ? 0x30 : letter);
      }
    }
  }
  const to = end + shift;
  v128.store(to, i8x16.splat(0));
  maskedLength = to - scratch;
  let even: u64 = 0x9e3779b97f4a7c15, odd: u64 = 0xc2b2ae3d27d4eb4f;
  for (let block = scratch; block < to; block += 16) {
    even = rotl((even ^ load<u64>(block)) * 0x9fb21c651e98df25, 29);
    odd = rotl((odd ^ load<u64>(block, 8)) * 0xd6e8feb86659fd93, 31);
  }
  const hash = (even ^ odd) * 0x9fb21c651e98df25;
  maskedHash = <u32>(hash >> 32);
}

/** Notes that letters are missing in the masked line. */
function lose(to: usize, lost: u32): void {
  store<u32>(gapsEnd, <u32>(to - scratch));
  store<u32>(gapsEnd, lost, 4);
  gapsEnd += 8;
}

/** Where an address of four numbers ends that starts at `at`; 0 when none does. */
function afterAddress(at: usize, start: usize, end: usize): usize {
  if (at > start && (load<u8>(at - 1) == 0x2e || load<u8>(at - 1) == 0x2f)) return 0;
  let points = 0, length = 0;
  for (; at < end; at++) {
    const byte = load<u8>(at);
    if (isDigit(byte)) {
      if (++length > 3) return 0;
    } else if (byte == 0x2e && length > 0 && points < 3) {
      points++;
      length = 0;
    } else {
      break;
    }
  }
  if (points != 3 || length == 0) return 0;
  return at < end && (load<u8>(at) == 0x2e || load<u8>(<usize>load<u8>(at)) != 0) ? 0 : at;
}

/** Whether a long number is a part of a path, and no time since the epoch: those have 10 digits, or 13, 16, 19. */
function isIdentifier(from: usize, after: usize, start: usize): bool {
  if (from < start + 2 || load<u8>(from - 1) != 0x2f || load<u8>(<usize>load<u8>(from - 2)) == 0 || (after - from) % 3 == 1) return false;
  const behind = load<u8>(after);
  return behind == 0x20 || behind == 0x22 || behind == 0x2f || behind == 0x3f;
}

function isBehindDigit(at: usize, start: usize): bool {
  if (at < start + 2) return false;
  const byte = load<u8>(at - 1);
  return (byte == 0x2e || byte == 0x2c || byte == 0x3a || byte == 0x2d || byte == 0x2f) && isDigit(load<u8>(at - 2));
}

/**
 * Whether three digits surely are no status: the fraction of a time (`:07.123`), the size in an access log (` HTTP/1.1" 200 512 `), or a
 * number in JSON whose key does not end like a status's.
 */
function isOther(at: usize, start: usize): bool {
  if (at < start + 16) return false;
  const byte = load<u8>(at - 1);
  if (byte == 0x2e || byte == 0x2c) return load<u8>(at - 4) == 0x3a && isDigit(load<u8>(at - 2)) && isDigit(load<u8>(at - 3));
  if (byte == 0x20) {
    return load<u8>(at - 6) == 0x22 && load<u8>(at - 5) == 0x20 && load<u8>(at - 8) == 0x2e && load<u32>(at - 14) == 0x50545448 && load<u8>(at - 10) == 0x2f &&
      isDigit(load<u8>(at - 4)) && isDigit(load<u8>(at - 3)) && isDigit(load<u8>(at - 2));
  }
  if (byte != 0x3a || load<u8>(at - 2) != 0x22 || (load<u8>(<usize>load<u8>(at - 3)) & 6) == 0) return false;
  const behind = load<u8>(at + 3), key = load<u32>(at - 6) | 0x20202020;
  return (behind == 0x2c || behind == 0x7d) && key != 0x73757461 && key != 0x65646f63;
}

/** Whether digits stand behind a word and a hyphen, as in `worker-12` and `shop-705711`, and nothing goes on behind them as a date or a time does. */
function isNumbered(from: usize, after: usize, start: usize, end: usize): bool {
  if (from < start + 2 || load<u8>(from - 1) != 0x2d || (load<u8>(<usize>load<u8>(from - 2)) & 6) == 0) return false;
  if (after >= end) return true;
  const byte = load<u8>(after);
  return byte != 0x2e && byte != 0x3a && byte != 0x2d && byte != 0x2f && byte != 0x2c;
}

/** Whether digits are the number of a process, as in `Mar 14 06:00:00 host shop[4711]: `. */
function isProcess(from: usize, after: usize, start: usize, end: usize): bool {
  if (from < start + 2 || load<u8>(from - 1) != 0x5b || after + 2 >= end || load<u8>(after) != 0x5d || load<u8>(after, 1) != 0x3a) return false;
  let at = from - 2;
  // A name before the bracket would have a status in it.
  for (; at > start && load<u8>(<usize>load<u8>(at)) != 0; at--) if (load<u8>(at) == 0x5f) return false;
  if (at == from - 2) return false;
  // Nothing but words may stand before: in an object it could be a member.
  for (; at >= start; at--) {
    const byte = load<u8>(at);
    if (byte == 0x7b || byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0x3d || byte == 0x5b) return false;
  }
  return true;
}

/** Groups of 8, 4, 4, 4 and 12 hexadecimal digits, of which the first has been looked at, and no letter after them. */
function isUuid(at: usize): bool {
  const hyphen = i8x16.splat(0x2d);
  const middle = v128.load(at, 8), last = v128.load(at, 20);
  return i8x16.bitmask(i8x16.eq(middle, hyphen)) == 0x8421 && i8x16.bitmask(v128.or(isDigits(middle), isHexLetter(middle))) == 0x7bde &&
    i8x16.bitmask(i8x16.eq(last, hyphen)) == 8 && i8x16.bitmask(v128.or(isDigits(last), isHexLetter(last))) == 0xfff7 && load<u8>(<usize>load<u8>(at + 36)) == 0;
}

// @ts-ignore: decorator
@inline
function isDigits(bytes: v128): v128 {
  return i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10));
}

// @ts-ignore: decorator
@inline
function isHexLetter(bytes: v128): v128 {
  return i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61)), i8x16.splat(6));
}

/** Digits, letters and `_`. */
// @ts-ignore: decorator
@inline
function isWord(bytes: v128): v128 {
  const letters = i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61)), i8x16.splat(26));
  return v128.or(v128.or(isDigits(bytes), letters), i8x16.eq(bytes, i8x16.splat(0x5f)));
}

function equal(a: usize, b: usize, length: usize): bool {
  for (let index: usize = 0; index < length; index += 16) {
    if (v128.any_true(v128.xor(v128.load(a + index), v128.load(b + index)))) return false;
  }
  return true;
}

/** Line feeds from `start` to `end`. */
export function countLines(start: usize, end: usize): u32 {
  const feed = i8x16.splat(0x0a);
  let count: u32 = 0;
  let at = start;
  while (at + 64 <= end) {
    const rest = (end - at) / 64;
    // Four feeds in a lane at most each time.
    const rounds = rest < 63 ? rest : 63;
    let sums = i8x16.splat(0);
    for (let round: usize = 0; round < rounds; round++) {
      const first = i8x16.add(i8x16.eq(v128.load(at), feed), i8x16.eq(v128.load(at, 16), feed));
      const last = i8x16.add(i8x16.eq(v128.load(at, 32), feed), i8x16.eq(v128.load(at, 48), feed));
      sums = i8x16.sub(sums, i8x16.add(first, last));
      at += 64;
    }
    const pairs = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(sums));
    count += i32x4.extract_lane(pairs, 0) + i32x4.extract_lane(pairs, 1) + i32x4.extract_lane(pairs, 2) + i32x4.extract_lane(pairs, 3);
  }
  for (; at < end; at++) if (load<u8>(at) == 0x0a) count++;
  return count;
}
