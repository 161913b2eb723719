import type { Located } from './record';

/** A status in a sentence. */
export interface FoundStatus extends Located<number> {
  /** Nothing but its place says that it is one: believed only where it fits the name. */
  readonly weak: boolean;
}

const LABELLED = /\b(?:status(?:[ _-]?code)?|http(?:[ _-]?status)?(?:\/\d(?:\.\d)?)?)\b["'\s:=(]{1,4}([1-5]\d\d)(?![\w.])/gi;
const ANSWERED = /HTTP\/\d(?:\.\d)?\\?"[ \t]+([1-5]\d\d)(?![\w.])|(?:->|=>|→)[ \t]*([1-5]\d\d)(?![\w.])/g;
const REASONS = [
  'Bad Request', 'Unauthorized', 'Payment Required', 'Forbidden', 'Not Found', 'Conflict', 'Gone', 'Unprocessable', 'Too Many', 'Internal Server',
  'Bad Gateway', 'Service Unavail', 'Gateway Time',
];
const WITH_REASON = new RegExp(`(?<![\\w.:/-])([45]\\d\\d):? (?=${REASONS.join('|')})`, 'gi');

/** The statuses a sentence names as such, in order; none where none of them is an error's. */
export function statusesIn(text: string, from = 0, to = text.length): FoundStatus[] {
  const found: FoundStatus[] = [];
  const piece = from === 0 && to === text.length ? text : text.slice(from, to);
  // Most sentences hold no number of three digits that could be one.
  if (!/[45]\d\d/.test(piece)) return found;
  for (const pattern of [LABELLED, ANSWERED, WITH_REASON]) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(piece); match; match = pattern.exec(piece)) {
      const digits = match[1] ?? match[2] ?? '';
      const start = from + match.index + match[0].lastIndexOf(digits);
      if (!found.some(({ span }) => span.start === start)) found.push({ value: Number(digits), span: { start, end: start + 3 }, weak: false });
    }
  }
  // What other numbers stand around, as in a time, must make no difference.
  return found.some(({ value }) => value >= 400) ? found.sort((a, b) => a.span.start - b.span.start) : [];
}

/** A number right beside a name: `409 already_exists`, `already_exists (409)`. */
export function statusBeside(text: string, start: number, end: number): FoundStatus | undefined {
  const after = /^["'`]?\s?[([]([45]\d\d)[)\]]/.exec(text.slice(end, end + 8));
  if (after?.[1] !== undefined) {
    const at = end + after[0].length - 4;
    return { value: Number(after[1]), span: { start: at, end: at + 3 }, weak: true };
  }
  const from = Math.max(0, start - 14);
  // The number of a process in brackets behind its program is none: `shop[409]: already_exists`.
  const before = /(?<![\w.:/-]|\w\[)[([]?([45]\d\d)[)\]]?[\s:,-]{1,4}["'`(]?$/.exec(text.slice(from, start));
  if (before?.[1] === undefined) return undefined;
  const at = from + before.index + before[0].indexOf(before[1]);
  return { value: Number(before[1]), span: { start: at, end: at + 3 }, weak: true };
}
