import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/core/model/edit';
import { plainText } from '../../../server/src/lsp/snippet';
import { compileErrors } from '../../harness/compile';
import { findingsOf, settingsOf, withDocument, type CheckOptions } from '../../harness/document';
import { sharedHost } from '../../harness/host';
import { dedent, parseMarked, withCrLf } from '../../harness/marked';
import { AXIOS, SDK_HEAD } from '../../harness/sources';

async function insert(head: string, source: string, options: CheckOptions = {}): Promise<string | undefined> {
  const marked = parseMarked(head + dedent(source));
  const results: (string | undefined)[] = [];
  for (const { text, cursor = 0 } of [marked, withCrLf(marked)]) {
    const edits = await withDocument(text, options, (uri) => sharedHost().service.doInsertHandler(uri, cursor, settingsOf(options)));
    results.push(edits && applyEdits(text, edits.map((e, i) => (i === edits.length - 1 ? { ...e, newText: plainText(e.newText) } : e))));
  }
  assert.equal(results[1], results[0]?.replaceAll('\n', '\r\n'));
  return results[0];
}

/** The result compiles under strict options, nothing is found in it, and there is no place for a second handler. */
async function check(head: string, source: string, expected: RegExp, options: CheckOptions = {}): Promise<string> {
  const result = await insert(head, source, options);
  assert.ok(result !== undefined, 'Nothing was inserted.');
  assert.deepEqual(compileErrors(result, options.languageId === 'javascript' ? 'js' : 'ts'), [], result);
  assert.deepEqual((await findingsOf(result, options)).map((f) => f.message), [], result);
  assert.match(result, expected);
  return result;
}

const nothing = async (head: string, source: string, options: CheckOptions = {}): Promise<void> => assert.equal(await insert(head, source, options), undefined);

