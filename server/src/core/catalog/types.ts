import type { Locale } from '../model/settings';

/** A sentence in both languages. */
export type Localized = Readonly<Record<Locale, string>>;

/** Whose turn it is when the error comes. */
export type Turn = 'fix' | 'handle' | 'retry';

/** One documented error. Facts are PlusAuth's; guidance is ours and is shown as such. */
export interface CatalogEntry {
  readonly name: string;
  /** Inclusive; both ends are equal but for `server_error`. */
  readonly status: { readonly from: number; readonly to: number };
  /** PlusAuth's own sentence, word for word. */
  readonly description: string;
  /** Our Turkish reading of it; PlusAuth publishes none. */
  readonly descriptionTr: string;
  readonly turn: Turn;
  readonly causes: readonly Localized[];
  readonly firstCheck: Localized;
  readonly action: Localized;
  readonly retryable: boolean;
  readonly retry: Localized;
  readonly caution?: Localized;
  readonly confusedWith: readonly { readonly name: string; readonly why: Localized }[];
  readonly links: readonly { readonly title: Localized; readonly url: Localized }[];
  /** Words people search by, both languages. */
  readonly keywords: Localized;
  /** Known outside PlusAuth too (OAuth, gRPC, common HTTP usage): weak evidence. */
  readonly shared: boolean;
}
