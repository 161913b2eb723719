import { entryOf } from '../../catalog';
import { cloudWatch } from './cloudWatch';
import { datadog } from './datadog';
import { jq } from './jq';
import { kql } from './kql';
import { logQl } from './logQl';
import { queryDsl } from './queryDsl';
import { ripgrep } from './ripgrep';
import { splunk } from './splunk';
import { DEFAULT_FIELDS, isFieldName, type LogFields, type QueryEngine, type Wanted } from './types';

export { DEFAULT_FIELDS, isFieldName, type LogFields, type QueryEngine } from './types';

/** In the order in which they are offered. */
export const QUERY_ENGINES: readonly QueryEngine[] = [kql, queryDsl, logQl, splunk, datadog, cloudWatch, jq, ripgrep];

/** What a person writes: a name of the catalogue, a status from 100 to 599, or `5xx`. Undefined for anything else. */
export function wantedOf(subject: string): Wanted | undefined {
  const entry = entryOf(subject);
  if (entry) return { name: entry.name };
  const [, century, rest] = /^([1-5])(xx|\d\d)$/i.exec(subject) ?? [];
  if (century === undefined || rest === undefined) return undefined;
  const from = Number(century) * 100;
  return /x/i.test(rest) ? { from, to: from + 99 } : { from: Number(subject), to: Number(subject) };
}

/** Names of fields as people set them; those that are missing or are no names are the defaults, and `complain` is told of the latter. */
export function fieldsOf(given: Readonly<Record<string, unknown>>, complain: (field: string, value: unknown) => void = () => undefined): LogFields {
  const one = (field: keyof LogFields): string => {
    const value = given[field];
    if (typeof value === 'string' && isFieldName(value)) return value;
    if (value !== undefined && value !== null && value !== '') complain(field, value);
    return DEFAULT_FIELDS[field];
  };
  return { error: one('error'), status: one('status') };
}
