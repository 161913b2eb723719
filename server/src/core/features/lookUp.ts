import { CATALOG, nameOfIdentifier, nearestName, statusText } from '../catalog';
import type { Locale } from '../model/settings';
import type { LookUpItem } from '../service';

/** All errors in the order of PlusAuth's page. The keywords hold the words of both languages, so that either finds an entry. */
export function lookUpItems(locale: Locale): readonly LookUpItem[] {
  return CATALOG.map((entry) => {
    const [description, other] = locale === 'tr' ? [entry.descriptionTr, entry.description] : [entry.description, entry.descriptionTr];
    return { name: entry.name, status: statusText(entry), description, keywords: `${entry.keywords.en} ${entry.keywords.tr} ${other}` };
  });
}

/** Text as it is compared: lower case in every language's sense, without diacritics (İ, I and ı are i), words separated by one space. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How well one word of a query fits an item; 0 when it does not. */
function rate(word: string, name: string, status: string, description: string, keywords: string): number {
  if (new RegExp(`^${status.replaceAll('x', '\\d')}$`).test(word) || word === status) return 8;
  if (name.startsWith(word)) return 6;
  if (name.includes(` ${word}`)) return 5;
  if (name.includes(word)) return 4;
  if (` ${description}`.includes(` ${word}`)) return 3;
  if (` ${keywords}`.includes(` ${word}`)) return 2;
  return word.length > 2 && (description.includes(word) || keywords.includes(word)) ? 1 : 0;
}

/**
 * The items a query finds, the best first: each of its words must be in the name, the status, the description or the keywords.
 * An empty query finds all; a misspelt name finds the one that was meant.
 */
export function matchLookUp(query: string, items: readonly LookUpItem[]): readonly LookUpItem[] {
  const words = [...new Set(foldForSearch(query).split(' ').filter((word) => word !== ''))];
  if (words.length === 0) return query.trim() === '' ? items : [];
  const wanted = nameOfIdentifier(query.trim());
  const rated = items.flatMap((item) => {
    const fields = [item.name, item.status, item.description, item.keywords].map(foldForSearch) as [string, string, string, string];
    const rates = words.map((word) => rate(word, ...fields));
    if (item.name === wanted) return [{ item, rating: Infinity }];
    return rates.includes(0) ? [] : [{ item, rating: rates.reduce((sum, each) => sum + each, 0) }];
  });
  if (rated.length > 0) return rated.sort((a, b) => b.rating - a.rating || items.indexOf(a.item) - items.indexOf(b.item)).map(({ item }) => item);
  const meant = nearestName(words.join('_'));
  return items.filter((item) => item.name === meant);
}
