import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { LogReport } from '../../core/logs/report';
import type { Locale } from '../../core/model/settings';
import { Board, type Zone } from './board';
import type { LogsReport } from './formats';


/** What to analyse on threads of its own. Plain data. */
export interface Order {
  /** Files and folders, absolute. */
  readonly paths: readonly string[];
  readonly zone: Zone;
  /** Milliseconds since the epoch. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  readonly locale: Locale;
  readonly board: SharedArrayBuffer;
}

/** `report` counts by minute. */
export interface Answer extends LogsReport {
  /** The same in buckets that fit a screen. */
  readonly shown: LogReport;
  readonly cancelled: boolean;
}

export interface RunningApart {
  /** Rejects when the thread fails, which it does not do because of any file. */
  readonly result: Promise<Answer>;
  /** Bytes read and errors found so far. */
  readonly progress: { readonly bytes: number; readonly events: number };
  /** Stops it within the time of one piece; what was found up to then is the result. */
  cancel(): void;
}

/** A record to be read. Plain data. */
export interface RecordOrder {
  readonly path: string;
  readonly offset: number;
}

/** Gives an order to a thread of its own; its answer. `worker`: the bundle of worker.ts. */
function ask<A>(worker: string, order: object): Promise<A> {
  return new Promise<A>((resolve, reject) => {
    const thread = new Worker(worker, { workerData: order, env: SHARE_ENV, execArgv: [], trackUnmanagedFds: false, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    thread.once('message', (answer: A) => resolve(answer));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread that reads logs has ended without an answer.')));
  });
}

/** Analyses in other threads, so that this one goes on. */
export function analyzeApart(order: Omit<Order, 'board'>, worker: string): RunningApart {
  const board = new Board();
  return {
    result: ask<Answer>(worker, { order: { ...order, board: board.memory } satisfies Order }),
    get progress() {
      return board.progress;
    },
    cancel: () => board.cancel(),
  };
}

/** The record that starts at a byte of a log; undefined when it is not there. Rejects when it cannot be read. */
export const recordApart = (record: RecordOrder, worker: string): Promise<string | undefined> => ask(worker, { record });
