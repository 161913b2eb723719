import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ports } from '../core/service';
import type { ClientFiles } from './clientFiles';
import { prepareFor } from './webAssembly';

/** Path of a `file:` URI; undefined for every other scheme and for what is no URI. */
export function pathOf(uri: string): string | undefined {
  try {
    return new URL(uri).protocol === 'file:' ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads files for the core. A file that is missing or unreadable is simply not there.
 * @param assets folder of the shipped grammars
 * @param client reads what is no file of this machine; without it, such a file is not there either
 */
export function nodePorts(assets: string, client?: ClientFiles): Omit<Ports, 'log'> {
  return {
    async readAsset(name) {
      const bytes = await readFile(join(assets, name));
      prepareFor(name, bytes);
      return bytes;
    },
    async readFile(uri) {
      const path = pathOf(uri);
      return path === undefined ? client?.readFile(uri) : readFile(path, 'utf8').catch(() => undefined);
    },
    async readDirectory(uri) {
      const path = pathOf(uri);
      return path === undefined ? ((await client?.readDirectory(uri)) ?? []) : readdir(path).catch(() => []);
    },
  };
}
