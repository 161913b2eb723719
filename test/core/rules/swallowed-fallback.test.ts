import { checkFindings, checkSilent } from '../../harness/check';
import { sdkCatch, sdkFunction } from '../../harness/sources';

describe('An empty fallback', () => {
  it('is a default that breaks', () => checkFindings(sdkCatch(`
    switch (e.error) {
      case 'already_exists':
        showTaken();
        break;
      default:
      //<^^^^^ swallowed-error
        break;
    }
  `)));

  it('is a default on one line', () => checkFindings(sdkFunction(`
    switch (e.error) {
      case 'missing_token': return login();
      case 'missing_scope': return askForScope();
      default: break;
      //<^^^^^ swallowed-error
    }
  `)));

  it('is a default with nothing behind it', () => checkFindings(sdkFunction(`
    switch (e.error) {
      case 'missing_token':
        login();
        break;
      default:
      //<^^^^^ swallowed-error
    }
  `)));

  it('is a default of empty braces', () => checkFindings(sdkFunction(`
    switch (e.error) {
      case 'invalid_entity':
        showForm();
        break;
      default: {
      //<^^^^^ swallowed-error
      }
    }
  `)));

  it('is an else of empty braces', () => checkFindings(sdkCatch(`
    if (e.error === 'already_exists') {
      showTaken();
    } else {
    //^^^^ swallowed-error
    }
  `)));

  it('is an else on one line', () => checkFindings(sdkFunction(`
    if (e.error === 'entity_not_found') { show404(); } else if (e.error === 'missing_token') { login(); }
    else {}
    //<^ swallowed-error
  `)));

  it('is followed by code that does not concern the error', () => checkFindings(sdkFunction(`
    switch (e.error) {
      case 'invalid_entity':
        showForm();
        break;
      default:
      //<^^^^^ swallowed-error
        break;
    }
    setBusy(false);
  `)));

  it('is a decision when it holds a comment', () => checkSilent(sdkFunction(`
    switch (e.error) {
      case 'invalid_entity':
        showForm();
        break;
      default:
        // the banner of the page shows the rest
        break;
    }
  `)));

  it('is a decision when the comment stands behind break', () => checkSilent(sdkFunction(`
    switch (e.error) {
      case 'invalid_entity':
        showForm();
        break;
      default:
        break; // shown by the global handler
    }
  `)));

  it('is a decision when else holds a block comment', () => checkSilent(sdkCatch(`
    if (e.error === 'already_exists') {
      showTaken();
    } else { /* not worth a word */ }
  `)));

  it('is none when the error is thrown afterwards', () => checkSilent(sdkCatch(`
    switch (e.error) {
      case 'already_exists':
        return null;
      case 'invalid_entity':
        return showForm();
      default:
        break;
    }
    throw e;
  `)));

  it('is none when the error is reported afterwards', () => checkSilent(sdkCatch(`
    if (e.error === 'already_exists') {
      showTaken();
    } else {
    }
    logger.error(e);
  `)));
});
