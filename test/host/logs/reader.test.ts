import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ERROR_NAMES } from '../../../server/src/core/catalog';
import { layoutOf, readRecords, startsRecord } from '../../../server/src/core/logs';
import { Counter, eventKind, type Tally } from '../../../server/src/core/logs/tally';
import { LogReader, REACH } from '../../../server/src/host/logs/reader';
import { LogScanner } from '../../../server/src/host/scan/logScanner';
import { logLines } from '../../bench/logLines';
import { Random } from '../../bench/random';

const options = { now: Date.UTC(2026, 2, 20), zone: () => 180 };

/** Where an event was found, and all that is counted of it. */
interface Found {
  readonly kind: string;
  readonly time: number | undefined;
  readonly offset: number;
  readonly line: number;
  readonly request: string;
  readonly contradicts: boolean;
}

interface Reading {
  readonly events: Found[];
  readonly records: number;
  readonly lines: number;
  readonly bytes: number;
}

/** Reads with the product, in pieces of the given lengths (the last one again and again). */
function read(bytes: Uint8Array, pieces: readonly number[] = [Infinity], learns = true): Reading {
  const events: Found[] = [];
  let records = 0;
  const counter = new Counter({ place: (offset) => ({ file: 0, offset, line: 0 }) });
  const reader = new LogReader(
    {
      cell: (event) => counter.cell(event),
      add: ({ event: { kind, method, path, contradicts } }, time, offset, first) => {
        if (first) records++;
        events.push({ kind, time, offset, line: reader.lineOf(offset), request: `${method} ${path}`, contradicts });
      },
    },
    options, learns,
  );
  reader.begin(layoutOf(Buffer.from(bytes.subarray(0, REACH)).toString()));
  for (let at = 0, round = 0; at < bytes.length; round++) {
    const room = reader.room();
    const length = Math.min(room.length, bytes.length - at, pieces[Math.min(round, pieces.length - 1)] ?? Infinity);
    room.set(bytes.subarray(at, at + length));
    reader.push(length);
    at += length;
  }
  reader.end();
  return { events, records, lines: reader.lines, bytes: reader.position };
}

/** What a counter comes to, which takes events together or each by itself, and how many of them were told. */
function counting(bytes: Uint8Array, together: boolean): { readonly tally: Tally; readonly told: number } {
  let told = 0;
  const counter = new Counter({ place: (offset) => ({ file: 0, offset, line: reader.lineOf(offset) }) });
  const sink = { cell: counter.cell.bind(counter), add: (...event: Parameters<Counter['add']>) => void (counter.add(...event) && told++) };
  const reader: LogReader = new LogReader(together ? { ...sink, together: counter } : sink, options);
  reader.begin(layoutOf(Buffer.from(bytes.subarray(0, REACH)).toString()));
  for (let at = 0; at < bytes.length; ) {
    const room = reader.room();
    const length = Math.min(room.length, bytes.length - at);
    room.set(bytes.subarray(at, at + length));
    reader.push(length);
    at += length;
  }
  reader.end();
  reader.finish();
  return { tally: counter.finish(), told };
}

const tally = (bytes: Uint8Array, together: boolean): Tally => counting(bytes, together).tally;

/** The same, by reading the whole text at once. */
function reference(text: string): Reading {
  const found = readRecords(text, options, layoutOf(text)).flatMap((record) => {
    const event = eventKind(record);
    return event ? [{ event, record }] : [];
  });
  const events = found.map(({ event: { kind, method, path, contradicts }, record: { time, span } }): Found => {
    const before = text.slice(0, span.start);
    return { kind, time, offset: Buffer.byteLength(before), line: before.split('\n').length - 1, request: `${method} ${path}`, contradicts };
  });
  return { events, records: new Set(events.map(({ offset }) => offset)).size, lines: text.replace(/\n$/, '').split('\n').length - (text === '' ? 1 : 0), bytes: Buffer.byteLength(text) };
}

