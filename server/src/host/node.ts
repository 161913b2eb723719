import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ports } from '../core/service';

/** Path of a `file:` URI; undefined for every other scheme and for what is no URI. */
function pathOf(uri: string): string | undefined {
  try {
    return new URL(uri).protocol === 'file:' ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads files for the core. A file that is missing, unreadable or of another scheme is simply not there.
 * @param assets folder of the shipped grammars
 */
export function nodePorts(assets: string): Omit<Ports, 'log'> {
  return {
    readAsset: (name) => readFile(join(assets, name)),
    async readFile(uri) {
      const path = pathOf(uri);
      return path === undefined ? undefined : readFile(path, 'utf8').catch(() => undefined);
    },
    async readDirectory(uri) {
      const path = pathOf(uri);
      return path === undefined ? [] : readdir(path).catch(() => []);
    },
  };
}
