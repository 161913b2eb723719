import { checkFindings, checkSilent } from '../../harness/check';
import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';

describe('Handlers: switch', () => {
  it('over the SDK error', () => checkFindings(sdkCatch(`
    switch (e.error) {
    //<^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      case 'already_exists':
        showTaken();
        break;
      case 'invalid_entity':
        showForm();
        break;
    }
  `)));

  it('over the message, where the SDK puts the name too', () => checkFindings(sdkCatch(`
    switch (e.message) {
    //<^^^^^^^^^^^^^^^ unhandled-error without: plan_limit_exceeded
      case 'plan_limit_exceeded':
        upgrade();
        break;
    }
  `)));

  it('with double quotes and no semicolons', () => checkFindings(sdk(`
    const onFailure = (failure: PlusAuthRestError) => {
      switch (failure.error) {
      //<^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope, unauthorized_user
        case "missing_scope": return ask()
        case "unauthorized_user": return deny()
      }
    }
  `)));

  it('indented with tabs', () => checkFindings(sdk([
    'export function onFailure(error) {',
    '\tswitch (error.error) {',
    '\t//<^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found',
    '\t\tcase \'entity_not_found\':',
    '\t\t\tshow404();',
    '\t}',
    '}',
  ].join('\n'))));

  it('with template strings as labels', () => checkFindings(sdkFunction(
    'switch (e.error) {\n//<^^^^^^^^^^^^^ unhandled-error without: missing_token\n  case `missing_token`:\n    login();\n}',
  )));

  it('of true', () => checkFindings(sdkFunction(`
    switch (true) {
    //<^^^^^^^^^^ unhandled-error without: already_exists, server_error
      case e.error === 'already_exists':
        showTaken();
        break;
      case e.status >= 500:
        showOutage();
        break;
    }
  `)));

  it('of true that returns and goes on with a value', () => checkSilent(sdkFunction(`
    switch (true) {
      case e.error === 'already_exists':
        return 'Taken';
      case e.error === 'invalid_entity':
        return 'Wrong';
    }
    return 'Unknown';
  `)));

  it('of all fourteen names', () => checkSilent(sdkFunction(`
    switch (e.error) {
      case 'invalid_request': case 'unsupported_view_template': case 'plan_limit_exceeded': case 'invalid_audience':
      case 'invalid_issuer': case 'invalid_authorization_scheme': case 'missing_scope': case 'missing_token':
      case 'unauthorized_user': case 'entity_not_found': case 'already_exists': case 'invalid_entity':
      case 'too_many_requests': case 'server_error':
        count(e.error);
        break;
    }
  `)));

  it('of all but one', () => checkFindings(sdkFunction(`
    switch (e.error) {
    //<^^^^^^^^^^^^^ unhandled-error missing: invalid_issuer
      case 'invalid_request': case 'unsupported_view_template': case 'plan_limit_exceeded': case 'invalid_audience':
      case 'invalid_authorization_scheme': case 'missing_scope': case 'missing_token': case 'unauthorized_user':
      case 'entity_not_found': case 'already_exists': case 'invalid_entity': case 'too_many_requests': case 'server_error':
        count(e.error);
        break;
    }
  `)));
});

describe('Handlers: if', () => {
  it('one if on one name', () => checkFindings(sdkCatch(`
    if (e.error === 'already_exists') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      showTaken();
    }
  `)));

  it('else if chain', () => checkFindings(sdkCatch(`
    if (e.error === 'already_exists') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity, plan_limit_exceeded
      showTaken();
    } else if (e.error === 'invalid_entity') {
      showForm();
    } else if (e.error === 'plan_limit_exceeded') {
      upgrade();
    }
  `)));

  it('consecutive guards are one handler', () => checkFindings(sdkFunction(`
    if (e.error === 'missing_token') return login();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, missing_scope, unauthorized_user
    if (e.error === 'missing_scope') return askForScope();
    if (e.error === 'unauthorized_user') return deny();
  `)));

  it('consecutive ifs that do not leave', () => checkFindings(sdkFunction(`
    if (e.error === 'missing_token') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
      login();
    }
    if (e.error === 'missing_scope') {
      askForScope();
    }
  `)));

  it('literals first', () => checkFindings(sdkCatch(`
    if ('already_exists' === e.error) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      showTaken();
    }
  `)));

  it('loose equality', () => checkFindings(sdkCatch(`
    if (e.error == 'entity_not_found') show404();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
  `)));

  it('behind a class test in the same condition', () => checkFindings(sdkCatch(`
    if (e instanceof PlusAuthRestError && e.error === 'already_exists') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      return findUser(body.email);
    }
  `)));

  it('inside a class test', () => checkFindings(sdkCatch(`
    if (e instanceof PlusAuthRestError) {
      if (e.error === 'already_exists') {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, too_many_requests
        showTaken();
      } else if (e.error === 'too_many_requests') {
        later();
      }
    }
  `)));

  it('behind a guard that rethrows foreign errors only', () => checkFindings(sdkCatch(`
    if (!(e instanceof PlusAuthRestError)) throw e;
    switch (e.error) {
    //<^^^^^^^^^^^^^ unhandled-error missing 13
      case 'already_exists':
        showTaken();
    }
  `)));

  it('over several lines', () => checkFindings(sdkCatch(`
    if (
    //<^… unhandled-error without: missing_token, invalid_audience
      e.error === 'missing_token' ||
      e.error === 'invalid_audience'
    ) {
      login();
    }
  `)));

  it('without any evidence beyond the import, on another variable', () => checkFindings(sdk(`
    export const onQueryError = (problem) => {
      if (problem.error === 'missing_scope') toast('Not allowed');
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
    };
  `)));
});

describe('Handlers: ternaries and membership', () => {
  it('a short circuit as a statement', () => checkFindings(sdkFunction(`
    const fresh = attempt === 0;
    e.error === 'already_exists' && showTaken(fresh);
    //<^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
  `)));

  it('a list that decides what happens', () => checkFindings(sdkFunction(`
    if (['missing_token', 'invalid_audience', 'invalid_issuer'].includes(e.error)) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 11
      login();
    }
  `)));

  it('a set of the module', () => checkFindings(sdk(`
    const AUTH_ERRORS = new Set(['missing_token', 'invalid_audience', 'invalid_issuer', 'invalid_authorization_scheme']);

    export function onFailure(e: PlusAuthRestError) {
      if (AUTH_ERRORS.has(e.error)) {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, invalid_audience, invalid_issuer, invalid_authorization_scheme
        login();
      }
    }
  `)));

  it('a list of the module', () => checkFindings(sdk(`
    const RETRYABLE: readonly string[] = ['too_many_requests', 'server_error'];

    plusAuth.users.getAll().catch((e) => {
      if (RETRYABLE.includes(e.error)) {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: too_many_requests, server_error
        schedule();
      }
    });
  `)));

  it('indexOf', () => checkFindings(sdkFunction(`
    if (['missing_token', 'missing_scope'].indexOf(e.error) !== -1) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
      login();
    }
  `)));

  it('a list of statuses', () => checkFindings(sdkFunction(`
    if ([404, 409].includes(e.status)) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found, already_exists
      return ignore();
    }
  `)));

  it('lists in a chain', () => checkFindings(sdkFunction(`
    if (['missing_token', 'missing_scope'].includes(e.error)) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 10
      login();
    } else if (['too_many_requests', 'server_error'].includes(e.error)) {
      later();
    }
  `)));
});
