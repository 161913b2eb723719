import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf } from '../core/logs/report';
import { emptyTally, merge } from '../core/logs/tally';
import { analyze, analyzeStream, type Analysis } from '../host/logs/analyze';
import { findLogs } from '../host/logs/files';
import { csvLogs, jsonLogs } from '../host/logs/formats';
import type { Skipped } from '../host/skipped';
import { UsageError, type Arguments } from './args';
import { localeOf, type Io } from './io';
import { prettyLogs } from './logsReport';
import { momentOf, zoneOf } from './timeRange';

const MINUTE = 60_000;

/** Runs `logs` and says the exit code: 0, or 2 when something could not be read. */
export async function logs({ operands, values }: Arguments, io: Io): Promise<number> {
  const now = Date.now();
  const zone = zoneOf(values['zone']);
  const since = momentOf('since', values['since'], zone, now);
  const until = momentOf('until', values['until'], zone, now);
  const paths = operands.filter((path) => path !== '-');
  const standardInput = operands.length === 0 || operands.includes('-');
  if (operands.length === 0 && io.stdin().isTTY === true) throw new UsageError('Which logs? Name files or folders, or pipe a log into `plusauth-errors logs`.');
  const found = findLogs(paths);
  const worker = join(__dirname, 'logsWorker.js');
  const options = { cwd: process.cwd(), zone, since, until, worker: existsSync(worker) ? worker : undefined, alone: true, workers: 1 };
  const parts: Analysis[] = paths.length > 0 ? [await analyze(found.files, options).result] : [];
  if (standardInput) parts.push(await analyzeStream(io.stdin(), found.files.length, options));
  const tally = emptyTally();
  for (const part of parts) merge(tally, part.tally);
  const skipped: Skipped[] = [...found.skipped, ...parts.flatMap((part) => part.skipped)];
  const sum = (of: (part: Analysis) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const report = {
    report: reportOf(tally, localeOf(values['lang'], io.env), MINUTE),
    files: [...found.files.map(({ path }) => path), ...(standardInput ? ['-'] : [])],
    bytes: sum(({ bytes }) => bytes),
    lines: sum(({ lines }) => lines),
    skipped,
  };
  io.out(values['format'] === 'json' ? jsonLogs(report) : values['format'] === 'csv' ? csvLogs(report) : prettyLogs(report, io.terminal));
  const failures = skipped.filter(({ failed }) => failed);
  for (const { file, reason } of failures) io.complain(`${file}: ${reason}`);
  return failures.length > 0 ? 2 : 0;
}
