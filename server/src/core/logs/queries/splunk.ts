import { isOneStatus, type QueryEngine } from './types';

/** Of JSON whose fields Splunk takes out while it searches. Names of fields with anything but letters, digits, `_` and dots stand in quotes. */
export const splunk: QueryEngine = {
  id: 'splunk',
  title: 'Splunk (SPL)',
  query(wanted, { error, status }) {
    const field = (name: string): string => (/^[\w.]+$/.test(name) ? name : `"${name}"`);
    // The bare word is what the index is searched for.
    if ('name' in wanted) return `index=* "${wanted.name}" ${field(error)}="${wanted.name}"`;
    return isOneStatus(wanted) ? `index=* ${field(status)}=${wanted.from}` : `index=* ${field(status)}>=${wanted.from} ${field(status)}<=${wanted.to}`;
  },
};
