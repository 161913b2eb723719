import { parentPort, workerData } from 'node:worker_threads';
import { hasExtension } from './finder';
import type { FinderMessage, FinderTask } from './nodeFinder';
import { createFileScanner } from './scan/fileScanner';
import { PREFILTER } from './scan/patterns';
import { prepare } from './scan/scanner';
import { walk } from './walk';
import { join } from 'node:path';

/** Files are told of in groups: each message costs more than looking into a file. */
const GROUP = 256;

const { folder, extensions, everything } = workerData as FinderTask;
const scan = createFileScanner(prepare(PREFILTER));
let paths: string[] = [];
let searched = 0;

function send(): void {
  parentPort?.postMessage({ paths, searched } satisfies FinderMessage);
  paths = [];
  searched = 0;
}

walk([folder], {
  cwd: folder,
  supports: (name) => hasExtension(name, extensions),
  // What cannot be read has nothing to show.
  skip: () => undefined,
  file(path) {
    searched++;
    if (everything || scan(join(folder, path)) === 'maybe') paths.push(path);
    if (searched >= GROUP) send();
  },
});
send();
