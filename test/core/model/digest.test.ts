import assert from 'node:assert/strict';
import { digestOf } from '../../../server/src/core/model/digest';
import { Random } from '../../bench/random';

describe('the digest of a text', () => {
  it('is that of an equal piece, wherever it stands', () => {
    assert.equal(digestOf('case missing_scope:', 5, 18), digestOf('missing_scope'));
    assert.equal(digestOf('', 0, 0), digestOf('abc', 2, 2));
  });

  it('is another for what differs in a letter, its place, or its length', () => {
    const random = new Random(1);
    const texts = new Set(['', '\0', '\0\0', 'ab', 'ba', 'aab', 'aba', 'İ', 'i']);
    while (texts.size < 20_000) texts.add(Array.from({ length: random.between(1, 12) }, () => String.fromCharCode(random.between(97, 100))).join(''));
    assert.equal(new Set([...texts].map((text) => digestOf(text))).size, texts.size);
  });
});
