import type { FindingCode, Severity } from './finding';

export type ContextMode = 'auto' | 'always' | 'never';
/** Language of the product's texts. */
export type Locale = 'en' | 'tr';

/** What an editor can show behind code: the status of a name, the number of errors that a handler forgets. */
export type HintKind = 'status' | 'missing';

/** What a folder's settings say, with every default filled in. */
export interface Settings {
  /** When to speak: by evidence, always, or never. */
  readonly context: ContextMode;
  /** Rules whose severity differs from their default. */
  readonly severity: Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;
  /** A fallback does not excuse missing names; a body that only logs swallows. */
  readonly strict: boolean;
  readonly locale: Locale;
  /** Hints that an editor shows; none unless wanted. */
  readonly hints: readonly HintKind[];
}

export const DEFAULT_SETTINGS: Settings = { context: 'auto', severity: {}, strict: false, locale: 'en', hints: [] };
