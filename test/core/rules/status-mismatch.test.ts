import assert from 'node:assert/strict';
import { checkFindings, checkSilent } from '../../harness/check';
import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';

describe('status-mismatch', () => {
  it('in one condition', async () => {
    const [finding] = await checkFindings(sdkCatch(`
      if (e.error === 'already_exists' && e.status === 400) return showTaken();
                                                     //^^^^… status-mismatch
      throw e;
    `));
    assert.match(finding?.message ?? '', /409/);
    assert.equal(finding?.severity, 'warning');
  });

  it('status first', () => checkFindings(sdkCatch(`
    if (e.status === 404 && e.error === 'missing_scope') return ask();
                   //^^^^… status-mismatch
    throw e;
  `)));

  it('status as a string', () => checkFindings(sdkCatch(`
    if (e.error === 'entity_not_found' && e.status === '400') return null;
                                                     //^^^^^… status-mismatch
    throw e;
  `)));

  it('with another condition between', () => checkFindings(sdkFunction(`
    if (e.error === 'too_many_requests' && attempt < 3 && e.status === 503) return retry();
                                                                     //^^^^… status-mismatch
    throw e;
  `)));

  it('in axios’s response', () => checkFindings(`
    import axios from 'axios';
    axios.post('https://acme.plusauth.com/api/v1/users', user).catch((err) => {
      if (err.response?.status === 400 && err.response?.data?.error === 'invalid_entity') return showForm();
                                 //^^^^… status-mismatch
      throw err;
    });
  `));

  it('in an object', () => checkFindings(sdk(`
    export const taken = { error: 'already_exists', status: 400 };
                                                          //^^^^… status-mismatch
  `)));

  it('in a mock, status first and as a string', () => checkFindings(sdk(`
    vi.spyOn(plusAuth.users, 'get').mockRejectedValue({ status: '400', error: 'entity_not_found' });
                                                              //^^^^^… status-mismatch
  `)));

  it('server_error outside its range', () => checkFindings(sdk(`
    export const outage = { error: 'server_error', status: 429 };
                                                         //^^^^… status-mismatch
  `)));

  it('in a predicate', () => checkFindings(sdk(`
    export const isTaken = (e: PlusAuthRestError) => e.error === 'already_exists' && e.status === 422;
                                                                                                //^^^^… status-mismatch
  `)));
});

describe('No status-mismatch', () => {
  it('what belongs together', () => checkSilent(sdkFunction(`
    if (e.error === 'already_exists' && e.status === 409) return showTaken();
    if (e.error === 'server_error' && e.status === 503) return showOutage();
    if (e.error === 'missing_scope' && e.status == '401') return ask();
    throw e;
  `)));

  it('a range that holds the status', () => checkSilent(sdkFunction(`
    if (e.error === 'server_error' && e.status >= 500) return showOutage();
    if (e.error === 'already_exists' && e.status >= 400 && e.status < 500) return showTaken();
    throw e;
  `)));

  it('an alternative', () => checkSilent(sdkCatch(`
    if (e.error === 'already_exists' || e.status === 400) return showForm();
    throw e;
  `)));

  it('a negated status', () => checkSilent(sdkCatch(`
    if (e.error === 'already_exists' && e.status !== 400) return showTaken();
    throw e;
  `)));

  it('two different errors', () => checkSilent(sdk(`
    export function both(first: PlusAuthRestError, second: PlusAuthRestError) {
      if (first.error === 'already_exists' && second.status === 404) return 'moved';
      throw first;
    }
  `)));

  it('a status of something else', () => checkSilent(sdk(`
    export const log = { error: 'already_exists', status: 'failed', attempts: 400 };
    export const job = { error: 'entity_not_found', duration: 400, size: 500 };
  `)));

  it('an answer with the status of one’s own API', () => checkSilent(sdkFunction(`
    if (e.error === 'entity_not_found') return res.status(410).json({ message: 'gone' });
    return next(e);
  `)));

  it('branches that stand side by side', () => checkSilent(sdkFunction(`
    if (e.error === 'already_exists') return showTaken();
    else if (e.status === 400) return showForm();
    else throw e;
  `)));
});
