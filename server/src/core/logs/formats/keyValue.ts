import type { Format } from '../format';
import { leadingTime } from '../time';

const PAIR = /(?<![^\s,;|[(])([A-Za-z_@][\w.@/-]*)=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"',;|]*))/g;
/** Below this a line is a sentence with a pair in it. */
const FEWEST = 3;

/** logfmt and its relatives: `level=error msg="…" error=already_exists status=409`, perhaps behind a time and a level. */
export const keyValue: Format = {
  name: 'keyValue',
  read(text, facts) {
    if (text.includes('\n') || !text.includes('=')) return false;
    const pairs = [...text.matchAll(PAIR)];
    if (pairs.length < FEWEST) return false;
    const first = pairs[0]?.index ?? 0;
    const group = facts.group();
    for (const match of pairs) {
      const [whole, key = '', double, single, bare] = match;
      const raw = double ?? single ?? bare ?? '';
      const quoted = bare === undefined;
      const start = match.index + whole.length - raw.length - (quoted ? 1 : 0);
      // Between the pairs of one line all are members of one object.
      facts.field(key, raw, { start, end: start + raw.length }, group, true);
    }
    if (first > 0) facts.sentence(text.slice(0, first), 0, group);
    const last = pairs.at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (/\w/.test(text.slice(end))) facts.sentence(text.slice(end), end, group);
    facts.time ??= leadingTime(text, facts.options);
    return true;
  },
};
