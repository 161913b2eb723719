import type { Span } from '../../model/span';
import { span } from '../../model/span';

const BLANK = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;

/** Behind white space and comments. */
function skip(text: string, at: number): number {
  BLANK.lastIndex = at;
  return at + (BLANK.exec(text)?.[0].length ?? 0);
}

/** The braces that follow an offset: the grammar has no node for them. `statements` is what stands between them; nothing where code is half typed. */
export function braces(text: string, from: number, statements: Span | undefined): Span | undefined {
  const open = skip(text, from);
  if (text[open] !== '{') return undefined;
  const close = skip(text, statements && statements.start > open ? statements.end : open + 1);
  return text[close] === '}' ? span(open, close + 1) : undefined;
}

export const isCommented = (text: string, block: Span): boolean => /\/\/|\/\*/.test(text.slice(block.start, block.end));
