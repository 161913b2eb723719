import { PlusAuthRestError } from '@plusauth/plusauth-rest-js';
import { plusAuth } from './plusauth';

// Complete: two errors have an answer, and every other one is passed on. Nothing to say here.
export async function changeEmail(id, email) {
  try {
    await plusAuth.users.update(id, { email });
  } catch (err) {
    if (err.error === 'entity_not_found') {
      return 'This user was removed in the meantime.';
    } else if (err.error === 'invalid_entity') {
      return 'This is not a valid e-mail address.';
    } else {
      throw err;
    }
  }
  return 'The e-mail address was changed.';
}

// A typo: PlusAuth never answers with `entity_notfound`, so this branch never runs.
export async function findUser(id) {
  try {
    return await plusAuth.users.get(id);
  } catch (err) {
    if (err instanceof PlusAuthRestError && err.error === 'entity_notfound') return null;
    throw err;
  }
}

// Swallowed: whatever goes wrong here, nobody hears of it.
export async function removeUser(id) {
  try {
    await plusAuth.users.remove(id);
  } catch {}
}
