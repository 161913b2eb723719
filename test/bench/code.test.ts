import assert from 'node:assert/strict';
import { isCandidate } from '../../server/src/core/recognise/scan';
import { findingsOf } from '../harness/document';
import { syntaxErrors } from '../harness/frontEnds';
import { LANGUAGES } from './code';
import { handlingFile, mixedTree, ordinaryFile } from './code/make';
import { branchIn, formsOf } from './languages';
import { rows } from './memory';
import { Random } from './random';

const LINES = 5000;

describe('The code that the benchmark makes', () => {
  for (const sample of LANGUAGES) {
    for (const form of formsOf(sample)) {
      it(`is code of the language, with handlers every forty lines: ${sample.title}, ${form}`, async () => {
        const text = handlingFile(new Random(7), sample, LINES, form);
        assert.equal(text.split('\n').length, LINES);
        assert.ok(!/[«»]/.test(text), /.*[«»].*/.exec(text)?.[0]);
        assert.deepEqual(await syntaxErrors(text, sample.languageId), [], text);
        assert.equal(text, handlingFile(new Random(7), sample, LINES, form));
        const branches = text.split('\n').filter((line) => sample.branch.test(line)).length;
        assert.ok(branches > LINES / 100 && branches < LINES / 15, `${branches} branches`);
        assert.match(text.split('\n')[branchIn(text, sample).line - 1] ?? '', sample.branch);
        const found = await findingsOf(text, { languageId: sample.languageId });
        assert.ok(found.length > 0 && found.length < 40, `${found.length} findings`);
      });
    }

    it(`holds nothing to find where it must not: ${sample.title}`, async () => {
      const text = ordinaryFile(new Random(7), sample, 9000);
      assert.ok(text.length > 8000 && text.length < 11_000, `${text.length} characters`);
      assert.ok(!isCandidate(text), text);
      assert.ok(!/[«»]/.test(text));
      assert.deepEqual(await syntaxErrors(text, sample.languageId), [], text);
    });
  }

  it('is in every language where a tree is mixed', () => {
    const paths = new Set<string>();
    for (const [path, text] of mixedTree(new Random(1), 400)) {
      assert.ok(!isCandidate(text), path);
      paths.add(path);
    }
    assert.equal(paths.size, 401);
    const extensions = new Set([...paths].map((path) => path.slice(path.lastIndexOf('.'))).filter((extension) => extension !== '.gitignore'));
    assert.deepEqual(extensions, new Set(LANGUAGES.map((l) => l.extension)));
  });

  it('shows memory that grows', () => {
    const MIB = 2 ** 20;
    const early = { heap: 50 * MIB, parser: 20 * MIB, resident: 150 * MIB, peak: 160 * MIB };
    assert.deepEqual(rows(early, { ...early }, 10, 20).map((r) => r.holds), [true, true, true]);
    assert.deepEqual(rows(early, { heap: 60 * MIB, parser: 30 * MIB, resident: 350 * MIB, peak: 351 * MIB }, 10, 20).map((r) => r.holds), [false, false, false]);
  });
});
