import { checkFindings, checkSilent } from '../../harness/check';

describe('JSX', () => {
  const tsx = { languageId: 'typescriptreact' };

  it('one block per error', () => checkFindings(`
    import type { PlusAuthRestError } from '@plusauth/plusauth-rest-js';

    export function Failure({ failure }: { failure: PlusAuthRestError }) {
      return (
        <div role="alert">
          {failure.error === 'already_exists' && <p>Taken</p>}
           //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
          {failure.error === 'invalid_entity' && <p>Please check the form</p>}
        </div>
      );
    }
  `, tsx));

  it('chained ternaries with a last element', () => checkSilent(`
    import type { PlusAuthRestError } from '@plusauth/plusauth-rest-js';

    export const Failure = ({ failure }: { failure: PlusAuthRestError }) =>
      failure.error === 'missing_token' ? <Login /> : failure.error === 'missing_scope' ? <Denied /> : <Unknown failure={failure} />;
  `, tsx));

  it('early returns of a component', () => checkSilent(`
    import { usePlusAuthUser } from './hooks';

    export function Profile({ id }) {
      const { data, error } = usePlusAuthUser(id);
      if (error?.error === 'entity_not_found') return <NotFound />;
      if (error) throw error;
      return <p>{data.username}</p>;
    }
  `, { languageId: 'javascriptreact' }));

  it('an effect that forgets the rest', () => checkFindings(`
    import { plusAuth } from './plusauth';

    export function Users() {
      const [users, setUsers] = useState([]);
      useEffect(() => {
        plusAuth.users.getAll().then(setUsers).catch((e) => {
          if (e.error === 'missing_token') navigate('/login');
          //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token
        });
      }, []);
      return <ul>{users.map((user) => <li key={user.id}>{user.username}</li>)}</ul>;
    }
  `, { languageId: 'javascriptreact' }));

  it('a property that compares is a predicate', () => checkSilent(`
    import type { PlusAuthRestError } from '@plusauth/plusauth-rest-js';

    export const Field = ({ failure }: { failure?: PlusAuthRestError }) => (
      <input name="email" aria-invalid={failure?.error === 'already_exists'} disabled={failure?.error === 'plan_limit_exceeded'} />
    );
  `, tsx));

  it('a list that decides', () => checkFindings(`
    import type { PlusAuthRestError } from '@plusauth/plusauth-rest-js';

    export const Banner = ({ failure }: { failure: PlusAuthRestError }) => (
      <>{['missing_token', 'invalid_issuer'].includes(failure.error!) && <Login />}</>
       //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, invalid_issuer
    );
  `, tsx));
});

describe('Vue', () => {
  const vue = { languageId: 'vue' };

  it('script setup', () => checkFindings(`
    <script setup lang="ts">
    import { plusAuth } from '@/plusauth';

    async function save() {
      try {
        await plusAuth.users.create(form.value);
      } catch (e) {
        switch (e.error) {
        //<^^^^^^^^^^^^^ unhandled-error without: already_exists
          case 'already_exists':
            taken.value = true;
        }
      }
    }
    </script>

    <template>
      <button @click="save">Save</button>
    </template>
  `, vue));

  it('script after the template, options API', () => checkFindings(`
    <template>
      <p v-for="user in users" :key="user.id">{{ user.username }}</p>
    </template>

    <script>
    import { plusAuth } from '../plusauth';

    export default {
      methods: {
        load() {
          plusAuth.users.getAll().catch((e) => {
            if (e.error === 'missing_scope') this.denied = true;
            //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope
          });
        },
      },
    };
    </script>
  `, vue));

  it('a v-if chain with v-else', () => checkSilent(`
    <script setup lang="ts">
    import type { PlusAuthRestError } from '@plusauth/plusauth-rest-js';
    defineProps<{ failure: PlusAuthRestError }>();
    </script>

    <template>
      <p v-if="failure.error === 'already_exists'">Taken</p>
      <p v-else-if="failure.error === 'invalid_entity'">Wrong</p>
      <p v-else>{{ failure.message }}</p>
    </template>
  `, vue));

  it('a v-if chain without v-else', () => checkFindings(`
    <script setup lang="ts">
    import type { PlusAuthRestError } from '@plusauth/plusauth-rest-js';
    defineProps<{ failure: PlusAuthRestError }>();
    </script>

    <template>
      <p v-if="failure.error === 'already_exists'">Taken</p>
             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      <p v-else-if="failure.error === 'invalid_entity'">Wrong</p>
    </template>
  `, vue));

  it('no second script is forgotten', () => checkFindings(`
    <script lang="ts">
    export const plusAuthErrors = true;
    </script>
    <script setup lang="ts">
    function onFailure(e) {
      if (e.error === 'already_exists') taken.value = true;
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    }
    </script>
  `, vue));
});

describe('Svelte and HTML', () => {
  it('a Svelte script', () => checkFindings(`
    <script lang="ts">
      import { plusAuth } from '$lib/plusauth';

      async function save() {
        try {
          await plusAuth.users.create(user);
        } catch (e) {
          if (e.error === 'already_exists') {
          //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
            taken = true;
          } else if (e.error === 'invalid_entity') {
            wrong = true;
          }
        }
      }
    </script>

    {#if taken && count < 3}<p>Taken</p>{/if}
  `, { languageId: 'svelte' }));

  it('a Svelte block with else', () => checkSilent(`
    <script>
      export let failure; // a PlusAuth error
    </script>

    {#if failure.error === 'already_exists'}
      <p>Taken</p>
    {:else if failure.error === 'invalid_entity'}
      <p>Wrong</p>
    {:else}
      <p>{failure.message}</p>
    {/if}
  `, { languageId: 'svelte' }));

  it('an HTML module script', () => checkFindings(`
    <!doctype html>
    <html>
      <body>
        <script type="module">
          import { PlusAuthRestClient } from 'https://esm.example/@plusauth/plusauth-rest-js';
          const client = new PlusAuthRestClient(location.origin);
          client.users.getAll().catch((e) => {
            if (e.error === 'missing_token') location.href = '/login';
            //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token
          });
        </script>
      </body>
    </html>
  `, { languageId: 'html' }));

  it('an HTML script that is data', () => checkSilent(`
    <p>Errors of PlusAuth</p>
    <script type="application/json">{ "error": "already_exists", "status": 409 }</script>
    <script>console.log('nothing here');</script>
  `, { languageId: 'html' }));
});
