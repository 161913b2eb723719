import assert from 'node:assert/strict';
import { referenceUrl } from '../../client/src/common/text/reference';

describe('PlusAuth’s own reference', () => {
  it('is known in both languages', () => {
    assert.equal(referenceUrl('en'), 'https://docs.plusauth.com/en/api/core/errors');
    assert.equal(referenceUrl('tr'), 'https://docs.plusauth.com/tr/api/core/errors');
  });
});
