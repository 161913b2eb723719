import { FINDING_CODES, type FindingCode } from '../model/finding';
import type { Span } from '../model/span';

/** A comment that silences findings: `plusauth-errors-ignore[-next-line|-file] [code[, code]] [-- reason]`. */
export interface Suppression {
  /** The comment's words, from its opening to its end. */
  readonly span: Span;
  /** The lines it stands for, as offsets; the whole text for a file. */
  readonly covers: Span;
  /** Undefined silences every code. */
  readonly codes: readonly FindingCode[] | undefined;
  /** Words in the place of a code that are none. */
  readonly unknown: readonly string[];
}

const MARK = /(\/\/|\/\*+|#|<!--|--|;|')[ \t]*plusauth-errors-ignore(-next-line|-file)?(?![\w-])([^\r\n]*)/g;

/** The silencing comments of a text; `isComment` tells a comment from a string that holds one. */
export function findSuppressions(text: string, isComment: (offset: number) => boolean): Suppression[] {
  const found: Suppression[] = [];
  for (const match of text.matchAll(MARK)) {
    const [whole, opening = '', where, tail = ''] = match;
    const start = match.index;
    if (!isComment(start + opening.length + 1)) continue;
    const closing = opening.startsWith('/*') ? '*/' : opening === '<!--' ? '-->' : undefined;
    const closed = closing === undefined ? -1 : tail.indexOf(closing);
    const words = (closed >= 0 ? tail.slice(0, closed) : tail).split(/\s--(?:\s|$)/)[0] ?? '';
    const listed = words.split(/[\s,]+/).filter(Boolean);
    const end = closing !== undefined && closed >= 0 ? start + whole.length - tail.length + closed + closing.length : start + whole.trimEnd().length;
    found.push({
      span: { start, end },
      covers: coverage(text, start, end, where),
      codes: listed.length === 0 ? undefined : FINDING_CODES.filter((code) => listed.includes(code)),
      unknown: listed.filter((word) => !(FINDING_CODES as readonly string[]).includes(word)),
    });
  }
  return found;
}

function coverage(text: string, start: number, end: number, where: string | undefined): Span {
  if (where === '-file') return { start: 0, end: text.length };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = endOfLine(text, end);
  if (where === undefined) return { start: lineStart, end: lineEnd };
  // The next line that holds code: comments and blank lines between do not count.
  let from = lineEnd + 1;
  while (from < text.length && /^[ \t]*(?:\/\/[^\r\n]*|#[^\r\n]*|<!--[^\r\n]*-->|\/\*[^\r\n]*\*\/)?[ \t]*\r?\n/.test(text.slice(from, from + 500))) from = endOfLine(text, from) + 1;
  return { start: Math.min(from, text.length), end: endOfLine(text, Math.min(from, text.length)) };
}

function endOfLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}
