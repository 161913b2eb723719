import type { CheckOptions } from '../../../harness/document';
import { dedent } from '../../../harness/marked';

export const KOTLIN: CheckOptions = { languageId: 'kotlin' };

const HEAD = `package com.acme.users

import com.acme.plusauth.PlusAuthClient
import com.acme.plusauth.PlusAuthException

`;

const indent = (code: string, width: number): string =>
  dedent(code).trimEnd().split('\n').map((line) => (line === '' ? line : ' '.repeat(width) + line)).join('\n');

/** A file that uses a client of PlusAuth's. */
export const inFile = (code: string): string => HEAD + dedent(code);

/** Members of a class that has a client of PlusAuth's: \`plusAuth\`. */
export const inClass = (members: string): string => inFile(`class Users(private val plusAuth: PlusAuthClient) {

${indent(members, 4)}
}
`);

/** Statements in a \`catch\` around a call, with nothing after the \`try\`. */
export const inCatch = (statements: string, type = 'PlusAuthException'): string => inClass(`suspend fun create(user: User) {
    try {
        plusAuth.users.create(user)
    } catch (e: ${type}) {
${indent(statements, 8)}
    }
}`);

/** The body of a function that gets an error \`e\`. */
export const inFunction = (statements: string, result = ''): string => inClass(`fun handle(e: PlusAuthException)${result && `: ${result}`} {
${indent(statements, 4)}
}`);
