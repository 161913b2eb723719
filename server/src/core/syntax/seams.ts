/** Where a text in some language can be cut into pieces that are read apart. */
export interface Seams {
  /** Matches from the end of a top-level piece to the beginning of the next; sticky to nothing, with flags `gm`. */
  readonly pattern: RegExp;
  /** What can hold anything, seams included: pairs of delimiters. Equal ones open and close in turn. */
  readonly spans: readonly (readonly [open: string, close: string])[];
}

/** A piece that seems to hold an open comment or text goes on to the next seam, but no further than this. In UTF-16 units. */
export const MAX_SEARCH = 24_000;

/** The end of the piece that starts at `start`. It depends on the text from there on alone. */
export function pieceEnd(text: string, start: number, seams: Seams): number {
  const { pattern } = seams;
  let first: number | undefined;
  pattern.lastIndex = start;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const at = match.index + match[0].length;
    first ??= at;
    if (at - start > MAX_SEARCH) return first;
    if (isClosed(text.slice(start, at), seams)) return at;
    pattern.lastIndex = Math.max(at, pattern.lastIndex);
  }
  return first !== undefined && text.length - start > MAX_SEARCH ? first : text.length;
}

/** Whether no comment or text that can hold anything is open at the end of a piece. */
export function isClosed(piece: string, { spans }: Seams): boolean {
  return spans.every(([open, close]) => {
    if (open !== close) return piece.lastIndexOf(open) <= piece.lastIndexOf(close);
    let count = 0;
    for (let at = piece.indexOf(open); at >= 0; at = piece.indexOf(open, at + open.length)) if (piece[at - 1] !== '\\') count++;
    return count % 2 === 0;
  });
}
