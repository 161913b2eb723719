import { checkFindings, checkSilent } from '../../harness/check';
import { sdk, sdkFunction } from '../../harness/sources';

describe('Foreign values in a PlusAuth file', () => {
  it('the token endpoint of the tenant', () => checkSilent(`
    const res = await fetch('https://acme.plusauth.com/oauth2/token', { method: 'POST', body });
    const answer = await res.json();
    if (answer.error === 'invalid_request') report(answer);
    if (answer.error === 'server_error') retry();
  `));

  it('userinfo of the tenant', () => checkSilent(`
    export async function me() {
      const res = await fetch(process.env.PLUSAUTH_URL + '/oidc/userinfo', { headers });
      if (res.status === 401) return login();
      return res.json();
    }
  `));

  it('another URL', () => checkSilent(sdk(`
    export async function order(id: string) {
      const res = await fetch('https://api.shop.example/orders/' + id);
      if (res.status === 404) return null;
      const body = await res.json();
      if (body.error === 'too_many_requests') return later();
      return body;
    }
  `)));

  it('another vendor’s client', () => checkSilent(sdk(`
    import Stripe from 'stripe';
    const stripe = new Stripe(process.env.STRIPE_KEY);

    export async function pay(user) {
      try {
        await stripe.paymentIntents.create({ customer: user.id });
      } catch (err) {
        if (err.code === 'invalid_request') report(err.param);
        if (err.statusCode === 402) askForCard();
      }
    }
  `)));

  it('another axios client', () => checkSilent(sdk(`
    import axios from 'axios';
    const crm = axios.create({ baseURL: 'https://crm.example/v2' });

    crm.post('/contacts', contact).catch((err) => {
      if (err.response?.status === 409) merge();
      if (err.response?.data?.error === 'already_exists') merge();
    });
  `)));

  it('OAuth names outnumber the catalogue’s', () => checkSilent(sdkFunction(`
    switch (e.error) {
      case 'access_denied':
        return denied();
      case 'login_required':
        return login();
      case 'invalid_request':
        return broken();
    }
  `)));

  it('as many widget names as names of the catalogue', () => checkSilent(sdkFunction(`
    switch (e.error) {
      case 'email_not_verified':
        return verify();
      case 'too_many_requests':
        return later();
    }
  `)));

  it('the widget’s log-in switch', () => checkSilent(`
    import { PlusAuthWidget } from '@plusauth/widget';

    export function onLoginError(error) {
      switch (error.error) {
        case 'email_not_verified':
        case 'user_not_found':
        case 'invalid_credentials':
          return showLogin(error);
        case 'invalid_request':
          return reload();
        case 'too_many_requests':
          return wait(error);
      }
    }
  `));

  it('the OIDC client’s silent renewal', () => checkSilent(`
    import { OIDCClient } from '@plusauth/oidc-client-js';

    oidc.on('silent_renew_error', (e) => {
      if (e.error === 'login_required' || e.error === 'interaction_required') return oidc.login();
      if (e.error === 'server_error') return later();
    });
  `));

  it('gRPC beside PlusAuth', () => checkSilent(sdk(`
    import { ConnectError, createClient } from '@connectrpc/connect';

    export async function reserve(grpc, name) {
      try {
        await grpc.reserve({ name });
      } catch (err) {
        if (ConnectError.from(err).code === 'already_exists') return false;
        throw err;
      }
    }
  `)));

  it('a 403 of another API', () => checkSilent(sdk(`
    export async function repo(name: string) {
      const res = await fetch('https://api.github.com/repos/' + name);
      if (res.status === 403) return limited();
      if (!res.ok) throw new Error('GitHub');
      return res.json();
    }
  `)));

  it('a misspelling in another API’s answer', () => checkSilent(sdk(`
    const reply = await (await fetch('https://legacy.example/rpc')).json();
    if (reply.error === 'allready_exists') skip();
  `)));

  it('a name and a status of another API', () => checkSilent(sdk(`
    const reply = await fetch('https://legacy.example/rpc');
    const data = await reply.json();
    if (data.error === 'already_exists' && reply.status === 400) skip();
  `)));

  it('a call of PlusAuth beside another call', () => checkFindings(sdk(`
    export async function both(id: string) {
      const order = await fetch('https://api.shop.example/orders/' + id);
      if (order.status === 404) return null;
      try {
        return await plusAuth.users.get(id);
      } catch (e) {
        if (e.status === 404) show404();
        //<^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
      }
    }
  `)));

  it('a name that ends with the letters of another vendor is none', () => checkFindings(sdk(`
    export function SignUpForm(problem) {
      if (problem.error === 'already_exists') showTaken();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
    }
  `)));

  it('a handler named after another vendor', () => checkSilent(sdk(`
    export function onStripeError(problem) {
      if (problem.error === 'already_exists') showTaken();
    }
  `)));

  it('a status that is none of HTTP', () => checkSilent(sdkFunction(`
    if (job.status === 'failed') alarm();
    if (event.code === 401) ignore();
  `)));
});
