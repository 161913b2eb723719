import { checkFindings, checkSilent } from '../../harness/check';
import { sdk } from '../../harness/sources';

describe('swallowed-error: a catch that does nothing', () => {
  it('around a call', () => checkFindings(sdk(`
    export async function remove(id: string) {
      try {
        await plusAuth.users.remove(id);
      } catch (e) {}
      //^^^^^^^^^ swallowed-error
    }
  `)));

  it('without a variable', () => checkFindings(sdk(`
    export async function remove(id: string) {
      try {
        await plusAuth.users.remove(id);
      } catch {
      //^^^^^ swallowed-error
      }
    }
  `)));

  it('with a typed variable', () => checkFindings(sdk(`
    export async function load() {
      let users = [];
      try {
        users = await plusAuth.users.getAll({ limit: 10 });
      } catch (e: unknown) {
      //^^^^^^^^^^^^^^^^^^ swallowed-error
      }
      return users;
    }
  `)));

  it('as the end of a promise', () => checkFindings(sdk(`
    plusAuth.users.remove(id).catch(() => {});
                            //^^^^^ swallowed-error
  `)));

  it('as the end of a promise chain', () => checkFindings(sdk(`
    plusAuth.roles.getAll()
      .then((roles) => show(roles))
      .catch(function (e) {});
       //<^^ swallowed-error
  `)));

  it('around fetch', () => checkFindings(`
    export async function load() {
      try {
        const res = await fetch('https://acme.plusauth.com/api/v1/users');
        return await res.json();
      } catch (err) {
      //^^^^^^^^^^^ swallowed-error
      }
    }
  `));

  it('around a client of the class', () => checkFindings(sdk(`
    export class Users {
      private readonly plusAuth = new PlusAuthRestClient('https://acme.plusauth.com');
      async remove(id: string) {
        try {
          await this.plusAuth.users.remove(id);
        } catch (e) { }
        //^^^^^^^^^ swallowed-error
      }
    }
  `)));

  it('in strict mode: that only logs', () => checkFindings(sdk(`
    export async function remove(id: string) {
      try {
        await plusAuth.users.remove(id);
      } catch (e) {
      //^^^^^^^^^ swallowed-error
        console.error(e);
      }
    }
  `), { settings: { strict: true } }));
});

describe('No swallowed-error', () => {
  it('a comment says why', () => checkSilent(sdk(`
    export async function remove(id: string) {
      try {
        await plusAuth.users.remove(id);
      } catch {
        // gone already: fine
      }
    }
  `)));

  it('the error is logged', () => checkSilent(sdk(`
    plusAuth.users.remove(id).catch((e) => console.error(e));
    export async function remove(id: string) {
      try {
        await plusAuth.users.remove(id);
      } catch (e) {
        logger.warn(e);
      }
    }
  `)));

  it('no call of PlusAuth', () => checkSilent(sdk(`
    export function parse(text: string) {
      try {
        return JSON.parse(text);
      } catch {}
    }
    storage.load().catch(() => {});
  `)));

  it('another URL', () => checkSilent(sdk(`
    export async function ping() {
      try {
        await fetch('https://status.shop.example/ping');
      } catch {}
    }
  `)));

  it('the token endpoint', () => checkSilent(`
    export async function token() {
      try {
        return await fetch('https://acme.plusauth.com/oauth2/token', { method: 'POST' });
      } catch {}
    }
  `));

  it('no PlusAuth at all', () => checkSilent(`
    try {
      await api.users.remove(id);
    } catch {}
    api.users.get(id).catch(() => {});
  `));

  it('finally without catch', () => checkSilent(sdk(`
    export async function load() {
      try {
        return await plusAuth.users.getAll();
      } finally {
      }
    }
  `)));
});
