import { pathToFileURL } from 'node:url';
import { skippedTexts } from '../../core/texts/skipped';
import type { ClientFiles } from '../clientFiles';
import { pathOf } from '../node';
import type { LocatedAnswer, LogHost, RunningRead } from './answer';
import { analyzeApart, recordApart } from './apart';

const uriOf = (path: string): string => pathToFileURL(path).href;

/**
 * Reads the files of this machine on threads of their own, and others through the client.
 * @param worker the bundle of worker.ts
 * @param client undefined when the client reads no files
 */
export function nodeLogs(worker: string, client: ClientFiles | undefined): LogHost {
  // Few ask for those, and the reader would be half of what the server loads at its start.
  const others = client && loadedLate(async () => (await import('./clientLogs')).clientLogs(client));
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

/** A host that is loaded when it is first asked. */
function loadedLate(load: () => Promise<LogHost>): LogHost {
  let host: Promise<LogHost> | undefined;
  const loaded = (): Promise<LogHost> => (host ??= load());
  return {
    analyze(uris, wanted) {
      let running: RunningRead<LocatedAnswer> | undefined;
      let cancelled = false;
      return {
        result: loaded().then((late) => {
          running = late.analyze(uris, wanted);
          if (cancelled) running.cancel();
          return running.result;
        }),
        get progress() {
          return running?.progress ?? { bytes: 0, events: 0 };
        },
        cancel() {
          cancelled = true;
          running?.cancel();
        },
      };
    },
    record: async (uri, offset) => (await loaded()).record(uri, offset),
  };
}
