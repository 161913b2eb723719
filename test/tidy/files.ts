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

/** Every text that people read: pages, manifests, data and examples. */
export function documents(): string[] {
  const top = fs.readdirSync('.').filter((file) => /\.(md|json|jsonc|ya?ml)$|^(LICENSE|\.npmrc|\.vscodeignore)$/.test(file));
  const below = ['docs', 'examples', 'l10n', 'syntaxes', '.ci'].filter((folder) => fs.existsSync(folder)).flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(png|svg|gif)$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name).replaceAll('\\', '/')),
  );
  return [...top, ...below].sort();
}
