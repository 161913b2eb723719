import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/core/model/edit';
import type { Finding } from '../../../server/src/core/model/finding';
import type { Change } from '../../../server/src/core/model/document';
import { findingsOf, settingsOf, withDocument } from '../../harness/document';
import { sharedHost } from '../../harness/host';
import { SAMPLES } from './samples';

/** Where to look for another counter-example: FC_SEED in the environment. */
const seed = Number(process.env['FC_SEED'] ?? 14);

const FRAGMENTS = [
  '', ' ', '\n', '\r\n', '{', '}', '(', ')', ';', '\'', '`', '"', '/*', '*/', '//', '<', '😀', '\uD83D', 'x',
  `'already_exists'`, `case 'missing_scope':\n  return ask();\n`, `default:\n  throw e;\n`, ` else { throw e; }`, ` else if (e.error === 'server_error') {}`,
  `if (e.status === 429) return;\n`, `e.error`, `'entity_notfound'`, `// plusauth-errors-ignore-next-line\n`, `return null;\n`, `</script>`, `<script>`, `import '@plusauth/plusauth-rest-js';\n`,
];

/** Offsets as parts of the text's length, because each edit changes it. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(60)),
  newText: fc.constantFrom(...FRAGMENTS),
});

const plain = (findings: readonly Finding[]) =>
  findings
    .map((finding) => ({ code: finding.code, severity: finding.severity, span: finding.span, message: finding.message, missing: finding.missing, related: finding.related }))
    .sort((a, b) => a.span.start - b.span.start || a.code.localeCompare(b.code));

describe('Any sequence of edits', () => {
  for (const { name, languageId, text } of SAMPLES) {
    it(`leaves the findings of a fresh text: ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (batches) =>
          withDocument(text, { languageId }, async (uri) => {
            const { service } = sharedHost();
            let current = text;
            let version = 1;
            await service.doDiagnose(uri, settingsOf({}));
            for (const batch of batches) {
              const changes: Change[] = [];
              for (const { at, length, newText } of batch) {
                const start = Math.floor(at * current.length);
                const end = Math.min(current.length, start + length);
                changes.push({ start, end, newText });
                current = applyEdits(current, [{ span: { start, end }, newText }]);
              }
              service.update({ uri, languageId, version: ++version, text: current }, changes);
              const after = plain(await service.doDiagnose(uri, settingsOf({})));
              assert.deepEqual(after, plain(await findingsOf(current, { languageId })), current);
            }
          }),
        ),
        { seed, numRuns: 60, endOnFailure: true },
      );
    });
  }

  it('that ends where it began leaves the findings as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SAMPLES), edit, ({ languageId, text }, { at, length, newText }) =>
        withDocument(text, { languageId }, async (uri) => {
          const { service } = sharedHost();
          const before = plain(await service.doDiagnose(uri, settingsOf({})));
          const start = Math.floor(at * text.length);
          const end = Math.min(text.length, start + length);
          const edited = text.slice(0, start) + newText + text.slice(end);
          service.update({ uri, languageId, version: 2, text: edited }, [{ start, end, newText }]);
          await service.doDiagnose(uri, settingsOf({}));
          service.update({ uri, languageId, version: 3, text }, [{ start, end: start + newText.length, newText: text.slice(start, end) }]);
          assert.deepEqual(plain(await service.doDiagnose(uri, settingsOf({}))), before);
        }),
      ),
      { seed, numRuns: 60, endOnFailure: true },
    );
  });
});
