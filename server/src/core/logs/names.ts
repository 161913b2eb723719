import { ERROR_NAMES } from '../catalog';
import type { Located } from './record';

const NAME = new RegExp(ERROR_NAMES.join('|'), 'g');
/** An address is longer than a word, but not endless. */
const LONGEST_ADDRESS = 300;
const ESCAPE_BEFORE = /\\[nrtfb]$/;
const COLOUR_BEFORE = /(?:\\u001b|\\x1b|\\033|\\e|\u001b|\u241b)\[[\d;]*m$/i;
/** A key of an object, a function, a file with its line, a metric with its value. */
const OTHER_AFTER = /^(?:\\?["'`]?\s{0,4}(?::\s{0,4}\d+(?:\.\d+)?(?=[\s,;}\])]|$)|=)|\\?["'`]\s{0,4}:|\(\)|[.\-@$][\w]|\/|\\(?!["'`nrtux]))/;

function isAddressParameter(text: string, start: number): boolean {
  const from = Math.max(0, start - LONGEST_ADDRESS);
  const word = /[^\s"'`<>]*$/.exec(text.slice(from, start))?.[0] ?? '';
  return /[?&#][\w.%-]*=$|:\/\//.test(word);
}

/**
 * Whether the letters from `start` to `end` are a name by themselves, and not part of a longer word, a path, a file name, a metric, a key or an address.
 * `\n` and `\t` as JSON writes them and the end of an ANSI colour are no part of a word.
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  if (/\w/.test(text.charAt(end)) || OTHER_AFTER.test(text.slice(end, end + 24))) return false;
  const before = text.charAt(start - 1);
  if (/\w/.test(before)) {
    const head = text.slice(Math.max(0, start - 16), start);
    return ESCAPE_BEFORE.test(head) || COLOUR_BEFORE.test(head);
  }
  return !/[.\-/\\@$#%&?]/.test(before) && !(before === '=' && isAddressParameter(text, start));
}

/** The catalogue's names that stand alone in a piece of a text, in order. */
export function namesIn(text: string, from = 0, to = text.length): Located<string>[] {
  const found: Located<string>[] = [];
  NAME.lastIndex = from;
  for (let match = NAME.exec(text); match && match.index < to; match = NAME.exec(text)) {
    const end = match.index + match[0].length;
    if (end <= to && standsAlone(text, match.index, end)) found.push({ value: match[0], span: { start: match.index, end } });
  }
  return found;
}

/** Whether a name of the catalogue is in a text at all, alone or not: where it is not, no record has a name. */
export function holdsErrorName(text: string): boolean {
  NAME.lastIndex = 0;
  return NAME.test(text);
}
