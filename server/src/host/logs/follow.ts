import { closeSync, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { readRecords, recordStarts, type LogRecord, type ReadOptions } from '../../core/logs';
import { eventKind } from '../../core/logs/tally';

/** Takes errors as they come. */
export type Take = (path: string, record: LogRecord) => void;

/** Milliseconds between two looks at a file. A record is complete when the next one begins, or when nothing more came until the next look. */
const LOOK = 200;
const PIECE = 64 * 1024;
/** Bytes by which a file is known again. */
const MARK = 256;
/** Characters of a record that does not end. */
const LONGEST = 1024 * 1024;

/** Cuts what comes in pieces into records, and tells those about PlusAuth. */
class Tail {
  #decoder = new StringDecoder('utf8');
  #text = '';

  constructor(
    private readonly path: string,
    private readonly options: () => ReadOptions,
    private readonly take: Take,
  ) {}

  push(bytes: Buffer): void {
    this.#text += this.#decoder.write(bytes);
    const starts = recordStarts(this.#text);
    const last = this.#text.length > LONGEST ? this.#text.length : (starts.at(-1) ?? 0);
    this.#tell(last);
  }

  /** Nothing more came for a while: what ends with a line is complete. */
  rest(): void {
    this.#tell(this.#text.lastIndexOf('\n') + 1);
  }

  end(): void {
    this.#text += this.#decoder.end();
    this.#tell(this.#text.length);
  }

  #tell(end: number): void {
    if (end <= 0) return;
    const text = this.#text.slice(0, end);
    this.#text = this.#text.slice(end);
    for (const record of readRecords(text, this.options())) if (eventKind(record)) this.take(this.path, record);
  }
}

/** A file that grows, is cut, or is replaced by another one of its name. */
class Followed {
  #descriptor: number | undefined;
  #identity = '';
  #tail: Tail;
  #grew = false;
  /** The last bytes read. */
  #mark: Buffer = Buffer.alloc(0);

  constructor(
    readonly path: string,
    private offset: number,
    private readonly make: () => Tail,
  ) {
    this.#tail = make();
  }

  /** Looks for what is new. */
  look(): void {
    const stats = this.#stats();
    const identity = stats ? `${stats.dev}:${stats.ino}` : '';
    if (this.#descriptor !== undefined && stats && identity !== this.#identity) {
      // The old file has moved: what was still written to it comes first.
      this.#read();
      this.close();
      this.offset = 0;
    }
    if (this.#descriptor === undefined && stats?.isFile()) {
      this.#descriptor = openSync(this.path, 'r');
      const own = fstatSync(this.#descriptor);
      this.#identity = `${own.dev}:${own.ino}`;
      this.#mark = this.#before(this.#descriptor, MARK);
    }
    this.#grew = false;
    this.#read();
    if (!this.#grew) this.#tail.rest();
  }

  #stats(): Stats | undefined {
    try {
      return statSync(this.path);
    } catch {
      // It was moved or deleted; a new one may come.
      return undefined;
    }
  }

  #read(): void {
    if (this.#descriptor === undefined) return;
    if (this.#wasCut(this.#descriptor)) {
      this.#tail.end();
      this.#tail = this.make();
      this.offset = 0;
      this.#mark = Buffer.alloc(0);
    }
    const buffer = Buffer.allocUnsafe(PIECE);
    for (let read = readSync(this.#descriptor, buffer, 0, PIECE, this.offset); read > 0; read = readSync(this.#descriptor, buffer, 0, PIECE, this.offset)) {
      this.offset += read;
      this.#grew = true;
      this.#tail.push(buffer.subarray(0, read));
    }
    if (this.#grew) this.#mark = this.#before(this.#descriptor, MARK);
  }

  /** Whether the file is shorter than what was read of it, or has become another one of at least that length. */
  #wasCut(descriptor: number): boolean {
    const { size } = fstatSync(descriptor);
    if (size <= this.offset) return size < this.offset;
    return !this.#mark.equals(this.#before(descriptor, this.#mark.length));
  }

  /** The bytes before what comes next. */
  #before(descriptor: number, length: number): Buffer {
    const bytes = Buffer.alloc(Math.min(length, this.offset));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, this.offset - bytes.length));
  }

  /** Tells what is left. */
  close(): void {
    this.#tail.end();
    this.#tail = this.make();
    this.abandon();
  }

  /** Lets go of the file, and of what was read of it. */
  abandon(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}

export interface FollowOptions {
  /** Files, and how much of them has been read already. */
  readonly files: readonly { readonly path: string; readonly offset: number }[];
  readonly zone: NonNullable<ReadOptions['zone']>;
  readonly take: Take;
  /** Told why a file is not followed any more. */
  readonly fail: (path: string, error: unknown) => void;
  /** Ends it. */
  readonly stopped: Promise<void>;
}

/** Tells the errors of files as they are written, through rotation and truncation, until it is stopped or no file can be read. */
export async function follow({ files, zone, take, fail, stopped }: FollowOptions): Promise<void> {
  const options = (): ReadOptions => ({ zone, now: Date.now() });
  const followed = new Set(files.map(({ path, offset }) => new Followed(path, offset, () => new Tail(path, options, take))));
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      for (const file of followed) {
        try {
          file.look();
        } catch (error) {
          followed.delete(file);
          file.abandon();
          fail(file.path, error);
        }
      }
      if (followed.size === 0) resolve();
    };
    timer = setInterval(look, LOOK);
    look();
    void stopped.then(resolve);
  });
  clearInterval(timer);
  for (const file of followed) file.close();
}

/** The same for a stream, to its end. */
export async function followStream(stream: Readable, path: string, { zone, take, stopped }: Omit<FollowOptions, 'files' | 'fail'>): Promise<void> {
  const tail = new Tail(path, () => ({ zone, now: Date.now() }), take);
  let quiet: NodeJS.Timeout | undefined;
  void stopped.then(() => stream.destroy());
  try {
    for await (const chunk of stream) {
      clearTimeout(quiet);
      tail.push(chunk as Buffer);
      quiet = setTimeout(() => tail.rest(), LOOK);
    }
  } catch (error) {
    // Stopping closes the stream while it is read.
    if (!stream.destroyed || (error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  } finally {
    clearTimeout(quiet);
  }
  tail.end();
}
