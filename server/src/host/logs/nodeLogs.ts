import { pathToFileURL } from 'node:url';
import { skippedTexts } from '../../core/texts/skipped';
import type { ClientFiles } from '../clientFiles';
import { pathOf } from '../node';
import type { LogHost } from './answer';
import { analyzeApart, recordApart } from './apart';
import { clientLogs } from './clientLogs';

const uriOf = (path: string): string => pathToFileURL(path).href;

/**
 * Reads the files of this machine on threads of their own, and others through the client.
 * @param worker the bundle of worker.ts
 * @param client undefined when the client reads no files
 */
export function nodeLogs(worker: string, client: ClientFiles | undefined): LogHost {
  const others = client && clientLogs(client);
  return {
    analyze(uris, wanted) {
      const paths = uris.flatMap((uri) => pathOf(uri) ?? []);
      if (paths.length === 0 && others) return others.analyze(uris, wanted);
      const say = skippedTexts(wanted.locale);
      const skipped = uris.filter((uri) => pathOf(uri) === undefined).map((file) => ({ file, reason: others ? say.elsewhere : say.foreign, failed: true }));
      const running = analyzeApart({ paths, ...wanted }, worker);
      return {
        result: running.result.then((answer) => ({
          answer: { ...answer, skipped: [...skipped, ...answer.skipped] },
          files: answer.files.map(uriOf),
          skipped: [...skipped.map(({ file, reason }) => ({ uri: file, reason })), ...answer.skipped.map(({ file, reason }) => ({ uri: uriOf(file), reason }))],
        })),
        get progress() {
          return running.progress;
        },
        cancel: () => running.cancel(),
      };
    },
    record(uri, offset) {
      const path = pathOf(uri);
      return path === undefined ? (others?.record(uri, offset) ?? Promise.resolve(undefined)) : recordApart({ path, offset }, worker);
    },
  };
}
