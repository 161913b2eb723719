import { isOneStatus, type QueryEngine } from './types';

/** Attributes are marked by an `@` of their own. */
export const datadog: QueryEngine = {
  id: 'datadog',
  title: 'Datadog',
  query(wanted, { error, status }) {
    if ('name' in wanted) return `@${error}:"${wanted.name}"`;
    return isOneStatus(wanted) ? `@${status}:${wanted.from}` : `@${status}:[${wanted.from} TO ${wanted.to}]`;
  },
};
