import { parentPort, workerData } from 'node:worker_threads';
import { reportOf } from '../../core/logs/report';
import { analyze } from './analyze';
import type { Answer } from './answer';
import type { OrderApart, RecordOrder } from './apart';
import { findLogs } from './files';
import { recordText } from './record';
import { readShare, type Job } from './share';

// A thread that reads logs, and answers once: its share of a job, all of some paths, or one record.

const MINUTE = 60_000;

/** Analyses in this thread, and one more where there is much to read. */
async function analyzePaths({ paths, zone, since, until, locale, board }: OrderApart): Promise<Answer> {
  const { files, skipped } = findLogs(paths, undefined, locale);
  const analysis = await analyze(files, { cwd: process.cwd(), zone, since, until, locale, worker: __filename, alone: true, workers: 1, board }).result;
  return {
    report: reportOf(analysis.tally, locale, MINUTE),
    shown: reportOf(analysis.tally, locale),
    files: files.map(({ path }) => path),
    bytes: analysis.bytes,
    lines: analysis.lines,
    skipped: [...skipped, ...analysis.skipped],
    cancelled: analysis.cancelled,
  };
}

const { job, thread, order, record } = workerData as { job?: Job; thread?: number; order?: OrderApart; record?: RecordOrder };
const answer: Promise<unknown> = job ? readShare(job, thread ?? 0) : order ? analyzePaths(order) : record ? recordText(record.path, record.offset) : Promise.resolve(undefined);
// What fails ends the thread with its error, which whoever waits for the answer gets.
void answer.then((value) => parentPort?.postMessage(value));
