import assert from 'node:assert/strict';
import { checkFindings, checkSilent } from '../../harness/check';
import { sdkCatch, sdkFunction } from '../../harness/sources';

describe('unreachable-branch', () => {
  it('a label that came before', async () => {
    const [finding] = await checkFindings(sdkCatch(`
      switch (e.error) {
        case 'already_exists':
          return showTaken();
        case 'invalid_entity':
          return showForm();
        case 'already_exists':
        //<^^^^^^^^^^^^^^^^^^^ unreachable-branch
          return rename();
        default:
          throw e;
      }
    `));
    assert.equal(finding?.unnecessary, true);
    assert.equal(finding?.severity, 'hint');
  });

  it('a name in an else if that came before', () => checkFindings(sdkFunction(`
    if (e.error === 'missing_token') login();
    else if (e.error === 'missing_scope') ask();
    else if ('missing_token' === e.error) deny();
           //^^^^^^^^^^… unreachable-branch
    else next(e);
  `)));

  it('a guard behind a guard that left', () => checkFindings(sdkCatch(`
    if (e.error === 'entity_not_found') return null;
    if (e.error === 'already_exists') return showTaken();
    if ('entity_not_found' === e.error) return show404();
      //^^^^^^^^^^… unreachable-branch
    throw e;
  `)));

  it('a name behind its status', () => checkFindings(sdkFunction(`
    if (e.status === 409) return showTaken();
    if ('already_exists' === e.error) return rename();
      //^^^^^^^^^^… unreachable-branch
    return next(e);
  `)));

  it('a name behind a range', () => checkFindings(sdkFunction(`
    if (e.status >= 500) showOutage();
    else if ('server_error' === e.error) later();
           //^^^^^^^^^^… unreachable-branch
    else next(e);
  `)));

  it('a status label that came before', () => checkFindings(sdkFunction(`
    switch (e.status) {
      case 404:
        return show404();
      case 404:
      //<^^^^^^ unreachable-branch
        return null;
      default:
        return next(e);
    }
  `)));

  it('in a handler without fallback too', () => checkFindings(sdkFunction(`
    switch (e.error) {
    //<^^^^^^^^^^^^^ unhandled-error missing 12
      case 'missing_token': return login();
      case 'missing_scope': return ask();
      case 'missing_token': return deny();
      //<^^^^^^^^^^^^^^^^^^ unreachable-branch
    }
  `)));
});

describe('Branches that can be reached', () => {
  it('behind a guard that goes on', () => checkSilent(sdkFunction(`
    if (e.error === 'missing_token') count();
    if (e.error === 'missing_token') login();
    else next(e);
  `)));

  it('behind a branch with an extra condition', () => checkSilent(sdkFunction(`
    if (e.error === 'too_many_requests' && attempt < 3) return retry(attempt + 1);
    if (e.error === 'too_many_requests') return later();
    return next(e);
  `)));

  it('a status behind one of its names', () => checkSilent(sdkFunction(`
    if (e.error === 'missing_scope') return ask();
    if (e.status === 401) return login();
    return next(e);
  `)));

  it('a status behind a range that does not hold it', () => checkSilent(sdkFunction(`
    if (e.status >= 500) return showOutage();
    if (e.status === 404) return show404();
    if (e.status >= 400) return showForm();
    return next(e);
  `)));

  it('the same name of another error', () => checkSilent(sdkFunction(`
    if (e.error === 'already_exists') return showTaken();
    if (e.cause.error === 'already_exists') return showCause();
    return next(e);
  `)));

  it('the same name in another handler', () => checkSilent(sdkFunction(`
    if (attempt === 0) {
      if (e.error === 'already_exists') return showTaken();
      return next(e);
    }
    if (e.error === 'already_exists') return rename();
    return next(e);
  `)));

  it('the names of a status inside its branch', () => checkSilent(sdkFunction(`
    if (e.status === 401) {
      if (e.error === 'missing_token') return login();
      return deny();
    }
    return next(e);
  `)));
});
