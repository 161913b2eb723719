import { checkFindings, checkSilent } from '../../harness/check';
import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';

describe('Who receives the errors that no branch names', () => {
  it('not the else of the class test', () => checkFindings(sdkCatch(`
    if (e instanceof PlusAuthRestError) {
      if (e.error === 'already_exists') {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        showTaken();
      }
    } else {
      throw e;
    }
  `)));

  it('not the else of the test for a name at all', () => checkFindings(sdkCatch(`
    if (e.error) {
      switch (e.error) {
      //<^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
        case 'already_exists':
          showTaken();
          break;
        case 'invalid_entity':
          showForm();
          break;
      }
    } else {
      throw e;
    }
  `)));

  it('not an else if on another class', () => checkFindings(sdkCatch(`
    if (e instanceof PlusAuthRestError && e.error === 'already_exists') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      showTaken();
    } else if (e instanceof TypeError) {
      showOffline();
    }
  `)));

  it('not an else if on something else', () => checkFindings(sdkCatch(`
    if (e.error === 'already_exists') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      showTaken();
    } else if (body.silent) {
      return;
    }
  `)));

  it('an else if on the class of the error', () => checkSilent(sdkCatch(`
    if (e instanceof PlusAuthRestError && e.error === 'already_exists') {
      showTaken();
    } else if (e instanceof PlusAuthRestError) {
      showError(e.message);
    }
  `)));

  it('an else if on Error', () => checkSilent(sdkCatch(`
    if (e.error === 'already_exists') {
      showTaken();
    } else if (e instanceof Error) {
      report(e);
    }
  `)));

  it('an else if on there being a name', () => checkSilent(sdkCatch(`
    if (e.error === 'already_exists') showTaken();
    else if (e.error) toast(e.error);
  `)));

  it('a default that proves exhaustiveness', () => checkSilent(sdkFunction(`
    switch (e.error) {
      case 'already_exists':
        return 'Taken';
      default:
        return assertNever(e.error);
    }
  `)));

  it('a default that returns null', () => checkSilent(sdkFunction(`
    switch (e.error) {
      case 'already_exists':
        return 'Taken';
      default:
        return null;
    }
  `)));

  it('an else behind an empty branch', () => checkSilent(sdkCatch(`
    if (e.error === 'already_exists') {
      // that is what we want
    } else {
      throw e;
    }
  `)));

  it('the throw of a negated guard, whatever its else does', () => checkSilent(sdkCatch(`
    if (e.error !== 'already_exists') throw e;
    else showTaken();
  `)));

  it('the right side of ||', () => checkSilent(sdkFunction(`
    const text = (e.error === 'already_exists' && 'Taken') || 'Something went wrong';
    show(text);
  `)));

  it('a loop that throws what it does not retry', () => checkSilent(sdk(`
    export async function patiently(id: string) {
      while (true) {
        try {
          return await plusAuth.users.get(id);
        } catch (e) {
          if (e.error === 'too_many_requests') {
            await pause(1000);
            continue;
          }
          throw e;
        }
      }
    }
  `)));

  it('a throw behind a nested try', () => checkSilent(sdkCatch(`
    if (e.error === 'already_exists') {
      try {
        await plusAuth.users.update(body.id, body);
      } catch (inner) {
        throw new AggregateError([e, inner]);
      }
      return;
    }
    throw e;
  `)));

  it('an outer catch gets what the inner one throws on, and forgets it', () => checkFindings(sdk(`
    export async function both(body) {
      try {
        try {
          await plusAuth.users.create(body);
        } catch (inner) {
          if (inner.error !== 'already_exists') throw inner;
        }
        await plusAuth.users.assignRoles(body.id, ['member']);
      } catch (outer) {
        if (outer.error === 'entity_not_found') show404();
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
      }
    }
  `)));

  it('every catch for itself', () => checkFindings(sdk(`
    export async function both(body) {
      try {
        await plusAuth.users.create(body);
      } catch (e) {
        if (e.error === 'already_exists') showTaken();
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      }
      try {
        await plusAuth.roles.create(body.role);
      } catch (e) {
        if (e.error === 'plan_limit_exceeded') upgrade();
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: plan_limit_exceeded
      }
    }
  `)));

  it('a function that catch is given by name', () => checkFindings(sdk(`
    function onFailure(e) {
      if (e.error === 'missing_scope') ask();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope
    }
    plusAuth.users.getAll().then(show).catch(onFailure);
  `)));

  it('a callback in the old style', () => checkSilent(sdk(`
    export function load(id, callback) {
      fetchUser(plusAuth, id, (err, user) => {
        if (err) {
          if (err.error === 'entity_not_found') callback(null, null);
          else callback(err);
          return;
        }
        callback(null, user);
      });
    }
  `)));

  it('a throw behind a status switch with a name switch in it', () => checkSilent(sdkCatch(`
    switch (e.status) {
      case 401:
        switch (e.error) {
          case 'missing_token':
            return login();
        }
        break;
      case 404:
        return show404();
    }
    throw e;
  `)));

  it('a field of the class', () => checkFindings(sdk(`
    export class Dialog {
      failure?: PlusAuthRestError;
      render() {
        switch (this.failure?.error) {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
          case 'already_exists':
            this.show('Taken');
            break;
        }
      }
    }
  `)));

  it('a variable assigned before, though the default is empty', () => checkSilent(sdkFunction(`
    let text = 'Something went wrong';
    switch (e.error) {
      case 'already_exists':
        text = 'Taken';
        break;
      default:
        break;
    }
    show(text);
  `)));

  it('comments between the branches change nothing', () => checkFindings(sdkCatch(`
    // the usual
    if (e.error === 'already_exists') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      showTaken();
    }
    // the form
    else if (e.error === 'invalid_entity') {
      showForm(); // with fields
    }
  `)));
});
