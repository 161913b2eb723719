import { reportOf } from '../../core/logs/report';
import { Counter } from '../../core/logs/tally';
import { layoutOf, LINES } from '../../core/logs';
import { skippedTexts } from '../../core/texts/skipped';
import { URI, Utils } from 'vscode-uri';
import { utf8 } from '../bytes';
import type { FileBytes, WholeFile } from '../../protocol';
import type { ClientFiles } from '../clientFiles';
import { NEVER_ENTERED } from '../finder';
import type { Skipped } from '../skipped';
import type { LocatedAnswer, LogHost, RunningRead, Wanted } from './answer';
import { readChunks, recordIn } from './chunks';
import { encodingOf, isLogName } from './kinds';
import { LogReader, REACH } from './reader';
import { unpacked } from './unpack';
import { zoneOption } from './zone';

const MINUTE = 60_000;
const MEGABYTE = 1024 * 1024;

/** Lets the messages that are there be read. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Reads logs that only the client can reach: those of a virtual file system, or any for a server in a browser. Each comes as a whole.
 * @param piece bytes read at a time; some megabytes if not given
 */
export function clientLogs(files: ClientFiles, piece?: number): LogHost {
  return {
    analyze: (uris, wanted) => start(uris, wanted, files, piece),
    async record(uri, offset) {
      const file = await files.readBytes(uri);
      if (file.kind !== 'bytes') return undefined;
      const { bytes } = file;
      const plain = encodingOf(bytes) === 'plain';
      return recordIn(unpacked(plain ? bytes.subarray(offset) : bytes), plain ? 0 : offset, plain ? layoutOf(utf8(bytes.subarray(0, REACH))) : LINES);
    },
  };
}

function start(uris: readonly string[], wanted: Wanted, files: ClientFiles, piece: number | undefined): RunningRead<LocatedAnswer> {
  const progress = { bytes: 0, events: 0 };
  let cancelled = false;
  let stop: () => void = () => undefined;
  const stopped = new Promise<undefined>((resolve) => (stop = () => resolve(undefined)));
  const reading = new Reading(wanted, files, progress, { stopped, cancelled: () => cancelled }, piece);
  return {
    result: reading.read(uris),
    progress,
    cancel: () => {
      cancelled = true;
      stop();
    },
  };
}

interface Stopping {
  /** Resolves as soon as nobody waits for the result any more. */
  readonly stopped: Promise<undefined>;
  cancelled(): boolean;
}

/** One analysis. */
class Reading {
  readonly #found: string[] = [];
  readonly #skipped: Skipped[] = [];
  readonly #seen = new Set<string>();
  readonly #counter: Counter;
  readonly #reader: LogReader;
  #bytes = 0;
  #lines = 0;

  constructor(
    private readonly wanted: Wanted,
    private readonly files: ClientFiles,
    private readonly progress: { bytes: number; events: number },
    private readonly stopping: Stopping,
    private readonly piece: number | undefined,
  ) {
    const { since, until, zone } = wanted;
    const reader: LogReader = new LogReader(
      {
        cell: (event) => this.#counter.cell(event),
        add: (cell, time, offset, first) => {
          if (this.#counter.add(cell, time, offset, first)) progress.events++;
        },
      },
      zoneOption(zone),
    );
    this.#reader = reader;
    this.#counter = new Counter({ since, until, place: (offset) => ({ file: this.#found.length - 1, offset, line: reader.lineOf(offset) }) });
  }

  async read(uris: readonly string[]): Promise<LocatedAnswer> {
    for (const uri of uris) await this.#take(uri);
    const { locale } = this.wanted;
    const tally = this.#counter.finish();
    const answer = {
      report: reportOf(tally, locale, MINUTE),
      shown: reportOf(tally, locale),
      files: this.#found,
      bytes: this.#bytes,
      lines: this.#lines,
      skipped: this.#skipped,
      cancelled: this.stopping.cancelled(),
    };
    return { answer, files: this.#found, skipped: this.#skipped.map(({ file, reason }) => ({ uri: file, reason })) };
  }

  async #take(uri: string): Promise<void> {
    if (this.#seen.has(uri) || this.stopping.cancelled()) return;
    this.#seen.add(uri);
    const file = await Promise.race([this.files.readBytes(uri), this.stopping.stopped]);
    if (file === undefined) return;
    if (file.kind === 'bytes') await this.#count(uri, file);
    else if (file.kind === 'folder') await this.#enter(uri);
    else this.#skip(uri, file);
  }

  async #enter(folder: string): Promise<void> {
    const entries = (await Promise.race([this.files.listDirectory(folder), this.stopping.stopped])) ?? [];
    const ordered = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
    const child = (name: string): string => Utils.joinPath(URI.parse(folder), name).toString();
    for (const { name, folder: inner } of ordered) if (!inner && isLogName(name)) await this.#take(child(name));
    for (const { name, folder: inner } of ordered) if (inner && !NEVER_ENTERED.has(name) && !this.stopping.cancelled()) await this.#enter(child(name));
  }

  async #count(uri: string, { bytes, written }: FileBytes): Promise<void> {
    this.#found.push(uri);
    const reader = this.#reader;
    reader.begin(LINES, 0, written);
    const control = { progress: (read: number) => void (this.progress.bytes += read), cancelled: () => this.stopping.cancelled() };
    try {
      await readChunks(reader, inTurns(unpacked(bytes, this.piece)), written, control);
    } catch (error) {
      this.#skipped.push({ file: uri, reason: skippedTexts(this.wanted.locale).damaged(error instanceof Error ? error.message : String(error)), failed: true });
    }
    reader.end();
    this.#bytes += reader.position;
    this.#lines += reader.lines;
  }

  #skip(file: string, left: Exclude<WholeFile, { readonly kind: 'bytes' | 'folder' }>): void {
    const say = skippedTexts(this.wanted.locale);
    const reason = left.kind === 'tooLarge' ? say.tooLarge(Math.ceil(left.size / MEGABYTE), left.most / MEGABYTE) : left.kind === 'unread' ? say.unread(left.why) : say[left.kind];
    this.#skipped.push({ file, reason, failed: true });
  }
}

async function* inTurns(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    await turn();
    yield chunk;
  }
}
