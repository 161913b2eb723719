import assert from 'node:assert/strict';
import { placeOf } from '../../../client/src/common/text/recordPlace';
import { ceiling } from '../../../client/src/common/views/report/chart';
import { Format, shortNames } from '../../../client/src/common/views/report/format';

describe('numbers and times of a report', () => {
  const en = new Format('en', 'Europe/Istanbul');
  const tr = new Format('tr', 'Europe/Istanbul');

  it('are as people of the language write them', () => {
    assert.equal(en.number(1234567), '1,234,567');
    assert.equal(tr.number(1234567), '1.234.567');
    assert.deepEqual([0, 999, 1000, 1_234_567, 12_345_678_901].map((bytes) => en.size(bytes)), ['0 bytes', '999 bytes', '1 kB', '1.2 MB', '12 GB']);
    assert.equal(tr.size(1_234_567), '1,2 MB');
    assert.equal(en.moment(Date.UTC(2026, 2, 14, 10, 5, 6)), 'Mar 14, 2026, 13:05:06');
    assert.equal(tr.minute(Date.UTC(2026, 2, 14, 21, 5)), '15 Mar 2026 00:05');
  });

  it('never call something nothing', () => {
    assert.deepEqual([1, 0.5, 0.0123, 0.00456, 0.0000001, 0].map((share) => en.share(share)), ['100%', '50%', '1.2%', '0.46%', '< 0.01%', '0%']);
  });

  it('name the size of a bucket', () => {
    assert.deepEqual([1, 5, 60, 180, 1440, 7 * 1440].map((minutes) => en.duration(minutes * 60_000)), ['one minute', '5 minutes', 'one hour', '3 hours', 'one day', '7 days']);
  });

  it('end a scale with a round number', () => assert.deepEqual([1, 2, 3, 7, 10, 11, 4_321].map(ceiling), [1, 2, 3, 8, 10, 20, 5000]));
});

describe('names of files in a report', () => {
  it('are as long as it takes to tell them apart', () => {
    assert.deepEqual(shortNames(['file:///a/x/app.log', 'file:///a/y/app.log', 'file:///a/other%20one.log']), ['x/app.log', 'y/app.log', 'other one.log']);
    assert.deepEqual(shortNames(['file:///app.log']), ['app.log']);
    assert.deepEqual(shortNames(['file:///a%ZZ.log', 'file:///a%ZZ.log']).length, 2);
  });
});

describe('the place of a record in a document', () => {
  const at = (record: string, line: number, text: string) => {
    const lines = text.split('\n');
    return placeOf(record, line, { count: lines.length, text: (index) => lines[index] ?? '' });
  };

  it('is the line that the server counted', () => assert.deepEqual(at('{"error":1}\n  more', 1, 'x\n{"error":1}\n  more'), { line: 1, character: 0 }));
  it('is within a line, where a document has its records side by side', () => assert.deepEqual(at('{"b":1}', 0, '[{"a":1},{"b":1}]'), { line: 0, character: 9 }));
  it('is further down where the log has carriage returns of its own', () => assert.deepEqual(at('c\rd', 1, 'a\nb\nc\nd'), { line: 2, character: 0 }));
  it('is nowhere when the log has changed', () => assert.equal(at('gone', 7, 'a\nb'), undefined));
});
