import fs from 'node:fs';
import path from 'node:path';

/** Every code file of the product under `folder` (relative to the repository), with `/` in its path. */
export function sources(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file).replaceAll('\\', '/'))
    .filter((file) => /\.(ts|tsx|mts|cts|js|mjs|cjs)$/.test(file) && !file.includes('/fixtures/') && !file.includes('/node_modules/'))
    .sort();
}
