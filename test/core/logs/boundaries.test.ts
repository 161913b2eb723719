import assert from 'node:assert/strict';
import { layoutOf, LINES, recordStarts, startsRecord } from '../../../server/src/core/logs';

/** The pieces a text is cut into; each begins with a mark in the tests below. */
const pieces = (text: string) => {
  const starts = recordStarts(text, layoutOf(text));
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
};
/** Every line that starts a record says so with `>`, which is taken out. */
function check(marked: string): void {
  const lines = marked.split('\n');
  const text = lines.map((line) => line.replace(/^>/, '')).join('\n');
  const wanted = lines.flatMap((line, index) => (line.startsWith('>') ? [index] : []));
  const at = recordStarts(text).map((start) => text.slice(0, start).split('\n').length - 1);
  assert.deepEqual(at, wanted, text);
  const crlf = text.replaceAll('\n', '\r\n');
  assert.deepEqual(recordStarts(crlf).map((start) => crlf.slice(0, start).split('\n').length - 1), wanted);
  // Two lines are enough to tell, wherever one looks.
  text.split('\n').forEach((line, index, all) => assert.equal(startsRecord(line, all[index - 1], LINES), wanted.includes(index), line));
}

describe('where a record ends and the next begins', () => {
  it('stack traces of Node and Java belong to the line before them', () => {
    check('>Error: a\n    at f (a.js:1:1)\n    at g (b.js:1:1) {\n  error: 1\n}\n>Error: b\n    at f (a.js:1:1)\n>next');
    check('>2026-01-02 ERROR x\n\tat a.B.c(B.java:1)\nCaused by: java.io.IOException: y\n\t... 3 more\n>2026-01-02 INFO z');
  });
  it('those of Python end with an error that is not indented', () => {
    check('>ERROR:root:failed\nTraceback (most recent call last):\n  File "a.py", line 1, in f\n    raise X()\nplusauth.PlusAuthError: already_exists\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "a.py", line 2\n    y()\nValueError\n>INFO:root:next');
  });
  it('objects, blank lines and colours', () => {
    check('>x {\n  a: 1,\n  b: [\n    2\n  ]\n}\n>{\n  "a": 1\n}\n>{\n  "a": 2\n}\n\n>y');
    check('>\u001b[31mError: a\u001b[0m\n\u001b[90m    at f (a.js:1:1)\u001b[0m\n>\u001b[32mok\u001b[0m');
  });
  it('indented lines with a date are records', () => check('>a\n>  2026-01-02 03:04:05 b\n>  2026-01-02 03:04:06 c'));
  it('wrapped lines are told by what they wrap', () => {
    check('>{"log":"Error: a\\n","stream":"stderr","time":"t"}\n{"log":"    at f\\n","stream":"stderr","time":"t"}\n{"log":"}\\n","stream":"stderr","time":"t"}\n>{"log":"b\\n","stream":"stderr","time":"t"}');
    check('>2026-01-02T03:04:05.1Z stderr F Error: a\n2026-01-02T03:04:05.1Z stderr F     at f\n>2026-01-02T03:04:05.1Z stdout F b');
    check('>web-1  | Error: a\nweb-1  |     at f\n>web-1  | b');
    check('>[pod/api-1/api] Error: a\n[pod/api-1/api]     at f\n>[pod/api-1/api] b');
  });
  it('entries of a JSON list, with indentation and without', () => {
    const logs = [{ time: 1, list: [{ a: 1 }, { a: 2 }] }, { time: 2, list: [] }, { time: 3 }];
    for (const text of [JSON.stringify(logs, null, 2), JSON.stringify({ logs, total: 3 }, null, 4), JSON.stringify(logs), JSON.stringify({ total: 3, logs })]) {
      for (const time of [1, 2, 3]) assert.equal(pieces(text).filter((piece) => new RegExp(`"time": ?${time}`).test(piece)).length, 1);
      assert.equal(pieces(text).some((piece) => /"time": ?1/.test(piece) && !/"a": ?2/.test(piece)), false, text);
      assert.equal(pieces(text).some((piece) => /"time": ?1[^]*"time": ?2/.test(piece)), false, text);
    }
  });
});
