import { checkCompletion, checkHover } from '../../harness/features';
import { checkFindings, checkForeign, checkSilent } from '../../harness/check';
import { checkFix } from '../../harness/fixes';

const vue = { languageId: 'vue' };

describe('Scripts of Vue', () => {
  it('with setup in TypeScript', () => checkFindings(`
    <script setup lang="ts">
    import { plusAuth } from '@/plusauth';
    const props = defineProps<{ id: string }>();

    async function load(): Promise<void> {
      try {
        user.value = await plusAuth.users.get(props.id);
      } catch (e) {
        const { error } = e as { error?: string };
        if (error === 'entity_not_found') missing.value = true;
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
      }
    }
    </script>
  `, vue));

  it('with setup beside the options API', () => checkFindings(`
    <script lang="ts">
    import { plusAuth } from '@/plusauth';

    export default {
      beforeRouteEnter(to, from, next) {
        plusAuth.users.get(to.params.id).then(next, (e) => {
          if (e.error === 'entity_not_found') next('/404');
          //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
        });
      },
    };
    </script>

    <script setup lang="ts">
    function onFailure(e: { error?: string }) {
      switch (e.error) {
      //<^^^^^^^^^^^^^ unhandled-error without: already_exists
        case 'already_exists':
          taken.value = true;
      }
    }
    </script>
  `, vue));

  it('that know the constants of each other', () => checkFindings(`
    <script lang="ts">
    // PlusAuth's names
    export const TAKEN = 'already_exists';
    export const TEXTS = { missing_token: 'Log in' };
               //^^^^^ unhandled-error without: missing_token
    </script>

    <script setup lang="ts">
    function onFailure(e: { error: string }) {
      if (e.error === TAKEN) taken.value = true;
      //<^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    }
    function show(e: { error: string }) {
      text.value = TEXTS[e.error];
    }
    </script>
  `, vue));

  it('with JSX', () => checkFindings(`
    <script lang="tsx">
    import type { PlusAuthRestError } from '@plusauth/plusauth-rest-js';
    export default (props: { failure: PlusAuthRestError }) => <div>{props.failure.error === 'already_exists' && <p>Taken</p>}</div>;
                                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    </script>
  `, vue));

  it('with quotes, line breaks and generics in the opening tag', () => checkFindings(`
    <script
      setup
      lang='ts'
      generic="T extends Record<string, string>"
    >
    // PlusAuth
    function onFailure(e) {
      if (e.error === 'already_exists') taken.value = true;
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    }
    </script>
  `, vue));

  it('that hold markup in texts', () => checkFindings(`
    <script setup lang="ts">
    // PlusAuth
    const html = '<!-- <template>' + "<script>";
    function onFailure(e) {
      if (e.error === 'already_exists') taken.value = html;
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    }
    </script>
    <template><p>-->{{ html }}</p></template>
  `, vue));

  it('below markup that is half typed', () => checkFindings(`
    <template>
      <p v-if="taken
      <button @click="save(
    </template>

    <script setup lang="ts">
    // PlusAuth
    function onFailure(e) {
      if (e.error === 'already_exists') taken.value = true;
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    }
    </script>
  `, vue));

  it('beside one that is half typed', () => checkFindings(`
    <script lang="ts">
    // PlusAuth
    export function half(e) { switch (e.error) {
    </script>
    <script setup lang="ts">
    function onFailure(e) {
      if (e.error === 'already_exists') taken.value = true;
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    }
    </script>
  `, vue));

  it('that are not closed yet', () => checkFindings(`
    <template><p>PlusAuth</p></template>
    <script setup lang="ts">
    function onFailure(e) {
      if (e.error === 'already_exists') taken.value = true;
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    }
  `, vue));

  it('in comments are none', () => checkSilent(`
    <!-- PlusAuth <script setup>
    function onFailure(e) {
      if (e.error === 'already_exists') taken.value = true;
    }
    </script> -->
    <template><p /></template>
  `, vue));

  it('in languages that are not read are left alone', () => checkSilent(`
    <script lang="coffee">
    # PlusAuth
    onFailure = (e) -> if e.error is 'already_exists' then taken()
    </script>
  `, vue));

  it('that end in nothing', () => checkSilent('<!-- PlusAuth --><script setup></script><template></template><script', vue));

  it('are silenced by their own comments', () => checkSilent(`
    <script setup lang="ts">
    // PlusAuth
    function onFailure(e) {
      // plusauth-errors-ignore-next-line unhandled-error
      if (e.error === 'already_exists') taken.value = true;
    }
    function onOther(e) {
      if (e.error === 'missing_scope') denied.value = true; /* plusauth-errors-ignore */
    }
    </script>
  `, vue));

  it('do not take comments of markup for theirs', () => checkFindings(`
    <script setup lang="ts">
    // PlusAuth
    function onFailure(e) {
      const note = '<!-- plusauth-errors-ignore-next-line -->';
      if (e.error === 'already_exists') taken.value = note;
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    }
    </script>
  `, vue));

  it('of other APIs', () => checkForeign(`
    <script setup lang="ts">
    import { status } from '@grpc/grpc-js';
    function onFailure(e) {
      if (e.code === 'already_exists') taken.value = true;
      else if (e.code === 'invalid_request') wrong.value = true;
    }
    </script>
    <template>
      <p v-if="failure.error === 'invalid_request'">{{ text('server_error') }}</p>
    </template>
  `, vue));

  it('show cards', async () => {
    await checkHover(`
      <script setup lang="ts">
      import { plusAuth } from '@/plusauth';
      plusAuth.users.getAll().catch((e) => { if (e.error === 'missing_‸scope') ask(); else throw e; });
      </script>
    `, /missing_scope[\s\S]*401/, vue);
    await checkHover(`
      <script setup lang="ts">
      import { plusAuth } from '@/plusauth';
      </script>
      <template><p v-if="failure.error === 'already_‸exists'">Taken</p><p v-else>{{ failure }}</p></template>
    `, /already_exists[\s\S]*409/, vue);
  });

  it('complete names', () => checkCompletion(`
    <template><p>{{ text }}</p></template>
    <script setup lang="ts">
    import { plusAuth } from '@/plusauth';
    plusAuth.users.getAll().catch((e) => {
      switch (e.error) {
        case 'missing_token':
          return login();
        case '‸':
          return ask();
        default:
          throw e;
      }
    });
    </script>
  `, { includes: ['missing_scope', 'already_exists'] }, vue));

  it('get fallbacks in their own indentation', () => checkFix(`
    <template>
      <button @click="save">Save</button>
    </template>

    <script>
      import { plusAuth } from '../plusauth';

      export default {
        methods: {
          async save() {
            try {
              await plusAuth.users.create(this.user);
            } catch (e) {
              switch (e.error) {
                case 'already_exists':
                  this.taken = true;
                  break;
              }
            }
          },
        },
      };
    </script>
  `, { code: 'unhandled-error' }, `
    <template>
      <button @click="save">Save</button>
    </template>

    <script>
      import { plusAuth } from '../plusauth';

      export default {
        methods: {
          async save() {
            try {
              await plusAuth.users.create(this.user);
            } catch (e) {
              switch (e.error) {
                case 'already_exists':
                  this.taken = true;
                  break;
                default:
                  throw e;
              }
            }
          },
        },
      };
    </script>
  `, vue));

  it('get fallbacks in the style of their script, not of the template', () => checkFix(`
    <template>
      <p class="a" title="b" lang="en">{{ text }}</p>
    </template>
    <script setup lang="ts">
    import { plusAuth } from '../plusauth'

    const text = await plusAuth.users.getAll().catch((e) => {
      if (e.error === 'missing_scope') {
        ask()
      }
    })
    </script>
  `, { code: 'unhandled-error' }, `
    <template>
      <p class="a" title="b" lang="en">{{ text }}</p>
    </template>
    <script setup lang="ts">
    import { plusAuth } from '../plusauth'

    const text = await plusAuth.users.getAll().catch((e) => {
      if (e.error === 'missing_scope') {
        ask()
      } else {
        throw e
      }
    })
    </script>
  `, vue));
});
