import assert from 'node:assert/strict';
import { checkFindings, checkSilent } from '../../harness/check';
import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';

describe('Comments that silence', () => {
  it('the next line', () => checkSilent(sdkCatch(`
    // plusauth-errors-ignore-next-line unhandled-error
    if (e.error === 'already_exists') showTaken();
  `)));

  it('the line itself', () => checkSilent(sdkCatch(`
    if (e.error === 'already_exists') showTaken(); // plusauth-errors-ignore unhandled-error
  `)));

  it('the line itself, with a block comment and a reason', () => checkSilent(sdkFunction(`
    switch (e.error) { /* plusauth-errors-ignore unhandled-error -- the caller shows the others */
      case 'already_exists':
        showTaken();
    }
  `)));

  it('everything without a code', () => checkSilent(sdkCatch(`
    // plusauth-errors-ignore-next-line
    if (e.error === 'already_exist' || e.error === 'invalid_entity') showTaken();
  `)));

  it('several codes', () => checkSilent(sdkCatch(`
    // plusauth-errors-ignore-next-line unhandled-error, unknown-error
    if (e.error === 'already_exist' || e.error === 'invalid_entity') showTaken();
  `)));

  it('the file', () => checkSilent(`// plusauth-errors-ignore-file unhandled-error\n${sdkCatch(`
    if (e.error === 'already_exists') showTaken();
  `)}`));

  it('the file, from its end', () => checkSilent(sdk(`
    export const onUsers = (e) => { if (e.error === 'already_exists') showTaken(); };
    export const onRoles = (e) => { if (e.error === 'missing_scope') ask(); };
    /* plusauth-errors-ignore-file */
  `)));

  it('only the code they name', () => checkFindings(sdkCatch(`
    // plusauth-errors-ignore-next-line unhandled-error
    if (e.error === 'already_exist' || e.error === 'invalid_entity') showTaken();
                  //^^^^^^^^^^^^^^^ unknown-error
  `)));

  it('only the line they stand for', () => checkFindings(sdkFunction(`
    // plusauth-errors-ignore-next-line unhandled-error
    if (e.error === 'already_exists') showTaken();
    const other = attempt.cause;
    if (other.error === 'missing_token') login();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
  `)));

  it('in a Vue template', () => checkSilent(`
    <script setup lang="ts">
    import type { PlusAuthRestError } from '@plusauth/plusauth-rest-js';
    defineProps<{ failure: PlusAuthRestError }>();
    </script>

    <template>
      <!-- plusauth-errors-ignore-next-line unhandled-error -->
      <p v-if="failure.error === 'already_exists'">Taken</p>
    </template>
  `, { languageId: 'vue' }));

  it('are no strings', () => checkFindings(sdkCatch(`
    const note = '// plusauth-errors-ignore-next-line unhandled-error';
    if (e.error === 'already_exists') showTaken(note);
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
  `)));
});

describe('unused-suppression', () => {
  it('where nothing is found', async () => {
    const [finding] = await checkFindings(sdkCatch(`
      // plusauth-errors-ignore-next-line unhandled-error
      //<^^^^^^^… unused-suppression
      if (e.error === 'already_exists') return showTaken();
      throw e;
    `));
    assert.equal(finding?.severity, 'hint');
  });

  it('where another code is found', () => checkFindings(sdkCatch(`
    // plusauth-errors-ignore-next-line status-mismatch
    //<^^^^^^^… unused-suppression
    if (e.error === 'already_exists') showTaken();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
  `)));

  it('for a file without findings', () => checkFindings(sdk(`
    export const answer = 42;
    // plusauth-errors-ignore-file
    //<^^^^^^^… unused-suppression
  `)));

  it('is not said of a comment that is used', () => checkSilent(sdkCatch(`
    // plusauth-errors-ignore-next-line
    if (e.error === 'already_exists') showTaken();
  `)));

  it('is not said where the rule is off', () => checkSilent(sdkCatch(`
    // plusauth-errors-ignore-next-line unhandled-error
    if (e.error === 'already_exists') return showTaken();
    throw e;
  `), { settings: { severity: { 'unused-suppression': 'off' } } }));
});
