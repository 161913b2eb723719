import { dedent } from './marked';

const SDK_HEAD = `import { PlusAuthRestClient, PlusAuthRestError } from '@plusauth/plusauth-rest-js';

const plusAuth = new PlusAuthRestClient('https://acme.plusauth.com', { token: process.env.PLUSAUTH_TOKEN });

`;

/** Code in a module that uses PlusAuth's SDK: \`plusAuth\` is the client. */
export const sdk = (code: string): string => SDK_HEAD + dedent(code);

/** Statements in a \`catch (e)\` around a call of PlusAuth's SDK, with nothing after the \`try\`. */
export const sdkCatch = (statements: string): string =>
  sdk(`export async function addUser(body) {
  try {
    await plusAuth.users.create(body);
  } catch (e) {
${indent(dedent(statements), 4)}
  }
}
`);

/** The body of a function that gets one PlusAuth error \`e\`. */
export const sdkFunction = (statements: string): string =>
  sdk(`export function onPlusAuthError(e: PlusAuthRestError, res, next, attempt = 0) {
${indent(dedent(statements), 2)}
}
`);

const indent = (code: string, width: number): string =>
  code
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? line : ' '.repeat(width) + line))
    .join('\n');
