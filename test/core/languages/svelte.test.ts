import assert from 'node:assert/strict';
import { checkFindings, checkForeign, checkSilent } from '../../harness/check';
import { checkHover } from '../../harness/features';
import { checkFix } from '../../harness/fixes';

const svelte = { languageId: 'svelte' };
const TAB = '\t';
const HEAD = `
    <script lang="ts">
      import type { PlusAuthRestError } from '@plusauth/plusauth-rest-js';
      let { failure }: { failure: PlusAuthRestError } = $props();
    </script>
`;
const page = (markup: string): string => `${HEAD}\n${markup.replace(/^\n|\n[ \t]*$/g, '')}\n  `;

describe('Scripts of Svelte', () => {
  it('of the module and of the instance', () => checkFindings(`
    <script context="module">
      // PlusAuth's names
      export const TAKEN = 'already_exists';
    </script>
    <script lang="ts">
      function onFailure(e: { error: string }) {
        if (e.error === TAKEN) taken = true;
        //<^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      }
    </script>
    {#if a < b && b > c}<p>{a}</p>{/if}
  `, svelte));

  it('beside markup that is half typed', () => checkFindings(`
    {#if failure.err
    <p class={
    <script>
      // PlusAuth
      function onFailure(e) {
        if (e.error === 'already_exists') taken = true;
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      }
    </script>
  `, svelte));

  it('get fallbacks', () => checkFix(`
    <script>
    ${TAB}import { plusAuth } from '$lib/plusauth';

    ${TAB}async function save() {
    ${TAB}${TAB}try {
    ${TAB}${TAB}${TAB}await plusAuth.users.create(user);
    ${TAB}${TAB}} catch (e) {
    ${TAB}${TAB}${TAB}if (e.error === "already_exists") {
    ${TAB}${TAB}${TAB}${TAB}taken = true;
    ${TAB}${TAB}${TAB}}
    ${TAB}${TAB}}
    ${TAB}}
    </script>

    <button onclick={save}>Save</button>
  `, { code: 'unhandled-error' }, `
    <script>
    ${TAB}import { plusAuth } from '$lib/plusauth';

    ${TAB}async function save() {
    ${TAB}${TAB}try {
    ${TAB}${TAB}${TAB}await plusAuth.users.create(user);
    ${TAB}${TAB}} catch (e) {
    ${TAB}${TAB}${TAB}if (e.error === "already_exists") {
    ${TAB}${TAB}${TAB}${TAB}taken = true;
    ${TAB}${TAB}${TAB}} else {
    ${TAB}${TAB}${TAB}${TAB}throw e;
    ${TAB}${TAB}${TAB}}
    ${TAB}${TAB}}
    ${TAB}}
    </script>

    <button onclick={save}>Save</button>
  `, svelte));

  it('and markup show cards', async () => {
    await checkHover(`${HEAD}{#if failure.error === 'already_‸exists'}<p>Taken</p>{:else}{failure.error}{/if}`, /409/, svelte);
    await checkHover(`<script>// PlusAuth\nif (e.error === 'missing_‸scope') ask(); else throw e;</script>`, /401/, svelte);
  });

  it('of other APIs', () => checkForeign(`
    <script>
      export let error;
      $: if (error.code === 'already_exists') taken = true;
    </script>
    {#if error.code === 'invalid_request'}<p>Wrong</p>{:else if error.code === 'server_error'}<p>Later</p>{/if}
  `, svelte));
});

