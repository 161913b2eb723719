import { lstatSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { LARGEST_FILE, tooLarge } from '../host/scan/fileScanner';
import { reasonOf, type Skipped } from '../host/skipped';
import { decode, encode, type Decoded } from './encoding';

export interface SourceFile extends Decoded {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Reads a file that is worth it, or says why it cannot be. */
export function readSource(path: string): SourceFile | Skipped {
  try {
    if (statSync(path).size > LARGEST_FILE) return tooLarge(path);
    const bytes = readFileSync(path);
    const decoded = decode(bytes);
    return decoded ? { path, bytes, ...decoded } : { file: path, reason: 'It is not text: it holds zero bytes.', failed: false };
  } catch (error) {
    return reasonOf(path, error, 'gone');
  }
}

/**
 * Replaces a file's text, all of it or nothing: the new text is written beside it and then takes its place, with its encoding and mode.
 * @returns why it was not done, or undefined when it was
 */
export function writeSource(file: SourceFile, text: string): Skipped | undefined {
  let partial: string | undefined;
  try {
    const bytes = encode(text, file);
    const target = lstatSync(file.path).isSymbolicLink() ? realpathSync(file.path) : file.path;
    if (!readFileSync(target).equals(file.bytes)) return { file: file.path, reason: 'It was changed while the check was running; it is left as it is.', failed: true };
    partial = `${target}.${process.pid}.tmp`;
    writeFileSync(partial, bytes, { flag: 'wx', mode: statSync(target).mode });
    renameSync(partial, target);
    return undefined;
  } catch (error) {
    if (partial !== undefined) rmSync(partial, { force: true });
    if (error instanceof RangeError) return { file: file.path, reason: `It cannot be fixed. ${error.message}`, failed: true };
    return { file: file.path, reason: `It cannot be written: ${error instanceof Error ? error.message : String(error)}`, failed: true };
  }
}
