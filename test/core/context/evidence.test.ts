import assert from 'node:assert/strict';
import { checkFindings, checkSilent } from '../../harness/check';
import type { CheckOptions } from '../../harness/document';
import { settingsOf, withDocument } from '../../harness/document';
import { sharedHost } from '../../harness/host';
import { dedent } from '../../harness/marked';

const handler = `
export function onFailure(e) {
  if (e.error === 'entity_not_found') {
  //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
    show404();
  }
}
`;

const evident = (line: string, options?: CheckOptions) => checkFindings(`${line}\n${handler}`, options);

describe('Evidence in the file', () => {
  it('an import', () => evident(`import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';`));
  it('an import of the project’s own', () => evident(`import { client } from '../lib/plusauth';`));
  it('an import whose file is called after PlusAuth', () => evident(`import client from '@/services/plus-auth/plusauth-client';`));
  it('a dynamic import', () => evident(`const sdk = await import('@plusauth/plusauth-rest-js');`));
  it('require', () => evident(`const { PlusAuthRestClient } = require('@plusauth/plusauth-rest-js');`, { languageId: 'javascript' }));
  it('an identifier', () => evident('const users = await plusAuth.users.getAll();'));
  it('an identifier in Pascal case', () => evident('declare const service: PlusAuthUserService;'));
  it('an identifier behind a verb', () => evident('const { client } = usePlusAuth();'));
  it('a URL', () => evident(`const api = 'https://acme.plusauth.com/api/v1';`));
  it('a header', () => evident(`const headers = { 'X-PlusAuth-Tenant': tenant };`));
  it('an environment variable', () => evident('const url = process.env.PLUSAUTH_URL;'));
  it('an environment variable of Vite', () => evident('const url = import.meta.env.VITE_PLUSAUTH_DOMAIN;'));
  it('a comment', () => evident('// PlusAuth error codes'));
  it('a comment at the end of the file', () => checkFindings(`${handler}\n/* see the PlusAuth docs */\n`));
  it('a comment in Turkish', () => evident('// PlusAuth’tan dönen hatalar'));
});

describe('Evidence in the handler', () => {
  it('two names of PlusAuth’s own', () => checkFindings(`
    export function onError(e) {
      switch (e.error) {
      //<^^^^^^^^^^^^^ unhandled-error without: unsupported_view_template, unauthorized_user
        case 'unsupported_view_template':
          return pick();
        case 'unauthorized_user':
          return deny();
      }
    }
  `));

  it('two names of its own beside a shared one', () => checkFindings(`
    export function onError(body) {
      if (body.error === 'unsupported_view_template') return pick();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: unsupported_view_template, entity_not_found, already_exists
      if (body.error === 'entity_not_found') return show404();
      if (body.error === 'already_exists') return rename();
    }
  `));

  it('does not spread to another handler with shared names', () => checkFindings(`
    export function onError(body) {
      if (body.error === 'unsupported_view_template') pick();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
      else if (body.error === 'unauthorized_user') deny();
    }
    export function onCallback(query) {
      if (query.error === 'server_error') retry();
    }
  `));
});

describe('Evidence in the project', () => {
  const manifest = JSON.stringify({ name: 'shop', dependencies: { '@plusauth/plusauth-rest-js': '^2.4.0' } });

  it('dependencies', () => checkFindings(handler, { manifest }));
  it('devDependencies', () => checkFindings(handler, { manifest: JSON.stringify({ devDependencies: { '@plusauth/plusauth-rest-js': '2.4.0' } }) }));
  it('a manifest with a BOM', () => checkFindings(handler, { manifest: `\uFEFF${manifest}` }));
  it('a manifest two folders up', () => checkFindings(handler, { manifest, path: 'src/pages/users/errors.ts' }));

  it('the nearest manifest decides', () => checkSilent(`
    export function onFailure(e) {
      if (e.error === 'entity_not_found') show404();
    }
  `, { files: { 'package.json': manifest, 'packages/other/package.json': '{ "name": "other" }' }, path: 'packages/other/src/errors.ts' }));

  it('counts for one shared name too', () => checkFindings(`
    export const onFailure = (e) => {
      if (e.error === 'already_exists') showTaken();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
    };
  `, { manifest }));

  it('does not make a status of anybody PlusAuth’s', () => checkSilent(`
    const res = await fetch('/api/orders/' + id);
    if (res.status === 404) show404();
    if (res.status === 403) deny();
  `, { manifest }));
});

describe('The setting always', () => {
  it('speaks without evidence', () => checkFindings(handler, { settings: { context: 'always' } }));
});

describe('The reason', () => {
  const reportOf = (text: string, options: CheckOptions = {}) =>
    withDocument(dedent(text), options, (uri) => sharedHost().service.doContext(uri, settingsOf(options)));

  it('names what was found in the file', async () => {
    const report = await reportOf(`import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';\n`);
    assert.equal(report.speaks, true);
    assert.ok(report.evidence, 'the evidence has a place');
    assert.match(report.reason, /plusauth/i);
  });

  it('names the manifest', async () => {
    const report = await reportOf(`if (e.error === 'already_exists') show();`, { manifest: '{ "dependencies": { "@plusauth/plusauth-rest-js": "2.4.0" } }' });
    assert.equal(report.speaks, true);
    assert.match(report.manifest ?? '', /package\.json$/);
  });

  for (const [languageId, line, module] of [
    ['php', '<?php\nuse PlusAuth\\Rest\\Client;\n', 'PlusAuth\\Rest\\Client'],
    ['php', '<?php\nuse function App\\PlusAuth\\client;\n', 'App\\PlusAuth\\client'],
    ['swift', 'import PlusAuth\n', 'PlusAuth'],
  ] as const) {
    it(`names a module without quotes: ${module}`, async () => {
      const { evidence } = await reportOf(line, { languageId });
      assert.equal(evidence && line.slice(evidence.start, evidence.end), module);
    });
  }

  it('says that there is none', async () => {
    const report = await reportOf('export const answer = 42;');
    assert.equal(report.speaks, false);
    assert.equal(report.evidence, undefined);
    assert.notEqual(report.reason, '');
  });

  it('says that the setting decides', async () => {
    const off = await reportOf(`import '@plusauth/plusauth-rest-js';`, { settings: { context: 'never' } });
    const on = await reportOf('export const answer = 42;', { settings: { context: 'always' } });
    assert.equal(off.speaks, false);
    assert.equal(on.speaks, true);
    assert.notEqual(off.reason, on.reason);
  });

  it('is given in Turkish', async () => {
    const text = `import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';\n`;
    const [english, turkish] = [await reportOf(text), await reportOf(text, { settings: { locale: 'tr' } })];
    assert.notEqual(english.reason, turkish.reason);
  });
});
