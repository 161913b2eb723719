import { checkFindings, checkSilent } from '../../harness/check';
import { sdkCatch, sdkFunction } from '../../harness/sources';

describe('The handled set: names', () => {
  it('|| adds both', () => checkFindings(sdkCatch(`
    if (e.error === 'missing_token' || e.error === 'invalid_audience') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, invalid_audience
      login();
    }
  `)));

  it('labels that share a body', () => checkFindings(sdkCatch(`
    switch (e.error) {
    //<^^^^^^^^^^^^^ unhandled-error missing 11
      case 'missing_scope':
      case 'unauthorized_user':
      case 'missing_token':
        deny();
        break;
    }
  `)));

  it('an extra condition counts as handled', () => checkFindings(sdkFunction(`
    if (e.error === 'too_many_requests' && attempt < 3) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: too_many_requests, server_error
      retry();
    } else if (attempt < 2 && e.error === 'server_error') {
      retry();
    }
  `)));

  it('a foreign name beside the catalogue’s is neither missing nor wrong', () => checkFindings(sdkFunction(`
    switch (e.error) {
    //<^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      case 'email_not_verified':
        return verify();
      case 'already_exists':
        return showTaken();
      case 'invalid_entity':
        return showForm();
    }
  `)));

  it('a name that holds another name as a part', () => checkFindings(sdkFunction(`
    switch (e.error) {
    //<^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      case 'identity_not_found':
        return show404();
      case 'already_exists':
        return showTaken();
      case 'invalid_entity':
        return showForm();
    }
  `)));

  it('a nested handler of another part of the same error', () => checkSilent(sdkFunction(`
    if (e.error === 'invalid_entity') {
      if (e.field === 'email') showEmail();
      else showForm();
    } else {
      throw e;
    }
  `)));
});

describe('The handled set: statuses', () => {
  it('a status handles all its names', () => checkFindings(sdkCatch(`
    if (e.status === 401) {
    //<^^^^^^^^^^^^^^^^^^ unhandled-error missing: invalid_request, unsupported_view_template, plan_limit_exceeded, entity_not_found, already_exists, invalid_entity, too_many_requests, server_error
      login();
    }
  `)));

  it('a status as a string', () => checkFindings(sdkCatch(`
    if (e.status === '409') showTaken();
    //<^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
  `)));

  it('a loose comparison with a string', () => checkFindings(sdkCatch(`
    if (e.status == '404') show404();
    //<^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
  `)));

  it('a status made a number', () => checkFindings(sdkCatch(`
    switch (Number(e.status)) {
    //<^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, too_many_requests
      case 409:
        return showTaken();
      case 429:
        return later();
    }
  `)));

  it('>= 500', () => checkFindings(sdkCatch(`
    if (e.status >= 500) {
    //<^^^^^^^^^^^^^^^^^ unhandled-error without: server_error, already_exists
      showOutage();
    } else if (e.error === 'already_exists') {
      showTaken();
    }
  `)));

  it('> 499 and 500 <= status', () => checkFindings(sdkCatch(`
    if (e.status > 499) showOutage();
    //<^^^^^^^^^^^^^^^^ unhandled-error without: server_error, entity_not_found
    else if (404 === e.status) show404();
  `)));

  it('>= 400 handles all', () => checkSilent(sdkCatch(`
    if (e.status >= 400) {
      toast('PlusAuth said no');
    }
  `)));

  it('a range within the fours', () => checkFindings(sdkCatch(`
    if (e.status >= 400 && e.status < 500) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing: server_error
      toast('Your request was wrong');
    }
  `)));

  it('ranges that meet', () => checkSilent(sdkCatch(`
    if (e.status >= 400 && e.status < 500) {
      toast('Your request was wrong');
    } else if (e.status >= 500) {
      toast('PlusAuth is down');
    }
  `)));

  it('the hundreds', () => checkFindings(sdkCatch(`
    if (Math.floor(e.status / 100) === 5) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: server_error, too_many_requests
      showOutage();
    } else if (e.status === 429) {
      later();
    }
  `)));

  it('a class of statuses as a text, all classes named', () => checkSilent(sdkCatch(`
    const kind = Math.floor(e.status / 100) + 'xx';
    switch (kind) {
      case '4xx':
        return toast('Your request was wrong');
      case '5xx':
        return toast('PlusAuth is down');
    }
  `)));

  it('single fives are the server’s', () => checkFindings(sdkCatch(`
    switch (e.status) {
    //<^^^^^^^^^^^^^^ unhandled-error without: server_error, already_exists
      case 500:
      case 502:
      case 503:
        return showOutage();
      case 409:
        return showTaken();
    }
  `)));

  it('every documented status', () => checkSilent(sdkCatch(`
    switch (e.status) {
      case 400: case 422: return showForm();
      case 401: return login();
      case 402: return upgrade();
      case 404: return show404();
      case 409: return showTaken();
      case 429: return later();
      case 500: return showOutage();
    }
  `)));

  it('names and statuses together', () => checkFindings(sdkCatch(`
    if (e.error === 'missing_scope') return ask();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing: invalid_request, unsupported_view_template, plan_limit_exceeded, invalid_entity, too_many_requests, entity_not_found
    if (e.status === 401) return login();
    if (e.status >= 500) return showOutage();
    if (e.error === 'already_exists') return showTaken();
  `)));

  it('a name switch inside one case of a status switch misses only that status’s names', () => checkFindings(sdkCatch(`
    switch (e.status) {
      case 401:
        switch (e.error) {
        //<^^^^^^^^^^^^^ unhandled-error missing: invalid_audience, invalid_issuer, invalid_authorization_scheme, unauthorized_user
          case 'missing_token':
            return login();
          case 'missing_scope':
            return ask();
        }
        break;
      case 404:
        return show404();
      default:
        throw e;
    }
  `)));

  it('a name chain inside a status branch', () => checkFindings(sdkCatch(`
    if (e.status === 400) {
      if (e.error === 'invalid_request') showForm();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing: unsupported_view_template
    } else {
      throw e;
    }
  `)));

  it('an inner switch that knows all names of its status', () => checkSilent(sdkCatch(`
    switch (e.status) {
      case 400:
        switch (e.error) {
          case 'invalid_request':
            return showForm();
          case 'unsupported_view_template':
            return pickTemplate();
        }
        break;
      default:
        throw e;
    }
  `)));
});
