import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder that a test fills and leaves behind empty. */
export interface Folder {
  readonly path: string;
  /** Writes files below the folder, and the folders they need; gives the path of the last. */
  write(files: Readonly<Record<string, string | Uint8Array>>): string;
  remove(): void;
}

export function makeFolder(): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'plusauth-errors-')));
  return {
    path,
    write(files) {
      let last = path;
      for (const [name, content] of Object.entries(files)) {
        last = join(path, name);
        mkdirSync(dirname(last), { recursive: true });
        writeFileSync(last, content);
      }
      return last;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
