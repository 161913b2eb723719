import { isOneStatus, type QueryEngine } from './types';

export const kql: QueryEngine = {
  id: 'kql',
  title: 'Elasticsearch, OpenSearch (KQL, DQL)',
  query(wanted, { error, status }) {
    if ('name' in wanted) return `${error}: "${wanted.name}"`;
    return isOneStatus(wanted) ? `${status}: ${wanted.from}` : `${status} >= ${wanted.from} and ${status} <= ${wanted.to}`;
  },
};