describe('Insert Error Handler', () => {
  it('in an empty catch', () => check(SDK_HEAD, `
    export async function remove(id: string): Promise<void> {
      try {
        await plusAuth.users.remove(id);
      } catch (e) {
        ‸
      }
    }
  `, /catch \(e\) \{\n {4}(?:if .*\n {4})?switch \(.*error\) \{\n {6}case 'entity_not_found':/));

  it('in a catch without a variable', () => check(SDK_HEAD, `
    export async function remove(id: string): Promise<void> {
      try {
        await plusAuth.users.remove(id);
      } catch {‸}
    }
  `, /catch \(error\) \{\n {4}switch/));

  it('in a catch that only rethrows', async () => {
    const result = await check(SDK_HEAD, `
      export async function remove(id: string): Promise<void> {
        try {
          await plusAuth.users.remove(id);
        } catch (e) {
          throw e;‸
        }
      }
    `, /switch \(e\.error\)/);
    assert.equal(result.match(/throw e;/g)?.length, 3);
  });

  it('in a catch that logs', () => check(SDK_HEAD, `
    export async function remove(id: string): Promise<void> {
      try {
        await plusAuth.users.remove(id);
      } catch (e) {
        console.error(e);‸
      }
    }
  `, /console\.error\(e\);\n {4}if \(!\(e instanceof/));

  it('from the call in a try', () => check(SDK_HEAD, `
    export async function remove(id: string): Promise<void> {
      try {
        await plusAuth.users.re‸move(id);
      } catch (e) {
        // said elsewhere
      }
    }
  `, /\/\/ said elsewhere\n {4}if \(!\(e/));

  it('around a call', () => check(SDK_HEAD, `
    export async function remove(id: string): Promise<void> {
      await plusAuth.users.re‸move(id);
    }
  `, /\n {2}try \{\n {4}await plusAuth\.users\.remove\(id\);\n {2}\} catch \(error\) \{\n {4}if \(!\(error instanceof PlusAuthRestError\)\) throw error;\n {4}switch/));

  it('around a call, from its indentation', () => check(SDK_HEAD, `
    export async function remove(id: string): Promise<void> {
    ‸  await plusAuth.users.remove(id);
    }
  `, /\n {2}try \{\n/));

  it('around a call that is returned', () => check(SDK_HEAD, `
    export async function load(id: string): Promise<string | undefined> {
      return (await plusAuth.users.get‸(id)).email;
    }
  `, /try \{\n {4}return \(await/));

  it('around all that needs what was called for', async () => {
    const result = await check(SDK_HEAD, `
      export async function load(id: string): Promise<string> {
        const user = await plusAuth.users.get‸(id);
        const { email } = user;

        const text = \`
      \${email}
      \`; // the mail
        console.log('read');
        return text;
      }
    `, /try \{\n {4}const user = await/);
    assert.match(result, /\n {4}return text;\n {2}\} catch \(error\)/);
    assert.match(result, /`\n\$\{email\}\n`; \/\/ the mail/);
  });

  it('leaves out what does not need it', () => check(SDK_HEAD, `
    export async function load(id: string): Promise<number> {
      const user = await plusAuth.users.get‸(id);
      console.log(user.email);
      return 1;
    }
  `, /console\.log\(user\.email\);\n {2}\} catch[^]*\n {2}\}\n {2}return 1;/));

  it('behind a promise nobody waits for', () => check(SDK_HEAD, `
    export function remove(id: string): void {
      void plusAuth.users.re‸move(id);
    }
  `, /remove\(id\)\.catch\(\(error\) => \{\n {4}(?:if .*\n {4})?switch/));

  it('behind a promise that is returned', () => check(SDK_HEAD, `
    export function load(id: string): Promise<string | undefined> {
      return plusAuth.users.get(id).then((user) => user‸.email);
    }
  `, /user\.email\)\.catch\(\(error\) => \{/));

  it('behind a response', () => check('', `
    export async function load(id: string): Promise<unknown> {
      const res = await fe‸tch('https://acme.plusauth.com/api/v1/users/' + id);
      return res.json();
    }
  `, /if \(!res\.ok\) \{\n {4}const answer = .*\n {4}switch \(answer\.error\)/));

  it('of axios', () => check(AXIOS, `
    export async function create(user: object): Promise<void> {
      await api.po‸st('/users', user);
    }
  `, /\.response\?\.data\?\.error\) \{\n {6}case 'already_exists'/));

  it('in JavaScript, without semicolons and with tabs', () => check("import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js'\n\nconst plusAuth = new PlusAuthRestClient('https://acme.plusauth.com')\n\n", 'export async function remove(id) {\n\tawait plusAuth.users.re‸move(id)\n}\n',
    /\n\ttry \{\n\t\tawait plusAuth\.users\.remove\(id\)\n\t\} catch \(error\) \{\n\t\tswitch \(error\.error\) \{\n\t\t\tcase 'entity_not_found':\n\t\t\t\tthrow error\n/, { languageId: 'javascript' }));

  it('fills a switch', async () => {
    const result = await check(SDK_HEAD, `
      export function onError(e: PlusAuthRestError): string {
        switch (e.error) {
          case 'already_exists':
            return 'Taken';‸
        }
      }
    `, /default:\n {6}throw /);
    assert.equal(result.match(/case '/g)?.length, 14);
  });

  it('fills an empty switch', async () => {
    const result = await check(SDK_HEAD, `
      export function onError(e: PlusAuthRestError): string {
        switch (e.error) {‸
        }
      }
    `, /default:\n {6}throw /);
    assert.equal(result.match(/case '/g)?.length, 14);
  });

  it('fills a switch before its default', () => check(SDK_HEAD, `
    export function onError(e: PlusAuthRestError): string {
      switch (e.error) {
        case 'already_exists':
          return 'Taken';‸
        default:
          return 'Oops';
      }
    }
  `, /case 'missing_scope':[^]*default:\n {6}return 'Oops';/));

  it('in Vue', async () => {
    const result = await insert('', "<script setup lang=\"ts\">\nimport { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';\nconst plusAuth = new PlusAuthRestClient('https://acme.plusauth.com');\nasync function remove(id: string) {\n  await plusAuth.users.re‸move(id);\n}\n</script>\n", { languageId: 'vue' });
    assert.match(result ?? '', /\n {2}try \{\n {4}await plusAuth.*\n {2}\} catch \(error\) \{\n {4}switch \(\(error as/);
  });
});

describe('Insert Error Handler: nothing', () => {
  it('in an ordinary statement', () => nothing(SDK_HEAD, 'export function f() {\n  const a = 1;‸\n  return a;\n}\n'));
  it('around another call', () => nothing(SDK_HEAD, "export async function f() {\n  await fet‸ch('https://status.shop.example/ping');\n}\n"));
  it('where a handler is', () => nothing(SDK_HEAD, "export async function f(id: string) {\n  try {\n    await plusAuth.users.remove(id);\n  } catch (e) {\n    if (e.error === 'entity_not_found') return;\n    throw e;‸\n  }\n}\n"));
  it('in a switch that names all', () => nothing(SDK_HEAD, "export function f(kind: string) {\n  switch (kind) {\n    case 'a':\n      return 1;‸\n  }\n}\n"));
  it('around what the module exports', () => nothing(SDK_HEAD, "export const user = await plusAuth.users.g‸et('1');\n"));
  it('in code without PlusAuth', () => nothing('', 'export async function f() {\n  await client.users.cre‸ate({});\n}\n'));
  it('in a comment', () => nothing(SDK_HEAD, '// plusAuth.users.cre‸ate()\n'));
});
