import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CATALOG, statusText } from '../../../server/src/core/catalog';
import { explain } from '../../../server/src/core/features/explain';
import { texts } from '../../../server/src/core/texts';

const t = texts('en').explain;
const c = texts('en').card;

/** The headings of the errors that were explained. */
const found = (text: string): string[] => [...explain(text, 'en').matchAll(/^### (.+)$/gm)].map((match) => match[1] ?? '');
/** The remarks under “What does not fit”. */
const doubts = (text: string): string[] => {
  const lines = explain(text, 'en').split('\n');
  const under = (line: string, index: number): string[] => (line === `**${t.inconsistent}**` ? lines.slice(index + 1, lines.indexOf('', index)) : []);
  return lines.flatMap(under).map((line) => line.slice(2));
};
const has = (text: string, part: string): void => assert.ok(explain(text, 'en').includes(part), `${part}\nis missing in\n${explain(text, 'en')}`);

describe('explain: what is recognised', () => {
  const shapes: readonly (readonly [string, (name: string, status: number) => string])[] = [
    ['the documented body', (name, status) => JSON.stringify({ error: name, error_description: 'x', status: String(status) })],
    ['a body with a number', (name, status) => JSON.stringify({ error: name, status }, null, 2)],
    ['a raw response', (name, status) =>
      `HTTP/1.1 ${status} Error\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ error: name, status })}`],
    ['a dump of curl', (name, status) => `> GET /api/v1/users HTTP/2\n> accept: */*\n>\n< HTTP/2 ${status} \n< content-type: application/json\n<\n{"error":"${name}"}`],
    ['a JSON log line', (name, status) => JSON.stringify({ level: 'error', time: 1754326435000, msg: 'failed', err: { error: name, status, message: name } })],
    ['an error of axios', (name, status) =>
      JSON.stringify({ message: `Request failed with status code ${status}`, response: { status, data: { error: name, status } } })],
    ['a job log', (name, status) => JSON.stringify({ logs: [{ level: 'info', event: 'x' }, { level: 'error', error: { error: name, status } }] })],
    ['key=value', (name, status) => `time=2025-08-04T16:53:55Z level=error status=${status} error=${name} duration=512`],
    ['quoted key="value"', (name, status) => `level=error error="${name}" status="${status}"`],
    ['free text', (name, status) => `2025-08-04 16:53:55 ERROR users: PlusAuth answered ${name} (status ${status}) after 512 ms`],
    ['an arrow', (name, status) => `POST /api/v1/users -> ${status} ${name}`],
    ['a Python dictionary', (name, status) => `{'error': '${name}', 'status': ${status}}`],
    ['a body that was cut off', (name, status) => `{"status": ${status}, "error": "${name}", "error_descr`],
    ['JSON after the head of a log line', (name, status) => `16:53:55 WARN [users] {"error":"${name}","status":${status}}`],
  ];
  for (const [what, shape] of shapes) {
    it(`${what}, for every error, without a doubt`, () => {
      for (const entry of CATALOG) {
        for (const status of new Set([entry.status.from, entry.status.to])) {
          const text = shape(entry.name, status);
          assert.deepEqual(found(text), [`\`${entry.name}\` · ${status}`], text);
          assert.deepEqual(doubts(text), [], text);
          has(text, entry.description);
          has(text, entry.firstCheck.en);
        }
      }
    });
  }

  it('a lone name or status', () => {
    for (const entry of CATALOG) {
      const texts = [entry.name, ` "${entry.name}",`, entry.name.replaceAll('_', ' ')];
      for (const text of texts) assert.deepEqual(found(text), [`\`${entry.name}\` · ${statusText(entry)}`], text);
      assert.ok(found(String(entry.status.from))[0]?.includes(String(entry.status.from)));
    }
    assert.deepEqual(found('5xx'), ['`server_error` · 5xx']);
    has('409', '| `already_exists` |');
  });

  it('an access-log line, a status line and headers without a body', () => {
    const access = '10.0.0.1 - - [04/Aug/2025:16:53:55 +0000] "POST /api/v1/users/ HTTP/1.1" 409 512 "-" "curl"';
    assert.deepEqual(found(access), [c.statusTitle('409')]);
    has(access, t.noName);
    assert.deepEqual(found('HTTP/2 401\nwww-authenticate: Bearer\n'), [c.statusTitle('401')]);
    assert.deepEqual(found(':status: 422\ncontent-type: application/json'), [c.statusTitle('422')]);
    assert.deepEqual(found('Request failed with status code 404'), [c.statusTitle('404')]);
  });

  it('the last of several status lines, as after 100 Continue', () => {
    assert.deepEqual(found('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\n\r\n'), [c.statusTitle('429')]);
  });

  it('several errors, each once, with how often it was found', () => {
    const line = '{"error":"already_exists","status":409}\n';
    const text = line.repeat(3) + 'level=error error=missing_scope status=401\n';
    assert.deepEqual(found(text), ['`already_exists` · 409', '`missing_scope` · 401']);
    has(text, `${t.record(1, 2)} (${t.times(3)})`);
    const many = CATALOG.map((entry) => entry.name).join('\n');
    assert.equal(found(many).length, 10);
    has(many, t.more(4));
  });

  it('a status in the line above belongs to the name', () => {
    assert.deepEqual(found('POST /users -> 409\nerror: already_exists'), ['`already_exists` · 409']);
    assert.deepEqual(found('status: 409\nalready_exists'), ['`already_exists` · 409']);
  });

  it('numbers that are no statuses', () => {
    const numbers = ['entity_not_found at /srv/app.js:401:12', 'entity_not_found after 503 ms', 'entity_not_found event_type=4001'];
    for (const text of [...numbers, '{"error":"entity_not_found","event_type":"2001","size":500}']) {
      assert.deepEqual(found(text), ['`entity_not_found` · 404'], text);
      assert.deepEqual(doubts(text), [], text);
    }
  });
});

describe('explain: what does not fit', () => {
  it('a name and a status that cannot occur together', () => {
    for (const text of ['{"error":"already_exists","status":"400"}', 'error=already_exists status=400', 'already_exists (status 400)']) {
      assert.deepEqual(doubts(text), [t.nameAndStatus('already_exists', 400, '409')], text);
    }
    assert.deepEqual(doubts('{"error":"server_error","status":429}'), [t.nameAndStatus('server_error', 429, '5xx')]);
  });

  it('the body against the status line', () => {
    assert.deepEqual(doubts('HTTP/1.1 403 Forbidden\n\n{"error":"missing_scope","status":401}'), [t.bodyAndLine('401', 403)]);
    assert.deepEqual(doubts('HTTP/1.1 403 Forbidden\n\n{"error":"missing_scope"}'), [t.nameAndLine('missing_scope', 403, '401')]);
    const axios = '{"response":{"status":401,"data":{"error":"invalid_audience","status":400}}}';
    assert.deepEqual(doubts(axios), [t.bodyAndLine('400', 401), t.nameAndStatus('invalid_audience', 400, '401')]);
  });

  it('a success that names an error, and what is no status', () => {
    assert.deepEqual(doubts('{"error":"server_error","status":200}'), [t.success(200)]);
    assert.deepEqual(doubts('HTTP/1.1 200 OK\n\n{"error":"missing_token","status":401}'), [t.bodyAndLine('401', 200), t.success(200)]);
    assert.deepEqual(doubts('{"error":"missing_token","status":4010}'), [t.noStatus('`4010`')]);
    has('200', t.noError(200));
    has('302', t.noError(302));
  });

  it('names of other APIs: says whose they are', () => {
    has('{"error":"insufficient_scope","status":403}', t.otherName('insufficient_scope', 'oauth', 'RFC 6750'));
    has('{"error":"user_not_found"}', t.otherName('user_not_found', 'login', 'PlusAuth login pages'));
    has('HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n', t.otherName('invalid_token', 'oauth', 'RFC 6750'));
    const oauth = 'POST https://acme.plusauth.com/oauth2/token -> 400 {"error":"invalid_request"}';
    assert.deepEqual(doubts(oauth), [t.alsoOAuth('invalid_request')]);
  });

  it('misspelt names and other spellings', () => {
    assert.deepEqual(doubts('{"error":"entity_notfound","status":404}'), [t.misspelt('`entity_notfound`', 'entity_not_found')]);
    assert.deepEqual(doubts('ALREADY_EXISTS'), [t.spelling('`ALREADY_EXISTS`', 'already_exists')]);
    has('{"error":"entity_notfound"}', 'Requested resource doesn\'t exist.');
  });

  it('unknown names: not wrong by themselves', () => {
    has('{"error":"my_custom_error"}', t.unknownName('`my_custom_error`'));
    assert.deepEqual(doubts('{"error":"my_custom_error"}'), []);
    assert.deepEqual(doubts('{"error":"my_custom_error","status":403}')[0], c.notDocumented(403));
    has('{"error":"Something went wrong"}', t.unknownName('`Something went wrong`'));
  });

  it('a proxy’s page', () => {
    const page = 'HTTP/2 502 Bad Gateway\ncontent-type: text/html\n\n<html><head><title>502 Bad Gateway</title></head><body>error=already_exists</body></html>';
    has(page, t.html);
    assert.deepEqual(found(page), [c.statusTitle('502')]);
    has('<!DOCTYPE html><p>Sorry</p>', t.html);
  });

  it('a time to wait', () => {
    has('HTTP/1.1 429 Too Many Requests\nRetry-After: 30\n\n{"error":"too_many_requests","status":429}', t.retryAfter('`30`'));
  });
});

describe('explain: bad input', () => {
  it('says what was expected', () => {
    for (const text of ['', ' \n\t', '\ufeff']) assert.equal(explain(text, 'en'), t.empty);
    for (const text of ['hello', 'hello world', '{"ok":true}', '{}', '[]', 'null', '{"error":null}', '{"error":""}', '<p>']) has(text, t.nothingFound);
    assert.ok(explain('hello', 'tr').includes(texts('tr').explain.nothingFound));
  });

  it('shows what it was given as code, and nothing else', () => {
    const text = JSON.stringify({ error: '`](http://x) <b> | ![i](j)\n# y', error_description: '``<script>' });
    for (const line of explain(text, 'en').split('\n')) assert.doesNotMatch(line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, ''), /http:|<b>|<script>|^# y/);
  });

  it('reads the beginning of a very long text, and says so', () => {
    const long = `{"error":"already_exists","status":409}\n${'x'.repeat(5_000_000)}`;
    assert.deepEqual(found(long), ['`already_exists` · 409']);
    has(long, t.cut);
  });

  it('takes texts made to be slow', () => {
    const size = 99_000;
    const pieces = [
      '{', '[', '{}', '{"a":', '"', '\\', '\n', ' ', '-', '.', 'a.', 'a-', '_', 'error', 'error:', 'error="', 'HTTP/', '< ', '<', '{"error":"x_y"}', '{"status":409} ', 'status: 409\n', '=', '`',
    ];
    for (const piece of pieces) for (const end of ['', 'x', ' already_exists']) assert.equal(typeof explain(`y${piece.repeat(size / piece.length)}${end}`, 'en'), 'string');
    assert.equal(typeof explain('['.repeat(30_000) + ']'.repeat(30_000), 'en'), 'string');
    assert.equal(typeof explain('{"error":'.repeat(9_000) + '"already_exists"' + '}'.repeat(9_000), 'en'), 'string');
  });

  it('never throws', () => {
    const word = fc.constantFrom(
      'error', 'status', 'already_exists', 'missing_scope', '409', '401', '{', '}', '"', ':', '=', '[', ']', 'HTTP/1.1 ', '\n', '\r\n', '<html>', 'Retry-After: ', '`', '\ud800', '\u0000', 'İ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
      fc.json(),
      fc.object().map((value) => JSON.stringify({ error: value, status: value })),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('en' as const, 'tr' as const), (given, locale) => {
        const markdown = explain(given, locale);
        assert.ok(markdown.trim().length > 20);
        assert.doesNotMatch(markdown, /undefined|\[object|NaN/);
      }),
      { numRuns: 500 },
    );
  });
});
