import { checkFindings, checkSilent } from '../../harness/check';

describe('Whole files: user interfaces', () => {
  it('a Redux thunk', () => checkSilent(`
    import { createAsyncThunk } from '@reduxjs/toolkit';
    import { plusAuth } from '../plusauth';

    export const addUser = createAsyncThunk('users/add', async (body, { rejectWithValue }) => {
      try {
        return await plusAuth.users.create(body);
      } catch (e) {
        if (e.error === 'already_exists') return rejectWithValue({ field: 'email', text: 'taken' });
        return rejectWithValue(e);
      }
    });
  `, { languageId: 'javascript' }));

  it('a Pinia store', () => checkFindings(`
    import { defineStore } from 'pinia';
    import { plusAuth } from '@/plusauth';

    export const useUsers = defineStore('users', {
      state: () => ({ users: [], failure: null, denied: false, loading: false }),
      actions: {
        async load() {
          this.loading = true;
          try {
            this.users = await plusAuth.users.getAll();
          } catch (e) {
            if (e.error === 'missing_scope' || e.error === 'unauthorized_user') {
            //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope, unauthorized_user
              this.denied = true;
            }
          } finally {
            this.loading = false;
          }
        },
        async remove(id) {
          try {
            await plusAuth.users.remove(id);
          } catch (e) {
            if (e.error !== 'entity_not_found') this.failure = e;
          }
          await this.load();
        },
      },
    });
  `));

  it('a SvelteKit action', () => checkFindings(`
    import { fail, redirect } from '@sveltejs/kit';
    import { plusAuth } from '$lib/server/plusauth';

    export const actions = {
      invite: async ({ request }) => {
        const data = Object.fromEntries(await request.formData());
        try {
          await plusAuth.users.create(data);
        } catch (e) {
          if (e.error === 'already_exists') return fail(409, { taken: true });
          //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
          if (e.error === 'invalid_entity') return fail(422, { invalid: true });
        }
        redirect(303, '/users');
      },
      rename: async ({ request }) => {
        const data = await request.formData();
        try {
          await plusAuth.users.update(String(data.get('id')), { name: String(data.get('name')) });
        } catch (e) {
          if (e.error === 'entity_not_found') return fail(404);
          throw e;
        }
        redirect(303, '/users');
      },
    };
  `));

  it('an Angular interceptor', () => checkFindings(`
    import { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';

    /** Adds the token for PlusAuth and sends people to the log-in when there is none. */
    export const plusAuthInterceptor: HttpInterceptorFn = (request, next) => {
      const router = inject(Router);
      return next(request).pipe(
        catchError((response: HttpErrorResponse) => {
          if (response.error?.error === 'missing_token') {
            router.navigateByUrl('/login');
          }
          return throwError(() => response);
        }),
      );
    };

    export function explain(response: HttpErrorResponse): string | undefined {
      if (response.error?.error === 'invalid_audience') return 'The token is for another API.';
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: invalid_audience, invalid_issuer
      if (response.error?.error === 'invalid_issuer') return 'The token is for another tenant.';
    }
  `));

  it('a React form with state', () => checkFindings(`
    import { useState } from 'react';
    import { plusAuth } from './plusauth';

    export function NewRole({ onDone }: { onDone(): void }) {
      const [problem, setProblem] = useState<string>();
      const [busy, setBusy] = useState(false);

      async function submit(form: FormData) {
        setBusy(true);
        try {
          await plusAuth.roles.create({ name: String(form.get('name')) });
          onDone();
        } catch (e: any) {
          switch (e.error) {
          //<^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity, plan_limit_exceeded
            case 'already_exists':
              setProblem('There is a role of this name.');
              break;
            case 'invalid_entity':
              setProblem('This name cannot be used.');
              break;
            case 'plan_limit_exceeded':
              setProblem('Your plan has no room for another role.');
              break;
          }
        }
        setBusy(false);
      }

      return (
        <form action={submit}>
          <input name="name" disabled={busy} />
          {problem && <p role="alert">{problem}</p>}
        </form>
      );
    }
  `, { languageId: 'typescriptreact' }));

  it('a hook that keeps the error for its caller', () => checkSilent(`
    import { useEffect, useState } from 'react';
    import { plusAuth } from './plusauth';

    export function useUser(id: string) {
      const [state, setState] = useState<{ user?: User; gone?: boolean; error?: unknown }>({});
      useEffect(() => {
        let stale = false;
        plusAuth.users.get(id).then(
          (user) => stale || setState({ user }),
          (error) => {
            if (stale) return;
            if (error.error === 'entity_not_found') setState({ gone: true });
            else setState({ error });
          },
        );
        return () => {
          stale = true;
        };
      }, [id]);
      return state;
    }
  `, { languageId: 'typescriptreact' }));

  it('a Vue page with a table of texts', () => checkFindings(`
    <template>
      <form @submit.prevent="save">
        <p v-if="text" class="error">{{ text }}</p>
      </form>
    </template>

    <script setup lang="ts">
    import { computed, ref } from 'vue';
    import { plusAuth } from '@/plusauth';

    const failure = ref<{ error?: string }>();
    const TEXTS: Record<string, string> = {
        //^^^^^ unhandled-error without: already_exists, invalid_entity
      already_exists: 'Bu kayıt zaten mevcut.',
      invalid_entity: 'Alanları kontrol edin.',
    };
    const text = computed(() => failure.value?.error && TEXTS[failure.value.error]);

    async function save() {
      try {
        await plusAuth.roles.create(form);
      } catch (e) {
        failure.value = e;
      }
    }
    </script>
  `, { languageId: 'vue' }));

  it('the translations of a widget', () => checkSilent(`
    // PlusAuth widget texts
    export default {
      login: { title: 'Giriş yap', submit: 'Devam' },
      errors: {
        already_exists: '{field} zaten mevcut',
        invalid_entity: 'Geçersiz {field}',
        too_many_requests: 'Çok hızlı deniyorsunuz. {retry} sonra tekrar deneyin.',
        user_not_found: 'Kullanıcı bulunamadı',
      },
    } as const;
  `));

  it('a story book', () => checkSilent(`
    import { ErrorBanner } from './ErrorBanner';

    export default { title: 'PlusAuth/ErrorBanner', component: ErrorBanner, argTypes: { error: { options: ['already_exists', 'missing_scope'], control: 'select' } } };
    export const Taken = { args: { failure: { error: 'already_exists', status: 409 } } };
    export const Outage = { args: { failure: { error: 'server_error', status: 502 } } };
  `));

  it('a page without modules', () => checkFindings(`
    <!doctype html>
    <html lang="tr">
      <body onload="load()">
        <ul id="users"></ul>
        <script>
          var base = 'https://acme.plusauth.com/api/v1';
          function load() {
            fetch(base + '/users', { headers: { Authorization: 'Bearer ' + token } })
              .then(function (res) { return res.json(); })
              .then(function (body) {
                if (body.error == 'missing_token' || body.error == 'invalid_audience') {
                //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
                  location.href = '/login';
                }
              });
          }
        </script>
        <script>/* nothing of interest */ var answer = 42;</script>
      </body>
    </html>
  `, { languageId: 'html' }));
});
