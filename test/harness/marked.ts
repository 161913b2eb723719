import type { FindingCode } from '../../server/src/core/model/finding';
import { FINDING_CODES } from '../../server/src/core/model/finding';
import type { Span } from '../../server/src/core/model/span';

/** Where the cursor stands in a marked source. */
export const CURSOR = '‸';

/** What a mark says about `Finding.missing`. */
export type MissingMark =
  | { readonly kind: 'count'; readonly count: number }
  /** Exactly these, in any order. */
  | { readonly kind: 'exactly'; readonly names: readonly string[] }
  /** The whole catalogue but these. */
  | { readonly kind: 'without'; readonly names: readonly string[] };

export interface Mark {
  readonly code: FindingCode;
  readonly start: number;
  /** Undefined when only the start is marked (`^…`). */
  readonly end: number | undefined;
  readonly missing?: MissingMark;
}

export interface Marked {
  /** The source without annotation lines and cursor. */
  readonly text: string;
  readonly expected: readonly Mark[];
  readonly cursor: number | undefined;
}

/**
 * A comment line with carets marks the nearest code line above it, column by column:
 *
 *     switch (e.error) {
 *   //^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
 *
 * `<` right after the comment opener starts the span where the comment starts, for code in the columns the opener covers.
 * A `…` after the carets marks the start only.
 */
const ANNOTATION = /^(?<indent>\s*)(?<open>\/\/|#|<!--|\{?\/\*)(?<from>< *)?(?<gap>\s*)(?<carets>\^+)(?<half>…)?\s+(?<code>[a-z-]+)(?<tail>.*?)\s*(?:-->|\*\/\}?)?\s*$/;

/**
 * Reads a marked source: takes annotation lines and the cursor out and says what they expect.
 * Indentation common to all code lines goes, so that sources can be indented inside a test.
 * @throws Error when a mark names no known finding, marks nothing, or stands before any code.
 */
export function parseMarked(source: string): Marked {
  const lines = dedent(source).split('\n');
  const kept: string[] = [];
  const expected: Mark[] = [];
  let cursor: number | undefined;
  let lineStart = 0;
  let next = 0;
  for (const raw of lines) {
    const annotation = ANNOTATION.exec(raw);
    if (annotation?.groups) {
      expected.push(readMark(annotation.groups, raw, kept[kept.length - 1], lineStart));
      continue;
    }
    lineStart = next;
    const at = raw.indexOf(CURSOR);
    if (at >= 0) cursor = lineStart + at;
    const line = raw.replace(CURSOR, '');
    kept.push(line);
    next = lineStart + line.length + 1;
  }
  return { text: kept.join('\n'), expected, cursor };
}

function readMark(groups: Record<string, string>, raw: string, marked: string | undefined, lineStart: number): Mark {
  const { indent = '', open = '', from = '', gap = '', carets = '', half, code = '', tail = '' } = groups;
  if (marked === undefined) throw new Error(`A mark needs a code line above it: ${raw}`);
  if (!(FINDING_CODES as readonly string[]).includes(code)) throw new Error(`No finding is called "${code}": ${raw}`);
  const first = from ? indent.length : indent.length + open.length + gap.length;
  const last = indent.length + open.length + from.length + gap.length + carets.length;
  if (first >= marked.length || (!half && last > marked.length)) throw new Error(`The mark reaches behind its line:\n${marked}\n${raw}`);
  const missing = readMissing(tail.trim(), raw);
  return { code: code as FindingCode, start: lineStart + first, end: half ? undefined : lineStart + last, ...(missing && { missing }) };
}

function readMissing(tail: string, raw: string): MissingMark | undefined {
  if (tail === '') return undefined;
  const count = /^missing (\d+)$/.exec(tail);
  if (count) return { kind: 'count', count: Number(count[1]) };
  const names = /^(missing|without): (.+)$/.exec(tail);
  if (!names) throw new Error(`"${tail}" is no "missing 12", "missing: a, b" or "without: a, b": ${raw}`);
  return { kind: names[1] === 'missing' ? 'exactly' : 'without', names: (names[2] ?? '').split(',').map((name) => name.trim()) };
}

/** Takes the first line break, the last line's blanks and the indentation shared by all code lines away. */
export function dedent(source: string): string {
  const lines = source.replace(/^[ \t]*\n/, '').replace(/\n[ \t]*$/, '\n').split('\n');
  let common: string | undefined;
  for (const line of lines) {
    if (line.trim() === '' || ANNOTATION.test(line)) continue;
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    common = common === undefined ? indent : sharedPrefix(common, indent);
  }
  const width = common?.length ?? 0;
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(Math.min(width, line.length - line.trimStart().length)))).join('\n');
}

function sharedPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** The same text and marks with `\r\n` line endings. */
export function withCrLf(marked: Marked): Marked {
  const shift = (offset: number): number => offset + marked.text.slice(0, offset).split('\n').length - 1;
  return {
    text: marked.text.replaceAll('\n', '\r\n'),
    expected: marked.expected.map((mark) => ({ ...mark, start: shift(mark.start), end: mark.end === undefined ? undefined : shift(mark.end) })),
    cursor: marked.cursor === undefined ? undefined : shift(marked.cursor),
  };
}

/** `line:column` from 1, as editors show it. */
export function place(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before[before.length - 1] ?? '').length + 1}`;
}

/** The source with a caret line below each span: what a failing test prints. */
export function annotate(text: string, notes: readonly { readonly span: Span; readonly note: string }[]): string {
  const out: string[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const end = at + line.length;
    out.push(line.replace(/\r$/, ''));
    for (const { span, note } of notes) {
      if (span.start < at || span.start > end) continue;
      const pad = line.slice(0, span.start - at).replace(/[^\t]/g, ' ');
      out.push(`${pad}${'^'.repeat(Math.max(1, Math.min(span.end, end) - span.start))}${span.end > end ? '…' : ''} ${note}`);
    }
    at = end + 1;
  }
  return out.join('\n');
}
