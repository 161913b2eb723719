import assert from 'node:assert/strict';
import { findingsOf, settingsOf, withDocument } from '../../harness/document';
import { checkOneFix } from '../../harness/fixes';
import { sharedHost } from '../../harness/host';
import { SAMPLES } from './samples';

const settings = settingsOf({});

describe('At every offset', () => {
  for (const { name, languageId, text } of SAMPLES) {
    it(`hovers and completes in ${name}`, () =>
      withDocument(text, { languageId }, async (uri) => {
        const { service } = sharedHost();
        for (let offset = 0; offset <= text.length; offset++) {
          const hover = await service.doHover(uri, offset, settings);
          if (hover) assert.ok(hover.span.start <= offset && offset <= hover.span.end && hover.markdown !== '', `hover at ${offset}`);
          for (const item of await service.doComplete(uri, offset, settings)) {
            const { start, end } = item.edit.span;
            assert.ok(0 <= start && start <= offset && offset <= end && end <= text.length, `"${item.label}" at ${offset} edits ${start}–${end}`);
          }
        }
      }));
  }
});

describe('At every prefix', () => {
  for (const { name, languageId, text } of SAMPLES) {
    it(`finds within the text while ${name} is typed`, () =>
      withDocument('', { languageId }, async (uri) => {
        const { service } = sharedHost();
        for (let length = 1; length <= text.length; length++) {
          const change = { start: length - 1, end: length - 1, newText: text.charAt(length - 1) };
          service.update({ uri, languageId, version: length + 1, text: text.slice(0, length) }, [change]);
          if (length % 7 !== 0 && length !== text.length) continue;
          for (const { span } of await service.doDiagnose(uri, settings)) assert.ok(0 <= span.start && span.start <= span.end && span.end <= length);
        }
        const typed = (await service.doDiagnose(uri, settings)).map(({ code, span }) => ({ code, span }));
        const opened = (await findingsOf(text, { languageId })).map(({ code, span }) => ({ code, span }));
        const order = (a: (typeof typed)[number], b: (typeof typed)[number]): number => a.span.start - b.span.start || a.code.localeCompare(b.code);
        assert.deepEqual(typed.sort(order), opened.sort(order));
      }));
  }
});

describe('Every fix of every finding', () => {
  for (const lineEnding of ['\n', '\r\n']) {
    for (const { name, languageId, text: source } of SAMPLES) {
      it(`removes it, adds none and parses: ${name}, ${JSON.stringify(lineEnding)}`, async () => {
        const text = source.replaceAll('\n', lineEnding);
        const findings = await findingsOf(text, { languageId });
        for (const finding of findings) {
          const fixes = finding.fixes();
          assert.ok(fixes.filter(({ preferred }) => preferred).length <= 1, `${finding.code} prefers more than one fix`);
          for (const fix of fixes) {
            const result = await checkOneFix(text, findings, finding, fix, { languageId });
            if (lineEnding === '\r\n') assert.doesNotMatch(result, /[^\r]\n/, `"${fix.title}" mixes line endings`);
          }
        }
      });
    }
  }

  it('there is something to fix', async () => {
    let count = 0;
    for (const { languageId, text } of SAMPLES) for (const finding of await findingsOf(text, { languageId })) count += finding.fixes().length;
    assert.ok(count > 50, `only ${count} fixes in all samples`);
  });
});
