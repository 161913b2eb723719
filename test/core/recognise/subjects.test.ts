import { checkFindings, checkSilent } from '../../harness/check';
import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';

describe('Subjects: one value under several spellings', () => {
  it('optional chaining', () => checkFindings(sdkCatch(`
    if (e?.error === 'already_exists') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      showTaken();
    } else if (e.error === 'invalid_entity') {
      showForm();
    }
  `)));

  it('casts with as', () => checkFindings(sdkCatch(`
    if ((e as PlusAuthRestError).error === 'already_exists') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, missing_scope
      showTaken();
    }
    if (e.error === 'missing_scope') {
      ask();
    }
  `)));

  it('double casts', () => checkFindings(sdkCatch(`
    switch ((e as unknown as { error?: string }).error) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
      case 'entity_not_found':
        show404();
    }
  `)));

  it('angle bracket casts and non-null', () => checkFindings(sdkCatch(`
    switch ((<PlusAuthRestError>e).error!) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
      case 'entity_not_found':
        show404();
    }
  `)));

  it('an element access', () => checkFindings(sdkCatch(`
    if (e['error'] === 'already_exists') showTaken();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
    else if (e.error === 'invalid_entity') showForm();
  `)));

  it('a destructured name', () => checkFindings(sdkCatch(`
    const { error } = e as PlusAuthRestError;
    switch (error) {
    //<^^^^^^^^^^^ unhandled-error without: already_exists
      case 'already_exists':
        showTaken();
    }
  `)));

  it('a destructured name under another name', () => checkFindings(sdkCatch(`
    const { error: code, error_description: detail } = e;
    if (code === 'already_exists') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      showTaken(detail);
    } else if (e.error === 'invalid_entity') {
      showForm(detail);
    }
  `)));

  it('a local constant', () => checkFindings(sdkCatch(`
    const reason = e.error;
    if (reason === 'missing_token') return login();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, entity_not_found
    if (e.error === 'entity_not_found') return show404();
  `)));

  it('an alias of the error itself', () => checkFindings(sdkCatch(`
    const failure = e as PlusAuthRestError;
    switch (failure.error) {
    //<^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
      case 'missing_token':
        return login();
      case 'entity_not_found':
        return show404();
    }
  `)));

  it('a parameter that is destructured', () => checkFindings(sdk(`
    plusAuth.users.create(body).catch(({ error, status }) => {
      if (error === 'already_exists') {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, server_error
        showTaken();
      } else if (status >= 500) {
        showOutage();
      }
    });
  `)));

  it('name and status of one value are one handler', () => checkFindings(sdkCatch(`
    const { error, status } = e;
    if (error === 'already_exists') return showTaken();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
    if (status === 404) return show404();
  `)));

  it('two errors are two handlers', () => checkFindings(sdk(`
    export function onBoth(first: PlusAuthRestError, second: PlusAuthRestError) {
      if (first.error === 'already_exists') showTaken();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      if (second.error === 'missing_token') login();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token
    }
  `)));

  it('the same name in two functions is two errors', () => checkFindings(sdk(`
    export const onUsers = (e) => {
      if (e.error === 'already_exists') showTaken();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    };
    export const onRoles = (e) => {
      if (e.error === 'missing_scope') ask();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope
    };
  `)));

  it('lower case made sure of', () => checkSilent(sdkCatch(`
    switch (e.error?.toLowerCase()) {
      case 'already_exists':
        return showTaken();
      default:
        throw e;
    }
  `)));
});

describe('Constants and enums', () => {
  it('a constant of the file', () => checkFindings(sdk(`
    const TAKEN = 'already_exists';
    const GONE = 'entity_not_found';

    plusAuth.users.update(id, body).catch((e) => {
      if (e.error === TAKEN) {
      //<^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
        rename();
      } else if (e.error === GONE) {
        show404();
      }
    });
  `)));

  it('a string enum of the file', () => checkFindings(sdk(`
    enum Failure {
      Taken = 'already_exists',
      Form = 'invalid_entity',
    }

    export function onFailure(e: PlusAuthRestError) {
      switch (e.error) {
      //<^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
        case Failure.Taken:
          return showTaken();
        case Failure.Form:
          return showForm();
      }
    }
  `)));

  it('an as const object of the file', () => checkFindings(sdk(`
    export const Errors = {
      taken: 'already_exists',
      limited: 'too_many_requests',
    } as const;

    export function onFailure(e: PlusAuthRestError) {
      if (e.error === Errors.taken) return showTaken();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, too_many_requests
      if (e.error === Errors['limited']) return later();
    }
  `)));

  it('a list made of constants', () => checkFindings(sdk(`
    const MISSING_TOKEN = 'missing_token';
    const MISSING_SCOPE = 'missing_scope';
    const AUTH = [MISSING_TOKEN, MISSING_SCOPE];

    export function onFailure(e: PlusAuthRestError) {
      if (AUTH.includes(e.error)) login();
      //<^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, missing_scope
    }
  `)));

  it('a table with computed keys', () => checkFindings(sdk(`
    enum Code { Exists = 'already_exists', Gone = 'entity_not_found' }
    const texts = { [Code.Exists]: 'Taken', [Code.Gone]: 'Gone' };
        //^^^^^ unhandled-error without: already_exists, entity_not_found
    export const text = (e: PlusAuthRestError) => texts[e.error];
  `)));

  it('enum members that were imported, in screaming case', () => checkFindings(sdk(`
    import { PlusAuthError } from './plusauth-errors';

    export function onFailure(e) {
      switch (e.error) {
      //<^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
        case PlusAuthError.ALREADY_EXISTS:
          return showTaken();
        case PlusAuthError.ENTITY_NOT_FOUND:
          return show404();
      }
    }
  `)));

  it('enum members that were imported, in Pascal and camel case', () => checkFindings(sdk(`
    import { ErrorCode } from './codes';

    export function onFailure(e) {
      if (e.error === ErrorCode.EntityNotFound) return show404();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found, too_many_requests
      else if (e.error === ErrorCode.tooManyRequests) return later();
    }
  `)));

  it('a constant that was imported and says its name', () => checkFindings(sdk(`
    import { ALREADY_EXISTS } from './codes';

    plusAuth.users.create(body).catch((e) => {
      if (e.error === ALREADY_EXISTS) showTaken();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    });
  `)));

  it('an enum without handler is no handler', () => checkSilent(sdk(`
    export enum ErrorCode {
      AlreadyExists = 'already_exists',
      EntityNotFound = 'entity_not_found',
      MissingScope = 'missing_scope',
    }
  `)));

  it('a constant whose value is another vendor’s name hides nothing', () => checkFindings(sdkFunction(`
    const NOT_VERIFIED = 'email_not_verified';
    if (e.error === NOT_VERIFIED) return verify();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, missing_token
    if (e.error === 'already_exists') return showTaken();
    if (e.error === 'missing_token') return login();
  `)));
});
