import assert from 'node:assert/strict';
import { checkFindings, checkSilent } from '../../harness/check';
import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';

describe('unknown-error: misspelt names', () => {
  it('a missing underscore', () => checkFindings(sdkCatch(`
    if (e.error === 'entity_notfound') return null;
                  //^^^^^^^^^^^^^^^^^ unknown-error
    throw e;
  `)));

  it('a missing letter in a case label', () => checkFindings(sdkCatch(`
    switch (e.error) {
      case 'already_exist':
         //^^^^^^^^^^^^^^^ unknown-error
        return showTaken();
      default:
        throw e;
    }
  `)));

  it('a doubled letter', () => checkFindings(sdkCatch(`
    if (e.error === 'allready_exists') return showTaken();
                  //^^^^^^^^^^^^^^^^^ unknown-error
    throw e;
  `)));

  it('two letters that changed places', () => checkFindings(sdkCatch(`
    if (e.error === 'invalid_enitty') return showForm();
                  //^^^^^^^^^^^^^^^^ unknown-error
    throw e;
  `)));

  it('two edits', () => checkFindings(sdkCatch(`
    if (e.error === 'plan_limt_exceded') return upgrade();
                  //^^^^^^^^^^^^^^^^^^^ unknown-error
    throw e;
  `)));

  it('British spelling', () => checkFindings(sdkCatch(`
    if (e.error === 'unauthorised_user') return deny();
                  //^^^^^^^^^^^^^^^^^^^ unknown-error
    throw e;
  `)));

  it('a hyphen', () => checkFindings(sdkCatch(`
    if (e.error === "already-exists") return showTaken();
                  //^^^^^^^^^^^^^^^^ unknown-error
    throw e;
  `)));

  it('a singular', () => checkFindings(sdkFunction(`
    if (e.error === 'too_many_request' && attempt < 3) return retry(attempt + 1);
                  //^^^^^^^^^^^^^^^^^^ unknown-error
    return next(e);
  `)));

  it('in a negated guard', () => checkFindings(sdkCatch(`
    if (e.error !== 'entity_not_fount') throw e;
                  //^^^^^^^^^^^^^^^^^^ unknown-error
  `)));

  it('in a list', () => checkFindings(sdkFunction(`
    if (['missing_token', 'mising_scope'].includes(e.error)) login();
                        //^^^^^^^^^^^^^^ unknown-error
    else next(e);
  `)));

  it('in a set of the module', () => checkFindings(sdk(`
    const AUTH = new Set(['missing_token', 'invalid_audiance']);
                                         //^^^^^^^^^^^^^^^^^^ unknown-error
    export function onFailure(e) {
      if (!AUTH.has(e.error)) throw e;
      login();
    }
  `)));

  it('as a key of a table', () => checkFindings(sdk(`
    const texts = {
      'already_exists': 'Taken',
      'invalid_entitiy': 'Wrong',
      //<^^^^^^^^^^^^^^ unknown-error
    };
    export const text = (e) => texts[e.error] ?? 'Oops';
  `)));

  it('in a predicate', () => checkFindings(sdk(`
    export const isGone = (e: PlusAuthRestError) => e.error === 'entity_not_fuond';
                                                              //^^^^^^^^^^^^^^^^^^ unknown-error
  `)));

  it('in a ternary', () => checkFindings(sdkFunction(`
    show(e.error === 'server_eror' ? 'Later' : e.message);
                   //^^^^^^^^^^^^^ unknown-error
  `)));

  it('literal first', () => checkFindings(sdkCatch(`
    if ('missing_tokn' == e.error) return login();
      //^^^^^^^^^^^^^^ unknown-error
    throw e;
  `)));

  it('through axios', () => checkFindings(`
    import axios from 'axios';
    axios.get('https://acme.plusauth.com/api/v1/users').catch((err) => {
      if (err.response?.data?.error === 'missing_scopes') return ask();
                                      //^^^^^^^^^^^^^^^^ unknown-error
      throw err;
    });
  `));

  it('says what was meant and can write it', async () => {
    const [finding] = await checkFindings(sdkCatch(`
      if (e.error === 'entity_notfound') return null;
                    //^^^^^^^^^^^^^^^^^ unknown-error
      throw e;
    `));
    assert.ok(finding);
    assert.match(finding.message, /entity_not_found/);
    assert.equal(finding.severity, 'warning');
    const [fix] = finding.fixes();
    assert.ok(fix);
    assert.match(fix.title, /entity_not_found/);
  });
});

describe('unknown-error: names that are right', () => {
  it('other names of PlusAuth', () => checkSilent(sdkFunction(`
    if (e.error === 'already_exists') return showTaken();
    if (e.error === 'invalid_entity') return showForm();
    if (e.error === 'email_not_verified') return verify();
    throw e;
  `)));

  it('names of OAuth beside the catalogue’s', () => checkSilent(sdkFunction(`
    switch (e.error) {
      case 'missing_token':
      case 'missing_scope':
      case 'invalid_audience':
      case 'invalid_token':
      case 'insufficient_scope':
        return login();
      default:
        throw e;
    }
  `)));

  it('names of the application', () => checkSilent(sdkFunction(`
    switch (e.error) {
      case 'already_exists':
        return showTaken();
      case 'my_custom_error':
      case 'quota_of_shop_reached':
        return showOwn(e);
      default:
        throw e;
    }
  `)));

  it('three edits away', () => checkSilent(sdkFunction(`
    if (e.error === 'entity_found') return show();
    if (e.error === 'missing_cope_x') return show();
    throw e;
  `)));

  it('a name that contains another', () => checkSilent(sdkFunction(`
    if (e.error === 'already_exists') return showTaken();
    if (e.error === 'role_already_exists') return showRole();
    throw e;
  `)));

  it('words that are not compared with an error', () => checkSilent(sdkFunction(`
    logger.error('server_eror', e);
    const key = 'already_exist';
    track({ event: 'entity_notfound' }, key);
  `)));

  it('a test of another property', () => checkSilent(sdkFunction(`
    if (e.field === 'invalid_entit') return showForm();
    throw e;
  `)));
});
