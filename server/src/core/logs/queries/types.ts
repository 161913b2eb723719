/** What the fields of records are called in an engine's index. A name may have parts, as in `log.error`. */
export interface LogFields {
  readonly error: string;
  readonly status: string;
}

/** What is looked for: a name, or records that only a status tells of. */
export type Wanted =
  | { readonly name: string }
  | { /** Both included. */ readonly from: number; readonly to: number };

/** A language in which logs are searched. */
export interface QueryEngine {
  /** For the command line: lower case, digits and hyphens. */
  readonly id: string;
  /** As its makers call it. */
  readonly title: string;
  query(wanted: Wanted, fields: LogFields): string;
}

export const DEFAULT_FIELDS: LogFields = { error: 'error', status: 'status' };

/** A field's name as engines know them: letters, digits, `_`, `@`, `$` and `-`, in parts between dots. Anything else is no name in some engine. */
export const isFieldName = (name: string): boolean => /^[A-Za-z_@$][\w@$-]*(?:\.[A-Za-z_@$][\w@$-]*)*$/.test(name);

export const isOneStatus = (wanted: { readonly from: number; readonly to: number }): boolean => wanted.from === wanted.to;
