import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layoutOf, readRecords, recordStarts } from '../../../server/src/core/logs';
import { CHECKED, LogText } from '../../../server/src/core/logs/logText';

const LINES = [
  '{"level":50,"error":"already_exists","status":400}', 'plain text', '    at f (/app/a.js:1:1)', "  error: 'missing_scope',", '}', '', 'Error: missing_token', 'level=error error=invalid_entity status=422',
  'Traceback (most recent call last):', 'app.PlusAuthError: already_exists', 'x {', '\u001b[31mtoo_many_requests\u001b[0m', 'y'.repeat(3000),
];
const text = fc.array(fc.constantFrom(...LINES), { maxLength: 60 }).map((lines) => lines.join('\n'));

describe('records of an open text', () => {
  it('are the same after any edits as in a text opened anew', () =>
    fc.assert(
      fc.property(text, fc.array(fc.record({ at: fc.nat(), length: fc.nat(200), newText: fc.oneof(text, fc.constantFrom('\n', ' ', '{', 'already_exists', '')) }), { maxLength: 6 }), (before, edits) => {
        let current = before;
        const known = new LogText(current, false);
        for (const { at, length, newText } of edits) {
          known.all();
          const start = at % (current.length + 1);
          const end = Math.min(current.length, start + length);
          current = current.slice(0, start) + newText + current.slice(end);
          known.update(current, [{ start, end, newText }]);
        }
        assert.deepEqual(known.all(), new LogText(current, false).all());
        assert.deepEqual(known.all(), readRecords(current));
      }),
      { numRuns: 150 },
    ));

  it('are found at their place without reading the rest', () =>
    fc.assert(
      fc.property(text, (content) => {
        const log = new LogText(content, false);
        for (const record of readRecords(content)) {
          for (const mention of record.mentions) {
            const found = log.at(mention.start + 3);
            assert.ok(found.some((r) => r.name?.value === record.name?.value && r.span.start === record.span.start && r.span.end === record.span.end), `${JSON.stringify(record.span)} of ${JSON.stringify(content)}`);
          }
        }
      }),
      { numRuns: 150 },
    ));

  it('of a text too long to know as a whole are those of its ends, and any at its place', () => {
    const line = '{"level":50,"error":"already_exists","error_description":"taken","status":409}\n';
    const content = line.repeat(Math.ceil((3 * CHECKED) / line.length));
    const log = new LogText(content, false);
    const all = log.all();
    assert.ok(all.length * line.length < CHECKED * 1.1 && all.length * line.length > CHECKED * 0.9);
    const middle = content.indexOf('already_exists', content.length / 2);
    assert.deepEqual(log.at(middle).map(({ name }) => name?.span.start), [middle]);
  });

  const entries = Array.from({ length: 5000 }, (_, index) => ({ time: '2026-01-02T03:04:05.000Z', level: 'error', message: '', details: { error: 'already_exists', error_description: `entry ${index}`, changes: [{ field: 'email' }, { field: 'name' }] } }));
  for (const [kind, content] of [['printed with indentation', JSON.stringify({ logs: entries, total: 5000 }, null, 2)], ['a list with indentation', JSON.stringify(entries, null, 4)], ['without line breaks', JSON.stringify({ logs: entries, total: 5000 })]] as const) {
    it(`of a long JSON document ${kind} are its entries`, () => {
      const log = new LogText(content, true);
      const middle = content.indexOf('entry 2500');
      assert.deepEqual(log.at(content.lastIndexOf('already_exists', middle)).map(({ description, time }) => [description, time !== undefined]), [['entry 2500', true]]);
      const layout = layoutOf(content.slice(0, 65_536));
      assert.equal(readRecords(content, {}, layout).length, 5000);
      const starts = recordStarts(content, layout);
      const counted = starts.reduce((sum, start, index) => sum + readRecords(content.slice(start, starts[index + 1]), {}, layout).length, 0);
      assert.equal(counted, 5000);
    });
  }

  it('of a line without end are read around the place', () => {
    const content = `${'x '.repeat(3_000_000)}already_exists ${'y '.repeat(3_000_000)}`;
    assert.deepEqual(new LogText(content, false).at(6_000_003).map(({ name }) => name?.value), ['already_exists']);
  });
});
