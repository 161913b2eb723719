import type { Readable } from 'node:stream';
import { Counter, emptyTally, merge, type Tally } from '../../core/logs/tally';
import type { Locale } from '../../core/model/settings';
import { reasonOf, type Skipped } from '../skipped';
import type { RunningRead } from './answer';
import { processorsForReading } from './engineFlags';
import type { LogFile } from './files';
import { Board } from './board';
import { LogReader } from './reader';
import { readShare, type Job, type Share } from './share';
import { placer, readStream, unitsOf, type UnitResult } from './units';
import { zoneOption, type Zone } from './zone';

export interface AnalysisOptions {
  /** Where relative paths start. */
  readonly cwd: string;
  readonly zone: Zone;
  /** Milliseconds since the epoch. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** Of the reasons why something was not read; English if not given. */
  readonly locale?: Locale;
  /** The bundle of worker.ts. Without it, or when it cannot run, this thread does all. */
  readonly worker: string | undefined;
  /** Whether this thread reads too, and is busy with nothing else meanwhile. */
  readonly alone: boolean;
  /** Whether the whole process does nothing else meanwhile. */
  readonly ownProcess?: boolean;
  /** Threads beside this one. */
  readonly workers: number;
  /** Bytes that a thread takes at a time. */
  readonly span?: number;
  /** Where another thread watches, and stops it. */
  readonly board?: SharedArrayBuffer;
}

/** What was found in some files. */
export interface Analysis {
  readonly tally: Tally;
  /** Bytes and line feeds of the logs, unpacked. */
  readonly bytes: number;
  readonly lines: number;
  readonly skipped: readonly Skipped[];
  /** It was stopped: the counts are those up to then. */
  readonly cancelled: boolean;
}

export type Running = RunningRead<Analysis>;

/** Less than this is read before a second thread has started. */
const WORTH_A_THREAD = 96 * 1024 * 1024;

/** Reads logs, on several threads when there is much to read. */
export function analyze(files: readonly LogFile[], options: AnalysisOptions): Running {
  const board = new Board(options.board);
  const units = unitsOf(files, options.span);
  const job: Job = { cwd: options.cwd, files, units, zone: options.zone, since: options.since, until: options.until, shared: board.memory };
  const size = files.reduce((sum, file) => sum + (file.size ?? 0), 0);
  const wanted = !options.worker ? 0 : !options.alone ? Math.min(options.workers, Math.max(1, units.length)) : (options.span !== undefined || size >= WORTH_A_THREAD) && units.length > 1 ? options.workers : 0;
  return {
    result: run(job, board, options, wanted),
    get progress() {
      return board.progress;
    },
    cancel: () => board.cancel(),
  };
}

/** Reads a log that comes from somewhere else. `file`: the number its places name. */
export async function analyzeStream(stream: Readable, file: number, { zone, since, until, locale }: Pick<AnalysisOptions, 'zone' | 'since' | 'until' | 'locale'>): Promise<Analysis> {
  const counter = new Counter({ since, until, place: (offset) => ({ file, offset, line: reader.lineOf(offset) }) });
  const reader: LogReader = new LogReader({ cell: (event) => counter.cell(event), add: (cell, time, offset, first) => void counter.add(cell, time, offset, first), together: counter }, zoneOption(zone));
  let error: unknown;
  try {
    await readStream(reader, stream, Date.now(), { progress: () => undefined, cancelled: () => false });
  } catch (caught) {
    error = caught;
  }
  reader.end();
  reader.finish();
  const skipped = error === undefined ? [] : [reasonOf('-', error, 'gone', locale)];
  return { tally: counter.finish(), bytes: reader.position, lines: reader.lines, skipped, cancelled: false };
}

async function run(job: Job, board: Board, { worker, alone, ownProcess, locale }: AnalysisOptions, wanted: number): Promise<Analysis> {
  const threads = Array.from({ length: wanted }, (_, index) => start(worker ?? '', job, index + 1).catch(() => undefined));
  // The threads start before this one is busy.
  if (wanted > 0) await new Promise(setImmediate);
  let tune = ownProcess === true ? await processorsForReading() : undefined;
  const onStart = (): void => {
    if (!tune || board.started <= wanted) return;
    tune();
    tune = undefined;
  };
  const own = alone || wanted === 0 ? [await readShare(job, 0, onStart)] : [];
  const shares: Share[] = [...own];
  let failed = false;
  for (const thread of threads) {
    const share = await thread;
    if (share) shares.push(share);
    else failed = true;
  }
  // What a thread had taken that died is lost: all is read again, by this one.
  if (failed && !board.cancelled) {
    const again = new Board();
    shares.splice(0, shares.length, await readShare({ ...job, shared: again.memory }, 0));
  }
  const results: UnitResult[] = shares.flatMap((share) => share.results);
  const tally = emptyTally();
  const place = placer(job.units, results);
  for (const share of shares) merge(tally, share.tally, place);
  return {
    tally,
    bytes: results.reduce((sum, { bytes }) => sum + bytes, 0),
    lines: results.reduce((sum, { lines }) => sum + lines, 0),
    skipped: failures(job, results, locale),
    cancelled: board.cancelled,
  };
}

function failures({ files, units }: Job, results: readonly UnitResult[], locale: Locale | undefined): Skipped[] {
  const byFile = new Map<number, Skipped>();
  for (const { unit, error } of results) {
    const { file } = units[unit];
    if (error !== undefined && !byFile.has(file)) byFile.set(file, reasonOf(files[file].path, error, 'gone', locale));
  }
  return [...byFile.values()];
}

/** What a thread has found; undefined when it could not run. */
async function start(file: string, job: Job, thread: number): Promise<Share | undefined> {
  // Most logs are read before a thread could start; then there is no need to load what makes one.
  const threads = await import('node:worker_threads');
  return new Promise((resolve) => {
    const worker = new threads.Worker(file, { workerData: { job, thread }, env: threads.SHARE_ENV, execArgv: [], trackUnmanagedFds: false, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    worker.once('message', (share: Share) => resolve(share));
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}
