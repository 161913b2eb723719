import { ERROR_NAMES } from '../../core/catalog/names';

/** What to find in a text: words in lower case with `_` between them, found in any case, joined or with one of `separators` between words. */
export interface Pattern {
  readonly words: string;
  readonly separators: string;
}

/** What a file must contain to be worth reading: a name of the catalogue in any spelling, or PlusAuth's own name. */
export const PREFILTER: readonly Pattern[] = [...ERROR_NAMES.map((words) => ({ words, separators: '_-' })), { words: 'plus_auth', separators: '_- ' }];

/** The same search as a regular expression, for texts that are not bytes. */
export function toRegExp(patterns: readonly Pattern[]): RegExp {
  const alternatives = patterns.map(({ words, separators }) => words.replaceAll('_', `[${separators.replace('-', '\\-')}]?`));
  return new RegExp(alternatives.join('|'), 'i');
}
