import { ERROR_NAMES } from './names';
import { KNOWN_OTHER_NAMES } from './otherNames';

/** A word this far from a name, in single-letter edits, is taken for a misspelling of it. No known other name is within 3. */
export const MAX_EDITS = 2;

const SHORTEST = Math.min(...ERROR_NAMES.map((name) => name.length)) - MAX_EDITS;
const LONGEST = Math.max(...ERROR_NAMES.map((name) => name.length)) + MAX_EDITS;

/**
 * Damerau–Levenshtein distance: insertions, deletions, substitutions and swaps of neighbours, where a swapped pair may be edited again.
 * Quadratic in time and space: call it with short words only.
 */
export function editDistance(a: string, b: string): number {
  const width = b.length + 2;
  const far = a.length + b.length;
  const table = new Uint32Array((a.length + 2) * width).fill(far, 0, width);
  const at = (i: number, j: number): number => table[i * width + j] ?? far;
  const lastRowWith = new Map<string, number>();
  for (let j = 0; j <= b.length; j++) table[width + j + 1] = j;
  for (let i = 1; i <= a.length; i++) {
    table[(i + 1) * width] = far;
    table[(i + 1) * width + 1] = i;
    let lastMatch = 0;
    for (let j = 1; j <= b.length; j++) {
      const row = lastRowWith.get(b.charAt(j - 1)) ?? 0;
      const column = lastMatch;
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      if (same) lastMatch = j;
      table[(i + 1) * width + j + 1] = Math.min(
        at(i, j) + (same ? 0 : 1),
        at(i + 1, j) + 1,
        at(i, j + 1) + 1,
        at(row, column) + (i - row - 1) + 1 + (j - column - 1),
      );
    }
    lastRowWith.set(a.charAt(i - 1), i);
  }
  return at(a.length + 1, b.length + 1);
}

/**
 * The catalogue name that `text` misspells (at most two edits away), or undefined: when it is a name itself, a known other name, or something else.
 * A word that holds a whole name and two letters more is another word: `identity_not_found`.
 */
export function nearestName(text: string): string | undefined {
  if (text.length < SHORTEST || text.length > LONGEST || ERROR_NAMES.includes(text) || KNOWN_OTHER_NAMES.has(text)) return undefined;
  let best: string | undefined;
  let bestEdits = MAX_EDITS + 1;
  for (const name of ERROR_NAMES) {
    if (Math.abs(name.length - text.length) >= bestEdits) continue;
    if (text.length > name.length + 1 && text.includes(name)) continue;
    const edits = editDistance(text, name);
    if (edits < bestEdits) [best, bestEdits] = [name, edits];
  }
  return best;
}
