import assert from 'node:assert/strict';
import { Counter, type Tally } from '../../../server/src/core/logs/tally';
import { LINES } from '../../../server/src/core/logs';
import { Exchange, exchangeMemory, type Learnt } from '../../../server/src/host/logs/exchange';
import { LogReader } from '../../../server/src/host/logs/reader';
import { logLines } from '../../bench/logLines';
import { Random } from '../../bench/random';

const learnt = (letters: string): Learnt => ({
  masked: Buffer.from(letters), places: [3], timed: true, clocks: ['2026-03-14T06:00:00Z', 13],
  events: [{ kind: 'missing_scope', name: 'missing_scope', status: 403, method: 'GET', path: '/api/v1/users/é', contradicts: false }],
});
const all = (exchange: Exchange): Learnt[] => {
  const found: Learnt[] = [];
  for (let next = exchange.take(); next; next = exchange.take()) found.push({ ...next, masked: Buffer.from(next.masked) });
  return found;
};

describe('What readers of the same logs have learnt', () => {
  it('comes to the others once, in order, and not back', () => {
    const memory = exchangeMemory();
    const [a, b, late] = [0, 1, 2].map((reader) => new Exchange(memory, reader));
    assert.ok(a && b && late);
    assert.equal(b.take(), undefined);
    a.post(learnt('first'));
    b.post(learnt('2nd'));
    a.post(learnt('third one'));
    assert.deepEqual(all(a), [learnt('2nd')]);
    assert.deepEqual(all(b), [learnt('first'), learnt('third one')]);
    assert.deepEqual(all(b), []);
    assert.deepEqual(all(late), ['first', '2nd', 'third one'].map(learnt));
  });

  it('is left out when there is no room', () => {
    const memory = exchangeMemory(1024);
    const [a, b] = [new Exchange(memory, 0), new Exchange(memory, 1)];
    for (let round = 0; round < 50; round++) a.post(learnt(`${round}`.repeat(round)));
    const taken = all(b);
    assert.ok(taken.length > 0 && taken.length < 5, String(taken.length));
    assert.deepEqual(taken, taken.map((_, round) => learnt(`${round}`.repeat(round))));
  });

  it('spares them the reading, and changes nothing that they find', () => {
    const lines = logLines(new Random(8), 0.5);
    const parts = [0, 1].map(() => Buffer.from(Array.from({ length: 2000 }, () => lines.next().value).join(''), 'latin1'));
    /** What two readers come to that take pieces in turn, and how many events they read as text. */
    const read = (memory: SharedArrayBuffer | undefined): { tallies: Tally[]; records: number } => {
      let records = 0;
      const readers = parts.map((_, index) => {
        const counter = new Counter({ place: (offset) => ({ file: index, offset, line: reader.lineOf(offset) }) });
        const reader: LogReader = new LogReader({
          cell: (event) => counter.cell(event),
          add: (cell, time, offset, first, record) => {
            if (record) records++;
            counter.add(cell, time, offset, first);
          },
          together: counter,
        }, { zone: () => 0, now: 0 }, true, undefined, memory && new Exchange(memory, index));
        reader.begin(LINES);
        return { reader, counter };
      });
      for (let at = 0; parts.some((part) => at < part.length); at += 100_000) {
        readers.forEach(({ reader }, index) => {
          const piece = parts[index]?.subarray(at, at + 100_000) ?? Buffer.of();
          reader.room().set(piece);
          reader.push(piece.length);
        });
      }
      const tallies = readers.map(({ reader, counter }) => {
        reader.end();
        reader.finish();
        return counter.finish();
      });
      return { tallies, records };
    };
    const [alone, together] = [read(undefined), read(exchangeMemory())];
    assert.deepEqual(together.tallies, alone.tallies);
    assert.ok(together.records < 0.7 * alone.records, `${together.records} of ${alone.records}`);
  });
});
