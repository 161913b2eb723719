import { PlusAuthRestError } from '@plusauth/plusauth-rest-js';
import { plusAuth } from './plusauth';

interface NewUser {
  username: string;
  email: string;
}

// Hover a name to see its card. The switch forgets errors: `plan_limit_exceeded`
// and the rest would vanish without a trace.
export async function createUser(user: NewUser, show: (text: string) => void) {
  try {
    await plusAuth.users.create(user);
    show('The user was created.');
  } catch (err) {
    if (!(err instanceof PlusAuthRestError)) throw err;
    switch (err.error) {
      case 'already_exists':
        show('A user with this e-mail address exists already.');
        break;
      case 'invalid_entity':
        show('Some of the fields are not valid.');
        break;
    }
  }
}
