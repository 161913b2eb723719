const OPEN = '\uE000';
const CLOSE = '\uE001';

/** A place to fill in, with the text that stands there until then. */
export const hole = (text: string): string => OPEN + text + CLOSE;

/** A text with holes as a snippet. What is literal in it stays literal. */
export function toSnippet(text: string): string {
  let number = 0;
  return text
    .split(new RegExp(`(${OPEN}[^${CLOSE}]*${CLOSE})`))
    .map((piece) => (piece.startsWith(OPEN) ? placeholder(++number, piece.slice(1, -1)) : piece.replace(/[\\$]/g, '\\$&')))
    .join('');
}

const placeholder = (number: number, text: string): string => (text === '' ? `$${number}` : `\${${number}:${text.replace(/[\\$}]/g, '\\$&')}}`);
