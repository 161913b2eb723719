/** A path that was not looked at, and why, as a sentence. `failed`: something is wrong with it, as opposed to being nothing to look at. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
  readonly failed: boolean;
}

/** What it means that a path is not there: it was never there, or it was a moment ago, or a link leads nowhere. */
export type Absence = 'missing' | 'gone' | 'brokenLink';

const ABSENT: Readonly<Record<Absence, Pick<Skipped, 'reason' | 'failed'>>> = {
  missing: { reason: 'There is no such file or folder.', failed: true },
  gone: { reason: 'It was deleted while the check was running.', failed: false },
  brokenLink: { reason: 'It is a symbolic link to something that does not exist.', failed: true },
};

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'It cannot be read: permission denied.',
  EPERM: 'It cannot be read: operation not permitted.',
  ELOOP: 'It is a symbolic link that leads back to itself.',
  ENAMETOOLONG: 'Its path is longer than the system allows.',
  EISDIR: 'It is a folder.',
  EMFILE: 'It cannot be read: too many files are open.',
};

/** Says what a failed file operation means for a path. */
export function reasonOf(file: string, error: unknown, absence: Absence): Skipped {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    // Node turns bytes that are no UTF-8 into this letter, and then there is no such file.
    if (file.includes('\uFFFD')) return { file, reason: 'Its name is not valid UTF-8, so it cannot be opened.', failed: true };
    return { file, ...ABSENT[absence] };
  }
  const reason = (code !== undefined && REASONS[code]) || `It cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  return { file, reason, failed: true };
}
