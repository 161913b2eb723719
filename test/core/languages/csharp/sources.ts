import { dedent } from '../../../harness/marked';

export const CSHARP = { languageId: 'csharp' } as const;

const indent = (code: string, width: number): string => code.trimEnd().split('\n').map((line) => (line === '' ? line : ' '.repeat(width) + line)).join('\n');

/** Members of a class in a file that uses PlusAuth. */
export const members = (code: string): string => `using System.Net;
using Acme.PlusAuth;

namespace Acme.Users;

public sealed class UserService(IPlusAuthClient plusAuth, ILogger<UserService> logger)
{
${indent(dedent(code), 4)}
}
`;

/** Statements of a method that gets one PlusAuth error \`ex\`. */
export const onError = (statements: string, result = 'void'): string =>
  members(`public ${result} OnError(PlusAuthException ex, int attempt = 0)
{
${indent(dedent(statements), 4)}
}
`);

/** Statements in a \`catch\` around a call, with nothing behind the \`try\`. */
export const inCatch = (statements: string, clause = 'catch (PlusAuthException ex)'): string =>
  members(`public async Task AddAsync(NewUser user)
{
    try
    {
        await plusAuth.Users.CreateAsync(user);
    }
    ${clause}
    {
${indent(dedent(statements), 8)}
    }
}
`);
