import type { QueryEngine } from './types';

/** What a number from `from` to `to` looks like, where both have three digits and the same first one, or are alike. */
const digits = ({ from, to }: { readonly from: number; readonly to: number }): string => (from === to ? String(from) : `[${Math.floor(from / 100)}-${Math.floor(to / 100)}][0-9]{2}`);

/** A name needs no field: it is looked for as a word. A status does, or any number would be one. Quoted for POSIX shells. */
export const ripgrep: QueryEngine = {
  id: 'rg',
  title: 'ripgrep',
  query(wanted, { status }) {
    if ('name' in wanted) return `rg -z -w -F -e '${wanted.name}' app.log`;
    const field = (status.split('.').at(-1) ?? status).replaceAll('$', '\\$');
    return `rg -z -e '(?:^|[^A-Za-z0-9_])${field}\\\\?["'\\'']?\\s*[:=]\\s*\\\\?["'\\'']?${digits(wanted)}(?:[^0-9]|$)' app.log`;
  },
};
