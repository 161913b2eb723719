import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';
import { csharp } from './samples/csharp';
import { dart } from './samples/dart';
import { java } from './samples/java';
import { go } from './samples/go';
import { kotlin } from './samples/kotlin';
import { php } from './samples/php';
import { rust } from './samples/rust';
import { swift } from './samples/swift';
import { python } from './samples/python';
import { ruby } from './samples/ruby';
import { sample, type Sample } from './samples/sample';

/** Texts with every kind of finding in every kind of file: what the properties are tried on. */
export const SAMPLES: readonly Sample[] = [
  ...csharp,
  ...dart,
  ...java,
  ...go,
  ...kotlin,
  ...php,
  ...rust,
  ...swift,
  ...python,
  ...ruby,
  sample('switch', sdkCatch(`
    switch (e.error) {
      case 'already_exists': {
        showTaken();
        break;
      }
      case 'invalid_entity':
        return showForm(e.error_description);
    }
  `)),
  sample('switch that returns', sdk(`
    export function textOf(e: PlusAuthRestError): string | undefined {
      switch (e.error) {
        case "missing_token": return "Log in"
        case "missing_scope": return "Not allowed"
      }
    }
  `)),
  sample('switch over statuses', sdkFunction(`
    switch (e.status) {
      case 401:
        switch (e.error) {
          case 'missing_token':
            return login();
        }
        break;
      case 403:
        return deny();
      case 404:
        return show404();
      case 404:
        return null;
    }
  `)),
  sample('switch (true)', sdkFunction(`
    switch (true) {
      case e.error === 'already_exists':
        showTaken();
        break;
      case e.status >= 500:
        showOutage();
        break;
    }
  `)),
  sample('chain', sdkCatch(`
    if (e instanceof PlusAuthRestError && e.error === 'already_exists') {
      showTaken();
    } else if (e.error === 'invalid_entity') {
      showForm();
    } else if (e.error === 'already_exists') {
      rename();
    }
  `)),
  sample('guards', sdkFunction(`
    const { error: code, status } = e;
    if (code === 'missing_token') return login();
    if (code === 'entity_notfound') return show404();
    if (status === 403) return deny();
    if (code === 'already_exists' && status === 400) return showTaken();
  `)),
  sample('tables', sdk(`
    const TEXTS: Record<string, string> = {
      already_exists: 'Taken',
      'invalid_entity': 'Wrong',
    };
    const actions = new Map<string, () => void>([['missing_token', login], ['missing_scope', ask]]);

    export const textOf = (e: PlusAuthRestError) => TEXTS[e.error!];
    plusAuth.users.getAll().catch((e) => actions.get(e.error)?.());
  `)),
  sample('membership', sdk(`
    const AUTH = new Set(['missing_token', 'invalid_audiance']);
    export function onFailure(e) {
      if (AUTH.has(e.error)) login();
      else if (['too_many_requests', 'server_error'].includes(e.error)) later();
    }
  `)),
  sample('empty catches', sdk(`
    export async function remove(id: string) {
      try {
        await plusAuth.users.remove(id);
      } catch (e) {}
      plusAuth.roles.remove(id).catch(() => {});
      try {
        await plusAuth.users.get(id);
      } catch (e) {
        switch (e.error) {
          case 'entity_not_found':
            return true;
          default:
            break;
        }
      }
    }
  `)),
  sample('axios, no semicolons, CommonJS', `
    const axios = require('axios')
    const api = axios.create({ baseURL: process.env.PLUSAUTH_URL })

    exports.create = async function (user) {
      try {
        return await api.post('/users', user)
      } catch (err) {
        if (err.response?.data?.error === 'already_exists') {
          return exports.find(user.email)
        }
      }
    }
  `, 'javascript'),
  sample('fetch', `
    export async function create(user: object) {
      const res = await fetch('https://acme.plusauth.com/api/v1/users', { method: 'POST', body: JSON.stringify(user) });
      if (!res.ok) {
        const { error } = await res.json();
        switch (error) {
          case 'already_exists':
            return undefined;
        }
      }
      return res.json();
    }
  `),
  sample('JSX', `
    import type { PlusAuthRestError } from '@plusauth/plusauth-rest-js';

    export function Failure({ failure }: { failure: PlusAuthRestError }) {
      return (
        <div>
          {failure.error === 'already_exists' && <p>Taken</p>}
          {failure.error === 'invalid_entity' && <p>Wrong</p>}
        </div>
      );
    }
  `, 'typescriptreact'),
  sample('Vue', `
    <script setup lang="ts">
    import { plusAuth } from '@/plusauth';

    async function save() {
      try {
        await plusAuth.users.create(form.value);
      } catch (e) {
        if (e.error === 'already_exists') taken.value = true;
      }
    }
    </script>

    <template>
      <p v-if="failure.error === 'already_exists'">Taken</p>
      <p v-else-if="failure.error === 'invalid_entity'">Wrong</p>
    </template>
  `, 'vue'),
  sample('Svelte', `
    <script lang="ts">
      import { plusAuth } from '$lib/plusauth';
      const save = () => plusAuth.users.create(user).catch((e) => {
        if (e.error === 'already_exists') taken = true;
      });
    </script>

    {#if failure.error === 'already_exists'}<p>Taken</p>{:else if failure.error === 'invalid_entity'}<p>Wrong</p>{/if}
  `, 'svelte'),
  sample('HTML', `
    <!doctype html>
    <p>PlusAuth</p>
    <script type="module">
      plusAuth.users.getAll().catch((e) => {
        if (e.error === 'missing_token') location.href = '/login';
      });
    </script>
  `, 'html'),
  sample('silenced', sdkCatch(`
    // plusauth-errors-ignore-next-line unhandled-error
    if (e.error === 'already_exists') return showTaken();
    // plusauth-errors-ignore-next-line unknown-error
    throw e;
  `)),
];
