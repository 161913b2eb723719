import assert from 'node:assert/strict';
import { checkFindings, checkForeign, checkSilent } from '../../harness/check';
import { checkFix } from '../../harness/fixes';

const vue = { languageId: 'vue' };
const HEAD = `
    <script setup lang="ts">
    import type { PlusAuthRestError } from '@plusauth/plusauth-rest-js';
    defineProps<{ failure?: PlusAuthRestError }>();
    </script>
`;
const template = (markup: string): string => `${HEAD}
    <template>
${markup.replace(/^\n|\n[ \t]*$/g, '')}
    </template>
  `;

describe('Templates of Vue', () => {
  it('a chain that ends in v-else-if', () => checkFindings(template(`
      <div>
        <p v-if="failure?.error === 'already_exists'">Taken</p>
               //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
        <!-- the form shows where -->
        <p v-else-if="failure?.error === 'invalid_entity'">Wrong</p>
      </div>
  `), vue));

  it('one element', () => checkFindings(template(`
      <my-alert v-if="failure?.error === 'already_exists'" kind="warning" />
                    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
  `), vue));

  it('one element per error', () => checkFindings(template(`
      <p v-if="failure?.error === 'already_exists'">Taken</p>
             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      <p v-if="failure?.error === 'invalid_entity'">Wrong</p>
  `), vue));

  it('v-show', () => checkFindings(template(`
      <p v-show="failure?.error === 'already_exists'">Taken</p>
               //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
  `), vue));

  it('template elements', () => checkFindings(template(`
      <template v-if="['missing_token', 'invalid_issuer'].includes(failure.error)"><Login /></template>
                    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, invalid_issuer
  `), vue));

  it('statuses', () => checkFindings(template(`
      <p v-if="failure.status === 409">Taken</p>
             //^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, server_error
      <p v-else-if="failure.status >= 500">Later</p>
  `), vue));

  it('under another condition', () => checkFindings(template(`
      <form v-if="open">
        <p v-if="failure?.error === 'already_exists'">Taken</p>
               //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      </form>
      <p v-else>{{ text }}</p>
  `), vue));

  it('under the question whether there is an error', () => checkFindings(template(`
      <aside v-if="failure">
        <p v-if="failure.error === 'already_exists'">Taken</p>
               //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      </aside>
  `), vue));

  for (const [what, markup] of [
    ['v-else', `<p v-if="failure?.error === 'already_exists'">Taken</p><p v-else>Something went wrong</p>`],
    ['v-else on a component', `<p v-if="failure?.error === 'already_exists'">Taken</p><Unknown v-else />`],
    ['v-else-if on the error itself', `<p v-if="failure?.error === 'already_exists'">Taken</p><p v-else-if="failure">Something went wrong</p>`],
    ['the message shown below', `<p v-if="failure?.error === 'already_exists'">Taken</p><small>{{ failure?.message }}</small>`],
    ['the error given to a component', `<p v-if="failure?.error === 'already_exists'">Taken</p><Details :failure="failure" />`],
    ['the error given to a component, long form', `<p v-if="failure?.error === 'already_exists'">Taken</p><Details v-bind:failure="failure" />`],
    ['the message shown by v-text', `<p v-if="failure?.error === 'already_exists'">Taken</p><p v-text="failure?.message" />`],
    ['the message shown when asked for', `<p v-if="failure?.error === 'already_exists'">Taken</p><p v-if="verbose">{{ failure?.message }}</p>`],
    ['the message shown in a list', `<p v-if="failure?.error === 'already_exists'">Taken</p><li v-for="(line, i) in failure.message.split('\\n')" :key="i">{{ line }}</li>`],
    ['everything else', `<p v-if="failure?.error === 'already_exists'">Taken</p><p v-if="failure && failure.error !== 'already_exists'">Failed</p>`],
    ['a bound class', `<input :class="{ bad: failure?.error === 'invalid_entity' }" :disabled="failure?.error === 'plan_limit_exceeded'">`],
    ['a conditional expression', `<p>{{ failure.error === 'already_exists' ? 'Taken' : 'Failed' }}</p>`],
    ['a pattern', `<p v-if="/^missing_/.test(failure.error)">Log in</p>`],
    ['an event', `<button @click="retry(failure.error === 'server_error')" v-on:blur="last = failure.error === 'already_exists'">Again</button>`],
    ['a name in text', `<p title="already_exists">entity_not_found</p>`],
    ['entities', `<p v-if="failure.error === &quot;already_exists&quot;">Taken</p>`],
  ] as const) {
    it(`are silent: ${what}`, () => checkSilent(template(`      ${markup}`), vue));
  }

  it('a chain that begins and ends with other questions', () => checkFindings(template(`
      <p v-if="loading">Loading</p>
      <p v-else-if="failure?.error === 'already_exists'">Taken</p>
                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      <p v-else-if="empty">Nothing here</p>
      <p>{{ count }}</p>
      <p v-if="loading">Loading</p><p v-else-if="empty">Nothing</p><p v-else>{{ users }}</p>
  `), vue));

  it('a chain that begins with other questions and ends in v-else', () => checkSilent(template(`
      <p v-if="loading">Loading</p>
      <p v-else-if="failure?.error === 'already_exists'">Taken</p>
      <p v-else-if="empty">Nothing here</p>
      <p v-else>Sorry</p>
  `), vue));

  it('the slot of a component', () => checkFindings(template(`
      <PlusAuthQuery v-slot="{ error }">
        <p v-if="error.error === 'missing_scope'">Ask for access</p>
               //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope
      </PlusAuthQuery>
      <PlusAuthQuery #default="{ error }"><p v-if="error.error === 'missing_scope'">Ask</p><p v-else>{{ error.message }}</p></PlusAuthQuery>
  `), vue));

  it('each error of a list', () => checkFindings(template(`
      <li v-for="(error, index) in failures" :key="index">
        <span v-if="error.error === 'already_exists'">Taken</span>
                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      </li>
      <li v-for="problem of others"><span v-if="problem.error === 'already_exists'">Taken</span><i v-else>{{ problem.error }}</i></li>
  `), vue));

  it('a handler in an event', () => checkFindings(template(`
      <Query @failed="(e) => { if (e.error === 'missing_token') login() }" />
                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token
  `), vue));

  it('tables and constants of the script', () => checkFindings(`
    <script setup lang="ts">
    // what PlusAuth answers
    const TAKEN = 'already_exists';
    const texts = { missing_scope: 'Ask for access' };
        //^^^^^ unhandled-error without: missing_scope
    </script>
    <template>
      <p>{{ texts[failure.error] }}</p>
      <p v-if="problem.error === TAKEN">Taken</p>
             //^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    </template>
  `, vue));

  it('other findings', () => checkFindings(template(`
      <p v-if="failure.error === 'entity_notfound'">Gone</p>
                               //^^^^^^^^^^^^^^^^^ unknown-error
      <p v-else-if="failure.error === 'already_exists' && failure.status === 400">Taken</p>
                                                                           //^^^ status-mismatch
      <p v-else>{{ failure.message }}</p>
  `), vue));

  it('a link that never shows', () => checkFindings(template(`
      <p v-if="failure.error === 'already_exists'">Taken</p>
      <p v-else-if="failure.error === 'already_exists'">Again</p>
                                    //^^^^^^^^^^^^^^^^ unreachable-branch
      <p v-else>{{ failure.message }}</p>
  `), vue));

  it('an empty v-else', () => checkFindings(template(`
      <p v-if="failure.error === 'already_exists'">Taken</p>
      <template v-else></template>
              //^^^^^^ swallowed-error
  `), vue));

  it('comments that silence', () => checkSilent(template(`
      <!-- plusauth-errors-ignore-next-line unhandled-error -- the parent shows the rest -->
      <p v-if="failure?.error === 'already_exists'">Taken</p>
      <p v-if="other?.error === 'missing_scope'">Ask</p> <!-- plusauth-errors-ignore -->
  `), vue));

  it('half typed', () => checkSilent(template(`
      <p v-if="failure?.error === 'already_exists'">Taken</p>
      <p v-else-if="failure?.err
  `), vue));

  it('of other APIs', () => checkForeign(`
    <script setup>
    import { useSupabase } from './supabase';
    </script>
    <template>
      <p v-if="error.code === 'already_exists'">Taken</p>
      <p v-else-if="error.code === 'server_error'">Later</p>
    </template>
  `, vue));
});

