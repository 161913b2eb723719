import { ERROR_NAMES, byLikelihood, entriesWithStatus } from '../catalog';

/** A set of catalogue names as bits, in catalogue order: sets are joined and compared on every branch. */
export type NameSet = number;

export const ALL_NAMES: NameSet = (1 << ERROR_NAMES.length) - 1;
const bits = new Map(ERROR_NAMES.map((name, index) => [name, 1 << index]));

export const setOf = (...names: readonly string[]): NameSet => names.reduce((set, name) => set | (bits.get(name) ?? 0), 0);

/** Names of every documented error that has one of the statuses from `from` to `to`, both included. */
export const setOfStatuses = (from: number, to: number): NameSet => {
  let set = 0;
  for (let status = Math.max(from, 400); status <= Math.min(to, 599); status++) set |= setOf(...entriesWithStatus(status).map((e) => e.name));
  return set;
};

/** The names of a set, likeliest first. */
export const namesOf = (set: NameSet): string[] => ERROR_NAMES.filter((_, index) => set & (1 << index)).sort(byLikelihood);
