import type { Language } from './language';
import type { Span } from '../../model/span';
import { lineStartAt } from './lines';

/** The code around a cursor, made whole: what is half typed is completed or left out, and what is open is closed. */
export interface Mended {
  readonly text: string;
  /** The cursor in `text`. */
  readonly at: number;
  /** What the user is typing, in the document; empty where nothing has been typed yet. */
  readonly typed: Span;
  /** A literal was put where a value is missing. */
  readonly invented: boolean;
  /** Length of what was put at the cursor for the parser's sake alone: a statement that says which block the line is in. */
  readonly filled: number;
}

/** Handlers are near the cursor: what is farther away in broken code is not looked at. In UTF-16 units. */
const REACH = 20_000;
const OPEN: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** A line that starts in the first column with anything but a closing bracket starts a piece of the file. */
const PIECE = /^[^\s)}\]]/;

interface Lexed {
  /** Open brackets, outermost first. */
  readonly open: readonly { readonly bracket: string; readonly at: number }[];
  /** The text constant that is open at the end. */
  readonly quote: string | undefined;
  readonly quoteAt: number;
  readonly comment: boolean;
}

/** The code lies `within` the document. Undefined where nothing can be completed: in comments, behind a dot, in the middle of an expression. */
export function mend(text: string, offset: number, language: Language, within: Span): Mended | undefined {
  if (!canBeTyped(text, offset, language)) return undefined;
  const far = offset - REACH <= within.start ? within.start : lineStart(text, offset - REACH, offset);
  // Most often the piece that the cursor is in says enough.
  const near = pieceStart(text, offset, far, language);
  let from = near;
  let lexed = lex(text.slice(from, offset), language);
  if (lexed.open.length === 0 && near > far) lexed = lex(text.slice((from = far), offset), language);
  if (lexed.comment) return undefined;
  const start = pieceStart(text, from + (lexed.open[0]?.at ?? offset - from), far, language);
  const end = pieceEnd(text, offset, within.end, language);
  const token = tokenAt(text, offset, from, lexed, language);
  if (!token) return undefined;
  const before = text.slice(start, token.span.start);
  const whole = before + token.newText + text.slice(token.span.end, end);
  return { text: whole + closing(lex(whole, language)), at: token.span.start - start + token.cursor, typed: token.typed, invented: token.invented, filled: token.filled ?? 0 };
}

/** A look at the line alone, which rules most places out. */
function canBeTyped(text: string, offset: number, { typing, templates }: Language): boolean {
  const line = text.slice(Math.max(lineStartAt(text, offset), offset - 400), offset);
  const before = line.replace(/[\w$]*$/, '').trimEnd();
  return before === '' || templates.quotes.some((q) => line.includes(q)) || typing.value.test(before) || typing.statement.test(before);
}

interface Token {
  /** What is replaced in the document, by what, and where the cursor then is. */
  readonly span: Span;
  readonly newText: string;
  readonly cursor: number;
  readonly typed: Span;
  readonly invented: boolean;
  readonly filled?: number;
}

function tokenAt(text: string, offset: number, from: number, lexed: Lexed, language: Language): Token | undefined {
  const { typing, templates } = language;
  const after = text.slice(offset, offset + 200);
  const rest = /^[\w$-]*/.exec(after)?.[0] ?? '';
  const open = lexed.open.at(-1)?.bracket ?? '';
  const preceding = (end: number): string => text.slice(Math.max(0, from, end - 300), end).trimEnd();
  const tailAt = (start: number, end: number): string => {
    const line = /^[^\r\n]*/.exec(text.slice(end, end + 200))?.[0] ?? '';
    // What was opened on a line that ends here is closed here.
    const lineFrom = lineStartAt(text, start);
    return typing.tail(preceding(start), line, open, closers(lexed.open.filter(({ at, bracket }) => from + at >= lineFrom && bracket !== templates.layout.brackets?.[0])));
  };
  if (lexed.quote !== undefined) {
    const start = from + lexed.quoteAt;
    const content = text.slice(start + 1, offset);
    if (/[\r\n]/.test(content)) return undefined;
    const end = offset + rest.length;
    const closed = text[end] === lexed.quote ? end + 1 : end;
    const newText = lexed.quote + content + rest + lexed.quote + tailAt(start, closed);
    return { span: { start, end: closed }, newText, cursor: 1 + content.length, typed: { start: start + 1, end }, invented: false };
  }
  const word = /[\w$]*$/.exec(text.slice(Math.max(from, offset - 100), offset))?.[0] ?? '';
  const span = { start: offset - word.length, end: offset + (/^[\w$]*/.exec(after)?.[0].length ?? 0) };
  const before = preceding(span.start);
  const [quote = '"'] = templates.quotes;
  if (typing.value.test(before)) {
    return { span, newText: quote + quote + tailAt(span.start, span.end), cursor: 1, typed: span, invented: true };
  }
  // A line of its own, or right behind something that ends a statement.
  const alone = /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(from, span.start - 200), span.start));
  if (!(alone || typing.statement.test(before)) || before.endsWith('.')) return undefined;
  const newText = alone && typing.filler ? typing.filler(headerOf(text, span.start, from)) : '';
  return { span, newText, cursor: 0, typed: span, invented: false, filled: newText.length };
}

