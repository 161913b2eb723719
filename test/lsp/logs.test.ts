import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { analyzeLogsProgress, analyzeLogsRequest, exportLogsRequest, logRecordRequest, type LogAnalysis, type LogProgress } from '../../server/src/protocol';
import { logLines } from '../bench/logLines';
import { Random } from '../bench/random';
import { makeFolder, type Folder } from '../host/folder';
import { inProcess, inWorker } from './peers';
import { TestServer } from './testServer';

const FIRST = '{"time":"2026-03-14T06:00:10Z","method":"POST","url":"https://acme.plusauth.com/api/v1/users","err":{"error":"already_exists","status":400}}';
const SECOND = '2026-03-14T07:00:00Z ERROR PlusAuth answered missing_scope\n    at call (/app/index.js:12:4)';
const LOG = `2026-03-14T05:00:00Z INFO started\n${FIRST}\n${SECOND}\n2026-03-14T08:00:00Z INFO stopped\n`;

describe('The analysis of logs', () => {
  let folder: Folder;
  let server: TestServer;
  before(async () => {
    folder = makeFolder();
    server = await TestServer.start({ locale: 'tr' });
  });
  after(async () => {
    await server.stop();
    folder.remove();
  });
  const uri = (name: string): string => pathToFileURL(path.join(folder.path, name)).href;
  const analyze = async (...uris: string[]): Promise<LogAnalysis> => {
    const analysis = await server.ask(analyzeLogsRequest, { uris });
    assert.ok(analysis);
    return analysis;
  };

  it('gives all that a page shows', async () => {
    folder.write({ 'one/app.log': LOG, 'one/app.log.1.gz': gzipSync(LOG) });
    const analysis = await analyze(uri('one'), 'untitled:a', uri('gone.log'));
    assert.deepEqual(analysis.files, [uri('one/app.log'), uri('one/app.log.1.gz')]);
    assert.deepEqual([analysis.records, analysis.events, analysis.bytes, analysis.lines], [4, 4, 2 * LOG.length, 10]);
    assert.deepEqual([analysis.first, analysis.last], [Date.UTC(2026, 2, 14, 6, 0, 10), Date.UTC(2026, 2, 14, 7)]);
    const offset = LOG.indexOf(FIRST);
    assert.deepEqual(analysis.kinds.map(({ key, name, status, count, share, turn }) => ({ key, name, status, count, share, turn })), [
      { key: 'already_exists', name: 'already_exists', status: '409', count: 2, share: 0.5, turn: 'handle' },
      { key: 'missing_scope', name: 'missing_scope', status: '401', count: 2, share: 0.5, turn: 'fix' },
    ]);
    assert.ok(analysis.kinds.every(({ next }) => next !== null && /[çğıöşü]/.test(next)), 'in Turkish');
    assert.deepEqual(analysis.kinds[0]?.places, [0, 1].map((file) => ({ file, offset, line: 1, time: Date.UTC(2026, 2, 14, 6, 0, 10) })));
    assert.equal(analysis.timeline.milliseconds, 60_000);
    assert.deepEqual(analysis.timeline.buckets, [
      { start: Date.UTC(2026, 2, 14, 6), byKind: { already_exists: 2 } }, { start: Date.UTC(2026, 2, 14, 7), byKind: { missing_scope: 2 } },
    ]);
    assert.deepEqual(analysis.requests, [{ method: 'POST', path: '/api/v1/users', count: 2, byKind: { already_exists: 2 } }]);
    assert.equal(analysis.contradictions.count, 2);
    assert.deepEqual(analysis.contradictions.places[1], { file: 1, offset, line: 1, time: Date.UTC(2026, 2, 14, 6, 0, 10), name: 'already_exists', status: 400 });
    assert.deepEqual(analysis.skipped.map((left) => left.uri), ['untitled:a', uri('gone.log')]);
  });

  it('narrows to a range of time, and takes a zone', async () => {
    folder.write({ 'two.log': '2026-03-14 06:00:00 ERROR missing_scope of PlusAuth\n2026-03-14 09:00:00 ERROR missing_token of PlusAuth\n' });
    const at = (hour: number): number => Date.UTC(2026, 2, 14, hour);
    const ask = async (params: object): Promise<string[]> => (await server.ask(analyzeLogsRequest, { uris: [uri('two.log')], zone: 180, ...params }))?.kinds.map(({ key }) => key) ?? [];
    assert.deepEqual(await ask({ since: at(3), until: at(4) }), ['missing_scope']);
    assert.deepEqual(await ask({ since: at(4) }), ['missing_token']);
    assert.deepEqual(await ask({ since: at(4), zone: 0 }), ['missing_scope', 'missing_token']);
  });

  it('exports an analysis, and shows a record', async () => {
    folder.write({ 'three.log': LOG, 'three.log.gz': gzipSync(LOG) });
    const { id } = await analyze(uri('three.log'));
    assert.equal((JSON.parse((await server.ask(exportLogsRequest, { id, format: 'json' })) ?? '') as { records: number }).records, 2);
    assert.match((await server.ask(exportLogsRequest, { id, format: 'csv' })) ?? '', /^start,name,status,count\r\n2026-03-14T06:00:00\.000Z,already_exists,,1\r\n/);
    assert.equal(await server.ask(exportLogsRequest, { id: 4711, format: 'csv' }), null);
    for (const name of ['three.log', 'three.log.gz']) {
      assert.equal(await server.ask(logRecordRequest, { uri: uri(name), offset: LOG.indexOf(FIRST) }), FIRST);
      assert.equal(await server.ask(logRecordRequest, { uri: uri(name), offset: LOG.indexOf(SECOND) }), SECOND);
      assert.equal(await server.ask(logRecordRequest, { uri: uri(name), offset: LOG.length + 5 }), null);
    }
    assert.equal(await server.ask(logRecordRequest, { uri: uri('gone.log'), offset: 0 }), null);
  });

  it('tells its progress, answers others meanwhile, and stops when it is cancelled', async () => {
    const lines = logLines(new Random(2), 0.2);
    const part = Buffer.from(Array.from({ length: 20_000 }, () => lines.next().value).join(''));
    folder.write({ 'big.log': Buffer.concat(Array.from({ length: 60 }, () => part)), 'endless.log': part });
    // A hole takes no room, and longer to read than anybody waits.
    truncateSync(path.join(folder.path, 'endless.log'), 2 ** 37);
    const seen: LogProgress[] = [];
    let told: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (told = resolve));
    server.connection.onNotification(analyzeLogsProgress.name, (progress: LogProgress) => {
      seen.push(progress);
      if (progress.bytes > 0) told();
    });
    const source = new CancellationTokenSource();
    const running = server.connection.sendRequest(analyzeLogsRequest.name, { uris: [uri('endless.log')], progress: 'p1' }, source.token);
    await server.open('file:///logs/a.ts', 'export const a = 1;');
    assert.equal(await server.hover('file:///logs/a.ts', 'cons|t'), null);
    await first;
    source.cancel();
    await assert.rejects(running, /cancelled/i);
    assert.ok(seen.every(({ progress }) => progress === 'p1'));
    assert.ok(seen.some(({ bytes, events }) => bytes > 0 && events > 0));
    const whole = await analyze(uri('big.log'));
    assert.equal(whole.bytes, 60 * part.length);
  }).timeout(60_000);

  it('says nothing to wrong parameters but in its log', async () => {
    assert.equal(await server.ask(analyzeLogsRequest, { uris: 'x' as unknown as string[] }), null);
    await server.until(() => server.logged.some((line) => line.includes('"uris" must be a list')));
  });
});