const digits = (most: number): fc.Arbitrary<string> => fc.nat({ max: most }).map(String);
const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 6, maxLength: 12 });
const uuid = fc.uuid();
const name = fc.constantFrom(...ERROR_NAMES.slice(0, 6), 'internal_server_error', 'not_found');
const status = fc.constantFrom('400', '401', '404', '409', '422', '429', '503', '200', '4041', '12');
const two = (from: number, to: number): fc.Arbitrary<string> => fc.integer({ min: from, max: to }).map((n) => String(n).padStart(2, '0'));
const milliseconds = fc.nat({ max: 999 }).map((n) => String(n).padStart(3, '0'));
const clock = fc.tuple(two(0, 24), two(0, 60), two(0, 61)).map((parts) => parts.join(':'));
const zone = fc.constantFrom('Z', '', '+03:00', '-0500', ' UTC');
const iso = fc.tuple(fc.constantFrom('2026-03-1', '2026-02-3', '2025-12-0'), fc.nat({ max: 9 }), fc.constantFrom('T', ' '), clock, fc.constantFrom('.', ','), milliseconds, zone)
  .map(([day, d, t, time, point, ms, z]) => `${day}${d}${t}${time}${point}${ms}${z}`);
const apache = fc.tuple(two(1, 31), fc.constantFrom('Mar', 'Dec'), clock, fc.constantFrom('+0000', '-0330')).map(([d, m, time, z]) => `${d}/${m}/2026:${time} ${z}`);
const syslog = fc.tuple(fc.constantFrom('Mar', 'Dec', 'Feb'), fc.integer({ min: 1, max: 31 }), clock).map(([m, d, time]) => `${m} ${String(d).padStart(2)} ${time}`);
const epoch = fc.integer({ min: 1_773_000_000, max: 1_774_000_000 }).chain((s) => fc.constantFrom(`${s}`, `${s}123`, `0${String(s).slice(1)}`));
const address = fc.tuple(digits(255), digits(255), digits(255), digits(255)).map((parts) => parts.join('.'));
const host = fc.oneof(fc.constantFrom('https://acme.plusauth.com', '', 'https://api.github.com'), address.map((a) => `http://${a}`));
const path = fc.tuple(fc.constantFrom('/api/v1/users', '/api/v1/roles/', '/oauth2/token/', '/api/v1/hooks/'), fc.oneof(hex, uuid, digits(99999), fc.constant(''))).map((p) => p.join('/'));
const method = fc.constantFrom('GET', 'POST', 'DELETE');
const word = fc.constantFrom('failed', 'took', 'for', 'user', 'créé', 'cafe1', 'id', 'attempt', '(request', 'x'.repeat(120));
const loose = fc.oneof(word, hex, uuid, digits(2000), status, name, milliseconds, fc.constantFrom('\u00a0', 'ms', '[31m', 'error:', 'status=', 'oauth2', 'gRPC', '->'));
const words = fc.array(loose, { maxLength: 5 }).map((parts) => parts.join(' '));