describe('Fixes in templates of Vue', () => {
  it('go on a chain', () => checkFix(template(`
      <div>
        <p v-if="failure?.error === 'already_exists'">Taken</p>
        <p v-else-if="failure?.error === 'invalid_entity'" class="b">
          Wrong
        </p>
      </div>
  `), { code: 'unhandled-error' }, template(`
      <div>
        <p v-if="failure?.error === 'already_exists'">Taken</p>
        <p v-else-if="failure?.error === 'invalid_entity'" class="b">
          Wrong
        </p>
        <p v-else-if="failure?.error">Unexpected error: {{ failure?.error }}</p>
      </div>
  `), vue));

  it('stand behind several chains', () => checkFix(template(`
      <p v-if="failure?.error === 'already_exists'">Taken</p>
      <p v-if="failure?.error === 'invalid_entity'">Wrong</p>
  `), { code: 'unhandled-error' }, template(`
      <p v-if="failure?.error === 'already_exists'">Taken</p>
      <p v-if="failure?.error === 'invalid_entity'">Wrong</p>
      <p v-if="failure?.error && !['already_exists', 'invalid_entity'].includes(failure?.error)">Unexpected error: {{ failure?.error }}</p>
  `), vue));

  it('stand behind an element that only hides', () => checkFix(template(`
      <p v-show="failure?.error === 'already_exists'">Taken</p>
  `), { code: 'unhandled-error' }, template(`
      <p v-show="failure?.error === 'already_exists'">Taken</p>
      <p v-if="failure?.error && failure?.error !== 'already_exists'">Unexpected error: {{ failure?.error }}</p>
  `), vue));

  it('stand behind what is no error by its name', () => checkFix(template(`
      <p v-if="state.code === 'already_exists'">Taken</p>
  `), { code: 'unhandled-error' }, template(`
      <p v-if="state.code === 'already_exists'">Taken</p>
      <p v-if="state.code && state.code !== 'already_exists'">Unexpected error: {{ state.code }}</p>
  `), vue));

  it('have quotes of their own', () => checkFix(template(`
      <p v-if='failure.error === "already_exists"'>Taken</p>
  `), { code: 'unhandled-error' }, template(`
      <p v-if='failure.error === "already_exists"'>Taken</p>
      <p v-else-if="failure.error">Unexpected error: {{ failure.error }}</p>
  `), vue));

  it('are left out where both quotes are taken', async () => {
    const [finding] = await checkFindings(template(`
      <p v-if='failure.data["some code"] === "already_exists"'>Taken</p>
             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    `), vue);
    assert.deepEqual(finding?.fixes(), []);
  });

  it('are left out of events', async () => {
    const [finding] = await checkFindings(template(`
      <Query @failed="(e) => { if (e.error === 'missing_token') login() }" />
                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token
    `), vue);
    assert.deepEqual(finding?.fixes(), []);
  });

  it('correct a name', () => checkFix(template(`
      <p v-if="failure?.error === 'already_exist'">Taken</p>
      <p v-else>{{ failure }}</p>
  `), { code: 'unknown-error' }, template(`
      <p v-if="failure?.error === 'already_exists'">Taken</p>
      <p v-else>{{ failure }}</p>
  `), vue));

  it('of tables go to the script', async () => {
    const result = await checkFix(`
      <script setup lang="ts">
      // what PlusAuth answers
      const texts = {
        missing_scope: 'Ask for access',
      };
      </script>
      <template>
        <p>{{ texts[failure.error] }}</p>
      </template>
    `, { code: 'unhandled-error', title: /all 13/ }, undefined, vue);
    assert.match(result, /missing_scope: 'Ask for access',\n {2}\w+: '/);
  });

  it('of tables stand at the look-up', () => checkFix(`
    <script setup lang="ts">
    // what PlusAuth answers
    const texts = { missing_scope: 'Ask for access' };
    </script>
    <template>
      <p>{{ texts[failure.error] }}</p>
    </template>
  `, { code: 'unhandled-error' }, `
    <script setup lang="ts">
    // what PlusAuth answers
    const texts = { missing_scope: 'Ask for access' };
    </script>
    <template>
      <p>{{ texts[failure.error] ?? \`Unexpected PlusAuth error: \${failure.error}\` }}</p>
    </template>
  `, vue));
});
