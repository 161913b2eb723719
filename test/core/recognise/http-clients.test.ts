import { checkFindings, checkSilent } from '../../harness/check';
import { dedent } from '../../harness/marked';

const axiosApi = (code: string): string => `import axios from 'axios';

const api = axios.create({ baseURL: 'https://acme.plusauth.com/api/v1', headers: { 'X-PlusAuth-Tenant': 'acme' } });

${dedent(code)}`;

const fetchApi = (code: string): string => `const base = 'https://acme.plusauth.com/api/v1';

${dedent(code)}`;

describe('axios', () => {
  it('the name in the response', () => checkFindings(axiosApi(`
    export async function create(user) {
      try {
        return await api.post('/users', user);
      } catch (err) {
        if (err.response?.data?.error === 'already_exists') {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, plan_limit_exceeded
          return findByEmail(user.email);
        } else if (err.response.data.error === 'plan_limit_exceeded') {
          return upgrade();
        }
      }
    }
  `)));

  it('inside its own type guard', () => checkFindings(axiosApi(`
    export const load = (id) =>
      api.get('/users/' + id).catch((err: unknown) => {
        if (axios.isAxiosError(err)) {
          switch (err.response?.data?.error) {
          //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
            case 'entity_not_found':
              show404();
          }
        }
      });
  `)));

  it('its type guard is no coverage of its own', () => checkFindings(axiosApi(`
    export async function remove(id) {
      try {
        await api.delete('/users/' + id);
      } catch (err) {
        if (axios.isAxiosError(err) && err.response?.data.error === 'entity_not_found') return;
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
      }
    }
  `)));

  it('name and status of one response', () => checkFindings(axiosApi(`
    export async function update(id, user) {
      try {
        await api.patch('/users/' + id, user);
      } catch (err) {
        if (err.response?.status === 404) {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found, invalid_entity
          show404();
        } else if (err.response?.data?.error === 'invalid_entity') {
          showForm();
        }
      }
    }
  `)));

  it('the body under a name of its own', () => checkFindings(axiosApi(`
    api.post('/roles', role).catch((err) => {
      const body = err.response?.data;
      const { error: code } = body ?? {};
      if (code === 'already_exists') return rename();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      if (body.error === 'invalid_entity') return showForm();
    });
  `)));

  it('an interceptor that rejects the rest', () => checkSilent(axiosApi(`
    api.interceptors.response.use(
      (response) => response,
      async (error) => {
        if (error.response?.data?.error === 'missing_token') {
          await login();
          return api(error.config);
        }
        return Promise.reject(error);
      },
    );
  `)));

  it('an interceptor that forgets the rest', () => checkFindings(axiosApi(`
    api.interceptors.response.use(undefined, (error) => {
      if (error.response?.status === 401) {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 8
        return login();
      }
    });
  `)));

  it('an interceptor that throws the rest', () => checkSilent(axiosApi(`
    api.interceptors.response.use(null, (error) => {
      const { status, data } = error.response ?? {};
      if (status === 429) return later(error.config);
      if (data?.error === 'missing_token') return login();
      throw error;
    });
  `)));

  it('validateStatus is a predicate', () => checkSilent(axiosApi(`
    export const head = (id) => api.head('/users/' + id, { validateStatus: (status) => status === 404 || status === 200 });
  `)));

  it('the second argument of then', () => checkFindings(axiosApi(`
    api.get('/users').then(show, (err) => {
      switch (err.response.data.error) {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope
        case 'missing_scope':
          return ask();
      }
    });
  `)));

  it('a cast of the error', () => checkFindings(axiosApi(`
    api.get('/users').catch((err) => {
      if ((err as AxiosError<ApiError>).response?.data.error === 'missing_scope') ask();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
    });
  `)));
});

