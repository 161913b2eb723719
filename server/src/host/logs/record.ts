import { createReadStream } from 'node:fs';
import { layoutOf, LINES, recordStarts } from '../../core/logs';
import { findLogs } from './files';
import { REACH } from './reader';
import { decoded } from './units';

/** The text of the record that starts at a byte of a log (of what it unpacks to), at most 64 KB of it; undefined when the log is not that long. Rejects when it cannot be read. */
export async function recordText(path: string, offset: number): Promise<string | undefined> {
  const [file] = findLogs([path]).files;
  const plain = file?.encoding === 'plain' && file.size !== undefined;
  const stream = createReadStream(path, plain ? { start: offset } : {});
  let skip = plain ? 0 : offset;
  const kept: Buffer[] = [];
  let length = 0;
  for await (const chunk of decoded(stream)) {
    const part = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - part.length;
    kept.push(part);
    length += part.length;
    if (length >= REACH) break;
  }
  stream.destroy();
  const text = Buffer.concat(kept).subarray(0, REACH).toString();
  if (text === '') return undefined;
  const layout = file?.layout ?? LINES;
  const pretty = layout.entryIndent !== undefined ? layout : layoutOf(text);
  const end = recordStarts(text, pretty.separator === undefined ? pretty : LINES)[1] ?? text.length;
  return text.slice(0, end).trimEnd();
}
