import { Counter, type Tally } from '../../core/logs/tally';
import type { ReadOptions } from '../../core/logs';
import { resolve } from 'node:path';
import type { LogFile } from './files';
import { LogReader } from './reader';
import { readUnit, type Unit, type UnitResult } from './units';

/** Where times without zone are from: this machine's zone, or minutes ahead of UTC. */
export type Zone = 'local' | number;

/** What is to be read, for each of the threads that share it. Plain data. */
export interface Job {
  readonly cwd: string;
  readonly files: readonly LogFile[];
  readonly units: readonly Unit[];
  readonly zone: Zone;
  /** Milliseconds since the epoch. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** `NEXT`, `CANCELLED`, then two numbers for each thread. */
  readonly shared: SharedArrayBuffer;
}

/** What a thread has found in its share. */
export interface Share {
  readonly tally: Tally;
  readonly results: readonly UnitResult[];
}

const NEXT = 0;
const CANCELLED = 1;
const THREADS = 4;
const PROGRESS = 8;

/** What the threads tell each other while they read. */
export class Board {
  readonly #counters: Int32Array;
  readonly #progress: Float64Array;

  constructor(readonly memory = new SharedArrayBuffer(PROGRESS + 16 * THREADS)) {
    this.#counters = new Int32Array(memory, 0, 2);
    this.#progress = new Float64Array(memory, PROGRESS);
  }

  /** The next unit that nobody reads yet. */
  take(): number {
    return Atomics.add(this.#counters, NEXT, 1);
  }

  cancel(): void {
    Atomics.store(this.#counters, CANCELLED, 1);
  }

  get cancelled(): boolean {
    return Atomics.load(this.#counters, CANCELLED) === 1;
  }

  add(thread: number, bytes: number, events: number): void {
    this.#progress[2 * thread] += bytes;
    this.#progress[2 * thread + 1] += events;
  }

  /** Of all threads. May be a moment old. */
  get progress(): { readonly bytes: number; readonly events: number } {
    let bytes = 0;
    let events = 0;
    for (let index = 0; index < 2 * THREADS; index += 2) {
      bytes += this.#progress[index];
      events += this.#progress[index + 1];
    }
    return { bytes, events };
  }
}

/** Minutes this machine is ahead of UTC at a local time, given as if it were UTC. */
const localZone = (local: number): number => {
  const date = new Date(local);
  return -new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()).getTimezoneOffset();
};

export const zoneOption = (zone: Zone): ReadOptions => ({ zone: zone === 'local' ? localZone : () => zone });

/** Reads units of a job until none is left. */
export async function readShare(job: Job, thread: number): Promise<Share> {
  const board = new Board(job.shared);
  const results: UnitResult[] = [];
  let file = 0;
  let events = 0;
  const counter = new Counter({ since: job.since, until: job.until, place: (offset) => ({ file, offset, line: reader.lineOf(offset) }) });
  const reader: LogReader = new LogReader(
    {
      cell: (event) => counter.cell(event),
      add: (cell, time, offset, first) => {
        if (counter.add(cell, time, offset, first)) events++;
      },
    },
    zoneOption(job.zone),
  );
  const control = {
    progress: (bytes: number): void => {
      board.add(thread, bytes, events);
      events = 0;
    },
    cancelled: (): boolean => board.cancelled,
  };
  for (let index = board.take(); index < job.units.length && !board.cancelled; index = board.take()) {
    const unit = job.units[index];
    const log = job.files[unit.file];
    file = unit.file;
    results.push(await readUnit(reader, log, resolve(job.cwd, log.path), unit, index, control));
    control.progress(0);
  }
  return { tally: counter.finish(), results };
}