describe('Markup of Svelte', () => {
  it('a chain without else', () => checkFindings(page(`
    {#if failure.error === 'already_exists'}
       //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      <p>Taken</p>
    {:else if failure.error === 'invalid_entity'}
      <p>Wrong</p>
    {/if}
  `), svelte));

  it('blocks of their own', () => checkFindings(page(`
    {#if failure.error === 'already_exists'}<p>Taken</p>{/if}
       //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
    {#if failure.error === 'invalid_entity'}<p>Wrong</p>{/if}
  `), svelte));

  it('in elements and other blocks', () => checkFindings(page(`
    <main>
      {#if open}
        {#key id}
          {#if failure.error === 'already_exists'}<p>Taken</p>{/if}
             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        {/key}
      {:else}
        <p>closed</p>
      {/if}
    </main>
  `), svelte));

  it('each error of a list', () => checkFindings(page(`
    {#each failures as { error, status }, index (index)}
      {#if error === 'already_exists'}<p>Taken</p>{/if}
         //^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    {:else}
      <p>none</p>
    {/each}
  `), svelte));

  it('what a promise is rejected with', () => checkFindings(`
    <script>
      import { plusAuth } from '$lib/plusauth';
    </script>
    {#await plusAuth.users.getAll()}
      <p>Loading</p>
    {:then users}
      <p>{users.length}</p>
    {:catch error}
      {#if error.error === 'missing_scope'}<p>Ask for access</p>{/if}
         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope
    {/await}
    {#await plusAuth.users.getAll() then users}{users}{:catch problem}<p>{problem.message}</p>{/await}
    {#await plusAuth.roles.getAll() catch problem}{#if problem.error === 'missing_scope'}<p>Ask</p>{:else}<p>Failed</p>{/if}{/await}
    {#await plusAuth.roles.getAll()}<p>Loading</p>{:catch}{/await}
  `, svelte));

  it('names of constants, snippets and slots', () => checkFindings(page(`
    {@const code = failure.error}
    {#if code === 'already_exists'}<p>Taken</p>{/if}
       //^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    {#snippet row(error)}
      {#if error.error === 'missing_scope'}<p>Ask</p>{/if}
         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope
    {/snippet}
    <Query let:problem>{#if problem.error === 'missing_token'}<p>Log in</p>{/if}</Query>
                          //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token
  `), svelte));

  it('a handler in an event', () => checkFindings(page(`
    <Query on:failed={(e) => { if (e.detail.error === 'missing_token') login(); }} />
                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token
  `), svelte));

  it('a chain that begins and ends with other questions', () => checkFindings(page(`
    {#if loading}
      <p>Loading</p>
    {:else if failure.error === 'already_exists'}
            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      <p>Taken</p>
    {:else if empty}
      <p>Nothing here</p>
    {/if}
    {#if loading}<p>Loading</p>{:else if empty}<p>Nothing</p>{:else}<p>{users}</p>{/if}
  `), svelte));

  it('an empty else', () => checkFindings(page(`
    {#if failure.error === 'already_exists'}<p>Taken</p>{:else}{/if}
                                                      //^^^^^^^ swallowed-error
  `), svelte));

  it('other findings', () => checkFindings(page(`
    {#if failure.error === 'entity_notfound'}<p>Gone</p>{:else}{failure.error}{/if}
                         //^^^^^^^^^^^^^^^^^ unknown-error
  `), svelte));

  for (const [what, markup] of [
    ['else', `{#if failure.error === 'already_exists'}<p>Taken</p>{:else}<p>Failed</p>{/if}`],
    ['else after other questions', `{#if loading}<p>Loading</p>{:else if failure.error === 'already_exists'}<p>Taken</p>{:else if empty}<p>Nothing</p>{:else}<p>Failed</p>{/if}`],
    ['else with a decision in a comment', `{#if failure.error === 'already_exists'}<p>Taken</p>{:else}<!-- the parent shows it -->{/if}`],
    ['the error itself', `{#if failure.error === 'already_exists'}<p>Taken</p>{:else if failure}<p>Failed</p>{/if}`],
    ['the message below', `{#if failure.error === 'already_exists'}<p>Taken</p>{/if}<p>{failure.message}</p>`],
    ['the message as HTML', `{#if failure.error === 'already_exists'}<p>Taken</p>{/if}{@html failure.message}`],
    ['the error in an attribute', `{#if failure.error === 'already_exists'}<p>Taken</p>{/if}<Details {failure} />`],
    ['the error spread', `{#if failure.error === 'already_exists'}<p>Taken</p>{/if}<Details {...failure} />`],
    ['the error in a quoted attribute', `{#if failure.error === 'already_exists'}<p>Taken</p>{/if}<p title="Why: {failure.message}">Failed</p>`],
    ['the error given to a snippet', `{#if failure.error === 'already_exists'}<p>Taken</p>{/if}{@render row(failure)}`],
    ['a class', `<input class:bad={failure.error === 'invalid_entity'} disabled={failure.error === 'plan_limit_exceeded'}>`],
    ['an event', `<button onclick={() => retry(failure.error === 'server_error')} on:blur={last = failure.error === 'already_exists'}>Again</button>`],
    ['a name in text', `<p title="already_exists">entity_not_found</p>`],
    ['a comment', `<!-- plusauth-errors-ignore-next-line -->\n{#if failure.error === 'already_exists'}<p>Taken</p>{/if}`],
  ] as const) {
    it(`is silent: ${what}`, () => checkSilent(page(`    ${markup}`), svelte));
  }
});

describe('Fixes in markup of Svelte', () => {
  it('go on a chain', () => checkFix(page(`
    <div>
      {#if failure.error === 'already_exists'}
        <p>Taken</p>
      {:else if failure.error === 'invalid_entity'}
        <p>Wrong</p>
      {/if}
    </div>
  `), { code: 'unhandled-error' }, page(`
    <div>
      {#if failure.error === 'already_exists'}
        <p>Taken</p>
      {:else if failure.error === 'invalid_entity'}
        <p>Wrong</p>
      {:else if failure.error}
        <p>Unexpected error: {failure.error}</p>
      {/if}
    </div>
  `), svelte));

  it('go on a line', () => checkFix(page(`
    {#if failure.error === 'already_exists'}<p>Taken</p>{/if}
  `), { code: 'unhandled-error' }, page(`
    {#if failure.error === 'already_exists'}<p>Taken</p>{:else if failure.error}<p>Unexpected error: {failure.error}</p>{/if}
  `), svelte));

  it('stand behind several blocks', () => checkFix(page(`
    {#if failure.error === 'already_exists'}<p>Taken</p>{/if}
    {#if failure.error === 'invalid_entity'}<p>Wrong</p>{/if}
  `), { code: 'unhandled-error' }, page(`
    {#if failure.error === 'already_exists'}<p>Taken</p>{/if}
    {#if failure.error === 'invalid_entity'}<p>Wrong</p>{/if}
    {#if failure.error && !['already_exists', 'invalid_entity'].includes(failure.error)}<p>Unexpected error: {failure.error}</p>{/if}
  `), svelte));

  it('are none for an empty else', async () => {
    const [finding] = await checkFindings(page(`
      {#if failure.error === 'already_exists'}<p>Taken</p>{:else}{/if}
                                                        //^^^^^^^ swallowed-error
    `), svelte);
    assert.deepEqual(finding?.fixes(), []);
  });
});
