import { createReadStream } from 'node:fs';
import { recordIn } from './chunks';
import { findLogs } from './files';
import { decoded } from './units';

/** The text of the record that starts at a byte of a log (of what it unpacks to), at most 64 KB of it; undefined when the log is not that long. Rejects when it cannot be read. */
export async function recordText(path: string, offset: number): Promise<string | undefined> {
  const [file] = findLogs([path]).files;
  const plain = file?.encoding === 'plain' && file.size !== undefined;
  const stream = createReadStream(path, plain ? { start: offset } : {});
  try {
    return await recordIn(decoded(stream), plain ? 0 : offset, file?.layout);
  } finally {
    stream.destroy();
  }
}
