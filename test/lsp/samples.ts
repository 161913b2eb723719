/** Two errors are named, twelve vanish. */
export const FORGETFUL = `import { PlusAuthRestClient, PlusAuthRestError } from '@plusauth/plusauth-rest-js';

export async function createUser(plusAuth: PlusAuthRestClient, user: object): Promise<string | undefined> {
  try {
    await plusAuth.users.create(user);
    return 'created';
  } catch (err) {
    const e = err as PlusAuthRestError;
    switch (e.error) {
      case 'already_exists':
        return 'taken';
      case 'invalid_entity':
        return 'invalid';
    }
  }
}
`;

/** The same with its fallback. */
export const CAREFUL = FORGETFUL.replace("        return 'invalid';\n", "        return 'invalid';\n      default:\n        throw e;\n");

/** Findings of two rules, each with a preferred fix. */
export const TWO_FINDINGS = FORGETFUL.replace("'invalid_entity'", "'invalid_entitty'");

/** Nothing here is about PlusAuth. */
export const FOREIGN = `export function tell(e: { code: string }): void {
  switch (e.code) {
    case 'already_exists':
      console.log('taken');
  }
}
`;
