import assert from 'node:assert/strict';
import { fold, search } from '../../client/src/common/text/search';

const entry = (name: string, status: string, description: string, keywords = '') => ({ name, status, description, keywords });
const ENTRIES = [
  entry('already_exists', '409', 'Provided resource already exists.', 'duplicate conflict zaten mevcut çakışma'),
  entry('entity_not_found', '404', 'Requested resource doesn’t exist.', 'missing bulunamadı'),
  entry('invalid_request', '400', 'Geçersiz istek.', 'parametre IŞIK'),
  entry('server_error', '5xx', 'Something is wrong.', 'exists nowhere'),
];
const names = (query: string) => search(ENTRIES, query).map(({ name }) => name);

describe('look-up', () => {
  it('folds case, accents, and the Turkish i and ı', () => {
    for (const word of ['istek', 'İSTEK', 'ISTEK', 'ıstek']) assert.equal(fold(word), 'istek', word);
    assert.equal(fold('ÇAKIŞMA ğüşöç'), 'cakisma gusoc');
  });

  it('takes a name in any spelling for its words', () => {
    for (const spelling of ['already_exists', 'ALREADY_EXISTS', 'AlreadyExists', 'alreadyExists', 'already-exists', ' already  exists ']) assert.equal(names(spelling)[0], 'already_exists', spelling);
  });

  it('finds by status, also while it is typed, and any status of a class', () => {
    assert.deepEqual(names('409'), ['already_exists']);
    assert.deepEqual(names('40'), ['already_exists', 'entity_not_found', 'invalid_request']);
    assert.deepEqual(names('503'), ['server_error']);
    assert.deepEqual(names('5xx'), ['server_error']);
    assert.deepEqual(names('418'), []);
    assert.deepEqual(names('4090'), []);
  });

  it('finds by words of the description and keywords in either language, without accents too', () => {
    assert.deepEqual(names('bulunamadi'), ['entity_not_found']);
    assert.deepEqual(names('GECERSIZ ISTEK'), ['invalid_request']);
    assert.deepEqual(names('ışık'), ['invalid_request']);
    assert.deepEqual(names('zaten mevcut'), ['already_exists']);
  });

  it('wants every word', () => assert.deepEqual(names('resource conflict'), ['already_exists']));

  it('puts those first whose name it is, and otherwise keeps the order', () => {
    assert.deepEqual(names('exist'), ['already_exists', 'entity_not_found', 'server_error']);
    assert.deepEqual(search([...ENTRIES].reverse(), 'exist').map(({ name }) => name), ['already_exists', 'server_error', 'entity_not_found']);
  });

  it('shows everything for nothing, and nothing for what is not there', () => {
    assert.equal(names('').length, ENTRIES.length);
    assert.equal(names('   ').length, ENTRIES.length);
    assert.deepEqual(names('zebra'), []);
  });
});
