import assert from 'node:assert/strict';
import { checkFindings, checkSilent } from '../../harness/check';
import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';

describe('undocumented-status', () => {
  it('403', async () => {
    const [finding] = await checkFindings(sdkCatch(`
      if (e.status === 403) return deny();
                     //^^^^… undocumented-status
      throw e;
    `));
    assert.equal(finding?.severity, 'hint');
    assert.match(finding?.message ?? '', /401/);
  });

  it('403 as a label', () => checkFindings(sdkCatch(`
    switch (e.status) {
      case 401:
        return login();
      case 403:
         //^^^^… undocumented-status
        return deny();
      default:
        throw e;
    }
  `)));

  it('403 as a string', () => checkFindings(sdkCatch(`
    if (e.status === '403') return deny();
                   //^^^^^ undocumented-status
    throw e;
  `)));

  it('410 in a chain', () => checkFindings(sdkCatch(`
    if (e.status === 404) show404();
    else if (e.status === 410) show404();
                        //^^^^… undocumented-status
    else throw e;
  `)));

  it('403 of a fetch to PlusAuth', () => checkFindings(`
    export async function clients() {
      const res = await fetch('https://acme.plusauth.com/api/v1/clients', { headers });
      if (res.status === 403) return deny();
                       //^^^^… undocumented-status
      if (!res.ok) throw new Error(await res.text());
      return res.json();
    }
  `));

  it('403 of axios', () => checkFindings(`
    import axios from 'axios';
    axios.get('https://acme.plusauth.com/api/v1/clients').catch((err) => {
      if (err.response?.status === 403) return deny();
                                 //^^^^… undocumented-status
      throw err;
    });
  `));

  it('403 made a number first', () => checkFindings(sdkCatch(`
    if (Number(e.status) === 403) return deny();
                           //^^^^… undocumented-status
    throw e;
  `)));

  it('in a handler without fallback', () => checkFindings(sdkCatch(`
    if (e.status === 401) login();
    //<^^^^^^^^^^^^^^^^^^ unhandled-error missing 8
    else if (e.status === 403) deny();
                        //^^^^… undocumented-status
  `)));
});

describe('No undocumented-status', () => {
  it('every documented status', () => checkSilent(sdkCatch(`
    switch (e.status) {
      case 400: case 401: case 402: case 404: case 409: case 422: case 429: return show(e);
      case 500: case 502: case 503: case 504: case 599: return later();
      default: throw e;
    }
  `)));

  it('success', () => checkSilent(`
    export async function add(user) {
      const res = await fetch('https://acme.plusauth.com/api/v1/users', { method: 'POST', body: user });
      switch (res.status) {
        case 200:
        case 201:
        case 204:
          return true;
        case 409:
          return false;
        default:
          throw new Error(await res.text());
      }
    }
  `));

  it('a status that is sent', () => checkSilent(sdkFunction(`
    if (e.error === 'missing_scope') return res.status(403).json({ message: 'Forbidden' });
    return next(e);
  `)));

  it('a number that is no status', () => checkSilent(sdkFunction(`
    if (body.length === 403) return;
    if (e.retryAfter === 418) return later();
    throw e;
  `)));

  it('bounds of a range', () => checkSilent(sdkCatch(`
    if (e.status > 399 && e.status <= 499) return showForm();
    throw e;
  `)));

  it('event codes of PlusAuth’s logs', () => checkSilent(sdk(`
    export function onEntry(entry) {
      switch (entry.event_type) {
        case '4000':
          return failedLogin(entry);
        case '4042':
          return blocked(entry);
        case '100':
          return read(entry);
      }
    }
  `)));
});
