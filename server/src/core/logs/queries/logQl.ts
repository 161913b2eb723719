import { isOneStatus, type LogFields, type QueryEngine } from './types';

/** The label that a stage `json x="path"` makes. Labels have no dots and begin with a letter or `_`. */
const LABEL = { error: 'plusauth_error', status: 'plusauth_status' };

/** An expression of the stage `json`: plain names between dots, others in brackets. */
const path = (field: string): string =>
  JSON.stringify(field.split('.').map((part, index) => (/^[A-Za-z_]\w*$/.test(part) ? `${index > 0 ? '.' : ''}${part}` : `["${part}"]`)).join(''));
const parse = (key: keyof LogFields, fields: LogFields): string => `json ${LABEL[key]}=${path(fields[key])}`;

/** The streams are a matter of each installation: all that have an application. The filter of lines comes first, which is what Loki is fast at. */
export const logQl: QueryEngine = {
  id: 'logql',
  title: 'Grafana Loki (LogQL)',
  query(wanted, fields) {
    const streams = '{app=~".+"}';
    if ('name' in wanted) return `${streams} |= "${wanted.name}" | ${parse('error', fields)} | ${LABEL.error}="${wanted.name}"`;
    const test = isOneStatus(wanted) ? `${LABEL.status}=${wanted.from}` : `${LABEL.status}>=${wanted.from} | ${LABEL.status}<=${wanted.to}`;
    return `${streams} | ${parse('status', fields)} | ${test}`;
  },
};
