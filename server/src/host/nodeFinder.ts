import { Worker } from 'node:worker_threads';
import { URI, Utils } from 'vscode-uri';
import type { FindOptions, Finder } from './finder';

/** What the thread is told. */
export interface FinderTask extends Pick<FindOptions, 'extensions' | 'everything'> {
  readonly folder: string;
}

/** Paths of files worth reading, relative to the folder with `/`, and how many were looked at for them. */
export interface FinderMessage {
  readonly paths: readonly string[];
  readonly searched: number;
}

/**
 * Finds files of this machine in a thread of its own, so that the server goes on answering.
 * @param workerFile the bundle of finderWorker.ts
 * @param other finds those of other file systems; without it there are none
 */
export function nodeFinder(workerFile: string, other: Finder | undefined): Finder {
  return async (folder, options) => {
    const uri = URI.parse(folder);
    if (uri.scheme !== 'file') return other?.(folder, options);
    if (options.signal.aborted) return;
    const { extensions, everything, signal, found } = options;
    const worker = new Worker(workerFile, { workerData: { folder: uri.fsPath, extensions, everything } satisfies FinderTask, execArgv: [] });
    const stop = (): void => void worker.terminate();
    signal.addEventListener('abort', stop);
    try {
      await new Promise<void>((resolve, reject) => {
        worker.on('message', ({ paths, searched }: FinderMessage) => found(paths.map((path) => Utils.joinPath(uri, path).toString()), searched));
        worker.once('error', reject);
        worker.once('exit', () => resolve());
      });
    } finally {
      signal.removeEventListener('abort', stop);
    }
  };
}
