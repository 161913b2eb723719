import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { Skipped } from '../skipped';
import { createFileScanner } from './fileScanner';
import { PREFILTER } from './patterns';
import { Queue } from './queue';
import { prepare, type Prepared } from './scanner';

/** First the scanner, then more and more paths, with a zero letter between them, then null: that was all. */
export type ToWorker = Prepared | string | null;
/** Indices of the paths that are worth reading, and those that could not be looked at. */
export interface FromWorker {
  readonly maybe: number[];
  readonly skipped: [index: number, skipped: Skipped][];
}

export interface SearchResult {
  /** Files worth reading, in the order in which they were added. */
  readonly maybe: readonly string[];
  readonly skipped: readonly Skipped[];
  /** Files that were looked at, those worth reading included. */
  readonly searched: number;
}

/** Finds the files that are worth reading among the added ones. */
export interface Search {
  add(path: string): void;
  finish(): Promise<SearchResult>;
}

/** Fewer files than this are done before a second thread has started, which takes it some 30 ms. */
const ALONE = 512;
const BATCH = 512;

/** @param workerFile the bundle of worker.ts; without it, or when it cannot run, one thread does all. `alone`: files before it starts. */
export function startSearch(workerFile?: string, alone = ALONE): Search {
  const files: string[] = [];
  const queue = new Queue();
  let prepared: Prepared | undefined;
  let worker: Worker | undefined;
  let answer: Promise<FromWorker | undefined> | undefined;
  let sent = 0;

  function send(): void {
    if (!workerFile) return;
    if (!worker) {
      const started = new Worker(workerFile, { workerData: queue.memory, env: SHARE_ENV, execArgv: [], trackUnmanagedFds: false });
      worker = started;
      answer = new Promise((resolve) => {
        started.once('message', resolve);
        // What the thread had taken is then searched again here.
        started.once('error', () => resolve(undefined));
        started.once('exit', () => resolve(undefined));
      });
      // It takes long to start; the scanner is made meanwhile.
      worker.postMessage((prepared = prepare(PREFILTER)) satisfies ToWorker);
    }
    worker.postMessage(files.slice(sent).join('\0') satisfies ToWorker);
    sent = files.length;
  }

  return {
    add(path) {
      files.push(path);
      if (files.length >= alone && files.length - sent >= BATCH) send();
    },
    async finish() {
      if (worker) {
        if (sent < files.length) send();
        worker.postMessage(null satisfies ToWorker);
      }
      const verdicts = new Map<number, 'maybe' | Skipped>();
      const scan = createFileScanner(prepared ?? prepare(PREFILTER));
      const look = (index: number): void => {
        const verdict = scan(files[index]);
        if (verdict !== 'no') verdicts.set(index, verdict);
      };
      for (let share = queue.take(files.length); share; share = queue.take(files.length)) {
        for (let index = share.start; index < share.end; index++) look(index);
      }
      if (worker && queue.joined) {
        const other = await answer;
        if (other) {
          for (const index of other.maybe) verdicts.set(index, 'maybe');
          for (const [index, skipped] of other.skipped) verdicts.set(index, skipped);
        } else {
          files.forEach((_, index) => look(index));
        }
      }
      // Nothing is asked of it any more; it ends with the process at the latest.
      void worker?.terminate();
      const ordered = [...verdicts].sort(([a], [b]) => a - b);
      const skipped = ordered.flatMap(([, verdict]) => (verdict === 'maybe' ? [] : [verdict]));
      return { maybe: ordered.flatMap(([index, verdict]) => (verdict === 'maybe' ? [files[index]] : [])), skipped, searched: files.length - skipped.length };
    },
  };
}
