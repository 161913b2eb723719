import type { LookUpEntry } from '../../../../server/src/protocol';

/**
 * Text as it is compared: without case, accents and the difference between the Turkish letters i and ı,
 * so that `ISTEK`, `istek` and `İstek` are one word. Names in camel case or with underscores become their words.
 */
export function fold(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/[_\s-]+/g, ' ')
    .trim();
}

/** Whether digits can stand for a status as it is documented: `503`, and `50` while typing, for `5xx`. */
function isStatus(word: string, status: string): boolean {
  return word.length <= status.length && [...word].every((digit, index) => (/\d/.test(digit) && status[index] === 'x') || digit === status[index]);
}

/**
 * Entries that hold every word of the query in their name, status, description or keywords.
 * Those whose name or status it is come first; otherwise the given order stays.
 */
export function search<T extends LookUpEntry>(entries: readonly T[], query: string): T[] {
  const wanted = fold(query);
  const words = wanted.split(' ').filter(Boolean);
  const ranked = entries.flatMap((entry, index) => {
    const name = fold(entry.name);
    const all = `${name} ${fold(entry.description)} ${fold(entry.keywords)}`;
    if (!words.every((word) => all.includes(word) || isStatus(word, entry.status))) return [];
    const rank = name === wanted ? 0 : words.every((word) => name.includes(word) || isStatus(word, entry.status)) ? 1 : 2;
    return [{ entry, rank, index }];
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ entry }) => entry);
}
