import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import {
  DOCUMENTED_STATUSES, ERROR_NAMES, KNOWN_OTHER_NAMES, byLikelihood, editDistance, entriesWithStatus, entryOf, isUndocumentedStatus, likelihood, meantStatus,
  nameOfIdentifier, nearestName, otherName,
} from '../../../server/src/core/catalog';
import { CATALOG_STATUS } from '../../harness/names';

const otherNames = (JSON.parse(fs.readFileSync('test/fixtures/other-names.json', 'utf8')) as { otherNames: string[] }).otherNames;
const names = fc.constantFrom(...ERROR_NAMES);
const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** Every text one edit away, with one letter that no name has. */
function neighbours(text: string): Set<string> {
  const result = new Set<string>();
  for (let at = 0; at <= text.length; at++) {
    result.add(`${text.slice(0, at)}Z${text.slice(at)}`);
    if (at === text.length) continue;
    result.add(text.slice(0, at) + text.slice(at + 1));
    result.add(`${text.slice(0, at)}Z${text.slice(at + 1)}`);
    if (at + 1 < text.length) result.add(text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2));
  }
  result.delete(text);
  return result;
}

describe('names and statuses', () => {
  it('finds an entry by its exact name only', () => {
    for (const name of ERROR_NAMES) assert.equal(entryOf(name)?.name, name);
    for (const other of ['', 'Already_exists', 'already_exists ', '__proto__', 'constructor']) assert.equal(entryOf(other), undefined);
  });

  it('knows the names of every status', () => {
    assert.deepEqual(DOCUMENTED_STATUSES, [400, 401, 402, 404, 409, 422, 429, 500]);
    for (let status = 0; status < 1000; status++) {
      const expected = ERROR_NAMES.filter((name) => CATALOG_STATUS[name] === (status >= 500 && status < 600 ? 500 : status));
      assert.deepEqual(entriesWithStatus(status).map((entry) => entry.name), expected, String(status));
    }
    assert.deepEqual(entriesWithStatus(NaN), []);
  });

  it('knows what is undocumented, and what is meant by it', () => {
    for (const status of [403, 405, 410, 418, 499]) assert.equal(isUndocumentedStatus(status), true, String(status));
    for (const status of [200, 302, 399, 401, 429, 500, 599, 600, 403.5, NaN]) assert.equal(isUndocumentedStatus(status), false, String(status));
    assert.deepEqual(meantStatus(403), { status: 401, names: ['missing_scope', 'unauthorized_user'] });
    assert.equal(meantStatus(418), undefined);
    for (let status = 0; status < 1000; status++) {
      const meant = meantStatus(status);
      if (!meant) continue;
      assert.ok(isUndocumentedStatus(status));
      for (const name of meant.names) assert.equal(CATALOG_STATUS[name], meant.status);
    }
  });

  it('orders all names by how likely they are met', () => {
    assert.deepEqual([...likelihood].sort(), [...ERROR_NAMES].sort());
    assert.deepEqual([...ERROR_NAMES].sort(byLikelihood), likelihood);
    assert.ok(byLikelihood('server_error', 'no_name') < 0);
  });
});

describe('identifiers', () => {
  for (const name of ERROR_NAMES) {
    it(`${name} in every spelling`, () => {
      const pascal = camel(`_${name}`);
      for (const identifier of [name, name.toUpperCase(), camel(name), pascal, name.replaceAll('_', '-'), name.toUpperCase().replaceAll('_', '-')]) {
        assert.equal(nameOfIdentifier(identifier), name, identifier);
      }
      for (const identifier of [name.replaceAll('_', ''), name.replaceAll('_', ' '), `${name}_error`, `is_${name}`, `_${name}`, `${pascal}Error`]) {
        assert.equal(nameOfIdentifier(identifier), undefined, identifier);
      }
    });
  }

  it('is nothing for other words, of any length', () => {
    for (const word of ['', '_', 'error', 'constructor', 'toString', 'a'.repeat(100_000)]) assert.equal(nameOfIdentifier(word), undefined);
  });
});

describe('misspellings', () => {
  it('measures edits', () => {
    const cases: [string, string, number][] = [
      ['', '', 0], ['a', '', 1], ['', 'abc', 3], ['ab', 'ba', 1], ['ca', 'abc', 2], ['kitten', 'sitting', 3], ['abc', 'abc', 0], ['abcd', 'badc', 2],
    ];
    for (const [a, b, edits] of cases) assert.equal(editDistance(a, b), edits, `${a} ${b}`);
  });

  it('measures the same both ways, and no more than letter by letter', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '_'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        assert.equal(editDistance(a, b), editDistance(b, a));
        assert.ok(editDistance(a, b) <= Math.max(a.length, b.length));
        assert.ok(editDistance(a, c) <= editDistance(a, b) + editDistance(b, c));
      }),
    );
  });

  for (const name of ERROR_NAMES) {
    it(`finds ${name} behind every single edit`, () => {
      for (const wrong of neighbours(name)) {
        assert.equal(editDistance(wrong, name), 1, wrong);
        assert.equal(nearestName(wrong), name, wrong);
      }
    });
  }

  it('finds a name behind two edits, and not behind three', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (name, first, second) => {
        const once = [...neighbours(name)];
        const twice = [...neighbours(once[first % once.length] ?? '')];
        const wrong = twice[second % twice.length] ?? '';
        const another = wrong === name || (wrong.length > name.length + 1 && wrong.includes(name));
        assert.equal(nearestName(wrong), another ? undefined : name, wrong);
      }),
    );
    assert.equal(nearestName('entity_notfound'), 'entity_not_found');
    assert.equal(nearestName('already_existed'), 'already_exists');
    assert.equal(nearestName('alreadyexist'), 'already_exists');
    assert.equal(nearestName('already_existing'), undefined);
  });

  it('takes neither a name nor a known other name for a misspelling', () => {
    for (const name of [...ERROR_NAMES, ...otherNames]) assert.equal(nearestName(name), undefined, name);
    for (const word of ['', 'error', 'identity_not_found', 'invalid', 'ALREADY_EXISTS', 'x'.repeat(100_000)]) assert.equal(nearestName(word), undefined);
  });

  it('knows the other names, and whose they are', () => {
    assert.equal(otherNames.length, 76);
    assert.deepEqual([...KNOWN_OTHER_NAMES].sort(), [...otherNames].sort());
    for (const name of otherNames) assert.ok((otherName(name)?.source.length ?? 0) > 3, name);
    assert.equal(otherName('insufficient_scope')?.origin, 'oauth');
    assert.equal(otherName('user_not_found')?.origin, 'login');
    assert.equal(otherName('pa.plain')?.origin, 'client');
    assert.equal(otherName('already_exists'), undefined);
    assert.equal(otherName('toString'), undefined);
  });
});
