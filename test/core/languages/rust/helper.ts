import { checkFindings, checkSilent } from '../../../harness/check';
import type { CheckOptions } from '../../../harness/document';
import { checkFix, type ExpectedFix } from '../../../harness/fixes';
import { dedent } from '../../../harness/marked';

export const RUST = { languageId: 'rust' } as const;

export const HEAD = `use anyhow::{anyhow, bail, Result};
use crate::plusauth::{ApiError, PlusAuth};

`;

/** Items in a file that uses a client of PlusAuth's. */
export const file = (code: string): string => HEAD + dedent(code);
const indent = (code: string, by: number): string =>
  code.trimEnd().split('\n').map((line) => (line === '' ? line : ' '.repeat(by) + line)).join('\n');

/** Statements that get an error of PlusAuth's, in a function that gives a result back. */
export const failed = (statements: string, after = 'Ok(())'): string => `${HEAD}pub async fn on_error(e: ApiError) -> Result<()> {
${indent(dedent(statements), 4)}
${indent(after, 4)}
}
`;

export const findings = (source: string, options: CheckOptions = {}): Promise<unknown> => checkFindings(source, { ...RUST, ...options });
export const silent = (source: string, options: CheckOptions = {}): Promise<void> => checkSilent(source, { ...RUST, ...options });
/** Applies a fix to a source; `after` is what its code then is. */
export const fixed = (source: string, wanted: ExpectedFix, after?: string, options: CheckOptions = {}): Promise<string> => checkFix(source, wanted, after, { ...RUST, ...options });
