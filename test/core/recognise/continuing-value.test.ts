import { checkFindings, checkSilent } from '../../harness/check';
import { sdk, sdkFunction } from '../../harness/sources';

describe('Code after the chain that continues with a value', () => {
  it('is a fallback when every guard returns', () => checkSilent(sdkFunction(`
    if (e.error === 'already_exists') return 'Taken';
    if (e.error === 'invalid_entity') return 'Check the form';
    return null;
  `)));

  it('is a fallback when every case returns', () => checkSilent(sdkFunction(`
    switch (e.error) {
      case 'missing_token':
      case 'invalid_audience':
        return 'auth';
      case 'invalid_entity':
        return 'form';
    }
    return 'other';
  `)));

  it('is a fallback when branches leave in different ways', () => checkSilent(sdk(`
    export async function importAll(rows) {
      const results = [];
      for (const row of rows) {
        try {
          results.push(await plusAuth.users.create(row));
          continue;
        } catch (e) {
          if (e.error === 'already_exists') continue;
          if (e.error === 'plan_limit_exceeded') throw new UpgradeNeeded();
          if (e.error === 'missing_token') return results;
        }
        results.push(undefined);
      }
      return results;
    }
  `)));

  it('is a fallback when both arms of a branch leave', () => checkSilent(sdkFunction(`
    if (e.error === 'too_many_requests') {
      if (attempt < 3) {
        return retry(attempt + 1);
      } else {
        return 'Later, please';
      }
    }
    return 'Something went wrong';
  `)));

  it('is a fallback when the last branch is an else if that leaves', () => checkSilent(sdkFunction(`
    if (e.error === 'missing_token') {
      return login();
    } else if (e.error === 'missing_scope') {
      return askForScope();
    }
    return undefined;
  `)));

  it('is a fallback behind the try when success returned', () => checkSilent(sdk(`
    export async function find(id: string) {
      try {
        return await plusAuth.users.get(id);
      } catch (e) {
        if (e.error === 'entity_not_found') return 'gone';
      }
      return 'unknown';
    }
  `)));

  it('is a fallback when a branch leaves its labelled loop', () => checkSilent(sdk(`
    export async function assign(users, roles) {
      const open = [];
      outer: for (const user of users) {
        for (const role of roles) {
          try {
            await plusAuth.users.assignRoles(user, [role]);
            continue;
          } catch (e) {
            if (e.error === 'entity_not_found') continue outer;
            if (e.error === 'already_exists') continue;
          }
          open.push(user);
        }
      }
      return open;
    }
  `)));

  it('answers the request when every branch has answered and left', () => checkSilent(sdkFunction(`
    if (e.error === 'entity_not_found') return res.status(404).end();
    if (e.error === 'already_exists') return res.status(409).end();
    res.status(500).end();
  `)));
});

