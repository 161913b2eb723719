import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { Answer, RunningRead, Wanted } from './answer';
import { Board } from './board';

/** What to analyse on threads of its own. Plain data. */
export interface OrderApart extends Wanted {
  /** Files and folders, absolute. */
  readonly paths: readonly string[];
  readonly board: SharedArrayBuffer;
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
export function analyzeApart(order: Omit<OrderApart, 'board'>, worker: string): RunningRead<Answer> {
  const board = new Board();
  return {
    result: ask<Answer>(worker, { order: { ...order, board: board.memory } satisfies OrderApart }),
    get progress() {
      return board.progress;
    },
    cancel: () => board.cancel(),
  };
}

/** The record that starts at a byte of a log; undefined when it is not there. Rejects when it cannot be read. */
export const recordApart = (record: RecordOrder, worker: string): Promise<string | undefined> => ask(worker, { record });
