import { dedent } from '../../../harness/marked';

export const PHP = { languageId: 'php' } as const;

const indent = (code: string, width: number): string => dedent(code).trimEnd().split('\n').map((line) => (line === '' ? line : ' '.repeat(width) + line)).join('\n');

/** What a class that calls PlusAuth starts with. */
export const HEAD = `<?php

declare(strict_types=1);

namespace App\\Services;

use GuzzleHttp\\Exception\\BadResponseException;
use GuzzleHttp\\Exception\\ClientException;

final class PlusAuthUsers
{
    public function __construct(private readonly \\GuzzleHttp\\ClientInterface $plusAuth)
    {
    }

`;

/** Members of a class that calls PlusAuth with Guzzle: `$this->plusAuth` is the client. */
export const php = (members: string): string => `${HEAD}${indent(members, 4)}\n}\n`;

/** Statements of a method that gets one error of PlusAuth's. */
export const method = (statements: string): string => php(`public function handle(\\Throwable $e, array $body): mixed\n{\n${indent(statements, 4)}\n}`);

/** Statements in a \`catch\` around a call, with nothing after the \`try\`. */
export const inCatch = (statements: string, type = 'BadResponseException'): string =>
  php(`public function add(array $user): void\n{\n    try {\n        $this->plusAuth->request('POST', '/api/v1/users', ['json' => $user]);\n    } catch (${type} $e) {\n${indent(statements, 8)}\n    }\n}`);
