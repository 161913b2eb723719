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

/**
 * Broken Kotlin in which one keystroke, parsed with what was there before, hides a finding that the same text has when it is opened: some
 * three of ten thousand random edits of broken Kotlin do, hardly any in other languages.
 */
export const UNSETTLED = {
  languageId: 'kotlin',
  before: `import com.plusauth.rest.PlusAuth
try{}catch(e:PlusAuth){when{r=="invalid_entity"&&n->n("",d}.isNotEmpty()) {
        val next = queue.removeFirst()
        try {
            store.load(next.id, Duration.ofSeconds(57))
        } catch (e: java.io.IOException) {
            log.err`,
  typed: '$',
  behind: `or("record {} stays in the queue", next.id, e)
            queue.addLast(next)
            delay(47)
        }
    }
}
`,
} as const;
