import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { size } from '../../server/src/cli/logsReport';
import { momentOf, zoneOf } from '../../server/src/cli/timeRange';
import { csvCell } from '../../server/src/host/logs/formats';
import { makeFolder, type Folder } from '../host/folder';

const MAIN = resolve('dist/cli/main.js');
const LOG = [
  '{"time":"2026-03-14T06:00:10Z","method":"POST","url":"https://acme.plusauth.com/api/v1/users","err":{"error":"already_exists","status":409}}',
  '{"time":"2026-03-14T06:00:20Z","method":"POST","url":"https://acme.plusauth.com/api/v1/users","err":{"error":"already_exists","status":400}}',
  '10.0.0.1 - - [14/Mar/2026:06:02:00 +0000] "GET /api/v1/users/42 HTTP/1.1" 404 84',
  'PlusAuth: too_many_requests',
  '2026-03-14T06:05:00Z INFO nothing to see',
].join('\n');

interface Document {
  readonly bytes: number;
  readonly lines: number;
  readonly records: number;
  readonly byName: Record<string, number>;
  readonly byStatus: Record<string, number>;
  readonly first: string | null;
  readonly last: string | null;
  readonly buckets: object[];
  readonly kinds: { name?: string; status: string; count: number; next: string; places: object[] }[];
  readonly requests: object[];
  readonly contradictions: { count: number; places: object[] };
  readonly skipped: { file: string; reason: string }[];
}

