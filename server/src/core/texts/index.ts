import type { Locale } from '../model/settings';
import { en } from './en';
import { tr } from './tr';
import type { Texts } from './types';

export type * from './types';

const ALL: Readonly<Record<Locale, Texts>> = { en, tr };

/** The core's sentences in one language. */
export const texts = (locale: Locale): Texts => ALL[locale];
