import { dedent } from './marked';

/** What a module that uses PlusAuth's SDK starts with. */
export const SDK_HEAD = `import { PlusAuthRestClient, PlusAuthRestError } from '@plusauth/plusauth-rest-js';

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

/** A client made with axios. */
export const AXIOS = "import axios from 'axios';\n\nconst api = axios.create({ baseURL: 'https://acme.plusauth.com/api/v1' });\n\n";

/** Typed code that compiles: statements in the catch around a call. */
export const inCatch = (statements: string, call = 'await plusAuth.users.create(body);'): string => `
export async function addUser(body: { email: string }): Promise<void> {
  try {
    ${call}
  } catch (e) {
${statements.split('\n').map((line) => (line === '' ? line : `    ${line}`)).join('\n')}
  }
}
`;

/** Typed code that compiles: statements of a function that gets an error. */
export const onError = (statements: string, result = 'void'): string => `
declare function showTaken(): void;
export function onError(e: PlusAuthRestError): ${result} {
${statements.split('\n').map((line) => (line === '' ? line : `  ${line}`)).join('\n')}
}
`;