describe('fetch', () => {
  it('the name in the body', () => checkFindings(fetchApi(`
    export async function create(user) {
      const res = await fetch(base + '/users', { method: 'POST', body: JSON.stringify(user) });
      if (!res.ok) {
        const { error } = await res.json();
        switch (error) {
        //<^^^^^^^^^^^ unhandled-error without: already_exists
          case 'already_exists':
            return findByEmail(user.email);
        }
      }
      return res.json();
    }
  `)));

  it('the body read in the head of the switch', () => checkFindings(fetchApi(`
    export async function create(user) {
      const res = await fetch(base + '/users', { method: 'POST', body: JSON.stringify(user) });
      if (res.ok) return res.json();
      switch ((await res.json()).error) {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
        case 'already_exists':
          return findByEmail(user.email);
        case 'invalid_entity':
          return showForm();
      }
    }
  `)));

  it('a status beside success', () => checkFindings(fetchApi(`
    export async function load(id) {
      const res = await fetch('https://acme.plusauth.com/api/v1/users/' + id);
      if (res.status === 404) return null;
      //<^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
      return res.json();
    }
  `)));

  it('a status, then everything that is not ok', () => checkSilent(fetchApi(`
    export async function load(id) {
      const res = await fetch('https://acme.plusauth.com/api/v1/users/' + id);
      if (res.status === 404) return null;
      if (!res.ok) throw new Error('PlusAuth answered ' + res.status);
      return res.json();
    }
  `)));

  it('only success is asked for', () => checkSilent(fetchApi(`
    export async function load(id) {
      const res = await fetch('https://acme.plusauth.com/api/v1/users/' + id);
      if (res.status === 200) return res.json();
      if (res.status < 400) return undefined;
      return res.ok;
    }
  `)));

  it('a switch over statuses with success', () => checkFindings(fetchApi(`
    export async function create(role) {
      const res = await fetch('https://acme.plusauth.com/api/v1/roles', { method: 'POST', body: JSON.stringify(role) });
      switch (res.status) {
      //<^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
        case 200:
        case 201:
          return res.json();
        case 409:
          return rename(role);
        case 422:
          return showForm();
      }
    }
  `)));

  it('a switch over statuses with a default', () => checkSilent(fetchApi(`
    export async function create(role) {
      const response = await fetch('https://acme.plusauth.com/api/v1/roles', { method: 'POST', body: JSON.stringify(role) });
      switch (response.status) {
        case 201:
          return response.json();
        case 409:
          return rename(role);
        default:
          throw new Error(await response.text());
      }
    }
  `)));

  it('success first, then names, then a throw', () => checkSilent(fetchApi(`
    export async function remove(id) {
      const res = await fetch(base + '/users/' + id, { method: 'DELETE' });
      if (res.ok) return true;
      const body = await res.json();
      if (body.error === 'entity_not_found') return false;
      throw new ApiError(body);
    }
  `)));

  it('in a promise chain', () => checkFindings(fetchApi(`
    fetch(base + '/clients')
      .then((res) => res.json())
      .then((body) => {
        if (body.error === 'missing_scope') {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
          ask();
        } else if (body.error === 'missing_token') {
          login();
        }
      });
  `)));
});

describe('Other clients', () => {
  it('ky', () => checkFindings(`
    import ky, { HTTPError } from 'ky';

    const plusauth = ky.create({ prefixUrl: 'https://acme.plusauth.com/api/v1' });

    export async function create(user) {
      try {
        return await plusauth.post('users', { json: user }).json();
      } catch (failure) {
        if (failure instanceof HTTPError) {
          const body = await failure.response.json();
          if (body.error === 'already_exists') return findByEmail(user.email);
          //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, too_many_requests
          if (failure.response.status === 429) return later();
        }
      }
    }
  `));

  it('got', () => checkFindings(`
    import got from 'got';

    const plusAuthApi = got.extend({ prefixUrl: process.env.PLUSAUTH_URL, responseType: 'json' });

    plusAuthApi.get('users').catch((error) => {
      switch (error.response.body.error) {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope
        case 'missing_scope':
          ask();
      }
    });
  `));

  it('CommonJS', () => checkFindings(`
    'use strict'
    const { PlusAuthRestClient } = require('@plusauth/plusauth-rest-js')
    const client = new PlusAuthRestClient(process.env.API_URL, { token: () => token() })

    exports.remove = async function (id) {
      try {
        await client.users.remove(id)
      } catch (err) {
        if (err.error === 'entity_not_found') return
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
      }
    }
  `, { languageId: 'javascript' }));
});
