import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languageOf, type Language } from '../../../server/src/core/languages';
import { applyEdits } from '../../../server/src/core/model/edit';
import type { SyntaxNode } from '../../../server/src/core/syntax/node';
import { Parsers, type Parser } from '../../../server/src/core/syntax/parsers';
import { Pieces } from '../../../server/src/core/syntax/pieces';
import type { Seams } from '../../../server/src/core/syntax/seams';
import { LANGUAGES } from '../../bench/code';
import { handlingFile, type Form } from '../../bench/code/make';
import { Random } from '../../bench/random';
import { readAsset } from '../../harness/host';

/** Where to look for another counter-example: FC_SEED in the environment. */
const seed = Number(process.env['FC_SEED'] ?? 16);
const parsers = new Parsers(readAsset);

/** Those whose files are read in pieces, and are no markup. */
const SAMPLES = LANGUAGES.flatMap((sample) => {
  const language = languageOf(sample.languageId);
  const forms: readonly Form[] = sample.type ? ['parts', 'one class'] : ['parts'];
  return language?.seams && !language.embedding ? forms.map((form) => ({ sample, form, language })) : [];
});

function unitsOf(pieces: Pieces, { containers, opensFrom = 0, loose, leading }: Language) {
  return pieces.units((type, length) => length >= opensFrom && containers.has(type), loose, leading);
}

const places = (pieces: Pieces, language: Language): string[] => unitsOf(pieces, language).all.map(({ type, start, end }) => `${type} ${start} ${end}`);

/** All that can be seen of the units. */
const contents = (pieces: Pieces, language: Language): unknown[] => unitsOf(pieces, language).all.map((unit) => ({ type: unit.type, start: unit.start, end: unit.end, copy: pieces.copy(unit) }));

function fresh<T>(parser: Parser, language: Language, text: string, seams: Seams | undefined, look: (pieces: Pieces, language: Language) => T): T {
  const pieces = new Pieces(parser, seams, language.readable);
  pieces.update(text, undefined);
  const found = look(pieces, language);
  pieces.dispose();
  return found;
}

const FRAGMENTS = ['', ' ', '\n', '\n\n', '\r\n', '{', '}', '\n}\n', '\n    }\n\n    ', '(', ')', '"', '"""', "'", '/*', '*/', '//', '#', '=begin\n', '\n=end\n', 'end\n', '?>', '<?php', '<<<A\n', 'class B {', 'def ', 'x'];
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(400)),
  newText: fc.constantFrom(...FRAGMENTS),
});

describe('A file in pieces', () => {
  after(() => parsers.dispose());

  for (const { sample, form, language } of SAMPLES) {
    const text = handlingFile(new Random(11), sample, 900, form);

    it(`has the units that it has in one: ${sample.title}, ${form}`, async () => {
      const parser = await parsers.get(language.grammar);
      const units = fresh(parser, language, text, language.seams, places);
      const whole = fresh(parser, language, text, undefined, places);
      assert.ok(whole.length > 20);
      // A class is as long as to be opened, or its body is.
      if (form === 'one class' || !language.seams?.members?.from) assert.deepEqual(units, whole);
      else assert.ok(units.length >= whole.length);
    });

    it(`holds in each unit what stands there: ${sample.title}, ${form}`, async () => {
      const pieces = new Pieces(await parsers.get(language.grammar), language.seams, language.readable);
      pieces.update(text, undefined);
      for (const unit of unitsOf(pieces, language).all) {
        const copy = pieces.copy(unit);
        const within = (node: SyntaxNode): boolean => node.start >= 0 && node.end <= unit.end - unit.start && node.children.every(within);
        assert.ok(copy && within(copy), `${unit.type} at ${unit.start}`);
        assert.equal(copy.start, 0);
      }
      pieces.dispose();
    });

    it(`is the same after edits, and a quiet moment, as a fresh one: ${sample.title}, ${form}`, async () => {
      const parser = await parsers.get(language.grammar);
      fc.assert(
        fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (rounds) => {
          const pieces = new Pieces(parser, language.seams, language.readable);
          try {
            pieces.update(text, undefined);
            let current = text;
            for (const edits of rounds) {
              for (const { at, length, newText } of edits) {
                const start = Math.floor(at * current.length);
                const end = Math.min(current.length, start + length);
                current = applyEdits(current, [{ span: { start, end }, newText }]);
                pieces.update(current, [{ start, end, newText }]);
                unitsOf(pieces, language);
              }
              pieces.settle();
              assert.ok(!pieces.isUnsettled);
              assert.deepEqual(contents(pieces, language), fresh(parser, language, current, language.seams, contents), current);
            }
          } finally {
            pieces.dispose();
          }
        }),
        { seed, numRuns: 15, endOnFailure: true },
      );
    });

    it(`tells which units are others now, whatever the number of edits between: ${sample.title}, ${form}`, async () => {
      const parser = await parsers.get(language.grammar);
      fc.assert(
        fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 1, maxLength: 4 }), (rounds) => {
          const pieces = new Pieces(parser, language.seams, language.readable);
          try {
            pieces.update(text, undefined);
            const told = [...unitsOf(pieces, language).all];
            let current = text;
            for (const edits of rounds) {
              for (const { at, length, newText } of edits) {
                const start = Math.floor(at * current.length);
                const end = Math.min(current.length, start + length);
                current = applyEdits(current, [{ span: { start, end }, newText }]);
                pieces.update(current, [{ start, end, newText }]);
              }
              if (edits.length === 3) pieces.settle();
              const { all, from, until, gone } = unitsOf(pieces, language);
              told.splice(from, gone, ...all.slice(from, until));
              assert.equal(told.length, all.length);
              assert.ok(told.every((unit, index) => unit === all[index]), current);
            }
          } finally {
            pieces.dispose();
          }
        }),
        { seed, numRuns: 10, endOnFailure: true },
      );
    });
  }
});
