import type { CheckOptions } from '../../../harness/document';
import { dedent } from '../../../harness/marked';

export const JAVA: CheckOptions = { languageId: 'java' };

const HEAD = `package com.acme.users;

import com.acme.plusauth.PlusAuthClient;
import com.acme.plusauth.PlusAuthException;

`;

const indent = (code: string, width: number): string =>
  dedent(code).trimEnd().split('\n').map((line) => (line === '' ? line : ' '.repeat(width) + line)).join('\n');

/** A file that uses a client of PlusAuth's: \`plusAuth\`. */
export const inFile = (code: string): string => HEAD + dedent(code);

/** Members of a class that has a client of PlusAuth's. */
export const inClass = (members: string): string => inFile(`class Users {
    private final PlusAuthClient plusAuth;

${indent(members, 4)}
}
`);

/** Statements in a \`catch\` around a call, with nothing after the \`try\`. */
export const inCatch = (statements: string, type = 'PlusAuthException'): string => inClass(`void create(User user) {
    try {
        plusAuth.users().create(user);
    } catch (${type} e) {
${indent(statements, 8)}
    }
}`);

/** The body of a method that gets an error \`e\`. */
export const inMethod = (statements: string, result = 'void'): string => inClass(`${result} handle(PlusAuthException e) {
${indent(statements, 4)}
}`);
