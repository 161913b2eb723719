import { dedent } from '../../../harness/marked';

export const DART = { languageId: 'dart' } as const;

const indent = (code: string, width: number): string => code.trimEnd().split('\n').map((line) => (line === '' ? line : ' '.repeat(width) + line)).join('\n');

/** Top-level code of a library that uses PlusAuth. */
export const library = (code: string): string => `import 'package:acme/plusauth.dart';
import 'package:dio/dio.dart';

final plusAuth = PlusAuthClient('https://acme.plusauth.com');

${dedent(code)}`;

/** Statements of a function that gets one PlusAuth error \`e\`. */
export const onError = (statements: string, result = 'void'): string =>
  library(`${result} onError(PlusAuthException e, {int attempt = 0}) {
${indent(dedent(statements), 2)}
}
`);

/** Statements in a clause around a call, with nothing behind the \`try\`. */
export const inCatch = (statements: string, clause = 'on PlusAuthException catch (e)'): string =>
  library(`Future<void> add(NewUser user) async {
  try {
    await plusAuth.users.create(user);
  } ${clause} {
${indent(dedent(statements), 4)}
  }
}
`);
