import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsOf, settingsOf, withDocument } from '../../harness/document';
import { afterEdits, anyEdit, plain } from '../../harness/edits';
import { sharedHost } from '../../harness/host';
import { SAMPLES } from './samples';

/** Where to look for another counter-example: FC_SEED in the environment. */
const seed = Number(process.env['FC_SEED'] ?? 14);

const FRAGMENTS = [
  '', ' ', '\n', '\r\n', '{', '}', '(', ')', ';', '\'', '`', '"', '/*', '*/', '//', '<', '😀', '\uD83D', 'x',
  `'already_exists'`, `case 'missing_scope':\n  return ask();\n`, `default:\n  throw e;\n`, ` else { throw e; }`, ` else if (e.error === 'server_error') {}`,
  `if (e.status === 429) return;\n`, `e.error`, `'entity_notfound'`, `// plusauth-errors-ignore-next-line\n`, `return null;\n`, `</script>`, `<script>`, `import '@plusauth/plusauth-rest-js';\n`,
];

const edit = anyEdit(FRAGMENTS, 60);

describe('Any sequence of edits', () => {
  for (const { name, languageId, text } of SAMPLES) {
    it(`leaves the findings of a fresh text: ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (batches) =>
          afterEdits(text, languageId, batches, async (current, found) => {
            assert.deepEqual(plain(found), plain(await findingsOf(current, { languageId })), current);
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
