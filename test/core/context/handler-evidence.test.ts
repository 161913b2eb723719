import { checkFindings, checkForeign, checkSilent } from '../../harness/check';

describe('Evidence in the handler, form by form', () => {
  it('a table', () => checkFindings(`
    const texts = {
        //^^^^^ unhandled-error without: unsupported_view_template, entity_not_found
      unsupported_view_template: 'Unknown view',
      entity_not_found: 'Gone',
    };
    export const textOf = (err) => texts[err.error];
  `));

  it('a list', () => checkFindings(`
    export function onError(err) {
      if (['unauthorized_user', 'entity_not_found'].includes(err.error)) hide();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
    }
  `));

  it('an alias', () => checkFindings(`
    export function onError({ error: code }) {
      if (code === 'unauthorized_user') deny();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
      else if (code === 'unsupported_view_template') pick();
    }
  `));

  it('one name twice is one name', () => checkForeign(`
    export function onError(err, again) {
      if (err.error === 'entity_not_found' && again) retry();
      else if (err.error === 'entity_not_found') show404();
    }
  `));

  it('names that are only listed are no handler', () => checkSilent(`
    export const known = ['unauthorized_user', 'entity_not_found', 'unsupported_view_template', 'missing_scope'];
  `));

  it('many foreign names beside two of its own', () => checkForeign(`
    switch (err.error) {
      case 'unauthorized_user':
      case 'entity_not_found':
        return hide();
      case 'access_denied':
      case 'invalid_grant':
      case 'expired_token':
        return login();
    }
  `));
});

describe('Manifests', () => {
  const handler = `
    export const onFailure = (e) => {
      if (e.error === 'missing_token') login();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
    };
  `;
  const silent = handler.split('\n').filter((line) => !line.includes('^')).join('\n');

  it('peerDependencies', () => checkFindings(handler, { manifest: '{ "peerDependencies": { "@plusauth/plusauth-rest-js": ">=2" } }' }));
  it('optionalDependencies', () => checkFindings(handler, { manifest: '{ "optionalDependencies": { "@plusauth/plusauth-rest-js": ">=2" } }' }));
  it('an alias to the package', () => checkFindings(handler, { manifest: '{ "dependencies": { "auth": "npm:@plusauth/plusauth-rest-js@2" } }' }));
  it('an empty one', () => checkSilent(silent, { manifest: '' }));
  it('one that is no object', () => checkSilent(silent, { manifest: '[1, 2]' }));
  it('one with strange dependencies', () => checkSilent(silent, { manifest: '{ "dependencies": "none", "devDependencies": null }' }));
  it('OAuth names stay OAuth’s in a project with PlusAuth', () => checkSilent(`
    export function onCallback(query) {
      if (query.error === 'invalid_request') return broken();
      if (query.error === 'access_denied') return denied();
    }
  `, { manifest: '{ "dependencies": { "@plusauth/plusauth-rest-js": "2.4.0" } }' }));
  it('in a JavaScript file', () => checkFindings(handler, { languageId: 'javascript', manifest: '{ "dependencies": { "@plusauth/plusauth-rest-js": "2.4.0" } }' }));
});
