import type { Locale } from '../core/model/settings';
import { skippedTexts, type SkippedTexts } from '../core/texts/skipped';

/** A path that was not looked at, and why, as a sentence. `failed`: something is wrong with it, as opposed to being nothing to look at. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
  readonly failed: boolean;
}

/** What it means that a path is not there: it was never there, or it was a moment ago, or a link leads nowhere. */
export type Absence = 'missing' | 'gone' | 'brokenLink';

type Sentence = { [K in keyof SkippedTexts]: SkippedTexts[K] extends string ? K : never }[keyof SkippedTexts];

const REASONS: Readonly<Record<string, Sentence>> = { EACCES: 'permission', EPERM: 'notPermitted', ELOOP: 'loop', ENAMETOOLONG: 'longPath', EISDIR: 'folder', EMFILE: 'tooManyOpen' };

/** Says what a failed file operation means for a path. */
export function reasonOf(file: string, error: unknown, absence: Absence, locale: Locale = 'en'): Skipped {
  const say = skippedTexts(locale);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const what = error instanceof Error ? error.message : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    // Node turns bytes that are no UTF-8 into this letter, and then there is no such file.
    if (file.includes('\uFFFD')) return { file, reason: say.badName, failed: true };
    return { file, reason: say[absence], failed: absence !== 'gone' };
  }
  const known = REASONS[code];
  return { file, reason: code.startsWith('Z_') ? say.damaged(what) : known ? say[known] : say.unread(what), failed: true };
}
