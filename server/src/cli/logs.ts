import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LogRecord } from '../core/logs';
import { reportOf } from '../core/logs/report';
import { emptyTally, merge } from '../core/logs/tally';
import { analyze, analyzeStream, type Analysis } from '../host/logs/analyze';
import { findLogs } from '../host/logs/files';
import { follow, followStream } from '../host/logs/follow';
import { csvLogs, jsonLogs } from '../host/logs/formats';
import { zoneOption } from '../host/logs/zone';
import { reasonOf, type Skipped } from '../host/skipped';
import { UsageError, type Arguments } from './args';
import { followHead, followLine } from './followLogs';
import { localeOf, type Io } from './io';
import { prettyLogs } from './logsReport';
import { momentOf, zoneOf } from './timeRange';

const MINUTE = 60_000;
const FORMATS = ['pretty', 'json', 'csv'] as const;

/** Runs `logs` and says the exit code: 0, or 2 when something could not be read. */
export async function logs({ operands, values, switches }: Arguments, io: Io): Promise<number> {
  const now = Date.now();
  const zone = zoneOf(values['zone']);
  const since = momentOf('since', values['since'], zone, now);
  const until = momentOf('until', values['until'], zone, now);
  const format = FORMATS.find((each) => each === values['format']) ?? 'pretty';
  const following = switches.has('follow');
  const paths = operands.filter((path) => path !== '-');
  const standardInput = operands.length === 0 || operands.includes('-');
  if (operands.length === 0 && io.stdin().isTTY === true) throw new UsageError('Which logs? Name files or folders, or pipe a log into `plusauth-errors logs`.');
  const locale = localeOf(values['lang'], io.env);
  const found = findLogs(paths, undefined, locale);
  const skipped: Skipped[] = [...found.skipped];
  if (paths.length > 0 ? !following || format === 'pretty' : !following) {
    const worker = join(__dirname, 'logsWorker.js');
    const options = { cwd: process.cwd(), zone, since, until, locale, worker: existsSync(worker) ? worker : undefined, alone: true, ownProcess: true, workers: 1 };
    const parts: Analysis[] = paths.length > 0 ? [await analyze(found.files, options).result] : [];
    if (standardInput && !following) parts.push(await analyzeStream(io.stdin(), found.files.length, options));
    const tally = emptyTally();
    for (const part of parts) merge(tally, part.tally);
    skipped.push(...parts.flatMap((part) => part.skipped));
    const sum = (of: (part: Analysis) => number): number => parts.reduce((total, part) => total + of(part), 0);
    const report = {
      report: reportOf(tally, locale, MINUTE),
      files: [...found.files.map(({ path }) => path), ...(standardInput && !following ? ['-'] : [])],
      bytes: sum(({ bytes }) => bytes),
      lines: sum(({ lines }) => lines),
      skipped,
    };
    io.out(format === 'json' ? jsonLogs(report) : format === 'csv' ? csvLogs(report) : prettyLogs(report, io.terminal));
  }
  const failures = skipped.filter(({ failed }) => failed);
  for (const { file, reason } of failures) io.complain(`${file}: ${reason}`);
  let code = failures.length > 0 ? 2 : 0;
  if (!following) return code;

  io.out(followHead(format));
  const stopped = io.stopped();
  const take = (path: string, record: LogRecord): void => {
    const { time } = record;
    if ((since !== undefined && (time === undefined || time < since)) || (until !== undefined && (time === undefined || time >= until))) return;
    io.out(followLine(path, record, format, locale, io.terminal.colours));
  };
  const fail = (file: string, error: unknown): void => {
    io.complain(`${file}: ${reasonOf(file, error, 'gone', locale).reason}`);
    code = 2;
  };
  const files = found.files.flatMap(({ path, size, encoding }) => {
    if (encoding === 'plain' && size !== undefined) return [{ path, offset: size }];
    io.complain(`${path}: It is not followed, because it is not a plain file.`);
    return [];
  });
  const zoned = (local: number): number => zoneOption(zone).zone?.(local) ?? 0;
  await Promise.all([
    files.length > 0 ? follow({ files, zone: zoned, take, fail, stopped }) : undefined,
    standardInput ? followStream(io.stdin(), '-', { zone: zoned, take, stopped }) : undefined,
  ]);
  return code;
}
