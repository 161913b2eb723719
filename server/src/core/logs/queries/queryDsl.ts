import { isOneStatus, type QueryEngine } from './types';

/** The body of a search. A phrase finds a name in a text field as well as in one of keywords. */
export const queryDsl: QueryEngine = {
  id: 'dsl',
  title: 'Elasticsearch, OpenSearch (query DSL)',
  query(wanted, { error, status }) {
    const filter =
      'name' in wanted ? { match_phrase: { [error]: wanted.name } } : isOneStatus(wanted) ? { term: { [status]: wanted.from } } : { range: { [status]: { gte: wanted.from, lte: wanted.to } } };
    return JSON.stringify({ query: { bool: { filter: [filter] } } }, null, 2);
  },
};
