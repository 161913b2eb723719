import { entriesWithStatus } from './names';

/** Statuses that other APIs use for what PlusAuth answers with another one. */
const MEANT: ReadonlyMap<number, { readonly status: number; readonly names: readonly string[] }> = new Map([
  [403, { status: 401, names: ['missing_scope', 'unauthorized_user'] }],
  [410, { status: 404, names: ['entity_not_found'] }],
  [420, { status: 429, names: ['too_many_requests'] }],
]);

/** The documented status, and its names, that a branch on an undocumented status probably means; undefined where there is none. */
export const meantStatus = (status: number): { readonly status: number; readonly names: readonly string[] } | undefined => MEANT.get(status);

/** Whether a number is a client or server error status that no documented error has. */
export const isUndocumentedStatus = (status: number): boolean =>
  Number.isInteger(status) && status >= 400 && status <= 599 && entriesWithStatus(status).length === 0;
