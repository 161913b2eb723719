import { dedent } from '../../../harness/marked';

export const SWIFT = { languageId: 'swift' } as const;

const indent = (code: string, width: number): string => dedent(code).trimEnd().split('\n').map((line) => (line === '' ? line : ' '.repeat(width) + line)).join('\n');

export const HEAD = `import Foundation
import PlusAuth

final class Users {
    private let plusAuth: PlusAuthClient

`;

/** Members of a class that calls PlusAuth. */
export const swift = (members: string): string => `${HEAD}${indent(members, 4)}\n}\n`;

/** Statements of a method that gets one error of PlusAuth's. */
export const method = (statements: string, gives = ''): string => swift(`func handle(_ e: PlusAuthError, status: Int) throws ${gives}{\n${indent(statements, 4)}\n}`);

/** Statements in a \`catch\` around a call, with nothing after the \`do\`. */
export const inCatch = (statements: string, pattern = 'let e as PlusAuthError '): string =>
  swift(`func add(_ user: User) async {\n    do {\n        try await plusAuth.users.create(user)\n    } catch ${pattern}{\n${indent(statements, 8)}\n    }\n}`);