/** The line that opens the block of a line, by their indentations. */
function headerOf(text: string, offset: number, from: number): string {
  let line = lineStartAt(text, offset);
  let indent = offset - line;
  while (line > from && indent > 0) {
    const end = line - 1;
    line = lineStartAt(text, end);
    const above = text.slice(line, end).trimEnd();
    const width = above.length - above.trimStart().length;
    if (above !== '' && width < indent) return above.trimStart();
    indent = Math.max(indent, 1);
  }
  return '';
}

const lineStart = (text: string, at: number, limit: number): number => {
  const found = text.indexOf('\n', at);
  return found < 0 || found >= limit ? at : found + 1;
};

const startsPiece = (text: string, line: number, { typing }: Language): boolean => PIECE.test(text.slice(line, line + 1)) && !typing.continues?.test(text.slice(line, line + 40));

function pieceStart(text: string, at: number, from: number, language: Language): number {
  for (let line = lineStartAt(text, at); line > from; line = lineStartAt(text, line - 1)) {
    if (startsPiece(text, line, language)) return line;
  }
  return from;
}

function pieceEnd(text: string, offset: number, last: number, language: Language): number {
  const limit = Math.min(last, offset + REACH);
  for (let line = text.indexOf('\n', offset); line >= 0 && line < limit; line = text.indexOf('\n', line + 1)) {
    if (startsPiece(text, line + 1, language)) return line + 1;
  }
  return limit;
}

const closing = ({ open, quote, quoteAt, comment }: Lexed): string => (comment || quoteAt < 0 ? '\n' : (quote ?? '')) + closers(open);

const closers = (open: Lexed['open']): string => [...open].reverse().map(({ bracket }) => OPEN[bracket]).join('');

/** Brackets, text constants and comments of a piece of code, which need not be whole. */
function lex(text: string, language: Language): Lexed {
  const { line, block } = language.comment;
  const quotes = new Set(language.templates.quotes);
  const long = [...language.typing.multiline].filter((q) => q.length > 1);
  const open: { bracket: string; at: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (text.startsWith(line, at)) {
      const end = text.indexOf('\n', at);
      if (end < 0) return { open, quote: undefined, quoteAt: -1, comment: true };
      at = end;
    } else if (block && text.startsWith(block[0], at)) {
      const end = text.indexOf(block[1], at + block[0].length);
      if (end < 0) return { open, quote: undefined, quoteAt: -1, comment: true };
      at = end + block[1].length - 1;
    } else if (long.some((q) => text.startsWith(q, at))) {
      const quote = long.find((q) => text.startsWith(q, at)) ?? char;
      const end = text.indexOf(quote, at + quote.length);
      if (end < 0) return { open, quote: undefined, quoteAt: -1, comment: true };
      at = end + quote.length - 1;
    } else if (quotes.has(char)) {
      const end = stringEnd(text, at, char, language.typing.multiline);
      if (end >= text.length) return { open, quote: char, quoteAt: at, comment: false };
      at = end;
    } else if (OPEN[char] !== undefined) open.push({ bracket: char, at });
    else if (char === ')' || char === ']' || char === '}') {
      // A closing bracket without its opening one closes nothing; one of an outer bracket closes what was forgotten inside.
      const match = open.findLastIndex(({ bracket }) => OPEN[bracket] === char);
      if (match >= 0) open.length = match;
    }
    at++;
  }
  return { open, quote: undefined, quoteAt: -1, comment: false };
}

/** Where a text constant ends; the end of its line where it is not closed, the end of the text where that comes first. */
function stringEnd(text: string, start: number, quote: string, multiline: Iterable<string>): number {
  const goesOn = [...multiline].includes(quote);
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === quote) return at;
    else if (char === '\n' && !goesOn) return at;
  }
  return text.length;
}
