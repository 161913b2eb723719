import { checkForeign } from '../../harness/check';

describe('Code that has nothing to do with PlusAuth', () => {
  it('an OAuth callback', () => checkForeign(`
    export function onCallback(params: URLSearchParams) {
      switch (params.get('error')) {
        case 'invalid_request':
          return 'The request was malformed';
        case 'server_error':
          return 'The server failed';
        case 'access_denied':
          return 'You said no';
      }
    }
  `));

  it('a token endpoint', () => checkForeign(`
    const body = await response.json();
    if (body.error === 'invalid_request' || body.error === 'invalid_grant') {
      clearSession();
    }
    if (body.error === 'server_error') retryLater();
  `));

  it('gRPC codes', () => checkForeign(`
    import { ConnectError } from '@connectrpc/connect';

    export function onError(err: ConnectError) {
      if (err.code === 'already_exists') return 'duplicate';
      if (err.code === 'not_found') return 'gone';
    }
  `));

  it('one name of PlusAuth’s own is no evidence', () => checkForeign(`
    export function onError(err) {
      if (err.error === 'entity_not_found') {
        show404();
      }
    }
  `));

  it('only shared names, however many', () => checkForeign(`
    switch (failure.error) {
      case 'invalid_request':
      case 'server_error':
      case 'already_exists':
      case 'too_many_requests':
      case 'missing_token':
        show(failure);
        break;
    }
  `));

  it('Stripe', () => checkForeign(`
    import Stripe from 'stripe';
    const stripe = new Stripe(process.env.STRIPE_KEY);

    stripe.customers.create({ email }).catch((err) => {
      if (err.type === 'invalid_request') report();
      if (err.statusCode === 402) askForCard();
      if (err.statusCode === 429) later();
    });
  `));

  it('statuses of anybody', () => checkForeign(`
    const res = await fetch('/api/orders/' + id);
    if (res.status === 404) return null;
    if (res.status === 403) return deny();
    return res.json();
  `));

  it('an enum of anybody', () => checkForeign(`
    export enum ErrorCode { AlreadyExists = 'already_exists', TooManyRequests = 'too_many_requests' }
    export const messages: Record<string, string> = { already_exists: 'Exists', too_many_requests: 'Slow down' };
    export const text = (e: AppError) => messages[e.code];
  `));

  it('a misspelt shared name', () => checkForeign(`
    if (err.error === 'invalid_requst') throw err;
    if (err.error === 'server_eror') retry();
  `));

  it('another product whose name ends in PlusAuth', () => checkForeign(`
    import { GooglePlusAuth } from './google';

    new GooglePlusAuth().signIn().catch((e) => {
      if (e.error === 'invalid_request') retry();
      if (e.error === 'server_error') later();
    });
  `));

  it('another product whose name ends in plusauth, lower case', () => checkForeign(`
    import gplusauth from 'passport-gplusauth';

    gplusauth.login().catch((e) => {
      if (e.error === 'entity_not_found') signUp();
    });
  `));

  it('Plus Authenticator', () => checkForeign(`
    // Texts of the Plus Authenticator app
    export function text(e) {
      if (e.error === 'missing_token') return 'Scan the code again';
    }
  `));

  it('plus authentication in words', () => checkForeign(`
    // basic setup plus authentication, see surplusAuthority()
    if (reply.error === 'missing_token') redirect('/login');
  `));

  it('an empty file', () => checkForeign(''));
  it('a file in which nothing stands', () => checkForeign('export const answer = 42;\n'));
});

describe('A manifest that says nothing of PlusAuth', () => {
  const manifest = JSON.stringify({ name: 'shop', dependencies: { express: '^5.0.0', 'openid-client': '^6.0.0' } });

  it('is no evidence', () => checkForeign(`
    export function onError(err) {
      if (err.error === 'entity_not_found') show404();
    }
  `, { manifest }));

  it('that is broken is no evidence and no exception', () => checkForeign(`
    export function onError(err) {
      if (err.error === 'entity_not_found') show404();
    }
  `, { manifest: '{ "dependencies": {' }));

  it('with another plusauth is none', () => checkForeign(`
    export function onError(err) {
      if (err.error === 'entity_not_found') show404();
    }
  `, { manifest: JSON.stringify({ dependencies: { 'passport-gplusauth': '1.0.0' } }) }));
});

describe('The setting never', () => {
  it('silences a PlusAuth file', () => checkForeign(`
    import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';
    const client = new PlusAuthRestClient('https://acme.plusauth.com');
    client.users.getAll().catch((e) => {
      if (e.error === 'missing_scope') ask();
      if (e.error === 'entity_notfound') show404();
    });
  `, { settings: { context: 'never' } }));
});
