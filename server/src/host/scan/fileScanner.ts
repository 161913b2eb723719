import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { reasonOf, type Skipped } from '../skipped';
import { createScanner, type Prepared } from './scanner';

/** Files above this many bytes are not read. No source that a person writes comes near it. */
export const LARGEST_FILE = 16 * 1024 * 1024;
/** A zero byte among this many first ones says that a file is no text, or UTF-16. */
export const ZERO_WINDOW = 1024;
const CAPACITY = 512 * 1024;

/** `no` when nothing can be found in a file, `maybe` when it is worth reading, or why it was not looked at. */
export type Verdict = 'no' | 'maybe' | Skipped;

/** Says of one file after another whether it is worth reading. `capacity`: bytes read at a time. */
export function createFileScanner(prepared: Prepared, capacity = CAPACITY): (path: string) => Verdict {
  const scanner = createScanner(prepared, capacity);
  const { buffer, overlap } = scanner;

  function search(path: string, file: number): Verdict {
    let kept = 0;
    for (let first = true; ; first = false) {
      const read = readSync(file, buffer, kept, capacity - kept, null);
      const length = kept + read;
      if (first) {
        if ((buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff) || scanner.hasZero(Math.min(length, ZERO_WINDOW))) return read === 0 ? 'no' : 'maybe';
        if (length === capacity && fstatSync(file).size > LARGEST_FILE) return tooLarge(path);
      }
      if (scanner.test(length)) return 'maybe';
      // A regular file gives less than was asked for only at its end.
      if (read < capacity - kept) return 'no';
      kept = overlap;
      buffer.copyWithin(0, length - overlap, length);
    }
  }

  return (path) => {
    let file: number | undefined;
    try {
      file = openSync(path, 'r');
      return search(path, file);
    } catch (error) {
      return reasonOf(path, error, 'gone');
    } finally {
      if (file !== undefined) closeSync(file);
    }
  };
}

export const tooLarge = (file: string): Skipped => ({ file, reason: `It is larger than ${LARGEST_FILE / 1024 / 1024} MB.`, failed: false });
