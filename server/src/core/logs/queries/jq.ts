import { isOneStatus, type QueryEngine } from './types';

/** A string of JSON, in single quotes of a POSIX shell: there is none in a name. */
const quoted = (text: string): string => JSON.stringify(text);

/** For lines of JSON among others: what is no JSON is passed over, and so is what has no such field. */
export const jq: QueryEngine = {
  id: 'jq',
  title: 'jq',
  query(wanted, { error, status }) {
    const value = (field: string): string => `getpath([${field.split('.').map(quoted).join(', ')}])?`;
    const number = `(${value(status)} | tonumber?)`;
    const test =
      'name' in wanted ? `${value(error)} == ${quoted(wanted.name)}` : isOneStatus(wanted) ? `${number} == ${wanted.from}` : `${number} as $s | $s >= ${wanted.from} and $s <= ${wanted.to}`;
    return `jq -cR 'fromjson? | select(${test})' app.log`;
  },
};
