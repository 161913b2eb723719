import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXTENSIONS } from '../core/languages/files';
import { startSearch, type SearchResult } from '../host/scan/search';
import type { Skipped } from '../host/skipped';
import { walk } from '../host/walk';

const supported = new Set(EXTENSIONS);

function supports(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot >= 0 && supported.has(name.slice(dot).toLowerCase());
}

/**
 * The files below the paths in which something can be found.
 * @param options `everything`: take every supported file, whatever is in it
 */
export async function findFiles(paths: readonly string[], { everything }: { readonly everything: boolean }): Promise<SearchResult> {
  const unreached: Skipped[] = [];
  const skip = (skipped: Skipped): void => void unreached.push(skipped);
  if (everything) {
    const maybe: string[] = [];
    walk(paths, { supports, skip, file: (path) => void maybe.push(path) });
    return { maybe, skipped: unreached, searched: maybe.length };
  }
  const worker = join(__dirname, 'worker.js');
  const search = startSearch(existsSync(worker) ? worker : undefined);
  walk(paths, { supports, skip, file: (path) => search.add(path) });
  const result = await search.finish();
  return { ...result, skipped: [...unreached, ...result.skipped] };
}
