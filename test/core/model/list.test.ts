import assert from 'node:assert/strict';
import fc from 'fast-check';
import { replaceItems } from '../../../server/src/core/model/list';

describe('Items of a list', () => {
  it('are replaced as splice does it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.nat(12), fc.nat(5), fc.array(fc.nat()), fc.constantFrom(1, 700), (list, from, gone, some, times) => {
        const fresh = Array.from({ length: times }, () => some).flat();
        const at = Math.min(from, list.length);
        const expected = [...list];
        expected.splice(at, gone, ...fresh);
        const replaced = [...list];
        replaceItems(replaced, at, gone, fresh);
        assert.deepEqual(replaced, expected);
      }),
    );
  });

  it('are replaced by more than a call has arguments', () => {
    const list = [1, 2, 3];
    replaceItems(list, 1, 1, Array.from({ length: 1_000_000 }, (_, index) => index));
    assert.equal(list.length, 1_000_002);
    assert.deepEqual([list[0], list[1], list.at(-2), list.at(-1)], [1, 0, 999_999, 3]);
  });
});
