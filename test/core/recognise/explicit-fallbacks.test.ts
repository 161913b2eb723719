import { checkSilent } from '../../harness/check';
import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';

describe('default and else', () => {
  it('default that throws', () => checkSilent(sdkCatch(`
    switch (e.error) {
      case 'already_exists':
        return null;
      default:
        throw e;
    }
  `)));

  it('default that comes first', () => checkSilent(sdkFunction(`
    switch (e.error) {
      default:
        return next(e);
      case 'entity_not_found':
        return res.sendStatus(404);
    }
  `)));

  it('default that shares its body with a case', () => checkSilent(sdkFunction(`
    switch (e.error) {
      case 'missing_token':
        login();
        break;
      case 'server_error':
      default:
        toast('Something went wrong');
    }
  `)));

  it('default in braces', () => checkSilent(sdkFunction(`
    switch (e.error) {
      case 'invalid_entity': {
        const fields = e.error_description;
        showForm(fields);
        break;
      }
      default: {
        report(e);
        break;
      }
    }
  `)));

  it('a last else', () => checkSilent(sdkFunction(`
    if (e.error === 'already_exists') {
      showTaken();
    } else if (e.error === 'invalid_entity') {
      showForm();
    } else {
      showError(e.error_description);
    }
  `)));

  it('an else without braces', () => checkSilent(sdkFunction(`
    if (e.error === 'already_exists') showTaken();
    else throw e;
  `)));

  it('the last arm of chained ternaries', () => checkSilent(sdkFunction(`
    const text =
      e.error === 'missing_token' ? 'Log in' :
      e.error === 'missing_scope' ? 'Ask your admin' :
      'Something went wrong';
    show(text);
  `)));

  it('the last arm that rejects', () => checkSilent(sdk(`
    export const find = (id: string) => plusAuth.users.get(id).catch((e) => (e.error === 'entity_not_found' ? null : Promise.reject(e)));
  `)));

  it('an else on a membership test', () => checkSilent(sdkFunction(`
    if (['missing_token', 'invalid_audience', 'invalid_issuer'].includes(e.error)) {
      login();
    } else {
      toast(e.message);
    }
  `)));

  it('default of switch (true)', () => checkSilent(sdkFunction(`
    switch (true) {
      case e.error === 'already_exists':
        return 'taken';
      case e.status >= 500:
        return 'down';
      default:
        return 'other';
    }
  `)));
});

describe('Negated guards', () => {
  it('rethrows everything else', () => checkSilent(sdkCatch(`
    if (e.error !== 'already_exists') throw e;
  `)));

  it('rethrows everything else in a block and then handles', () => checkSilent(sdkCatch(`
    if (e.error !== 'already_exists') {
      throw e;
    }
    return findUser(body.email);
  `)));

  it('asks for the class at once', () => checkSilent(sdkCatch(`
    if (!(e instanceof PlusAuthRestError) || e.error !== 'entity_not_found') throw e;
    return null;
  `)));

  it('excludes two names', () => checkSilent(sdkCatch(`
    if (e.error !== 'already_exists' && e.error !== 'plan_limit_exceeded') {
      throw e;
    }
    showHint();
  `)));

  it('negates a disjunction', () => checkSilent(sdkFunction(`
    if (!(e.error === 'too_many_requests' || e.error === 'server_error')) return next(e);
    schedule(e);
  `)));

  it('negates a membership test', () => checkSilent(sdkFunction(`
    if (!['too_many_requests', 'server_error'].includes(e.error)) {
      return Promise.reject(e);
    }
    return retry(attempt + 1);
  `)));

  it('negates a set', () => checkSilent(sdk(`
    const HARMLESS = new Set(['entity_not_found', 'already_exists']);

    export async function quietly(work: () => Promise<void>) {
      try {
        await work();
      } catch (e) {
        if (!HARMLESS.has(e.error)) throw e;
      }
    }
  `)));

  it('reports everything else', () => checkSilent(sdkCatch(`
    if (e.error !== 'already_exists') {
      logger.error('adding the user failed', e);
    }
  `)));

  it('ends a retry loop', () => checkSilent(sdk(`
    export async function withRetry(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await work(plusAuth);
        } catch (e) {
          if (e.error !== 'too_many_requests' || attempt === 5) throw e;
          await pause(2 ** attempt * 100 * Math.random());
        }
      }
    }
  `)));

  it('excludes a status', () => checkSilent(sdkCatch(`
    if (e.status !== 409) throw e;
    return findUser(body.email);
  `)));

  it('stands before a switch over the rest', () => checkSilent(sdkCatch(`
    if (e.error !== 'already_exists' && e.error !== 'invalid_entity') throw e;
    switch (e.error) {
      case 'already_exists':
        return showTaken();
      case 'invalid_entity':
        return showForm();
    }
  `)));
});
