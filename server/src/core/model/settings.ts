import type { FindingCode, Severity } from './finding';

export type ContextMode = 'auto' | 'always' | 'never';
/** Language of the product's texts. */
export type Locale = 'en' | 'tr';

/** What a folder's settings say, with every default filled in. */
export interface Settings {
  /** When to speak: by evidence, always, or never. */
  readonly context: ContextMode;
  /** Rules whose severity differs from their default. */
  readonly severity: Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;
  /** A fallback does not excuse missing names; a body that only logs swallows. */
  readonly strict: boolean;
  readonly locale: Locale;
}

export const DEFAULT_SETTINGS: Settings = { context: 'auto', severity: {}, strict: false, locale: 'en' };
