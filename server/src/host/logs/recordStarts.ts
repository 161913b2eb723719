import { readSync } from 'node:fs';
import { startsRecord } from '../../core/logs';
import type { Control } from './chunks';
import type { LogFile } from './files';
import { REACH } from './reader';

/** Bytes of a line by which it shows whether a record starts with it. */
const HEAD = 512;
/** Bytes in which there is a line feed, mostly. */
const GLANCE = 4096;

type Cancelled = Control['cancelled'];

/** Finds where records start in plain files of which each part is read by itself. */
export class RecordStarts {
  /** What was found last: no record starts between the two offsets. Where a line is gigabytes long, as holes in files are, that is where the next parts start as well. */
  #last: { readonly file: LogFile; readonly from: number; readonly to: number } | undefined;

  /** Where the first record at or behind `offset` starts; the size when there is none. Means nothing when it was cancelled. */
  from(descriptor: number, file: LogFile, offset: number, { cancelled }: Pick<Control, 'cancelled'>): number {
    const { size = 0 } = file;
    if (offset <= 0 || offset >= size) return Math.min(size, Math.max(0, offset));
    const last = this.#last;
    if (last?.file === file && last.from <= offset && offset <= last.to) return last.to;
    const to = recordAt(descriptor, offset, file, size, cancelled);
    this.#last = { file, from: offset, to };
    return to;
  }
}

/** The lines of a file from `start` on, each by its first bytes. */
function* lines(descriptor: number, start: number, cancelled: Cancelled): Generator<{ readonly start: number; readonly head: string }> {
  let buffer = Buffer.allocUnsafe(GLANCE);
  const head = (from: number, to: number): string => buffer.toString('utf8', from, Math.min(to, from + HEAD)).replace(/\r$/, '');
  for (;; buffer = buffer.length < REACH ? Buffer.allocUnsafe(REACH) : buffer) {
    const length = readSync(descriptor, buffer, 0, buffer.length, start);
    if (length === 0) return;
    let at = 0;
    for (let feed = buffer.indexOf(10); feed >= 0 && feed < length; feed = buffer.indexOf(10, at)) {
      yield { start: start + at, head: head(at, feed) };
      at = feed + 1;
    }
    start += at;
    const isGlance = length < REACH && length === buffer.length;
    if (at > 0 || isGlance) continue;
    yield { start, head: head(0, length) };
    // The line is longer than what is read at once.
    start += length;
    for (let feed = -1; feed < 0; start += feed < 0 ? at : feed + 1) {
      at = readSync(descriptor, buffer, 0, buffer.length, start);
      if (at === 0 || cancelled()) return;
      feed = buffer.subarray(0, at).indexOf(10);
    }
  }
}

function recordAt(descriptor: number, offset: number, { layout }: LogFile, size: number, cancelled: Cancelled): number {
  let from = offset;
  let feed = -1;
  for (let reach = GLANCE; feed < 0 && from > 0 && from > offset - REACH; reach = REACH) {
    from = Math.max(0, offset - reach);
    const before = Buffer.allocUnsafe(offset - from);
    const length = readSync(descriptor, before, 0, before.length, from);
    // The line before the first one that may be it.
    feed = length > 1 ? before.lastIndexOf(10, length - 2) : -1;
  }
  let previous: string | undefined;
  for (const line of lines(descriptor, from + feed + 1, cancelled)) {
    if (line.start >= offset && startsRecord(line.head, previous ?? '', layout)) return Math.min(line.start, size);
    previous = feed < 0 && from > 0 && previous === undefined ? '' : line.head;
  }
  return size;
}
