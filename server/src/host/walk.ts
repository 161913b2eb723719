import * as nodeFs from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Locale } from '../core/model/settings';
import { skippedTexts } from '../core/texts/skipped';
import { NEVER_ENTERED } from './finder';
import { parseIgnore, type IgnoreFile } from './ignore';
import { reasonOf, type Skipped } from './skipped';

/** What the walk needs of the file system; `node:fs` is one. */
export type WalkFs = Pick<typeof nodeFs, 'readdirSync' | 'readFileSync' | 'statSync' | 'lstatSync' | 'existsSync'>;

export interface WalkOptions {
  /** Whether files of this name are looked for; a file that was asked for by its own path and is not gets a `skip`. */
  supports(name: string): boolean;
  /** A file to look at, relative to `cwd` with `/`. */
  file(path: string): void;
  skip(skipped: Skipped): void;
  /** Whether .gitignore files are obeyed, which they are if not given. */
  readonly ignores?: boolean;
  /** Whether a file that is named is taken whatever `supports` says of it. */
  readonly takesNamed?: boolean;
  readonly cwd?: string;
  /** Of the reasons; English if not given. */
  readonly locale?: Locale;
  readonly fs?: WalkFs;
}

/** A .gitignore that applies in a folder: `path` of an entry relative to the .gitignore is `prefix` and what follows `strip` letters of it. */
interface Applied {
  readonly rules: IgnoreFile;
  readonly prefix: string;
  readonly strip: number;
}

/**
 * Lists files below the given paths, folder by folder in the order of their names, leaving out what .gitignore files say (those of the
 * folders above too, up to the repository's), `.git` and `node_modules`. What was asked for by its own path is taken whatever they say.
 * Symbolic links in a folder are not followed, as git and ripgrep do it, which rules out loops; one that is named is.
 * Every file that would have been looked at but cannot be is told to `skip`. Synchronous: of all ways to list a tree in Node the fastest.
 */
export function walk(paths: readonly string[], options: WalkOptions): void {
  const fs = options.fs ?? nodeFs;
  const cwd = options.cwd ?? process.cwd();
  const real = (path: string): string => (cwd === process.cwd() ? path || '.' : join(cwd, path));
  const { locale = 'en' } = options;
  const say = skippedTexts(locale);
  const obeys = options.ignores !== false;
  const named = new Set<string>();
  const entered = new Set<string>();
  const folders: string[] = [];

  for (const given of paths) {
    const path = relative(cwd, resolve(cwd, given)).split(sep).join('/');
    try {
      const stats = fs.statSync(real(path));
      if (stats.isDirectory()) folders.push(path);
      else if (named.has(path)) continue;
      else if (!stats.isFile()) options.skip({ file: path, reason: say.neither, failed: true });
      else if (options.takesNamed !== true && !options.supports(path.slice(path.lastIndexOf('/') + 1))) options.skip({ file: path, reason: say.extension, failed: false });
      else {
        named.add(path);
        options.file(path);
      }
    } catch (error) {
      options.skip(reasonOf(path || '.', error, isBrokenLink(path) ? 'brokenLink' : 'missing', locale));
    }
  }
  for (const folder of folders) {
    enter(folder, obeys ? ignoredAbove(folder) : []);
  }

  function isBrokenLink(path: string): boolean {
    try {
      return fs.lstatSync(real(path)).isSymbolicLink();
    } catch {
      return false;
    }
  }

  function enter(folder: string, inherited: readonly Applied[]): void {
    if (entered.has(folder)) return;
    entered.add(folder);
    let entries: nodeFs.Dirent[];
    try {
      entries = fs.readdirSync(real(folder), { withFileTypes: true });
    } catch (error) {
      options.skip(reasonOf(folder || '.', error, 'gone', locale));
      return;
    }
    const prefix = folder === '' ? '' : `${folder}/`;
    let applied = inherited;
    for (const entry of entries) {
      if (obeys && entry.name === '.gitignore') applied = [...inherited, ...read(`${prefix}.gitignore`, '', prefix.length)];
    }
    const below: string[] = [];
    for (const entry of entries) {
      const name = entry.name;
      if (entry.isDirectory()) {
        if (!NEVER_ENTERED.has(name) && !isIgnored(applied, name, prefix, true)) below.push(prefix + name);
      } else if (entry.isFile()) {
        if (options.supports(name) && !isIgnored(applied, name, prefix, false) && !(named.size > 0 && named.has(prefix + name))) options.file(prefix + name);
      } else if (!NEVER_ENTERED.has(name) && !isIgnored(applied, name, prefix, false)) {
        const path = prefix + name;
        if (!named.has(path) && !entered.has(path)) leaveOut(entry, path);
      }
    }
    for (const path of below) enter(path, applied);
  }

  /** Says so when what is no plain file would have been looked at otherwise. */
  function leaveOut(entry: nodeFs.Dirent, path: string): void {
    if (!entry.isSymbolicLink()) {
      if (options.supports(entry.name)) options.skip({ file: path, reason: say.notRegular, failed: false });
      return;
    }
    let folder = false;
    try {
      folder = fs.statSync(real(path)).isDirectory();
    } catch (error) {
      if (options.supports(entry.name)) options.skip({ ...reasonOf(path, error, 'brokenLink', locale), failed: false });
      return;
    }
    if (folder || options.supports(entry.name)) {
      options.skip({ file: path, reason: say.link, failed: false });
    }
  }

  function read(path: string, prefix: string, strip: number): Applied[] {
    try {
      return [{ rules: parseIgnore(fs.readFileSync(real(path), 'utf8')), prefix, strip }];
    } catch (error) {
      options.skip(reasonOf(path, error, 'gone', locale));
      return [];
    }
  }

  /** The .gitignore files of the folders above, outermost first; none outside a repository, or for a folder they ignore themselves. */
  function ignoredAbove(folder: string): Applied[] {
    const start = resolve(cwd, folder);
    const found: Applied[] = [];
    for (let inner = start; !fs.existsSync(join(inner, '.git')); ) {
      const outer = dirname(inner);
      if (outer === inner) return [];
      const file = join(outer, '.gitignore');
      const prefix = `${relative(outer, start).split(sep).join('/')}/`;
      if (fs.existsSync(file)) found.unshift(...read(relative(cwd, file).split(sep).join('/'), prefix, folder === '' ? 0 : folder.length + 1));
      inner = outer;
    }
    const ignoredItself = found.some(({ rules, prefix }) => {
      const parts = prefix.slice(0, -1).split('/');
      return parts.some((name, index) => rules.test(name, () => parts.slice(0, index + 1).join('/'), true) === true);
    });
    return ignoredItself ? [] : found;
  }
}

/** The innermost .gitignore that says anything decides. */
function isIgnored(applied: readonly Applied[], name: string, above: string, folder: boolean): boolean {
  for (let index = applied.length - 1; index >= 0; index--) {
    const said = applied[index].rules.mayFit(name, folder) ? test(applied[index], name, above, folder) : undefined;
    if (said !== undefined) return said;
  }
  return false;
}

const test = ({ rules, prefix, strip }: Applied, name: string, above: string, folder: boolean): boolean | undefined => rules.test(name, () => prefix + above.slice(strip) + name, folder);
