import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ERROR_NAMES } from '../../../server/src/core/catalog';
import { isCandidate } from '../../../server/src/core/recognise/scan';
import { PREFILTER, toRegExp } from '../../../server/src/host/scan/patterns';
import { createScanner, prepare } from '../../../server/src/host/scan/scanner';

const oracle = toRegExp(PREFILTER);
const scanner = createScanner(prepare(PREFILTER), 64 * 1024);

function finds(text: string | Uint8Array): boolean {
  const bytes = Buffer.from(text);
  // What an earlier text left behind must not be found again.
  scanner.buffer.fill('already_exists');
  bytes.copy(scanner.buffer);
  return scanner.test(bytes.length);
}

const pieces = PREFILTER.flatMap(({ words }) => words.split('_'));
/** Words, their beginnings and ends, separators and other letters in any order: texts that are nearly names. */
const adversarial = fc
  .array(
    fc.oneof(
      fc.constantFrom(...ERROR_NAMES, ...pieces),
      fc.constantFrom(...pieces).chain((word) => fc.nat(word.length).map((at) => word.slice(at))),
      fc.constantFrom(...pieces).chain((word) => fc.nat(word.length).map((at) => word.slice(0, at))),
      fc.constantFrom('_', '-', ' ', '', '.', '__', '\n', 'é', 'ſ', 'K', '😀', '\0', '\x01', '@', '[', '`'),
    ),
    { maxLength: 12 },
  )
  .chain((parts) => fc.array(fc.boolean(), { minLength: parts.length, maxLength: parts.length }).map((big) => parts.map((part, index) => (big[index] ? part.toUpperCase() : part)).join('')));

describe('The scanner', () => {
  for (const { words, separators } of PREFILTER) {
    it(`finds ${words} in every spelling and at every place`, () => {
      const camel = words.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
      const spellings = [...[...separators, ''].map((each) => words.replaceAll('_', each)), words.toUpperCase(), camel, camel.charAt(0).toUpperCase() + camel.slice(1)];
      for (const spelling of spellings) {
        for (let at = 0; at < 70; at++) assert.ok(finds(`${'x'.repeat(at)}${spelling}`), `${spelling} at ${at}`);
        assert.ok(!finds(spelling.slice(1)) && !finds(spelling.slice(0, -1)), `part of ${spelling}`);
      }
    });
  }

  it('finds nothing beyond the end of the text', () => {
    for (let length = 0; length < 'already_exists'.length; length++) {
      scanner.buffer.write('already_exists');
      assert.ok(!scanner.test(length));
    }
  });

  it('allows a space in PlusAuth’s own name only', () => {
    assert.ok(finds('// Plus Auth errors'));
    assert.ok(!finds('it already exists'));
  });

  it('equals the regular expression on nearly names', () => {
    fc.assert(fc.property(adversarial, (text) => assert.equal(finds(text), oracle.test(text), text)), { numRuns: 5000 });
  });

  it('passes every text that the core would look at', () => {
    fc.assert(fc.property(adversarial, (text) => assert.ok(finds(text) || !isCandidate(text), text)), { numRuns: 3000 });
  });

  it('equals the regular expression on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => assert.equal(finds(text), oracle.test(Buffer.from(text).toString()))), { numRuns: 500 });
  });

  it('gives every match that a letter-by-letter search gives', () => {
    const whole = PREFILTER.map((pattern) => new RegExp(toRegExp([pattern]).source, 'iy'));
    fc.assert(
      fc.property(adversarial, adversarial, (a, b) => {
        // Latin letters only, so that bytes and letters are counted alike.
        const text = `${a} ${b}`.replace(/[^\0-\x7f]/g, '?');
        scanner.buffer.write(text, 'latin1');
        const expected = whole.flatMap((expression, pattern) => [...text].flatMap((_, start) => {
          expression.lastIndex = start;
          const match = expression.exec(text);
          return match ? [{ pattern, start, end: start + match[0].length }] : [];
        }));
        const order = (x: { start: number; pattern: number }, y: { start: number; pattern: number }): number => x.start - y.start || x.pattern - y.pattern;
        assert.deepEqual(scanner.matches(text.length).sort(order), expected.sort(order));
      }),
      { numRuns: 3000 },
    );
  });

  it('sees a zero byte wherever it is', () => {
    for (let length = 1; length < 70; length++) {
      scanner.buffer.fill(1);
      assert.ok(!scanner.hasZero(length));
      scanner.buffer[length] = 0;
      assert.ok(!scanner.hasZero(length));
      for (let at = 0; at < length; at++) {
        scanner.buffer[at] = 0;
        assert.ok(scanner.hasZero(length), `${at} of ${length}`);
        scanner.buffer[at] = 1;
      }
    }
  });

  it('refuses what it cannot find', () => {
    assert.throws(() => prepare([{ words: 'Not lower', separators: '_' }]), RangeError);
    assert.throws(() => prepare([{ words: 'to_a', separators: '_' }]), RangeError);
  });
});