const line: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(epoch, hex, method, host, path, name, status, words).map(([t, h, m, o, p, n, s, w]) => `{"level":50,"time":${t},"hostname":"web-${h}","method":"${m}","url":"${o}${p}","err":{"error":"${n}","status":${s}},"msg":${JSON.stringify(w)}}`),
  fc.tuple(iso, uuid, name, status).map(([t, u, n, s]) => `{"timestamp":"${t}","reqId":"${u}","error":"${n}","status":"${s}"}`),
  fc.tuple(iso, epoch, name).map(([t, e, n]) => `{"ts":${e},"at":"${t}","time":"${t}","error":"${n}"}`),
  fc.tuple(iso, name, words).map(([t, n, w]) => `${t} ERROR [http-exec-12] PlusAuth answered ${n} ${w}`),
  fc.tuple(iso, path, status, words).map(([t, p, s, w]) => `time=${t} level=error msg="${w}" path=${p} status=${s} error=missing_scope`),
  fc.tuple(address, apache, method, path, status, digits(9000)).map(([a, t, m, p, s, n]) => `${a} - - [${t}] "${m} ${p} HTTP/1.1" ${s} ${n} "-" "axios/1.7.2"`),
  fc.tuple(syslog, name, words).map(([t, n, w]) => `${t} node-3 shop[4711]: PlusAuth error ${n} ${w}`),
  fc.tuple(syslog, digits(40), fc.constantFrom('shop', 'my_shop', 'already_exists', '"x', '{status: x'), digits(99999), fc.constantFrom(']: ', '] ', ']', ':'), name).map(([t, node, p, pid, b, n]) => `${t} node-${node} ${p}[${pid}${b}${n}`),
  fc.tuple(epoch, hex, digits(12_000_000), name, digits(600)).map(([t, h, d, n, w]) => `{"time":${t},"hostname":"shop-${d}","pod":"x-${h}","worker":"w-${w}","path":"/api/v1/users/u-${d}","error":"${n}"}`),
  fc.tuple(iso, name).map(([t, n]) => JSON.stringify({ log: `{"error":"${n}"}\n`, stream: 'stdout', time: t })),
  fc.tuple(iso, name).map(([t, n]) => `${t} stdout F   at ${n}`),
  fc.tuple(name, status).map(([n, s]) => `PlusAuthRestError: ${n}\n    at call (/app/index.js:12:4) {\n  error: '${n}',\n  status: ${s}\n}`),
  fc.tuple(iso, name).map(([t, n]) => `${t} ERROR boom\nTraceback (most recent call last):\n  File "a.py", line 3, in f\nplusauth.ApiError: ${n}`),
  words, words.map((w) => `\t${w}`), fc.constantFrom('', '}', '\0\0', ' ', '{"a":1}', 'x'.repeat(3000)),
);
/** The same line with other numbers in it: what templates are for. */
const log = fc.array(line, { minLength: 1, maxLength: 24 }).chain((lines) =>
  fc.tuple(fc.constantFrom('\n', '\n', '\r\n'), fc.boolean(), fc.array(fc.nat({ max: 9 }), { minLength: 97, maxLength: 97 })).map(([end, last, random]) => {
    let at = 0;
    const other = lines.map((each) => each.replace(/(?<![[/\d])\d(?=\d|["\s,}])/g, (digit) => String((Number(digit) + (random[at++ % 97] ?? 0)) % 10)));
    return [...lines, ...other, ...lines].join(end) + (last ? end : '');
  }),
);

/** What else stands in lines that differ in their error: `{n}` a name, `{s}` a status, `{v}` a word that may mean nothing, `{t}` a time. */
const SKELETONS = [
  '{"level":50,"time":1773468000123,"hostname":"{v}","reqId":"{v}","url":"https://acme.plusauth.com/api/v1/users","err":{"message":"{n}","error":"{n}","status":{s}},"msg":"failed"}',
  '{"hostname":"{v}","host":"{v}","time":"{t}","error":"{n}","statusCode":{s}}',
  '{"service":"{v}","timestamp":"{t}","error":"{n}","status":"{s}","x":{"status":{s}}}',
  '{"pod":"{v}","time":"{t}","msg":"{s} {n}","status":{s}}',
  '{"pod":"{v}","time":"{t}","msg":"answered {s}: {n}"}',
  '{"pod":"{v}","time":"{t}","msg":"{n} ({s}) at GET /api/v1/users/{v}","error":"{n}"}',
  '{"pod":"{v}","time":"{t}","msg":"see {n}.log, {n}() and internal_{n}","error":"{v}"}',
  '{"pod":"{v}","time":"{t}","{n}":{s},"error":"{n}"}',
  '{"pod":"{v}","time":"{t}","url":"/api/v1/{v}/{n}","status":{s}}',
  '{"pod":"{v}","time":"{t}","url":"/api/v1/users?error={n}","status":{s}}',
  '{"pod":"{v}","time":"{t}","url":"https://{n}.example.com/api/v1/users","error":"{n}","status":{s}}',
  '{"pod":"{v}","time":"{t}","url":"/api/v1/users/{v}","method":"POST","status":{s}}',
  '{"pod":"{v}","time":"{t}","body":"{\\"error\\":\\"{n}\\",\\"status\\":{s},\\"host\\":\\"{v}\\"}"}',
  '{"pod":"{v}","time":"{t}","errors":[{"error":"{n}","status":{s}},{"error":"{n}","host":"{v}"}]}',
  '{"pod":"{v}" "host":"{v}","error":"{n}","status":{s}}',
  '{"pod":"{v}","name":"{v}","message":"{v}","type":"{v}","error":"{n}","code":{s}}',
  '{"pod":"{v}","startedAt":"1773468000123","time":1773468000123,"error":"{n}"}',
  '{"log":"{n}\\n","stream":"{v}","time":"{t}"}',
  'time={t} level=error service={v} msg="failed" error={n} status={s} path=/api/v1/users',
  'time={t} level=error msg="{s} {n}" status={s} path=/api/v1/{v}',
  'time={t} level={v} url=/api/v1/users?error={n} status={s}',
  '{t} ERROR [worker-12] c.e.{v} - PlusAuth answered {n} for user {v}',
  '{t} ERROR {s} {n} status={s}',
  '{t} ERROR {s}: {n}', '{t} ERROR {n}: {s}', '{t} WARN {n} {n} [{s}] {n}=3', '{t} WARN "{n}" -> {s}', '{t} WARN HTTP {s} ({n})', "{t} ERROR { error: '{n}', status: {s} }",
  '{t} WARN {n} and server_error and missing_scope',
  `{t} WARN ${'x'.repeat(60)} {n} {n} ${'y'.repeat(9)} {t} PlusAuth`,
  'Mar 14 06:00:01 node-3 shop[4711]: {n} {t} (request {v}) status={s}',
  'Mar 14 06:00:01 node-3 {v}[4711]: PlusAuth error {n} (request 924759691099)',
  '10.1.2.3 - - [14/Mar/2026:06:00:03 +0000] "GET /api/v1/users/{v} HTTP/1.1" {s} 512 "-" "{n}"',
  '10.1.2.3 - - [14/Mar/2026:06:00:03 +0000] "GET /api/v1/users/924759691099 HTTP/1.1" {s} 512 error={n}',
  '{t} créé {n} status={s}',
] as const;
const anyName = fc.constantFrom(...ERROR_NAMES, 'internal_server_error', 'not_found', 'invalid_grant');
const anyStatus = fc.constantFrom('400', '401', '403', '404', '409', '422', '429', '500', '503', '200', '302', '4041', '40');
const anyWord = fc.oneof(
  fc.constantFrom('checkout-abcdef', 'checkout-ab12cd', 'web-1', 'plusauth-1', 'oauth2', 'OIDC', 'grpc-proxy', 'a1T23', '10.0.0.7', '409', 'GET', 'users', 'stdout', 'status', 'x.y.Z', 'missing_scope', '1773468000123', '924759691099', '000000000001'),
  hex, uuid, epoch,
);
const kindred = fc.tuple(fc.array(fc.constantFrom(...SKELETONS), { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\r\n')).chain(([skeletons, end]) =>
  fc.array(fc.tuple(fc.array(anyName, { minLength: 3, maxLength: 3 }), anyStatus, fc.array(anyWord, { minLength: 3, maxLength: 3 }), iso), { minLength: 6, maxLength: 14 }).map((fills) =>
    fills.flatMap(([names, code, values, time]) => skeletons.map((skeleton) => {
      // The same name at all places, mostly.
      let at = 0;
      const same = values[0].length % 4 > 0;
      return skeleton.replace(/\{([nsvt])\}/g, (_, slot) => (slot === 'n' ? names[same ? 0 : at++ % 3] : slot === 's' ? code : slot === 'v' ? values[at++ % 3] : time) ?? '');
    })).join(end) + end,
  ),
);

describe('Reading a log of any size', () => {
  it('finds what reading the whole text finds', () => {
    fc.assert(fc.property(log, (text) => assert.deepEqual(read(Buffer.from(text)), reference(text))), { numRuns: 400 });
  });

  it('finds the same without templates', () => {
    fc.assert(fc.property(log, (text) => assert.deepEqual(read(Buffer.from(text)), read(Buffer.from(text), undefined, false))), { numRuns: 400 });
  });

  it('finds in lines that differ in their error, and in words that mean nothing, what reading them as text finds', () => {
    fc.assert(fc.property(kindred, (text) => {
      const bytes = Buffer.from(text);
      const plain = read(bytes, undefined, false);
      assert.deepEqual(read(bytes), plain);
      assert.deepEqual(plain, reference(text));
      assert.deepEqual(tally(bytes, true), tally(bytes, false));
    }), { numRuns: 600 });
  }).timeout(60_000);

  it('reads one line as text for all of its kin', () => {
    const line = (own: string, code: number, host: string, at: number): string =>
      `{"level":50,"time":${1_773_468_000_000 + at},"hostname":"${host}","url":"https://acme.plusauth.com/api/v1/users","err":{"error":"${own}","status":${code}},"msg":"failed"}\n`;
    const hosts = ['checkout-abcdef', 'checkout-1', 'decade', 'web.internal', 'billing-12ab34cd'];
    const text = ERROR_NAMES.flatMap((own, index) => hosts.map((host) => line(own, 400 + index, host, index))).join('');
    const counter = new Counter({ place: (offset) => ({ file: 0, offset, line: 0 }) });
    const reader = new LogReader({ cell: (event) => counter.cell(event), add: (cell, time, offset, first) => void counter.add(cell, time, offset, first) }, options);
    reader.begin(layoutOf(text));
    const bytes = Buffer.from(line('missing_scope', 403, 'web-1', 0) + text + '{"end":1}\n'.repeat(9));
    reader.room().set(bytes);
    reader.push(bytes.length);
    reader.end();
    // The first line of what is read has nothing before it.
    assert.ok(reader.readings <= 2, `${reader.readings} readings`);
    assert.equal(counter.finish().records, 14 * hosts.length + 1);
  });

  it('finds the same wherever the pieces are cut', () => {
    const text = fc.sample(log, { numRuns: 50, seed: 5 }).find((each) => reference(each).events.length > 3) ?? '';
    const bytes = Buffer.from(text);
    const whole = read(bytes);
    assert.ok(whole.events.length > 3);
    for (let cut = 1; cut < bytes.length; cut++) assert.deepEqual(read(bytes, [cut, Infinity]), whole, `cut at ${cut}`);
    assert.deepEqual(read(bytes, [1]), whole);
  });

  it('finds the same wherever a log is cut that is longer than what is read at once', () => {
    const lines = logLines(new Random(3), 0.5);
    const text = Array.from({ length: 900 }, () => lines.next().value).join('');
    assert.ok(text.length > 2 * REACH);
    const bytes = Buffer.from(text);
    const whole = reference(text);
    // The search stops some way before each cut: at every place of a few lines.
    for (let cut = 2 * REACH; cut < 2 * REACH + 600; cut++) assert.deepEqual(read(bytes, [cut, Infinity]), whole, `cut at ${cut}`);
  }).timeout(60_000);

  it('counts together what it counts one by one', () => {
    const many = fc.tuple(fc.array(line, { minLength: 1, maxLength: 4 }), fc.nat({ max: 999 })).map(([lines, seed]) => {
      const random = new Random(seed);
      const other = (text: string): string => text.replace(/(?<![[/\d])\d(?=\d|["\s,}])/g, (digit) => (random.next() < 0.2 ? String(random.between(0, 9)) : digit));
      return Array.from({ length: 60 }, () => lines.map(other)).flat().join('\n');
    });
    fc.assert(fc.property(many, (text) => assert.deepEqual(tally(Buffer.from(text), true), tally(Buffer.from(text), false))), { numRuns: 200 });
    const lines = logLines(new Random(8), 0.5);
    const text = Array.from({ length: 4000 }, () => lines.next().value).join('');
    assert.deepEqual(tally(Buffer.from(text), true), tally(Buffer.from(text), false));
  }).timeout(60_000);

  it('is told of few of the lines that it counts together, also where minutes are short', () => {
    const line = (index: number): string => `${new Date(Date.UTC(2026, 2, 14, 6, Math.floor(index / 50))).toISOString()} ERROR PlusAuth answered already_exists\n`;
    const bytes = Buffer.from(Array.from({ length: 20_000 }, (_, index) => line(index)).join(''));
    const { told, tally: { records } } = counting(bytes, true);
    assert.equal(records, 20_000);
    // The first twenty, whose places are kept, and one in each of the 400 minutes.
    assert.ok(told < 500, `${told} were told`);
  });

  it('says that a line begins a record only where it does', () => {
    const scanner = new LogScanner(8192);
    fc.assert(
      fc.property(line, line, (own, previous) => {
        const [text = ''] = own.split('\n', 1);
        scanner.buffer.fill(32);
        scanner.buffer.set(Buffer.from(text));
        scanner.search(8192, 0, 0, { known: () => undefined, unknown: (at) => at + 1, counted: () => undefined });
        assert.ok(!scanner.beginsLine(0) || startsRecord(text, previous));
      }),
      { numRuns: 3000 },
    );
  });
});
