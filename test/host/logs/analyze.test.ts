import assert from 'node:assert/strict';
import { appendFileSync, truncateSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { reportOf, type LogReport } from '../../../server/src/core/logs/report';
import { analyze, analyzeStream, type Analysis } from '../../../server/src/host/logs/analyze';
import { findLogs } from '../../../server/src/host/logs/files';
import { LogReader, REACH } from '../../../server/src/host/logs/reader';
import { logLines } from '../../bench/logLines';
import { Random } from '../../bench/random';
import { makeFolder, type Folder } from '../folder';

const WORKER = resolve('dist/cli/logsWorker.js');
const mixed = (lines: number, seed = 4): string => {
  const all = logLines(new Random(seed), 0.3);
  return Array.from({ length: lines }, () => all.next().value).join('');
};
const line = (minute: number, name = 'already_exists'): string => `2026-03-14T06:${String(minute).padStart(2, '0')}:00Z ERROR PlusAuth answered ${name}\n`;

describe('Analysing logs', () => {
  let folder: Folder;
  beforeEach(() => (folder = makeFolder()));
  afterEach(() => folder.remove());

  const run = (paths: readonly string[], options: { span?: number; worker?: string; since?: number; until?: number } = {}): Promise<Analysis> =>
    analyze(findLogs(paths, folder.path).files, { cwd: folder.path, zone: 0, worker: undefined, alone: true, workers: 1, ...options }).result;
  const report = ({ tally }: Analysis): LogReport => reportOf(tally, 'en', 60_000);
  const facts = (analysis: Analysis): object => ({ report: report(analysis), bytes: analysis.bytes, lines: analysis.lines, skipped: analysis.skipped });

  it('comes to the same however a file is cut, on one thread or two', async () => {
    const text = `${mixed(1500)}${'x'.repeat(3 * REACH)}\nTraceback (most recent call last):\n  File "a.py"\nplusauth.ApiError: missing_scope\n${mixed(500, 9)}${line(3).trimEnd()}`;
    folder.write({ 'app.log': text });
    const whole = await run(['app.log']);
    assert.equal(whole.bytes, Buffer.byteLength(text));
    assert.equal(whole.lines, text.split('\n').length);
    assert.ok(report(whole).events > 500);
    for (const span of [777, 4096, 70_001, 300_000]) assert.deepEqual(facts(await run(['app.log'], { span })), facts(whole), `span ${span}`);
    assert.deepEqual(facts(await run(['app.log'], { span: 20_000, worker: WORKER })), facts(whole));
    assert.deepEqual(facts(await run(['app.log'], { span: 20_000, worker: resolve('dist/no-such-worker.js') })), facts(whole));
  }).timeout(60_000);

  it('reads a hole in a file, as logs have that were cut while they were written, once and not for each of its parts', async () => {
    const path = folder.write({ 'app.log': line(1) });
    truncateSync(path, 2 ** 29);
    appendFileSync(path, `\n${line(2)}`);
    const analysis = await run(['app.log'], { span: 2 ** 20 });
    const { events, first, last } = report(analysis);
    assert.deepEqual([events, first, last, analysis.lines], [2, Date.UTC(2026, 2, 14, 6, 1), Date.UTC(2026, 2, 14, 6, 2), 3]);
    assert.deepEqual(analysis.skipped, []);
  });

  it('reads gzip of several members, UTF-16 and JSON documents', async () => {
    const a = line(1) + line(2, 'missing_scope');
    folder.write({
      'a.log.gz': Buffer.concat([gzipSync(a), gzipSync(line(3))]),
      'b.log': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(a, 'utf16le')]),
      'c.json': JSON.stringify({ logs: Array.from({ length: 40 }, (_, index) => ({ time: `2026-03-14T06:${index + 10}:00Z`, error: 'too_many_requests', status: 429 })) }),
      'd.json': JSON.stringify([{ time: '2026-03-14T06:00:00Z', error: 'already_exists', status: 400 }, { time: '2026-03-14T06:00:01Z', error: 'already_exists', status: 409 }], null, 2),
    });
    const { kinds, records, contradictions } = report(await run(['.']));
    assert.deepEqual(kinds.map(({ name, count }) => [name, count]), [['too_many_requests', 40], ['already_exists', 5], ['missing_scope', 2]]);
    assert.equal(records, 47);
    assert.equal(contradictions.count, 1);
    assert.deepEqual(contradictions.places.map(({ file, line: at, status }) => [file, at, status]), [[3, 1, 400]]);
  });

  it('takes from folders what is called like a log, whatever .gitignore says, and any file that is named', () => {
    folder.write({ '.gitignore': '*.log\n', 'x/app.log': line(1), 'x/app.log.3': line(1), 'x/app-2026.log.gz': gzipSync(line(1)), 'x/code.ts': line(1), 'x/node_modules/a.log': line(1), notes: line(1) });
    assert.deepEqual(findLogs(['x', 'notes', 'x/app.log'], folder.path).files.map(({ path }) => path).sort(), ['notes', 'x/app-2026.log.gz', 'x/app.log', 'x/app.log.3']);
    assert.deepEqual(findLogs(['gone.log'], folder.path).skipped, [{ file: 'gone.log', reason: 'There is no such file or folder.', failed: true }]);
    assert.deepEqual(findLogs(['gone.log'], folder.path, 'tr').skipped.map(({ reason }) => reason), ['Böyle bir dosya ya da klasör yok.']);
  });

  it('says so when a compressed file is damaged, and keeps what came before', async () => {
    const packed = gzipSync(mixed(400));
    folder.write({ 'a.log.gz': packed.subarray(0, packed.length - 20), 'b.log': line(1) });
    const analysis = await run(['a.log.gz', 'b.log']);
    assert.deepEqual(analysis.skipped.map(({ file, failed }) => [file, failed]), [['a.log.gz', true]]);
    assert.match(analysis.skipped[0]?.reason ?? '', /^It is compressed and damaged \(unexpected end of file\)/);
    assert.ok(report(analysis).events > 50);
  });

  it('reads a file as it was when it was found, and a shorter one to its end', async () => {
    const path = folder.write({ 'a.log': line(1) + line(2) });
    const { files } = findLogs(['a.log'], folder.path);
    const options = { cwd: folder.path, zone: 0, worker: undefined, alone: true, workers: 0 };
    appendFileSync(path, line(3));
    assert.equal(report(await analyze(files, options).result).events, 2);
    truncateSync(path, line(1).length);
    assert.equal(report(await analyze(files, options).result).events, 1);
  });

  it('counts what is in the range of time', async () => {
    folder.write({ 'a.log': `${line(1)}${line(5)}${line(9)}error: already_exists\n` });
    const at = (minute: number): number => Date.UTC(2026, 2, 14, 6, minute);
    assert.equal(report(await run(['a.log'])).events, 4);
    assert.equal(report(await run(['a.log'], { since: at(5) })).events, 2);
    assert.equal(report(await run(['a.log'], { since: at(2), until: at(9) })).events, 1);
    assert.equal(report(await run(['a.log'], { until: at(1) })).records, 0);
  });

  it('ends at once when it is stopped', async () => {
    folder.write({ 'a.log': mixed(3000) });
    const running = analyze(findLogs(['a.log'], folder.path).files, { cwd: folder.path, zone: 0, worker: WORKER, alone: false, workers: 1, span: 1000 });
    running.cancel();
    const { cancelled, bytes } = await running.result;
    assert.ok(cancelled);
    assert.ok(bytes < 3000 * 100);
  });

  it('counts an event in a line of a hundred megabytes once, in bounded memory', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'lorem ipsum already_exists dolor ');
    const stream = Readable.from((function* () {
      yield Buffer.from(`2026-03-14T06:00:00Z ERROR `);
      for (let megabytes = 0; megabytes < 100; megabytes++) yield piece;
      yield Buffer.from(`\n${line(4, 'missing_scope')}`);
    })());
    const before = process.memoryUsage().arrayBuffers;
    const analysis = await analyzeStream(stream, 0, { zone: 0, since: undefined, until: undefined });
    assert.deepEqual(report(analysis).kinds.map(({ name, count }) => [name, count]), [['already_exists', 1], ['missing_scope', 1]]);
    assert.equal(analysis.lines, 2);
    assert.ok(process.memoryUsage().arrayBuffers - before < 32 * 1024 * 1024);
  }).timeout(60_000);

  it('has room for bytes whatever was put there', () => {
    const reader = new LogReader({ cell: () => assert.fail(), add: () => assert.fail() });
    reader.begin({ entryIndent: undefined, separator: undefined });
    for (let round = 0; round < 40; round++) {
      const room = reader.room();
      assert.ok(room.length > 0);
      reader.push(room.fill(round % 2 === 0 ? 0 : 255).length);
    }
    reader.end();
  });
});
