import assert from 'node:assert/strict';
import { languageOf } from '../../server/src/core/languages';
import { DEFAULT_SETTINGS } from '../../server/src/core/model/settings';
import { LANGUAGES } from '../bench/code';
import { handlingFile } from '../bench/code/make';
import { Random } from '../bench/random';
import { plain } from '../harness/edits';
import { createHost } from '../harness/host';
import { UNSETTLED } from '../lsp/samples';

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

describe('A document that was typed in', () => {
  it('is read, once nobody types, as if it were opened', async () => {
    const { service, logged } = createHost();
    const { languageId, before, typed, behind } = UNSETTLED;
    const [uri, opened] = ['file:///typed/settled.kt', 'file:///typed/opened.kt'];
    const text = before + typed + behind;
    service.update({ uri, languageId, version: 1, text: before + behind });
    await service.doDiagnose(uri, DEFAULT_SETTINGS);
    service.update({ uri, languageId, version: 2, text }, [{ start: before.length, end: before.length, newText: typed }]);
    const atOnce = await service.doDiagnose(uri, DEFAULT_SETTINGS);
    service.update({ uri: opened, languageId, version: 1, text });
    const found = plain(await service.doDiagnose(opened, DEFAULT_SETTINGS));
    assert.equal(found.length, 1);
    assert.notDeepEqual(plain(atOnce), found, 'otherwise this shows nothing');
    assert.ok(service.rest());
    assert.deepEqual(service.settle(), [uri]);
    assert.deepEqual(plain(await service.doDiagnose(uri, DEFAULT_SETTINGS)), found);
    assert.ok(!service.rest());
    assert.deepEqual(service.settle(), []);
    assert.deepEqual(logged, []);
  });

  it('is not spoken of again where nothing is other', async () => {
    const { service } = createHost();
    const uri = 'file:///typed/half.ts';
    const text = "import '@plusauth/plusauth-rest-js';\nexport function f(e: { error: string }) {\n  if (e.error === 'already_exists) {\n}\n";
    service.update({ uri, languageId: 'typescript', version: 1, text });
    await service.doDiagnose(uri, DEFAULT_SETTINGS);
    service.update({ uri, languageId: 'typescript', version: 2, text: `${text.slice(0, -3)}x${text.slice(-3)}` }, [{ start: text.length - 3, end: text.length - 3, newText: 'x' }]);
    await service.doDiagnose(uri, DEFAULT_SETTINGS);
    assert.ok(service.rest(), 'it is broken, and was parsed in part');
    assert.deepEqual(service.settle(), []);
    assert.ok(!service.rest());
  });
});
