import { checkFindings, checkSilent } from '../../harness/check';
import { sdk, sdkCatch, sdkFunction } from '../../harness/sources';

describe('Code after the chain that gives the error to someone', () => {
  it('rethrows', () => checkSilent(sdkCatch(`
    if (e.error === 'already_exists') {
      showTaken();
    }
    throw e;
  `)));

  it('throws an error of its own', () => checkSilent(sdkCatch(`
    switch (e.error) {
      case 'already_exists':
        return null;
      case 'plan_limit_exceeded':
        return upgrade();
    }
    throw new Error('Could not add the user', { cause: e });
  `)));

  it('hands it to Express', () => checkSilent(sdkFunction(`
    if (e.error === 'entity_not_found') {
      return res.sendStatus(404);
    }
    next(e);
  `)));

  it('returns next(e)', () => checkSilent(sdkFunction(`
    if (e.error === 'invalid_entity') return res.status(422).json({ message: e.error_description });
    if (e.error === 'already_exists') return res.status(409).json({ message: 'taken' });
    return next(e);
  `)));

  it('rejects the promise it is making', () => checkSilent(sdk(`
    export const load = (id: string) =>
      new Promise((resolve, reject) => {
        plusAuth.users.get(id).then(resolve, (err) => {
          if (err.error === 'entity_not_found') {
            resolve(null);
            return;
          }
          reject(err);
        });
      });
  `)));

  it('returns a rejected promise', () => checkSilent(sdkFunction(`
    if (e.error === 'missing_token') return login();
    return Promise.reject(e);
  `)));

  it('logs it', () => checkSilent(sdkCatch(`
    if (e.error === 'already_exists') {
      showTaken();
    } else if (e.error === 'invalid_entity') {
      showForm();
    }
    console.error(e);
  `)));

  it('logs it with a logger that is a member', () => checkSilent(sdk(`
    export class UserService {
      async remove(id: string) {
        try {
          await plusAuth.users.remove(id);
        } catch (err) {
          if (err.error === 'entity_not_found') return;
          this.logger.warn({ err }, 'removing failed');
        }
      }
    }
  `)));

  it('sends it to the error tracker', () => checkSilent(sdkCatch(`
    if (e.error === 'too_many_requests') {
      return schedule(body);
    }
    Sentry.captureException(e);
  `)));

  it('puts it into the state', () => checkSilent(sdkCatch(`
    if (e.error === 'missing_token') {
      return navigate('/login');
    }
    setError(e);
  `)));

  it('collects it', () => checkSilent(sdk(`
    export async function importAll(rows) {
      const failed = [];
      for (const row of rows) {
        try {
          await plusAuth.users.create(row);
        } catch (e) {
          if (e.error === 'already_exists') continue;
          failed.push({ row, error: e });
        }
      }
      return failed;
    }
  `)));

  it('throws behind the enclosing try', () => checkSilent(sdk(`
    export async function ensureRole(name: string) {
      try {
        return await plusAuth.roles.create({ name });
      } catch (e) {
        if (e.error === 'already_exists') return findRole(name);
        if (e.error === 'plan_limit_exceeded') return undefined;
      }
      throw new Error('The role could not be made');
    }
  `)));

  it('throws behind the enclosing if', () => checkSilent(sdkCatch(`
    if (e instanceof PlusAuthRestError) {
      if (e.error === 'entity_not_found') return null;
      if (e.error === 'already_exists') return addUser(rename(body));
    }
    throw e;
  `)));

  it('throws behind two enclosing blocks', () => checkSilent(sdkCatch(`
    if (e instanceof PlusAuthRestError) {
      if (body.interactive) {
        switch (e.error) {
          case 'already_exists':
            return ask('Another address?');
          case 'invalid_entity':
            return ask('What did you mean?');
        }
      }
    }
    throw e;
  `)));

  it('throws in finally', () => checkSilent(sdk(`
    export async function addUser(body) {
      let done = false;
      try {
        await plusAuth.users.create(body);
        done = true;
      } catch (e) {
        if (e.error === 'already_exists') done = true;
      } finally {
        if (!done) throw new Error('not added');
      }
    }
  `)));

  it('throws unless a branch said it was handled', () => checkSilent(sdkCatch(`
    let handled = false;
    if (e.error === 'already_exists') {
      showTaken();
      handled = true;
    } else if (e.error === 'invalid_entity') {
      showForm();
      handled = true;
    }
    if (!handled) throw e;
  `)));

  it('answers with the error’s own name', () => checkSilent(sdkFunction(`
    if (e.error === 'entity_not_found') return res.status(404).end();
    res.status(502).json({ upstream: e.error });
  `)));

  it('dispatches it to the store', () => checkSilent(sdk(`
    export function* createUser(action) {
      try {
        yield call([plusAuth.users, 'create'], action.payload);
      } catch (e) {
        if (e.error === 'already_exists') {
          yield put(nameTaken());
          return;
        }
        yield put(createFailed(e));
      }
    }
  `)));
});

describe('Code after the chain that does not concern the error', () => {
  it('ends the busy state', () => checkFindings(sdkCatch(`
    if (e.error === 'already_exists') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      showTaken();
    }
    setBusy(false);
  `)));

  it('logs something else', () => checkFindings(sdk(`
    export async function addUser(body) {
      try {
        await plusAuth.users.create(body);
      } catch (e) {
        if (e.error === 'already_exists') body.fresh = false;
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
      }
      logger.info('user is there');
    }
  `)));

  it('ends the busy state in finally', () => checkFindings(sdk(`
    export async function addUser(body) {
      try {
        await plusAuth.users.create(body);
      } catch (e) {
        switch (e.error) {
        //<^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
          case 'already_exists':
            return showTaken();
          case 'invalid_entity':
            return showForm(e);
        }
      } finally {
        setBusy(false);
      }
    }
  `)));

  it('returns what the try found', () => checkFindings(sdk(`
    export async function ensureUser(body) {
      let user;
      try {
        user = await plusAuth.users.create(body);
      } catch (e) {
        if (e.error === 'already_exists') {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
          user = await findUser(body.email);
        }
      }
      return user;
    }
  `)));

  it('is nothing at all, though every branch leaves', () => checkFindings(sdkCatch(`
    if (e.error === 'already_exists') return;
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, plan_limit_exceeded
    if (e.error === 'plan_limit_exceeded') throw new UpgradeNeeded();
  `)));

  it('is nothing at all in a function that turns an error into a text', () => checkFindings(sdk(`
    export function messageFor(e: PlusAuthRestError): string | undefined {
      switch (e.error) {
      //<^^^^^^^^^^^^^ unhandled-error without: missing_token, missing_scope
        case 'missing_token':
          return 'Please log in.';
        case 'missing_scope':
          return 'You may not do that.';
      }
    }
  `)));

  it('is the end of the loop body', () => checkFindings(sdk(`
    export async function importAll(rows) {
      for (const row of rows) {
        try {
          await plusAuth.users.create(row);
        } catch (e) {
          if (e.error === 'already_exists') continue;
          //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, plan_limit_exceeded
          if (e.error === 'plan_limit_exceeded') break;
        }
      }
    }
  `)));

  it('is the end of a callback, whatever stands after the call', () => checkFindings(sdk(`
    export function load(id: string) {
      plusAuth.users.get(id).catch((e) => {
        if (e.error === 'entity_not_found') {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
          show404();
        }
      });
      throw new Error('This line never sees e');
    }
  `)));
});
