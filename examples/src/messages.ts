import type { PlusAuthRestError } from '@plusauth/plusauth-rest-js';

// A table is a handler too: for every error that is not in it, the user reads "undefined".
const MESSAGES: Record<string, string> = {
  already_exists: 'This already exists.',
  entity_not_found: 'This no longer exists.',
  invalid_entity: 'Please check what you entered.',
  too_many_requests: 'Too many requests. Please wait a moment.',
};

export function messageFor(err: PlusAuthRestError): string {
  return MESSAGES[err.error!];
}
