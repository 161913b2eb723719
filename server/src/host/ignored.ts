import { parentOf, type Files } from '../core/context/nearest';
import { NEVER_ENTERED } from './finder';
import { parseIgnore, type IgnoreFile } from './ignore';

/** A .gitignore and how many letters of a URI lead to its folder, the slash included. */
export interface AppliedIgnore {
  readonly rules: IgnoreFile;
  readonly strip: number;
}

const GITIGNORE = '.gitignore';
const path = (uri: string): string => {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
};

/** The folder's own .gitignore. */
export async function ignoreOf(folder: string, files: Pick<Files, 'readFile'>): Promise<readonly AppliedIgnore[]> {
  const text = await files.readFile(`${folder}/${GITIGNORE}`);
  return text === undefined ? [] : [{ rules: parseIgnore(text), strip: folder.length + 1 }];
}

/** The .gitignore files of the folders above, outermost first, up to the repository's; none outside a repository. */
export async function ignoresAbove(folder: string, files: Files): Promise<readonly AppliedIgnore[]> {
  const found: AppliedIgnore[] = [];
  for (let inner = folder; !(await files.readDirectory(inner)).includes('.git'); ) {
    const outer = parentOf(inner);
    if (outer === undefined) return [];
    found.unshift(...(await ignoreOf(outer, files)));
    inner = outer;
  }
  return found;
}

/** Whether an entry is left out; the innermost .gitignore that says anything decides. */
export function isIgnored(applied: readonly AppliedIgnore[], uri: string, folder: boolean): boolean {
  const name = path(uri.slice(uri.lastIndexOf('/') + 1));
  for (const { rules, strip } of [...applied].reverse()) {
    const said = rules.test(name, () => path(uri.slice(strip)), folder);
    if (said !== undefined) return said;
  }
  return false;
}

/** Whether a file below `root` would be left out of a walk through it. */
export async function isLeftOut(uri: string, root: string, files: Files): Promise<boolean> {
  let applied = await ignoresAbove(root, files);
  const names = uri.slice(root.length + 1).split('/');
  let at = root;
  for (const [index, name] of names.entries()) {
    applied = [...applied, ...(await ignoreOf(at, files))];
    at = `${at}/${name}`;
    if (NEVER_ENTERED.has(name) || isIgnored(applied, at, index < names.length - 1)) return true;
  }
  return false;
}
