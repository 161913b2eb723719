import { PlusAuthRestClient, PlusAuthRestError } from '@plusauth/plusauth-rest-js';

const plusAuth = new PlusAuthRestClient('https://your-tenant.plusauth.com', { token: '' });

// The switch below forgets errors: they vanish. Hover it for what is missing, and press Ctrl+. (Cmd+.) for the fixes.
// Hover a name for its card, or start a new case to see what is not handled yet.
export async function invite(email: string): Promise<string | undefined> {
  try {
    await plusAuth.users.create({ email });
    return 'Invited.';
  } catch (e) {
    if (!(e instanceof PlusAuthRestError)) throw e;
    switch (e.error) {
      case 'already_exists':
        return 'Somebody has this address already.';
      case 'invalid_entitty':
        return 'Please check the address.';
    }
  }
}
