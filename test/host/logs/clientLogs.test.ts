import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync, gzipSync } from 'node:zlib';
import type { ClientFiles } from '../../../server/src/host/clientFiles';
import type { LocatedAnswer, Wanted } from '../../../server/src/host/logs/answer';
import { clientLogs } from '../../../server/src/host/logs/clientLogs';
import { nodeLogs } from '../../../server/src/host/logs/nodeLogs';
import { REACH } from '../../../server/src/host/logs/reader';
import { unpacked } from '../../../server/src/host/logs/unpack';
import type { WholeFile } from '../../../server/src/protocol';
import { logLines } from '../../bench/logLines';
import { Random } from '../../bench/random';
import { makeFolder } from '../folder';

const WORKER = resolve('dist/cli/logsWorker.js');
const ROOT = 'memfs://logs/x';
/** Before it, a time without year is. */
const WRITTEN = Date.UTC(2026, 2, 20);
const WANTED: Wanted = { zone: 0, since: undefined, until: undefined, locale: 'en' };

const mixed = (lines: number, seed: number): string => {
  const all = logLines(new Random(seed), 0.3);
  return Array.from({ length: lines }, () => all.next().value).join('');
};
const line = (minute: number, name = 'already_exists'): string => `2026-03-14T06:${String(minute).padStart(2, '0')}:00Z ERROR PlusAuth answered ${name}\n`;

/** Bytes that look like the beginning of a member, in what is packed. */
const MISLEADING = Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 0, 3]);
const MISLED = Buffer.concat([Buffer.from(line(1)), MISLEADING, Buffer.from(`\n${line(2)}`), MISLEADING, Buffer.from(`\n${line(3)}`)]);

/** What a client reads: a tree in memory. Other answers than bytes are given as they are. */
function memory(files: Readonly<Record<string, Uint8Array | WholeFile>>): ClientFiles {
  const below = (uri: string): string[] => Object.keys(files).filter((file) => `${ROOT}/${file}`.startsWith(`${uri}/`)).map((file) => `${ROOT}/${file}`.slice(uri.length + 1));
  return {
    readFile: () => assert.fail(),
    readDirectory: () => assert.fail(),
    readAsset: () => assert.fail(),
    listDirectory: (uri) => Promise.resolve([...new Set(below(uri).map((rest) => rest.split('/')[0] ?? ''))].map((name) => ({ name, folder: !below(uri).includes(name) }))),
    readBytes(uri): Promise<WholeFile> {
      const file = files[uri.slice(ROOT.length + 1)];
      if (file instanceof Uint8Array) return Promise.resolve({ kind: 'bytes', bytes: file, written: WRITTEN });
      return Promise.resolve(file ?? { kind: below(uri).length > 0 ? 'folder' : 'missing' });
    },
  };
}

/** All that was found; files by what follows the root. */
const facts = ({ answer: { report, shown, bytes, lines, cancelled }, files, skipped }: LocatedAnswer, root: string): object => ({
  report, shown, bytes, lines, cancelled, skipped: skipped.length, files: files.map((file) => decodeURI(file.slice(root.length + 1))),
});