describe('The command line: logs', () => {
  let folder: Folder;
  beforeEach(() => (folder = makeFolder()));
  afterEach(() => folder.remove());

  const run = (args: readonly string[], input: string | Uint8Array = ''): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [MAIN, 'logs', ...args], { cwd: folder.path, encoding: 'utf8', input, env: { ...process.env, LANG: 'C', LC_ALL: '', NO_COLOR: '1', TZ: 'Europe/Istanbul' } });
  const json = (args: readonly string[], input?: string | Uint8Array): Document => {
    const { stdout, status, stderr } = run(['--format', 'json', ...args], input);
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as Document;
  };

  it('gives one document with the counts', () => {
    folder.write({ 'app.log': LOG });
    const document = json(['app.log']);
    const { bytes, lines, records, byName, byStatus, first, last, buckets, skipped, requests, contradictions } = document;
    assert.deepEqual({ bytes, lines, records, byName, byStatus, first, last, skipped }, {
      bytes: LOG.length, lines: 5, records: 4, byName: { already_exists: 2, too_many_requests: 1 }, byStatus: { 404: 1 },
      first: '2026-03-14T06:00:10.000Z', last: '2026-03-14T06:02:00.000Z', skipped: [],
    });
    assert.deepEqual(buckets, [
      { start: '2026-03-14T06:00:00.000Z', byName: { already_exists: 2 }, byStatus: {} },
      { start: '2026-03-14T06:02:00.000Z', byName: {}, byStatus: { 404: 1 } },
    ]);
    assert.deepEqual(requests, [
      { method: 'POST', path: '/api/v1/users', count: 2, byName: { already_exists: 2 }, byStatus: {} },
      { method: 'GET', path: '/api/v1/users/{id}', count: 1, byName: {}, byStatus: { 404: 1 } },
    ]);
    const [second = ''] = LOG.split('\n');
    assert.deepEqual(contradictions, { count: 1, places: [{ name: 'already_exists', status: 400, file: 'app.log', offset: second.length + 1, line: 2, time: '2026-03-14T06:00:20.000Z' }] });
    assert.deepEqual(document.kinds.map(({ name, status, count, places }) => [name, status, count, places.length]), [
      ['already_exists', '409', 2, 2], [undefined, '404', 1, 1], ['too_many_requests', '429', 1, 1],
    ]);
    assert.ok(document.kinds.every(({ next }) => next.length > 20));
  });

  it('reads standard input, gzip and files alike', () => {
    folder.write({ 'app.log': LOG, 'old/app.log.1.gz': gzipSync(LOG) });
    const file = json(['app.log']);
    for (const [args, input] of [[['-'], LOG], [[], LOG], [['-'], gzipSync(LOG)], [['old'], '']] as const) {
      const { byName, byStatus, records, bytes, lines, buckets } = json(args, input);
      assert.deepEqual({ byName, byStatus, records, bytes, lines, buckets }, { byName: file.byName, byStatus: file.byStatus, records: file.records, bytes: file.bytes, lines: file.lines, buckets: file.buckets });
    }
    assert.deepEqual(json(['app.log', 'old', '-'], LOG).byName, { already_exists: 6, too_many_requests: 3 });
  });

  it('shows the same to a person, and as a table', () => {
    const pretty = run(['-'], LOG);
    assert.equal(pretty.status, 0);
    assert.match(pretty.stdout, /^4 errors in 4 records of 5 lines \(\d+ bytes\) of 1 file\.\n2026-03-14 06:00:10Z to 2026-03-14 06:02:00Z\n/);
    assert.match(pretty.stdout, /already_exists +409 +2 +50 %/);
    assert.match(pretty.stdout, /2 {2}POST \/api\/v1\/users +already_exists 2/);
    assert.match(pretty.stdout, /already_exists with 400 {2}-:2\n/);
    assert.equal(run(['-', '--format', 'csv'], LOG).stdout.split('\r\n').join('\n'), [
      'start,name,status,count', '2026-03-14T06:00:00.000Z,already_exists,,2', '2026-03-14T06:02:00.000Z,,404,1', ',too_many_requests,,1', '',
    ].join('\n'));
    assert.equal(run(['-'], 'all is well\n').stdout, 'No PlusAuth errors in 1 line (12 bytes) of 1 file.\n');
    assert.match(run(['-', '--lang', 'tr'], LOG).stdout, /tenant/);
  });

  it('takes times without zone as those of this machine, or of the zone that is asked for', () => {
    const log = '2026-03-14 06:00:00,123 ERROR PlusAuth answered missing_scope\n';
    assert.equal(json(['-'], log).first, '2026-03-14T03:00:00.123Z');
    assert.equal(json(['-', '--zone', 'utc'], log).first, '2026-03-14T06:00:00.123Z');
    assert.equal(json(['-', '--zone', '-02:30'], log).first, '2026-03-14T08:30:00.123Z');
    assert.equal(json(['-', '--since', '2026-03-14 06:00:01'], log).records, 0);
    assert.equal(json(['-', '--since', '2026-03-14', '--until', '2026-03-14T03:00:01Z'], log).records, 1);
    assert.equal(json(['-', '--since', '2h'], log).records, 0);
  });

  it('says what it cannot do, and names what it could not read', () => {
    folder.write({ 'app.log': LOG, 'x.log.gz': gzipSync(LOG).subarray(0, 40) });
    for (const [args, message] of [
      [['--since', 'yesterday'], /--since is a time such as .*not "yesterday"/], [['--zone', 'Mars'], /--zone is local, utc/], [['--format', 'xml'], /one of pretty, json, csv/],
    ] as const) {
      const { status, stderr, stdout } = run([...args, 'app.log']);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
    }
    const { status, stdout, stderr } = run(['gone.log', 'app.log', 'x.log.gz', '--format', 'json']);
    assert.equal(status, 2);
    assert.deepEqual((JSON.parse(stdout) as Document).skipped.map(({ file }) => file), ['gone.log', 'x.log.gz']);
    assert.match(stderr, /gone\.log: There is no such file or folder\./);
  });

  it('reads moments and zones', () => {
    const now = Date.UTC(2026, 2, 14, 12);
    assert.equal(momentOf('since', '90s', 0, now), now - 90_000);
    assert.equal(momentOf('since', '1.5h', 0, now), now - 5_400_000);
    assert.equal(momentOf('since', '2026-03-14', 180, now), Date.UTC(2026, 2, 13, 21));
    assert.equal(momentOf('since', undefined, 0, now), undefined);
    assert.deepEqual(['UTC', '+3', '-0330', 'local', undefined].map(zoneOf), [0, 180, -210, 'local', 'local']);
    assert.deepEqual([0, 1, 999, 1234, 56_700_000, 1e9].map(size), ['0 bytes', '1 byte', '999 bytes', '1.2 kB', '57 MB', '1.0 GB']);
    assert.deepEqual(['a', 'a,b', 'a"b', 3].map(csvCell), ['a', '"a,b"', '"a""b"', '3']);
  });
});
