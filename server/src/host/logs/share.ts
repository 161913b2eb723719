import { Counter, type Tally } from '../../core/logs/tally';
import { resolve } from 'node:path';
import { Board } from './board';
import type { LogFile } from './files';
import { LogReader } from './reader';
import { RecordStarts } from './recordStarts';
import { readUnit, type Unit, type UnitResult } from './units';
import { zoneOption, type Zone } from './zone';

/** What is to be read, for each of the threads that share it. Plain data. */
export interface Job {
  readonly cwd: string;
  readonly files: readonly LogFile[];
  readonly units: readonly Unit[];
  readonly zone: Zone;
  /** Milliseconds since the epoch. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** Memory of a `Board`. */
  readonly shared: SharedArrayBuffer;
}

/** What a thread has found in its share. */
export interface Share {
  readonly tally: Tally;
  readonly results: readonly UnitResult[];
}

/** Reads units of a job until none is left. `onRead` is called after each piece. */
export async function readShare(job: Job, thread: number, onRead?: () => void): Promise<Share> {
  const board = new Board(job.shared);
  board.start();
  const results: UnitResult[] = [];
  let file = 0;
  let events = 0;
  let counted = 0;
  const counter = new Counter({ since: job.since, until: job.until, place: (offset) => ({ file, offset, line: reader.lineOf(offset) }) });
  const reader: LogReader = new LogReader(
    {
      cell: (event) => counter.cell(event),
      add: (cell, time, offset, first) => {
        if (counter.add(cell, time, offset, first)) events++;
      },
      together: counter,
    },
    zoneOption(job.zone),
  );
  const starts = new RecordStarts();
  const control = {
    progress: (bytes: number): void => {
      board.add(thread, bytes, events + reader.counted - counted);
      events = 0;
      counted = reader.counted;
      onRead?.();
    },
    cancelled: (): boolean => board.cancelled,
  };
  for (let index = board.take(); index < job.units.length && !board.cancelled; index = board.take()) {
    const unit = job.units[index];
    const log = job.files[unit.file];
    file = unit.file;
    results.push(await readUnit(reader, log, resolve(job.cwd, log.path), unit, index, starts, control));
    control.progress(0);
  }
  reader.finish();
  return { tally: counter.finish(), results };
}
