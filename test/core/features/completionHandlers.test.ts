import assert from 'node:assert/strict';
import type { CheckOptions } from '../../harness/document';
import { insert, insertClean, isHandler, isRetry, itemsOf } from '../../harness/insertion';
import { AXIOS, inCatch, onError, SDK_HEAD } from '../../harness/sources';

describe('Completion of handlers', () => {
  it('of the SDK, by its class', async () => {
    const code = await insertClean(SDK_HEAD, inCatch('‸'), isHandler);
    assert.match(code, /if \(!\(e instanceof PlusAuthRestError\)\) throw e;\n {4}switch \(e\.error\) \{\n {6}case 'already_exists':/);
    assert.match(code, / {6}default:\n {8}throw e;/);
  });

  it('of the SDK, without its class', async () => {
    const head = SDK_HEAD.replace(', PlusAuthRestError', '');
    const code = await insertClean(head, inCatch('‸'), isHandler);
    assert.match(code, /switch \(\(e as \{ error\?: string \}\)\.error\) \{/);
  });

  it('of the SDK, whose class is a type only', async () => {
    const head = SDK_HEAD.replace(', PlusAuthRestError', ', type PlusAuthRestError');
    assert.doesNotMatch(await insertClean(head, inCatch('‸'), isHandler), /instanceof/);
  });

  it('in JavaScript, without casts', async () => {
    const head = SDK_HEAD.replace(', PlusAuthRestError', '');
    const code = await insertClean(head, inCatch('‸').replace(/: (?:\{.*?\}|Promise<void>)/g, ''), isHandler, { languageId: 'javascript' });
    assert.match(code, /switch \(e\.error\) \{/);
  });

  it('in TSX, with casts', async () => {
    const code = await insertClean(SDK_HEAD.replace(', PlusAuthRestError', ''), inCatch('‸'), isHandler, { languageId: 'typescriptreact' });
    assert.match(code, /e as \{/);
  });

  it('in an empty body on one line', async () => {
    const code = await insertClean(SDK_HEAD, `
      export async function remove(id: string): Promise<void> {
        try { await plusAuth.users.remove(id); } catch (e) {‸}
      }
    `, isHandler);
    assert.match(code, /case 'entity_not_found'/);
  });

  it('with a half typed word', () => insertClean(SDK_HEAD, inCatch('ha‸'), isHandler));
  it('in a broken file', async () => {
    const result = await insert(SDK_HEAD, 'export async function f(id: string) {\n  try {\n    await plusAuth.users.remove(id);\n  } catch (e) {\n    ‸', isHandler);
    assert.match(result, / {4}switch \(e\.error\) \{/);
  });

  it('in the callback of a promise', async () => {
    const code = await insertClean(SDK_HEAD, 'export const load = (id: string) => plusAuth.users.get(id).catch((e) => {‸});\n', isHandler);
    assert.match(code, /case 'entity_not_found'/);
  });

  it('in the second callback of then', () => insertClean(SDK_HEAD, 'export const load = (id: string) => plusAuth.users.get(id).then((u) => u, (e) => {\n  ‸\n});\n', isHandler));

  it('of axios', async () => {
    const code = await insertClean(AXIOS, inCatch('‸', "await api.post('/users', body);"), isHandler);
    assert.match(code, /\(e as \{ response\?: \{ data\?: \{ error\?: string \} \} \}\)\.response\?\.data\?\.error/);
    assert.match(code, /case 'already_exists'/);
  });

  it('of axios, in a callback and in JavaScript', async () => {
    const code = await insertClean(AXIOS, "export const load = (id) => api.get(`/users/${id}`).catch((err) => {\n  ‸\n});\n", isHandler, { languageId: 'javascript' });
    assert.match(code, /switch \(err\.response\?\.data\?\.error\) \{\n {4}case 'entity_not_found'/);
  });

  it('of ky', async () => {
    const code = await insertClean("import ky from 'ky';\n\n", inCatch('‸', "await ky.post('https://acme.plusauth.com/api/v1/users', { json: body });"), isHandler);
    assert.match(code, /const answer = \(await .*\.response\?\.json\(\)\) as/);
    assert.match(code, /switch \(answer\?\.error\)/);
  });

  it('of got', async () => {
    const code = await insertClean("import got from 'got';\n\n", inCatch('‸', "await got.post('https://acme.plusauth.com/api/v1/users', { json: body });"), isHandler);
    assert.match(code, /\.response\?\.body\?\.error/);
  });

  it('of fetch, where the response is not ok', async () => {
    const code = await insertClean('', `
      export async function load(id: string): Promise<unknown> {
        const res = await fetch(\`https://acme.plusauth.com/api/v1/users/\${id}\`);
        if (!res.ok) {
          ‸
        }
        return res.json();
      }
    `, isHandler);
    assert.match(code, /const answer = \(await res\.json\(\)\) as \{ error\?: string \};\n {4}switch \(answer\.error\) \{\n {6}case 'entity_not_found'/);
  });

  it('not of fetch in a catch, which no failed response gets to', async () => {
    assert.deepEqual(await itemsOf('', inCatch('‸', "await fetch('https://acme.plusauth.com/api/v1/users', { method: 'POST', body: '{}' });")), []);
  });

  it('that repeats the call', async () => {
    const code = await insertClean(SDK_HEAD, inCatch('‸', 'await plusAuth.users.remove(body.email);'), isRetry);
    assert.match(code, /throw failure;/);
    assert.match(code, /Math\.random\(\) \* Math\.min/);
    assert.match(code, /await plusAuth\.users\.remove\(body\.email\);\n\s+break;/);
  });

  it('that repeats the call and gives its result back', async () => {
    const code = await insertClean(AXIOS, `
      export async function load(id: string): Promise<unknown> {
        try {
          const answer = await api.get('/users/' + id);
          return answer.data;
        } catch (e) {
          ‸
        }
      }
    `, isRetry);
    assert.doesNotMatch(code, /break;/);
  });

  it('that repeats the call of a promise', () => insertClean(SDK_HEAD, 'export const load = (id: string) => plusAuth.users.get(id).catch(async (e) => {\n  ‸\n});\n', isRetry));
  it('that repeats a call in JavaScript', () => insertClean(SDK_HEAD, inCatch('‸').replace(/: (?:\{.*?\}|Promise<void>)/g, ''), isRetry, { languageId: 'javascript' }));

  it('in Vue', async () => {
    const source = "<script setup lang=\"ts\">\nimport { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';\nconst plusAuth = new PlusAuthRestClient('https://acme.plusauth.com');\nasync function remove(id: string) {\n  try {\n    await plusAuth.users.remove(id);\n  } catch (e) {\n    ‸\n  }\n}\n</script>\n<template><p>x</p></template>\n";
    assert.match(await insert('', source, isHandler, { languageId: 'vue' }), /switch \(\(e as/);
  });
});

describe('No branch and no handler', () => {
  const silent = async (head: string, source: string, options: CheckOptions = {}): Promise<void> => assert.deepEqual((await itemsOf(head, source, options)).map((i) => i.label), []);

  it('around another call', () => silent(SDK_HEAD, inCatch('‸', "await fetch('https://status.shop.example/ping').then((r) => { if (!r.ok) throw r; });")));
  it('around no call', () => silent(SDK_HEAD, inCatch('‸', 'JSON.parse(body.email);')));
  it('beside a handler', async () => {
    const items = await itemsOf(SDK_HEAD, inCatch("if (e.error === 'already_exists') return;\n‸"));
    assert.ok(items.every((i) => i.kind !== 'handler'));
  });
  it('inside of a statement', () => silent(SDK_HEAD, inCatch('show(‸);')));
  it('behind a dot', () => silent(SDK_HEAD, inCatch('e.‸')));
  it('in a comment', () => silent(SDK_HEAD, inCatch('// ‸')));
  it('in a text', () => silent(SDK_HEAD, inCatch("show('‸');")));
  it('in a template text', () => silent(SDK_HEAD, inCatch('show(`\n  ‸\n`);')));
  it('in a type', () => silent(SDK_HEAD, inCatch('interface X {\n  ‸\n}')));
  it('in code without PlusAuth', () => silent('', inCatch('‸', 'await client.users.create(body);')));
  it('in a switch on something else', () => silent(SDK_HEAD, onError("switch (e.name) {\n  case 'TypeError':\n    return;\n  ‸\n}")));
  it('in an empty switch on something else', () => silent(SDK_HEAD, 'export function f(kind: string) {\n  switch (kind) {\n    ‸\n  }\n}\n'));
  it('before a statement on the same line', () => silent(SDK_HEAD, inCatch('‸ throw e;')));
});
