import assert from 'node:assert/strict';
import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { exactUtf8, indexOfBytes, lastIndexOfBytes, latin1, toUtf8, utf8 } from '../../server/src/host/bytes';

const bytes = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.string({ unit: 'binary' }).map((text) => Uint8Array.from(Buffer.from(`\uFEFF${text}`))));
/** Few different ones, so that some are found in others. */
const few = (minLength: number, maxLength: number) => fc.array(fc.nat({ max: 2 }), { minLength, maxLength }).map((all) => Uint8Array.from(all));

describe('Bytes as text', () => {
  it('are what Node makes of them', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const buffer = Buffer.from(given);
        assert.equal(utf8(given), buffer.toString('utf8'));
        assert.equal(latin1(given), buffer.toString('latin1'));
        assert.equal(exactUtf8(given), isUtf8(given) ? buffer.toString('utf8') : undefined);
        assert.deepEqual([...toUtf8(utf8(given))], [...Buffer.from(buffer.toString('utf8'))]);
      }),
    );
    const long = Buffer.alloc(100_000, 'aé\u0080');
    assert.equal(latin1(long), long.toString('latin1'));
  });

  it('are found where Node finds them', () => {
    fc.assert(
      fc.property(few(0, 30), few(1, 3), fc.nat({ max: 32 }), (all, wanted, from) => {
        assert.equal(indexOfBytes(all, wanted, from), Buffer.from(all).indexOf(wanted, from));
        assert.equal(lastIndexOfBytes(all, wanted, from), Buffer.from(all).lastIndexOf(wanted, from));
      }),
    );
  });
});
