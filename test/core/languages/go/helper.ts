import { checkFindings, checkSilent } from '../../../harness/check';
import type { CheckOptions } from '../../../harness/document';
import { checkFix, type ExpectedFix } from '../../../harness/fixes';
import { dedent } from '../../../harness/marked';

export const GO = { languageId: 'go' } as const;

/** Levels of two blanks become tabs; marks below the code keep their columns. */
const tabbed = (code: string): string => code.replace(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2));
const indent = (code: string, levels: number): string =>
  code.trimEnd().split('\n').map((line) => (line === '' ? line : '  '.repeat(levels) + line)).join('\n');

export const HEAD = tabbed(`package identity

import (
  "context"
  "encoding/json"
  "errors"
  "fmt"
  "net/http"

  "github.com/acme/shop/internal/plusauth"
)

`);

/** Declarations in a file that uses a client of PlusAuth's. */
export const file = (code: string): string => HEAD + tabbed(dedent(code));

/** Statements where a call's error turned out to be PlusAuth's, in a function that gives an error back. */
export const failed = (statements: string, after = 'return nil'): string =>
  HEAD + tabbed(`func CreateUser(ctx context.Context, in plusauth.UserInput) error {
  _, err := client.CreateUser(ctx, in)
  var apiErr *plusauth.Error
  if errors.As(err, &apiErr) {
${indent(dedent(statements), 2)}
  }
${indent(after, 1)}
}
`);

export const findings = (source: string, options: CheckOptions = {}): Promise<unknown> => checkFindings(source, { ...GO, ...options });
export const silent = (source: string, options: CheckOptions = {}): Promise<void> => checkSilent(source, { ...GO, ...options });
/** Applies a fix to a source; `after` is what its code then is. */
export const fixed = (source: string, wanted: ExpectedFix, after?: string, options: CheckOptions = {}): Promise<string> => checkFix(source, wanted, after, { ...GO, ...options });
