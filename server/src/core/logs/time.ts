import type { ReadOptions } from './record';

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const CLOCK = String.raw`(?<h>\d{1,2}):(?<m>\d\d)(?::(?<s>\d\d)(?:[.,](?<f>\d{1,9}))?)?`;
const ZONE = String.raw`(?:\s?(?<z>Z|UTC|GMT|[+-]\d\d:?\d\d)(?![\w:]))?`;

/** How programs write a time with its date, the commonest first. A form without `y` has no year. */
const FORMS = [
  String.raw`(?<y>\d{4})-(?<mo>\d\d)-(?<d>\d\d)[T _]${CLOCK}${ZONE}`,
  String.raw`(?<d>\d\d)/(?<mon>${MONTHS})/(?<y>\d{4}):${CLOCK}${ZONE}`,
  String.raw`(?<y>\d{4})/(?<mo>\d\d)/(?<d>\d\d)[ -]${CLOCK}${ZONE}`,
  String.raw`(?<y>\d{4})(?<mo>\d\d)(?<d>\d\d)T(?<h>\d\d)(?<m>\d\d)(?<s>\d\d)(?:[.,](?<f>\d{1,9}))?${ZONE}`,
  String.raw`(?<d>\d{1,2})[ -](?<mon>${MONTHS})[a-z]*[ -](?<y>\d{4})[ ,]{1,2}${CLOCK}${ZONE}`,
  String.raw`(?<mon>${MONTHS})[a-z]* {1,2}(?<d>\d{1,2}),? (?<y>\d{4}),? ${CLOCK}(?: (?<ap>[AP]M))?${ZONE}`,
  String.raw`(?<mon>${MONTHS}) {1,2}(?<d>\d{1,2}) ${CLOCK} (?<y>\d{4})`,
  String.raw`(?<d>\d\d)\.(?<mo>\d\d)\.(?<y>\d{4})[ ,]{1,2}${CLOCK}${ZONE}`,
  String.raw`(?<mon>${MONTHS}) {1,2}(?<d>\d{1,2}) ${CLOCK}`,
  String.raw`(?<=^[IWEF])(?<mo>\d\d)(?<d>\d\d) ${CLOCK}`,
].map((form) => new RegExp(String.raw`(?<![\d.:])${form}(?![\d:])`));

/** How far into a line its time is looked for: behind a host, a process, a pod, a level. */
const PREFIX = 120;
const DAY = 86_400_000;
const MONTH_NAMES = MONTHS.split('|');

/** Milliseconds since the epoch of a number that counts seconds, milliseconds, microseconds or nanoseconds since then; undefined before 2001 and after 2286. */
export function fromEpoch(value: number): number | undefined {
  for (const unit of [1e3, 1, 1e-3, 1e-6]) {
    const time = value * unit;
    if (time >= 1e12 && time < 1e13) return Math.floor(time);
  }
  return undefined;
}

function zoneMinutes(zone: string): number {
  const offset = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  return offset ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
}

function resolve(parts: Readonly<Record<string, string | undefined>>, options: ReadOptions): number | undefined {
  const month = parts['mon'] === undefined ? Number(parts['mo']) - 1 : MONTH_NAMES.indexOf(parts['mon']);
  const half = parts['ap'];
  const hour = half === undefined ? Number(parts['h']) : (Number(parts['h']) % 12) + (half === 'PM' ? 12 : 0);
  const day = Number(parts['d']);
  const rest = [hour, Number(parts['m']), Number(parts['s'] ?? 0), Math.floor(Number(`0.${parts['f'] ?? 0}`) * 1000)] as const;
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 24 || rest[1] > 59 || rest[2] > 60) return undefined;
  const inYear = (year: number): number => {
    const local = Date.UTC(year, month, day, ...rest);
    return local - (parts['z'] === undefined ? (options.zone?.(local) ?? 0) : zoneMinutes(parts['z'])) * 60_000;
  };
  if (parts['y'] !== undefined) return inYear(Number(parts['y']));
  if (options.now === undefined) return undefined;
  const year = new Date(options.now).getUTCFullYear() + 1;
  // A day of tolerance: clocks and zones differ. The 29th of February is looked for among leap years.
  for (let candidate = year; candidate >= year - 8; candidate--) {
    const time = inYear(candidate);
    if (time <= options.now + DAY && new Date(Date.UTC(candidate, month, day)).getUTCDate() === day) return time;
  }
  return undefined;
}

/** The time a text holds; undefined when it has none with a date. */
export function timeIn(text: string, options: ReadOptions): number | undefined {
  // Without a clock there is no time, which saves most texts ten searches.
  if (!/\d:\d\d|\dT\d/.test(text)) return undefined;
  for (const form of FORMS) {
    const match = form.exec(text);
    const time = match?.groups && resolve(match.groups, options);
    if (time !== undefined) return time;
  }
  return undefined;
}

/** The time of a value such as a JSON member's: a number since the epoch or a text. */
export function timeOf(value: string, options: ReadOptions): number | undefined {
  return /^\d{10,19}(?:\.\d+)?$|^\d\.\d+[eE]\+?\d+$/.test(value) ? fromEpoch(Number(value)) : timeIn(value, options);
}

/** The time a line begins with, perhaps behind other short words. */
export function leadingTime(line: string, options: ReadOptions): number | undefined {
  const head = line.slice(0, PREFIX);
  const epoch = /^\[?(\d{10}(?:\.\d{1,9})?|\d{13})\]?(?=[\s:|])/.exec(head)?.[1];
  return epoch === undefined ? timeIn(head, options) : fromEpoch(Number(epoch));
}
