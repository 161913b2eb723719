import assert from 'node:assert/strict';
import { languageOf } from '../../server/src/core/languages';
import { DEFAULT_SETTINGS } from '../../server/src/core/model/settings';
import { LANGUAGES } from '../bench/code';
import { handlingFile } from '../bench/code/make';
import { Random } from '../bench/random';
import { createHost } from '../harness/host';

/** A text that gives parts of itself, and is not to be made whole. */
const inParts = (text: string) => ({
  length: text.length,
  slice: (start: number, end?: number): string => text.slice(start, end),
  toString: (): string => assert.fail('The whole text was made.'),
});

describe('A document that is typed in', () => {
  for (const sample of LANGUAGES.filter(({ languageId }) => !languageOf(languageId)?.embedding)) {
    it(`is not made whole for its findings: ${sample.title}`, async () => {
      const { service, logged } = createHost();
      const { languageId, extension } = sample;
      const uri = `file:///typed/code${extension}`;
      const text = handlingFile(new Random(7), sample, 5000, 'parts');
      service.update({ uri, languageId, version: 1, text });
      const before = await service.doDiagnose(uri, DEFAULT_SETTINGS);
      // A blank line below the middle of the text moves what is behind it, and is felt nowhere else.
      const start = text.indexOf('\n\n', text.length / 2);
      assert.ok(start > 0);
      const typed = `${text.slice(0, start)}\n${text.slice(start)}`;
      service.update({ uri, languageId, version: 2, source: inParts(typed), get text(): string { return assert.fail('The whole text was made.'); } }, [{ start, end: start, newText: '\n' }]);
      const after = await service.doDiagnose(uri, DEFAULT_SETTINGS);
      assert.deepEqual(after.map(({ code, span }) => [code, span.start]), before.map(({ code, span }) => [code, span.start > start ? span.start + 1 : span.start]));
      assert.ok(after.length > 0);
      assert.deepEqual(logged, []);
    });
  }
});
