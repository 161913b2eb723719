import { CATALOG } from './entries';
import type { CatalogEntry } from './types';

/** The 14 names, in the order of PlusAuth's page. */
export const ERROR_NAMES: readonly string[] = CATALOG.map((entry) => entry.name);

const byName = new Map(CATALOG.map((entry) => [entry.name, entry]));

export const entryOf = (name: string): CatalogEntry | undefined => byName.get(name);

/** Whether a documented error of this name comes with this HTTP status. */
export function hasStatus(entry: CatalogEntry, status: number): boolean {
  return entry.status.from <= status && status <= entry.status.to;
}

/** The errors that come with a status; `server_error` for every one from 500 to 599; empty for a status no documented error has. */
export const entriesWithStatus = (status: number): readonly CatalogEntry[] => CATALOG.filter((entry) => hasStatus(entry, status));

/** The statuses of the documented errors in ascending order; 500 stands for 500 to 599. */
export const DOCUMENTED_STATUSES: readonly number[] = [...new Set(CATALOG.map((entry) => entry.status.from))].sort((a, b) => a - b);

/** `409`, or `5xx` where the error owns a whole range. */
export function statusText(entry: CatalogEntry): string {
  return entry.status.from === entry.status.to ? String(entry.status.from) : `${Math.floor(entry.status.from / 100)}xx`;
}

const LONGEST_IDENTIFIER = Math.max(...ERROR_NAMES.map((name) => name.length)) + 2;

/** The name an identifier stands for when its snake_case form is one: `ALREADY_EXISTS`, `AlreadyExists`, `alreadyExists`, `already-exists`. */
export function nameOfIdentifier(identifier: string): string | undefined {
  if (identifier.length > LONGEST_IDENTIFIER) return undefined;
  const spaced = /[a-z]/.test(identifier) ? identifier.replace(/([a-z0-9])([A-Z])/g, '$1_$2') : identifier;
  const snake = spaced.replaceAll('-', '_').toLowerCase();
  return byName.has(snake) ? snake : undefined;
}

/** The names in the order in which running code meets them: what ordinary use causes first, what a wrong set-up causes last. Our estimate. */
export const likelihood: readonly string[] = [
  'entity_not_found', 'already_exists', 'invalid_entity', 'too_many_requests', 'server_error', 'plan_limit_exceeded', 'missing_scope',
  'unauthorized_user', 'invalid_request', 'missing_token', 'invalid_audience', 'invalid_issuer', 'invalid_authorization_scheme',
  'unsupported_view_template',
];

const rank = new Map(likelihood.map((name, index) => [name, index]));

/** Compares two names for sorting, the likelier first; what is no name comes last. */
export const byLikelihood = (a: string, b: string): number => (rank.get(a) ?? likelihood.length) - (rank.get(b) ?? likelihood.length);