for (const [where, peer] of [['a web worker', inWorker], ['Node', inProcess]] as const) {
  describe(`The analysis of logs in a virtual file system, from ${where}`, () => {
    const ROOT = 'vscode-vfs://github/acme/logs';
    // Compressed noise has every byte there is, and its checksum tells when one came as another.
    const random = new Random(1);
    const noise = `2026-03-14T09:00:00Z INFO ${Array.from({ length: 2_000 }, () => random.between(0, 2 ** 30).toString(36)).join('-')}\n`;
    const packed = gzipSync(noise);
    const bytes = { [`${ROOT}/app.log`]: Buffer.from(LOG), [`${ROOT}/old/app.log.1.gz`]: Buffer.concat([gzipSync(LOG), gzipSync(LOG), packed]) };

    it('finds, exports and shows what that of files does', async () => {
      assert.equal(new Set(packed).size, 256);
      const server = await TestServer.start({ peer, files: { texts: {}, bytes } });
      const analysis = await server.ask(analyzeLogsRequest, { uris: [ROOT, `${ROOT}/gone.log`], progress: 'p' });
      assert.ok(analysis);
      assert.deepEqual(analysis.files, Object.keys(bytes));
      assert.deepEqual([analysis.records, analysis.bytes, analysis.lines], [6, 3 * LOG.length + noise.length, 16]);
      assert.deepEqual(analysis.kinds.map(({ key, count }) => [key, count]), [['already_exists', 3], ['missing_scope', 3]]);
      assert.deepEqual(analysis.skipped, [{ uri: `${ROOT}/gone.log`, reason: 'There is no such file or folder.' }]);
      assert.equal((JSON.parse((await server.ask(exportLogsRequest, { id: analysis.id, format: 'json' })) ?? '') as { records: number }).records, 6);
      for (const uri of analysis.files) assert.equal(await server.ask(logRecordRequest, { uri, offset: LOG.indexOf(SECOND) }), SECOND);
      assert.deepEqual(server.logged, []);
      await server.stop();
    });

    it('says so when the client reads nothing', async () => {
      const server = await TestServer.start({ peer });
      const analysis = await server.ask(analyzeLogsRequest, { uris: [`${ROOT}/app.log`] });
      assert.equal(await server.ask(logRecordRequest, { uri: `${ROOT}/app.log`, offset: 0 }), null);
      // A process has files of its own, though not this one.
      if (analysis === null) await server.until(() => server.logged.some((text) => text.includes('initialization option "files"')));
      else assert.deepEqual(analysis.skipped, [{ uri: `${ROOT}/app.log`, reason: 'It is not a file that the editor can read. Save it first.' }]);
      await server.stop();
    });
  });
}