describe('Logs that the client reads', () => {
  const TREE: Readonly<Record<string, Buffer>> = {
    'a.log': Buffer.from(`${mixed(900, 4)}${'x'.repeat(3 * REACH)}\nTraceback (most recent call last):\n  File "a.py"\nplusauth.ApiError: missing_scope\n${mixed(200, 9)}${line(3).trimEnd()}`),
    'b.log': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(line(1) + line(2, 'missing_scope'), 'utf16le')]),
    'c.log.gz': Buffer.concat([gzipSync(mixed(300, 5)), gzipSync(line(3)), gzipSync(MISLED, { level: 0 })]),
    'd.json': Buffer.from(JSON.stringify({ logs: Array.from({ length: 40 }, (_, index) => ({ time: `2026-03-14T06:${index + 10}:00Z`, error: 'too_many_requests', status: 429 })) })),
    'e.json': Buffer.from(JSON.stringify([{ time: '2026-03-14T06:00:00Z', error: 'already_exists', status: 400 }], null, 2)),
    'empty.log': Buffer.alloc(0),
    'f.log': Buffer.concat([Buffer.from(line(7).replace('answered', 'réponse')), Buffer.from([0xff, 0xc3, 10]), Buffer.from('é\0\r\n'), Buffer.from(line(8, 'server_error'))]),
    'notes.md': Buffer.from(line(1)),
    'z/inner.log': Buffer.from(line(9)),
    'z/node_modules/a.log': Buffer.from(line(9)),
  };

  const SMALL = Object.fromEntries(Object.entries(TREE).filter(([, bytes]) => bytes.length < 20_000));

  for (const [what, tree, pieces] of [['', TREE, [undefined, 997, 65_536, 70_001]], [', at every byte too', SMALL, [1, 2]]] as const) {
    it(`hold what they hold for Node, wherever their bytes are cut${what}`, async () => {
      const folder = makeFolder();
      folder.write(tree);
      const root = pathToFileURL(folder.path).href;
      const expected = await nodeLogs(WORKER, undefined).analyze([root], WANTED).result;
      folder.remove();
      assert.ok(expected.files.length > 5 && expected.answer.report.events > 5);
      for (const piece of pieces) assert.deepEqual(facts(await clientLogs(memory(tree), piece).analyze([ROOT], WANTED).result, ROOT), facts(expected, root), `pieces of ${piece}`);
    }).timeout(60_000);
  }

  it('are unpacked member by member, also where bytes in one look like the next', async () => {
    const text = mixed(400, 3);
    const members = [gzipSync(text), gzipSync(''), gzipSync(MISLED, { level: 0 }), gzipSync(line(4))];
    const parts: Uint8Array[] = [];
    for await (const part of unpacked(Buffer.concat(members))) parts.push(part);
    assert.ok(Buffer.concat(parts).equals(Buffer.concat([Buffer.from(text), MISLED, Buffer.from(line(4))])));
  });

  it('are counted in the range of time that was asked for, and in the zone', async () => {
    const files = memory({ 'a.log': Buffer.from('2026-03-14 06:00:00 ERROR missing_scope of PlusAuth\n2026-03-14 09:00:00 ERROR missing_token of PlusAuth\n') });
    const kinds = async (wanted: Partial<Wanted>) => (await clientLogs(files).analyze([`${ROOT}/a.log`], { ...WANTED, ...wanted }).result).answer.report.kinds.map(({ name }) => name);
    assert.deepEqual(await kinds({ zone: 180, since: Date.UTC(2026, 2, 14, 3), until: Date.UTC(2026, 2, 14, 4) }), ['missing_scope']);
    assert.deepEqual(await kinds({ zone: 180, since: Date.UTC(2026, 2, 14, 4) }), ['missing_token']);
  });

  it('are left out with a reason in the language of the settings', async () => {
    const damaged = gzipSync(mixed(4000, 6));
    const files = memory({
      'large.log': { kind: 'tooLarge', size: 300.2 * 1024 * 1024, most: 256 * 1024 * 1024 },
      'secret.log': { kind: 'permission' },
      'other.log': { kind: 'foreign' },
      'broken.log': { kind: 'unread', why: 'the disk is on fire' },
      'damaged.log.gz': damaged.subarray(0, damaged.length - 20),
    });
    const named = ['large', 'secret', 'other', 'broken', 'gone'].map((name) => `${ROOT}/${name}.log`);
    const reasons = async (locale: 'en' | 'tr') => {
      const { answer, skipped } = await clientLogs(files).analyze([...named, `${ROOT}/damaged.log.gz`, named[0] ?? ''], { ...WANTED, locale }).result;
      assert.ok(answer.report.events > 0, 'what came before the damage is counted');
      assert.deepEqual(skipped.map(({ uri }) => uri), [...named, `${ROOT}/damaged.log.gz`]);
      return skipped.map(({ reason }) => reason);
    };
    const english = await reasons('en');
    for (const [index, part] of ['301 MB', 'permission denied', 'not a file that the editor can read', 'the disk is on fire', 'no such file', 'damaged'].entries()) assert.ok(english[index]?.includes(part), part);
    for (const [index, part] of ['301 MB', 'izin yok', 'Önce kaydedin', 'the disk is on fire', 'Böyle bir dosya', 'bozuk'].entries()) assert.ok((await reasons('tr'))[index]?.includes(part), part);
  });

  it('stop at once, also while a file is on its way', async () => {
    let asked: () => void = () => undefined;
    const wasAsked = new Promise<void>((done) => (asked = done));
    const files = { ...memory({}), readBytes: () => new Promise<WholeFile>(() => void asked()) };
    const running = clientLogs(files).analyze([ROOT], WANTED);
    await wasAsked;
    running.cancel();
    assert.ok((await running.result).answer.cancelled);

    const large = Buffer.from(mixed(2000, 1));
    const second = clientLogs(memory({ 'a.log': large }), 1000).analyze([`${ROOT}/a.log`, `${ROOT}/a.log.1`], WANTED);
    while (second.progress.events === 0) await new Promise(setImmediate);
    second.cancel();
    const { answer } = await second.result;
    assert.ok(answer.cancelled && answer.bytes > 0 && answer.bytes < large.length && second.progress.bytes <= large.length);
  });

  it('are read by a server on Node too, which loads their reader when it is first asked', async () => {
    const large = { 'a.log': Buffer.from(mixed(2000, 1)), 'b.log': Buffer.from(line(2)) };
    const host = nodeLogs(WORKER, memory(large));
    const running = host.analyze([ROOT], WANTED);
    assert.deepEqual(running.progress, { bytes: 0, events: 0 });
    const answer = await running.result;
    assert.deepEqual(facts(answer, ROOT), facts(await clientLogs(memory(large)).analyze([ROOT], WANTED).result, ROOT));
    assert.equal(running.progress.bytes, answer.answer.bytes);
    assert.equal(await host.record(`${ROOT}/b.log`, 0), line(2).trimEnd());

    // Cancelled before its reader is there.
    const cancelled = nodeLogs(WORKER, memory(large)).analyze([ROOT], WANTED);
    cancelled.cancel();
    assert.ok((await cancelled.result).answer.cancelled);
  });

  it('show a record', async () => {
    const text = `${line(1)}${line(2, 'missing_scope').trimEnd()}\n    at call (/app/index.js:12:4)\n${line(3)}`;
    const record = text.split('\n').slice(1, 3).join('\n');
    const host = clientLogs(memory({ 'a.log': Buffer.from(text), 'a.log.gz': gzipSync(text), 'b.json': Buffer.from(JSON.stringify([{ error: 'a' }, { error: 'b' }], null, 2)) }));
    for (const name of ['a.log', 'a.log.gz']) {
      assert.equal(await host.record(`${ROOT}/${name}`, line(1).length), record);
      assert.equal(await host.record(`${ROOT}/${name}`, text.length + 1), undefined);
    }
    assert.match((await host.record(`${ROOT}/b.json`, 4)) ?? '', /^\{\s+"error": "a"\s+\},?$/);
    assert.equal(await host.record(`${ROOT}/gone.log`, 0), undefined);
  });

  it('fail when what is compressed holds nonsense', async () => {
    const nonsense = Buffer.concat([gzipSync(line(1)).subarray(0, 10), Buffer.alloc(400, 0xee), deflateRawSync('x')]);
    await assert.rejects(async () => {
      for await (const part of unpacked(nonsense)) assert.ok(part.length === 0);
    });
  });
});
