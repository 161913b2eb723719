import { ERROR_NAMES } from '../catalog';
import { eventsOf } from './events';
import type { Facts } from './facts';
import type { LogRecord } from './record';

/** What a line of log says that was logged for another error. */
export interface Otherwise {
  /** Where the only status of the line stands, three digits from 400 to 599 that are a member of an object or behind a key; undefined when there is none. */
  readonly statusAt: number | undefined;
  /**
   * What it says with another name of the catalogue wherever its name stands, and another status from 400 to 599; undefined: with the same.
   * Spans, descriptions and the time are those of the line that was read.
   */
  read(name: string | undefined, status: number | undefined): LogRecord[];
}

const NAME = new RegExp(ERROR_NAMES.join('|'), 'g');
/** Letters that neither lengthen a word nor belong to an address or a path. */
const BEFORE = /[\s"'=([]$/;
const AFTER = /^(?:[\s"',)\]}]|$)/;
/** After these the first word of a name may be read as that of a status: `401 Unauthorized`. */
const STATUS_BEFORE = /\d{3}:? $/;
const BREAK = /[\s"'`<>]/;
/**
 * Where so much stands without a break, the reading may end in the midst of it, at another letter for a longer name: addresses, keys, blanks. Other
 * than in plain letters, places in the text and in its bytes differ.
 */
const LONGEST_WORD = 56;
const LONGEST_KEY = /[\w$[]{56}/;
const LONGEST_ADDRESS = 120;
const BLANKS = ' '.repeat(9);
const PLAIN = /^[\x20-\x7e]*$/;
/** What may be read as a time, behind which the words of a line are searched up to some place only. */
const TIME = /\d:\d\d|\dT\d\d|\d{10}/g;
const STATUS = /^[45]\d\d$/;

function isSure(text: string): boolean {
  if (!PLAIN.test(text) || text.includes(BLANKS)) return false;
  const longest = Math.max(...text.split(BREAK).map(({ length }) => length));
  return longest < LONGEST_WORD || (longest < LONGEST_ADDRESS && !LONGEST_KEY.test(text));
}

/** Where a line is judged by its length, or by the letters around a name, another name may not stand in it. */
function mayBeNamed(facts: Facts, text: string, format: string, name: string): boolean {
  if (!isSure(text) || facts.names.some(({ value }) => value !== name)) return false;
  let start: number | undefined;
  for (const { 0: found, index } of text.matchAll(NAME)) {
    const before = text.slice(Math.max(0, index - 8), index);
    if (found !== name || !BEFORE.test(before) || STATUS_BEFORE.test(before) || !AFTER.test(text.slice(index + found.length, index + found.length + 1))) return false;
    start ??= index;
  }
  if (start === undefined) return false;
  const first = start;
  if (format !== 'json' && [...text.matchAll(TIME)].some(({ index }) => index > first)) return false;
  return facts.requests.every(({ request: { path, host } }) => path?.includes(name) !== true && host?.includes(name) !== true);
}

/**
 * Tells what a line that was read as `facts` says for another error; undefined where more than the errors may depend on the name: its letters must not
 * be seen by any search but the one for names, and its length must not move anything into or out of the reach of one.
 */
export function otherwise(facts: Facts, text: string, format: string): Otherwise | undefined {
  const [first] = facts.names;
  if (first ? !mayBeNamed(facts, text, format, first.value) : text.search(NAME) >= 0) return undefined;
  const [status, second] = facts.statuses;
  const isField = status && !second && !status.weak && (format === 'json' || format === 'keyValue') && STATUS.test(text.slice(status.span.start, status.span.end));
  return {
    statusAt: isField ? status.span.start : undefined,
    read(name, value) {
      const { descriptions, requests, others, time } = facts;
      const names = facts.names.map(({ value: own, span, group, rank }) => ({ value: name ?? own, span, group, rank }));
      const statuses = facts.statuses.map(({ value: own, span, group, weak }) => ({ value: value ?? own, span, group, weak }));
      return eventsOf({ names, statuses, descriptions, requests, others, time, belongs: (inner, outer) => facts.belongs(inner, outer) }, text, format, (span) => span);
    },
  };
}
