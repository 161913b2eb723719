import { checkFindings, checkSilent } from '../../harness/check';
import { sdk, sdkFunction } from '../../harness/sources';

describe('Styles of writing', () => {
  it('braces on lines of their own', () => checkFindings(sdkFunction(`
    if (e.error === 'already_exists')
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
    {
      showTaken();
    }
    else if (e.error === 'invalid_entity')
    {
      showForm();
    }
  `)));

  it('everything on one line', () => checkFindings(sdk(`
    plusAuth.users.create(body).catch(e=>{switch(e.error){case 'already_exists':return rename();case 'invalid_entity':return form()}});
                                        //^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
  `)));

  it('Yoda and no blanks', () => checkFindings(sdkFunction(`
    if('already_exists'==e.error)showTaken();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
  `)));

  it('parentheses everywhere', () => checkFindings(sdkFunction(`
    if (((e.error) === ('already_exists')) || ((e.error) === ('invalid_entity'))) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
      show(e);
    }
  `)));

  it('var and function, JavaScript of old', () => checkFindings(`
    var PlusAuth = require('@plusauth/plusauth-rest-js');
    var client = new PlusAuth.PlusAuthRestClient('https://acme.plusauth.com');
    client.users.get(id).then(null, function (err) {
      var code = err.error;
      if (code == 'entity_not_found') {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found, missing_token
        return null;
      }
      if (code == 'missing_token') {
        return login();
      }
    });
  `, { languageId: 'javascript' }));

  it('a private field and a getter', () => checkFindings(sdk(`
    class Dialog {
      #failure?: PlusAuthRestError;
      get text(): string | undefined {
        switch (this.#failure?.error) {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
          case 'missing_scope': return 'Not allowed';
        }
      }
    }
  `)));

  it('a static method with generics', () => checkFindings(sdk(`
    export abstract class Repository<T extends { id: string }> {
      protected static async guard<R>(work: () => Promise<R>): Promise<R | undefined> {
        try {
          return await work();
        } catch (e: unknown) {
          if ((e as PlusAuthRestError)?.error === 'entity_not_found') return undefined;
          //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
        }
      }
    }
  `)));

  it('satisfies on the value', () => checkFindings(sdkFunction(`
    switch ((e satisfies PlusAuthRestError).error) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
      case 'missing_scope':
        ask();
    }
  `)));

  it('labels with blocks and comments', () => checkFindings(sdkFunction(`
    switch (e.error) { // what PlusAuth says
    //<^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      // somebody was faster
      case 'already_exists': {
        showTaken();
      } break;

      /* the form */ case 'invalid_entity': { showForm(); break; }
    }
  `)));

  it('a switch inside an arrow inside an object inside a call', () => checkFindings(sdk(`
    register({
      onError: {
        users: async (e) => {
          switch (e.error) {
          //<^^^^^^^^^^^^^ unhandled-error without: missing_scope
            case 'missing_scope':
              ask();
          }
        },
        roles: (e) => { throw e; },
      },
    });
  `)));

  it('top-level await in a module', () => checkFindings(sdk(`
    try {
      await plusAuth.users.get('me');
    } catch (e) {
      if (e.error === 'missing_token') login();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
    }
  `)));

  it('a generator', () => checkFindings(sdk(`
    export function* watch() {
      try {
        yield plusAuth.users.getAll();
      } catch (e) {
        if (e.error === 'missing_scope') yield ask();
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
      }
    }
  `)));

  it('an immediately called function', () => checkFindings(sdk(`
    const text = ((e) => {
      if (e.error === 'already_exists') return 'Taken';
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, server_error
      if (e.error === 'server_error') return 'Later';
    })(failure);
  `)));

  it('many handlers in one file, each for itself', () => checkFindings(sdk(`
    export const a = (e) => { if (e.error === 'already_exists') showTaken(); };
                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    export const b = (e) => { if (e.error === 'already_exists') showTaken(); else throw e; };
    export const c = (e) => e.error === 'already_exists';
    export const d = (e) => { switch (e.error) { case 'server_error': later(); } };
                            //^^^^^^^^^^^^^^^^ unhandled-error without: server_error
    export const f = (e) => { switch (e.error) { case 'server_error': later(); break; default: throw e; } };
    export const g = (e) => { if (e.status === 409) showTaken(); };
                            //^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
  `)));

  it('decorators, enums, namespaces and overloads around it', () => checkFindings(sdk(`
    declare module './x' { interface Y { error: 'already_exists' } }
    namespace Errors { export const TAKEN = 'already_exists'; }
    enum Level { Low, High }
    function show(e: PlusAuthRestError): string;
    function show(e: PlusAuthRestError, level: Level): string;
    function show(e: PlusAuthRestError, level = Level.Low): string | undefined {
      if (e.error === 'invalid_entity') return 'Wrong ' + level;
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
    }
  `)));

  it('a wrapper whose callback throws', () => checkSilent(sdk(`
    export const tolerant = (work) =>
      work(plusAuth).catch(onlyIf((e) => e.error === 'entity_not_found', () => null));
  `)));

  it('optional catch helpers that return tuples', () => checkFindings(sdk(`
    export async function load(id: string) {
      const [failure, user] = await to<User, PlusAuthRestError>(plusAuth.users.get(id));
      if (failure?.error === 'entity_not_found') show404();
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
      return user;
    }
  `)));

  it('tuples whose failure is thrown', () => checkSilent(sdk(`
    export async function load(id: string) {
      const [failure, user] = await to<User, PlusAuthRestError>(plusAuth.users.get(id));
      if (failure?.error === 'entity_not_found') return null;
      if (failure) throw failure;
      return user;
    }
  `)));
});
