import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsOf, settingsOf } from '../../harness/document';
import { afterEdits, anyEdit, plain } from '../../harness/edits';
import { createHost } from '../../harness/host';
import { dedent } from '../../harness/marked';

/** Where to look for another counter-example: FC_SEED in the environment. */
const seed = Number(process.env['FC_SEED'] ?? 15);

const DOCUMENTS = {
  vue: `
    <!-- PlusAuth -->
    <script lang="ts">
    export const TAKEN = 'already_exists';
    </script>
    <script setup lang="ts">
    const texts = { missing_scope: 'Ask' };
    function onFailure(e) {
      if (e.error === TAKEN) taken.value = true;
    }
    </script>
    <template>
      <div v-if="open">
        <p v-if="failure.error === 'already_exists'">Taken</p>
        <p v-else-if="failure.error === 'invalid_entity'">{{ texts[failure.error] }}</p>
        <li v-for="problem in problems"><b v-if="problem.error === TAKEN">Taken</b></li>
      </div>
    </template>
    <style>p { color: red; }</style>
  `,
  svelte: `
    <!-- PlusAuth -->
    <script>
      const TAKEN = 'already_exists';
      const onFailure = (e) => { if (e.error === 'missing_token') login(); };
    </script>
    {#if failure.error === TAKEN}<p>Taken</p>{:else if failure.error === 'invalid_entity'}<p>Wrong</p>{/if}
    {#each problems as problem}{#if problem.error === 'missing_scope'}<p>Ask</p>{:else}{problem}{/if}{/each}
    <script context="module">
      export function other(e) { switch (e.error) { case 'server_error': later(); } }
    </script>
  `,
  html: `
    <!doctype html>
    <!-- PlusAuth -->
    <script>var TAKEN = 'already_exists';</script>
    <p>a < b</p>
    <script type="module">
      plusAuth.users.getAll().catch((e) => {
        if (e.error === TAKEN) location.href = '/taken';
      });
    </script>
    <script type="application/json">{ "error": "already_exists", "status": 400 }</script>
  `,
} as const;

const FRAGMENTS = [
  '', ' ', '\n', '\r\n', '{', '}', '"', `'`, '<', '>', '/', '<!--', '-->', '😀', '\uD83D',
  '<script>', '</script>', '<script lang="ts">', '<style>', '</style>', '<template>', '</template>', '<p>', '</p>', '<p v-else>{{ failure }}</p>', ' v-if="failure"',
  '{#if failure}', '{:else}', '{/if}', '{/each}', '{failure.message}', 'throw e;', `if (e.error === 'missing_scope') ask();`, `const TAKEN = 'server_error';`,
];

const edit = anyEdit(FRAGMENTS, 80);

describe('Edits of documents in several languages', () => {
  for (const [languageId, source] of Object.entries(DOCUMENTS)) {
    it(`leave the findings of a fresh text: ${languageId}`, async () => {
      const text = dedent(source);
      assert.ok((await findingsOf(text, { languageId })).length > 0);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (batches) =>
          afterEdits(text, languageId, batches, async (current, found) => {
            for (const { span } of found) assert.ok(0 <= span.start && span.start <= span.end && span.end <= current.length);
            assert.deepEqual(plain(found), plain(await findingsOf(current, { languageId })), current);
          }),
        ),
        { seed, numRuns: 80, endOnFailure: true },
      );
    });
  }

  it('while a grammar loads lead to the text there is in the end', async () => {
    // A host of its own: no grammar was loaded before.
    const { service, logged } = createHost();
    const uri = 'file:///project/src/code.vue';
    service.update({ uri, languageId: 'vue', version: 1, text: '<script>\n// PlusAuth\n</script>' });
    const first = service.doDiagnose(uri, settingsOf({}));
    const text = `<script lang="ts">\n// PlusAuth\nfunction f(e: unknown) {\n  if (e.error === 'already_exists') taken();\n}\n</script>`;
    service.update({ uri, languageId: 'vue', version: 2, text });
    const [early, late] = await Promise.all([first, service.doDiagnose(uri, settingsOf({}))]);
    assert.deepEqual(plain(early), plain(late));
    assert.deepEqual(plain(late), plain(await findingsOf(text, { languageId: 'vue' })));
    assert.equal(late.length, 1);
    const closed = service.doDiagnose(uri, settingsOf({}));
    service.close(uri);
    await closed;
    assert.deepEqual(logged, []);
    service.dispose();
  });
});
