import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CATALOG, ERROR_NAMES, entriesWithStatus } from '../../../server/src/core/catalog';
import { foldForSearch, lookUpItems, matchLookUp } from '../../../server/src/core/features/lookUp';

const LOCALES = ['en', 'tr'] as const;
const find = (query: string, locale: (typeof LOCALES)[number] = 'en'): string[] => matchLookUp(query, lookUpItems(locale)).map((item) => item.name);
const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}'’]+/u).filter((word) => word.length > 3);

describe('look-up', () => {
  for (const locale of LOCALES) {
    describe(`in ${locale}`, () => {
      it('offers all errors in order, with their description in the language', () => {
        assert.deepEqual(lookUpItems(locale).map((item) => item.name), ERROR_NAMES);
        for (const [index, item] of lookUpItems(locale).entries()) {
          assert.equal(item.description, locale === 'tr' ? CATALOG[index]?.descriptionTr : CATALOG[index]?.description);
        }
        assert.deepEqual(find('', locale), ERROR_NAMES);
        assert.deepEqual(find(' \n', locale), ERROR_NAMES);
      });

      for (const entry of CATALOG) {
        it(`finds ${entry.name} by its name, first`, () => {
          for (const query of [entry.name, entry.name.toUpperCase(), entry.name.replaceAll('_', ' '), entry.name.replaceAll('_', '-'), ` ${entry.name} `]) {
            assert.equal(find(query, locale)[0], entry.name, query);
          }
          assert.equal(find(entry.name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()), locale)[0], entry.name);
        });

        it(`finds ${entry.name} by its statuses`, () => {
          for (let { from: status } = entry.status; status <= entry.status.to; status++) {
            assert.deepEqual(find(String(status), locale).slice(0, entriesWithStatus(status).length), entriesWithStatus(status).map((each) => each.name));
          }
        });

        it(`finds ${entry.name} by every word of its description and keywords, in English and Turkish`, () => {
          for (const text of [entry.description, entry.descriptionTr, entry.keywords.en, entry.keywords.tr]) {
            const words = wordsOf(text);
            assert.ok(words.length > 0);
            for (const word of words) {
              assert.ok(find(word, locale).includes(entry.name), word);
              assert.ok(find(foldForSearch(word), locale).includes(entry.name), `${word} without diacritics`);
              assert.ok(find(word.toLocaleUpperCase('tr'), locale).includes(entry.name), `${word} in Turkish capitals`);
            }
          }
        });
      }
    });
  }

  it('needs every word, and puts the name before the description before the keywords', () => {
    assert.deepEqual(find('izin eksik'), ['missing_scope']);
    assert.deepEqual(find('zaten mevcut'), ['already_exists']);
    assert.equal(find('exists')[0], 'already_exists');
    assert.deepEqual(find('already nonsense'), []);
    assert.deepEqual(find('5xx'), ['server_error']);
    assert.deepEqual(find('forbidden').sort(), ['missing_scope', 'unauthorized_user']);
  });

  it('finds the name that was meant by a misspelt one', () => {
    assert.deepEqual(find('entity_notfound'), ['entity_not_found']);
    assert.deepEqual(find('too many reqests'), ['too_many_requests']);
  });

  it('finds nothing in nonsense, and never fails', () => {
    for (const query of ['!!', 'qqqq', '999', '.*', '(', '\\']) assert.deepEqual(find(query), [], query);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => find(query).every((name) => ERROR_NAMES.includes(name))));
  });

  it('folds case and diacritics of both languages', () => {
    assert.equal(foldForSearch('İSTEK HIZI SINIRI'), 'istek hizi siniri');
    assert.equal(foldForSearch('ışğüöç İIŞĞÜÖÇ'), 'isguoc iisguoc');
    assert.equal(foldForSearch('  already_exists/409 '), 'already exists 409');
    assert.equal(foldForSearch('i̇stek'), 'istek');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldForSearch(foldForSearch(text)) === foldForSearch(text)));
  });
});
