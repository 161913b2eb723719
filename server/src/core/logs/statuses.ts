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

function located(text: string, pattern: RegExp, from: number, to: number, weak: boolean): FoundStatus[] {
  return [...text.slice(from, to).matchAll(pattern)].map((match) => {
    const digits = match[1] ?? match[2] ?? '';
    const start = from + match.index + match[0].trimEnd().replace(/:$/, '').length - digits.length;
    return { value: Number(digits), span: { start, end: start + digits.length }, weak };
  });
}

/** The statuses a sentence names as such. */
export function statusesIn(text: string, from = 0, to = text.length): FoundStatus[] {
  // Most sentences hold no number of three digits at all.
  if (!/[45]\d\d/.test(text.slice(from, to))) return [];
  const found = [LABELLED, ANSWERED, WITH_REASON].flatMap((pattern) => located(text, pattern, from, to, false));
  return found.filter((status, index) => found.findIndex((other) => other.span.start === status.span.start) === index).sort((a, b) => a.span.start - b.span.start);
}

/** A number right beside a name: `409 already_exists`, `already_exists (409)`. */
export function statusBeside(text: string, start: number, end: number): FoundStatus | undefined {
  const after = /^["'`]?\s?[([]([45]\d\d)[)\]]/.exec(text.slice(end, end + 8));
  if (after?.[1] !== undefined) {
    const at = end + after[0].length - 4;
    return { value: Number(after[1]), span: { start: at, end: at + 3 }, weak: true };
  }
  const from = Math.max(0, start - 14);
  const before = /(?<![\w.:/-])[([]?([45]\d\d)[)\]]?[\s:,-]{1,4}["'`(]?$/.exec(text.slice(from, start));
  if (before?.[1] === undefined) return undefined;
  const at = from + before.index + before[0].indexOf(before[1]);
  return { value: Number(before[1]), span: { start: at, end: at + 3 }, weak: true };
}
