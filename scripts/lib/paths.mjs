import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const folder = path.join(root, '.vscode-test');
const isLink = fs.lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/**
 * What is downloaded for tests and demonstrations; git ignores it, and `npm ci` leaves it alone. It may be a link to a folder that several
 * work trees share, also to one that is yet to be made.
 */
export const cache = isLink ? path.resolve(root, fs.readlinkSync(folder)) : folder;
