import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { layoutOf, LINES, type Layout } from '../../core/logs';
import type { Locale } from '../../core/model/settings';
import { reasonOf, type Skipped } from '../skipped';
import { walk } from '../walk';
import { encodingOf, isLogName, type Encoding } from './kinds';
import { REACH } from './reader';

/** A file to be read, as it was when it was found: what is written to it later is not read. */
export interface LogFile {
  readonly path: string;
  /** Bytes; undefined for a pipe, which is read to its end. */
  readonly size: number | undefined;
  /** When it was written last, in milliseconds since the epoch: a time without year is before. */
  readonly written: number;
  readonly encoding: Encoding;
  /** Of a plain file; what others hold is seen when they are read. */
  readonly layout: Layout;
}

/** The logs among the given files, and those below the given folders that are called like logs. `.gitignore` files say nothing about logs. */
export function findLogs(paths: readonly string[], cwd = process.cwd(), locale: Locale = 'en'): { readonly files: LogFile[]; readonly skipped: Skipped[] } {
  const files: LogFile[] = [];
  const skipped: Skipped[] = [];
  const seen = new Set<string>();
  const take = (path: string): void => {
    if (seen.has(resolve(cwd, path))) return;
    seen.add(resolve(cwd, path));
    const found = lookAt(path, cwd, locale);
    if ('reason' in found) skipped.push(found);
    else files.push(found);
  };
  for (const path of paths) {
    if (isPipe(resolve(cwd, path))) take(path);
    else walk([path], { cwd, locale, ignores: false, takesNamed: true, supports: isLogName, file: take, skip: (left) => void skipped.push(left) });
  }
  return { files, skipped };
}

function isPipe(path: string): boolean {
  try {
    const stats = statSync(path);
    return stats.isFIFO() || stats.isCharacterDevice() || stats.isSocket();
  } catch {
    return false;
  }
}

function lookAt(path: string, cwd: string, locale: Locale): LogFile | Skipped {
  let file: number | undefined;
  try {
    const real = resolve(cwd, path);
    if (isPipe(real)) return { path, size: undefined, written: Date.now(), encoding: 'plain', layout: LINES };
    file = openSync(real, 'r');
    const stats = fstatSync(file);
    const head = Buffer.alloc(Math.min(REACH, stats.size));
    const length = readSync(file, head, 0, head.length, 0);
    const encoding = encodingOf(head.subarray(0, length));
    return { path, size: stats.size, written: stats.mtimeMs, encoding, layout: encoding === 'plain' ? layoutOf(head.toString('utf8', 0, length)) : LINES };
  } catch (error) {
    return reasonOf(path, error, 'missing', locale);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
