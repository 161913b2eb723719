import assert from 'node:assert/strict';
import { fitted } from '../../client/src/common/text/fitted';

describe('fitting a sentence', () => {
  it('leaves alone what fits', () => assert.equal(fitted("The file imports 'plusauth'.", 28), "The file imports 'plusauth'."));

  it('shortens what it quotes, in the middle', () => {
    const shown = fitted("The file holds the address 'https://acme.plusauth.com/api/v1/users'.", 46);
    assert.equal(shown, "The file holds the address 'https://…1/users'.");
    assert.equal(shown.length, 46);
    assert.equal(fitted('Bir yorumda “PlusAuth error codes of the shop” yazıyor.', 40), 'Bir yorumda “PlusAuth…the shop” yazıyor.');
  });

  it('loses its end where no quotation can give way', () => {
    assert.equal(fitted('Switched on by the setting: every file of this folder counts.', 30), 'Switched on by the setting: e…');
    assert.equal(fitted("'package.json' of the project lists a PlusAuth package.", 40), "'package.json' of the project lists a P…");
    assert.equal(fitted('anything', 0), '…');
  });
});
