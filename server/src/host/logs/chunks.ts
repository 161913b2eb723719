import { layoutOf, LINES, recordStarts, type Layout } from '../../core/logs';
import { utf8 } from '../bytes';
import { REACH, type LogReader } from './reader';

/** Asked again and again while logs are read. */
export interface Control {
  /** So many bytes more have been read. */
  progress(bytes: number): void;
  cancelled(): boolean;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Reads the bytes of one log, in UTF-8, which come in chunks of any size. Rejects when they fail to come; what came before has been read then. */
export async function readChunks(reader: LogReader, chunks: AsyncIterable<Uint8Array>, now: number, control: Control): Promise<void> {
  let head: Uint8Array[] | undefined = [];
  const push = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; ) {
      const room = reader.room();
      const part = bytes.subarray(at, at + room.length);
      room.set(part);
      reader.push(part.length);
      at += part.length;
    }
  };
  const begin = (parts: readonly Uint8Array[]): void => {
    const bytes = joined(parts);
    reader.begin(layoutOf(utf8(bytes.subarray(0, REACH))), 0, now);
    push(bytes);
    head = undefined;
  };
  try {
    for await (const chunk of chunks) {
      if (control.cancelled()) return;
      control.progress(chunk.length);
      if (head === undefined) push(chunk);
      else {
        head.push(chunk);
        if (head.reduce((sum, { length }) => sum + length, 0) >= REACH) begin(head);
      }
    }
  } finally {
    if (head) begin(head);
  }
}

/**
 * The text of the record that starts behind so many bytes, at most 64 KB of it; undefined when there are not that many.
 * @param layout of the log, where its head is known; of a list, what follows may tell it
 */
export async function recordIn(chunks: AsyncIterable<Uint8Array>, skip: number, layout: Layout = LINES): Promise<string | undefined> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - part.length;
    kept.push(part);
    length += part.length;
    if (length >= REACH) break;
  }
  const text = utf8(joined(kept).subarray(0, REACH));
  if (text === '') return undefined;
  const pretty = layout.entryIndent !== undefined ? layout : layoutOf(text);
  const end = recordStarts(text, pretty.separator === undefined ? pretty : LINES)[1] ?? text.length;
  return text.slice(0, end).trimEnd();
}
