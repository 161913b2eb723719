import { timeOf } from '../core/logs/time';
import { zoneOption, type Zone } from '../host/logs/zone';
import { UsageError } from './args';

const UNITS: Readonly<Record<string, number>> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };

/** `local`, `utc`, or an offset such as `+03:00`. */
export function zoneOf(value: string | undefined): Zone {
  if (value === undefined || value.toLowerCase() === 'local') return 'local';
  if (/^(?:utc|gmt|z)$/i.test(value)) return 0;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d?):?(\d\d)?$/.exec(value) ?? [];
  if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) throw new UsageError(`--zone is local, utc or an offset such as +03:00, not ${JSON.stringify(value)}.`);
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** A moment: a time as logs write it, a date, or how long ago (`90s`, `15m`, `2h`, `3d`, `1w`). Milliseconds since the epoch. */
export function momentOf(option: string, value: string | undefined, zone: Zone, now: number): number | undefined {
  if (value === undefined) return undefined;
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([smhdw])$/.exec(value) ?? [];
  if (number !== undefined) return now - Number(number) * UNITS[unit];
  const time = timeOf(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value} 00:00:00` : value, { ...zoneOption(zone), now });
  if (time === undefined) throw new UsageError(`--${option} is a time such as 2026-03-14T06:00:00Z, a date, or how long ago: 15m, 2h, 3d. It is not ${JSON.stringify(value)}.`);
  return time;
}
