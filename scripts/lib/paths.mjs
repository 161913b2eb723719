import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What is downloaded for tests and demonstrations; git ignores it, and `npm ci` leaves it alone. */
export const cache = path.join(root, '.vscode-test');
