import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf } from '../core/logs/report';
import { emptyTally, merge } from '../core/logs/tally';
import { analyze, analyzeStream, type Analysis } from '../host/logs/analyze';
import { findLogs } from '../host/logs/files';
import type { Skipped } from '../host/skipped';
import { UsageError, type Arguments, type CommandSpec } from './args';
import { localeOf, type Io } from './io';
import { csvLogs, jsonLogs, prettyLogs } from './logsReport';
import { momentOf, zoneOf } from './timeRange';

const MINUTE = 60_000;

export const logsSpec: CommandSpec = {
  name: 'logs',
  summary: 'count the errors in logs',
  usage: 'logs [paths…|-] [options]',
  details: [
    'Reads log files, folders of them, or standard input (-, or nothing): lines of JSON, logfmt, access logs, text with stack traces, JSON documents; plain or gzip, of any size. In a folder it reads what is called like a log (*.log, *.log.1, *.jsonl, *.gz of these).',
    'Prints how often each error occurs and when, the busiest requests, records that contradict themselves, and what to do next. The JSON holds the same, by minute.',
    'Exits with 0 whatever it finds, and with 2 when something could not be read.',
  ],
  options: {
    format: { value: 'FORMAT', choices: ['pretty', 'json', 'csv'], help: 'how it is printed; pretty if not given' },
    since: { value: 'TIME', help: 'only what is not older: a time, a date, or how long ago (15m, 2h, 3d)' },
    until: { value: 'TIME', help: 'only what is older' },
    zone: { value: 'ZONE', help: 'zone of times that name none: local (if not given), utc, +03:00' },
    lang: { value: 'LANGUAGE', choices: ['en', 'tr'], help: 'language of the advice; by LANG if not given' },
  },
};

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
