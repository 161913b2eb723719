import type { ReadOptions } from '../../core/logs';

/** Where times without zone are from: this machine's zone, or minutes ahead of UTC. */
export type Zone = 'local' | number;

/** Minutes this machine is ahead of UTC at a local time, given as if it were UTC. */
const localZone = (local: number): number => {
  const date = new Date(local);
  return -new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()).getTimezoneOffset();
};

export const zoneOption = (zone: Zone): ReadOptions => ({ zone: zone === 'local' ? localZone : () => zone });