describe('Code after the chain in which unnamed errors vanish', () => {
  it('is reached by a handled branch', () => checkFindings(sdkFunction(`
    if (e.error === 'already_exists') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      showTaken();
    } else if (e.error === 'invalid_entity') {
      return showForm();
    }
    return null;
  `)));

  it('is reached by a case that breaks', () => checkFindings(sdkFunction(`
    switch (e.error) {
    //<^^^^^^^^^^^^^ unhandled-error without: missing_scope, unauthorized_user
      case 'missing_scope':
        return 'scope';
      case 'unauthorized_user':
        notifyAdmin();
        break;
    }
    return 'none';
  `)));

  it('is reached by a case at the end without break', () => checkFindings(sdkFunction(`
    switch (e.error) {
    //<^^^^^^^^^^^^^ unhandled-error missing 12
      case 'missing_scope':
        return 'scope';
      case 'unauthorized_user':
        notifyAdmin();
    }
    return 'none';
  `)));

  it('is reached by a branch that leaves only sometimes', () => checkFindings(sdkFunction(`
    if (e.error === 'too_many_requests') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: too_many_requests
      if (attempt < 3) {
        return retry(attempt + 1);
      }
      countLimit();
    }
    return [];
  `)));

  it('is reached by success', () => checkFindings(sdk(`
    export async function rename(id: string, name: string) {
      try {
        await plusAuth.users.update(id, { name });
      } catch (e) {
        if (e.error === 'entity_not_found') return 'gone';
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found, invalid_entity
        if (e.error === 'invalid_entity') return 'invalid';
      }
      return 'renamed';
    }
  `)));

  it('returns true', () => checkFindings(sdk(`
    export async function remove(id: string): Promise<boolean> {
      try {
        await plusAuth.users.remove(id);
      } catch (e) {
        if (e.error === 'entity_not_found') return false;
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
      }
      return true;
    }
  `)));

  it('returns true behind branches that act', () => checkFindings(sdkFunction(`
    if (e.error === 'entity_not_found') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
      show404();
      return false;
    }
    if (e.error === 'unauthorized_user') {
      deny();
      return false;
    }
    return true;
  `)));

  it('returns what a handled guard returns', () => checkFindings(sdkFunction(`
    if (e.error === 'entity_not_found') return null;
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
    if (e.error === 'missing_token') return login();
    return null;
  `)));

  it('returns what a handled case returns, an object', () => checkFindings(sdkFunction(`
    switch (e.error) {
    //<^^^^^^^^^^^^^ unhandled-error without: already_exists, too_many_requests
      case 'already_exists':
        return { retry: false };
      case 'too_many_requests':
        return { retry: true };
    }
    return { retry: false };
  `)));

  it('returns an empty list like a handled branch', () => checkFindings(sdk(`
    export async function roles() {
      try {
        return await plusAuth.roles.getAll();
      } catch (err) {
        if (err.error === 'missing_scope') {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope
          return [];
        }
      }
      return [];
    }
  `)));

  it('is the result of an assignment in the branch', () => checkFindings(sdkFunction(`
    let text;
    if (e.error === 'already_exists') text = 'Taken';
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 12
    else if (e.error === 'invalid_entity') text = 'Wrong';
    return text;
  `)));
});

describe('A variable assigned before the chain', () => {
  it('is the fallback of a switch', () => checkSilent(sdkFunction(`
    let text = 'Unknown error';
    switch (e.error) {
      case 'already_exists':
        text = 'Taken';
        break;
      case 'invalid_entity':
        text = 'Check the form';
        break;
    }
    show(text);
  `)));

  it('is the fallback of a chain', () => checkSilent(sdkFunction(`
    let status = 500;
    if (e.error === 'entity_not_found') status = 404;
    else if (e.error === 'already_exists') status = 409;
    res.status(status).end();
  `)));

  it('is the fallback of consecutive ifs', () => checkSilent(sdkFunction(`
    let title = 'Something went wrong';
    if (e.error === 'missing_token') {
      title = 'Log in';
    }
    if (e.error === 'too_many_requests') {
      title = 'Slow down';
    }
    return { title };
  `)));

  it('is the fallback although other statements stand between', () => checkSilent(sdkFunction(`
    let text = translate('unknown');
    const id = requestId();
    if (e.error === 'already_exists') {
      text = translate('taken');
    }
    res.json({ id, text });
  `)));

  it('is the fallback when the assignment is no declaration', () => checkSilent(sdk(`
    export class Form {
      message = '';
      async submit() {
        try {
          await plusAuth.users.create(this.value);
        } catch (e) {
          this.message = 'Please try again later.';
          if (e.error === 'already_exists') {
            this.message = 'This address is taken.';
          }
        }
      }
    }
  `)));

  it('is none when the branches never touch it', () => checkFindings(sdkFunction(`
    let attempts = 0;
    if (e.error === 'too_many_requests') {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
      wait();
    }
    return attempts;
  `)));

  it('is none when it is only declared', () => checkFindings(sdkFunction(`
    let text: string | undefined;
    switch (e.error) {
    //<^^^^^^^^^^^^^ unhandled-error missing 13
      case 'already_exists':
        text = 'Taken';
        break;
    }
    show(text);
  `)));
});
