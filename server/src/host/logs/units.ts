import { closeSync, createReadStream, openSync, readSync, type ReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Place } from '../../core/logs/tally';
import { readChunks, type Control } from './chunks';
import type { LogFile } from './files';
import { encodingOf, type Encoding } from './kinds';
import type { LogReader } from './reader';
import type { RecordStarts } from './recordStarts';

/** A part of a file that one thread reads: from the first record that starts at or behind `start` to the first one that starts at or behind `end`. */
export interface Unit {
  /** Index of the file. */
  readonly file: number;
  readonly start: number;
  /** Infinity: to the end. */
  readonly end: number;
}

/** What came of a unit. */
export interface UnitResult {
  readonly unit: number;
  /** Where its first record starts. */
  readonly start: number;
  readonly bytes: number;
  readonly lines: number;
  /** Why it could not be read to its end. */
  readonly error?: unknown;
}

const SPAN = 32 * 1024 * 1024;
/** A part is no more than one of so many that remain, and no less than one of so many of a whole one. */
const REMAINING = 4;
const SMALLEST = 16;

/**
 * Cuts what can be cut: into parts of `span` bytes, and into smaller and smaller ones at the end, so that all threads are done at once. A JSON list without line breaks, a compressed file and a pipe can only be
 * read from the start.
 */
export function unitsOf(files: readonly LogFile[], span = SPAN): Unit[] {
  return files.flatMap(({ size, encoding, layout }, file) => {
    if (size === undefined || encoding !== 'plain' || layout.separator !== undefined) return [{ file, start: 0, end: Infinity }];
    const units: Unit[] = [];
    for (let start = 0; start < size || units.length === 0; ) {
      const length = Math.ceil(Math.max(Math.min(span, (size - start) / REMAINING), span / SMALLEST));
      units.push({ file, start, end: start + length >= size ? Infinity : start + length });
      start += length;
    }
    return units;
  });
}

/** Reads one unit. What goes wrong is part of the result. */
export async function readUnit(reader: LogReader, file: LogFile, path: string, unit: Unit, index: number, starts: RecordStarts, control: Control): Promise<UnitResult> {
  const { size } = file;
  let start = 0;
  let descriptor: number | undefined;
  let error: unknown;
  reader.begin(file.layout, 0, file.written);
  try {
    if (size === undefined || file.encoding !== 'plain') await readStream(reader, createReadStream(path), file.written, control);
    else {
      descriptor = openSync(path, 'r');
      start = starts.from(descriptor, file, unit.start, control);
      reader.begin(file.layout, start, file.written);
      const limit = Math.min(unit.end, size);
      // Where the last record ends is looked for when it is there: a long one takes long to look through, and shows no progress.
      for (let at = start, end = limit; !control.cancelled(); ) {
        if (at >= limit && end === limit) end = starts.from(descriptor, file, limit, control);
        if (at >= end) break;
        const room = reader.room();
        const read = readSync(descriptor, room, 0, Math.min(room.length, end - at), at);
        // It was cut meanwhile.
        if (read === 0) break;
        reader.push(read);
        at += read;
        control.progress(read);
      }
    }
  } catch (caught) {
    error = caught;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
  reader.end();
  return { unit: index, start, bytes: reader.position - start, lines: reader.lines, ...(error === undefined ? {} : { error }) };
}

/** Reads what a stream gives, compressed or not, to its end. Rejects when it fails; what came before has been read then. */
export async function readStream(reader: LogReader, source: Readable, now: number, control: Control): Promise<void> {
  try {
    await readChunks(reader, decoded(source), now, control);
  } finally {
    (source as Partial<ReadStream>).destroy?.();
  }
}

/** The bytes of a log in UTF-8, whatever the source's encoding is. */
export async function* decoded(source: Readable): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  // Two bytes decide.
  while (rest.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    rest = Buffer.concat([rest, next.value]);
  }
  const encoding: Encoding = encodingOf(rest);
  const all = async function* (): AsyncGenerator<Buffer> {
    if (rest.length > 0) yield rest;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  };
  if (encoding === 'plain') yield* all();
  else if (encoding === 'gzip') {
    const gunzip = createGunzip();
    Readable.from(all()).on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
    yield* gunzip as AsyncIterable<Buffer>;
  } else {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of all()) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    yield Buffer.from(decoder.decode());
  }
}

/** Turns lines counted in units into lines of their files. */
export function placer(units: readonly Unit[], results: readonly UnitResult[]): <P extends Place>(place: P) => P {
  const byFile = new Map<number, { start: number; before: number }[]>();
  const before = new Map<number, number>();
  for (const { unit, start, lines } of [...results].sort((a, b) => a.unit - b.unit)) {
    const { file } = units[unit] ?? { file: 0 };
    const known = byFile.get(file) ?? [];
    const sum = before.get(file) ?? 0;
    known.push({ start, before: sum });
    byFile.set(file, known);
    before.set(file, sum + lines);
  }
  return (place) => {
    const part = byFile.get(place.file)?.findLast(({ start }) => start <= place.offset);
    return { ...place, line: place.line + (part?.before ?? 0) };
  };
}
