import { checkSilent } from '../../harness/check';
import { sdk, sdkFunction } from '../../harness/sources';

describe('Coverage that cannot be known', () => {
  it('a regular expression in the chain', () => checkSilent(sdkFunction(`
    if (/^missing_/.test(e.error)) {
      login();
    } else if (e.error === 'already_exists') {
      showTaken();
    }
  `)));

  it('a prefix in the chain', () => checkSilent(sdkFunction(`
    if (e.error === 'already_exists') {
      showTaken();
    } else if (e.error?.startsWith('invalid_')) {
      showForm();
    }
  `)));

  it('the code’s own predicate on the error', () => checkSilent(sdkFunction(`
    if (isAuthError(e)) {
      login();
    } else if (e.error === 'entity_not_found') {
      show404();
    }
  `)));

  it('the code’s own predicate on the name', () => checkSilent(sdkFunction(`
    if (e.error === 'entity_not_found') return show404();
    if (isFormProblem(e.error)) return showForm();
  `)));

  it('a predicate that is a member', () => checkSilent(sdkFunction(`
    if (e.error === 'entity_not_found') show404();
    else if (this.auth.isExpired(e)) login();
  `)));

  it('a predicate beside a name', () => checkSilent(sdkFunction(`
    if (e.error === 'missing_token' || isAuthError(e)) {
      login();
    }
  `)));

  it('a match of a regular expression', () => checkSilent(sdkFunction(`
    if (e.error.match(/_exists$/)) showTaken();
    else if (e.error === 'invalid_entity') showForm();
  `)));

  it('a list that comes from somewhere else', () => checkSilent(sdkFunction(`
    if (config.ignoredErrors.includes(e.error)) return;
    if (e.error === 'already_exists') showTaken();
  `)));

  it('helpers that answer whether they handled it', () => checkSilent(sdk(`
    function handleAuth(e) {
      if (e.error === 'missing_token') {
        login();
        return true;
      }
      return false;
    }

    function handleForm(e) {
      if (e.error === 'invalid_entity' || e.error === 'already_exists') {
        showForm(e);
        return true;
      }
      return false;
    }

    export async function save(body) {
      try {
        await plusAuth.users.create(body);
      } catch (e) {
        if (!(handleAuth(e) || handleForm(e))) throw e;
      }
    }
  `)));
});
