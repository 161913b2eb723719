import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ERROR_NAMES } from '../../server/src/core/catalog';
import { logLines } from './logLines';
import { compared, interleaved, percentile, type Row } from './measure';
import { Random } from './random';

/** Size of the log; PLUSAUTH_ERRORS_BENCH_LOG gives another one, in MB. */
const MEGABYTES = Number(process.env['PLUSAUTH_ERRORS_BENCH_LOG'] ?? 1000);
const RUNS = 7;
const MOST_MEMORY = 100;
const PART = 1 << 20;

/** `logs` on a log of many programs beside ripgrep counting the lines with a name: once with few errors, once with many. */
export async function benchLogs(cli: string, say: (message: string) => void): Promise<Row[]> {
  const ripgrep = spawnSync('rg', ['--version'], { encoding: 'utf8' });
  if (ripgrep.error) {
    say(`rg is not on the PATH, so \`logs\` is not compared with it (${ripgrep.error.message}). Install ripgrep to see those rows.`);
    return [];
  }
  const version = /ripgrep (\S+)/.exec(ripgrep.stdout)?.[1] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'plusauth-errors-bench-'));
  const hook = join(folder, 'memory.cjs');
  writeFileSync(hook, "process.on('exit', () => require('fs').writeSync(2, '\\nmaxRSS ' + process.resourceUsage().maxRSS + '\\n'));\n");
  try {
    const rows: Row[] = [];
    for (const share of [0.015, 0.2]) rows.push(...(await compare(cli, join(folder, 'mixed.log'), hook, share, version)));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(cli: string, log: string, hook: string, share: number, version: string): Promise<Row[]> {
  writeLog(log, share);
  const memory: number[] = [];
  const counts = new Set<number>();
  const timed = (program: string, args: readonly string[], read: (stdout: string, stderr: string) => void) => (): Promise<number> => {
    const begin = performance.now();
    const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    const time = performance.now() - begin;
    if (done.status !== 0) throw new Error(`${program} ended with ${done.status}: ${done.stderr}`);
    read(done.stdout, done.stderr);
    return Promise.resolve(time);
  };
  const things = {
    product: timed(process.execPath, ['-r', hook, cli, 'logs', '--format', 'json', log], (stdout, stderr) => {
      const { byName } = JSON.parse(stdout) as { byName: Record<string, number> };
      counts.add(Object.values(byName).reduce((sum, count) => sum + count, 0));
      memory.push(Number(/maxRSS (\d+)/.exec(stderr)?.[1]) / 1024);
    }),
    // A line of this log has one name at most, so that lines with a name are errors with a name.
    ripgrep: timed('rg', ['-c', '-F', ...ERROR_NAMES.flatMap((name) => ['-e', name]), log], (stdout) => counts.add(Number(stdout))),
  };
  await interleaved(1, things);
  const { product, ripgrep: peer } = await interleaved(RUNS, things);
  if (counts.size !== 1) throw new Error(`\`logs\` and ripgrep differ on the number of errors: ${[...counts].join(', ')}.`);
  const what = `\`logs\` on ${MEGABYTES.toLocaleString('en')} MB of mixed lines, ${share * 100} % of them with a name`;
  const peak = Math.max(...memory);
  return [
    compared(`${what}: counts and timeline`, product, `ripgrep ${version} \`-c -F\``, peer, 1.5),
    { what: 'the same, most memory', product: `${peak.toFixed(0)} MB`, peer: '', bound: `< ${MOST_MEMORY} MB`, holds: percentile(memory, 1) < MOST_MEMORY },
  ];
}

function writeLog(path: string, share: number): void {
  const file = openSync(path, 'w');
  let part: string[] = [];
  let length = 0;
  let size = 0;
  for (const line of logLines(new Random(11), share)) {
    part.push(line);
    length += line.length;
    if (length < PART) continue;
    writeSync(file, part.join(''), null, 'latin1');
    size += length;
    part = [];
    length = 0;
    if (size >= MEGABYTES * 1e6) break;
  }
  closeSync(file);
}
