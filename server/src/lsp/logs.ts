import type { Connection } from 'vscode-languageserver';
import type { PlacedEvent } from '../core/logs/tally';
import type { Answer } from '../host/logs/apart';
import { csvLogs, jsonLogs } from '../host/logs/formats';
import { analyzeLogsProgress, analyzeLogsRequest, exportLogsRequest, logRecordRequest, type AnalyzeLogsParams, type LogAnalysis, type LogPlace } from '../protocol';
import { guarded, type Log } from './guards';
import type { LogHost } from './host';
import type { SettingsStore } from './settings';

/** Milliseconds between two notifications of progress. */
const OFTEN = 150;
/** Analyses kept for export: as many pages as somebody has open. */
const KEPT = 4;

/** The requests of the report on logs. */
export function registerLogRequests(connection: Connection, host: LogHost | undefined, settings: SettingsStore, log: Log): void {
  const kept = new Map<number, Answer>();
  let last = 0;

  connection.onRequest(
    analyzeLogsRequest.name,
    guarded<AnalyzeLogsParams, LogAnalysis | null>(log, analyzeLogsRequest.name, null, async ({ uris, since, until, zone, progress, uri }, token) => {
      if (!host) return null;
      if (!Array.isArray(uris)) throw new TypeError(`"uris" must be a list of URIs, not ${JSON.stringify(uris)}.`);
      const { locale } = await settings.get(uri);
      const paths = uris.map((each: unknown) => ({ each: String(each), path: typeof each === 'string' ? host.pathOf(each) : undefined }));
      const running = host.analyze({ paths: paths.flatMap(({ path }) => (path === undefined ? [] : [path])), zone: zone ?? 'local', since, until, locale });
      const tell = (): void => {
        if (progress !== undefined) connection.sendNotification(analyzeLogsProgress.name, { progress, ...running.progress }).catch((error: unknown) => log(String(error)));
      };
      const timer = setInterval(tell, OFTEN);
      const stopping = token.onCancellationRequested(() => running.cancel());
      // It may have been cancelled before anybody listened.
      if (token.isCancellationRequested) running.cancel();
      try {
        const answer = await running.result;
        tell();
        kept.set(++last, answer);
        kept.delete(last - KEPT);
        const foreign = paths.flatMap(({ each, path }) => (path === undefined ? [{ uri: each, reason: 'It is not a file of this machine.' }] : []));
        return analysisOf(last, answer, host, foreign);
      } finally {
        clearInterval(timer);
        stopping.dispose();
      }
    }),
  );
  connection.onRequest(
    exportLogsRequest.name,
    guarded<{ id: number; format: 'json' | 'csv' }, string | null>(log, exportLogsRequest.name, null, ({ id, format }) => {
      const answer = kept.get(id);
      return answer ? (format === 'csv' ? csvLogs(answer) : jsonLogs(answer)) : null;
    }),
  );
  connection.onRequest(
    logRecordRequest.name,
    guarded<{ uri: string; offset: number }, string | null>(log, logRecordRequest.name, null, async ({ uri, offset }) => {
      const path = host?.pathOf(uri);
      if (path === undefined || !Number.isSafeInteger(offset) || offset < 0) return null;
      return (await host?.record(path, offset)) ?? null;
    }),
  );
}

const place = ({ file, offset, line, time }: PlacedEvent): LogPlace => ({ file, offset, line, time: time ?? null });

function analysisOf(id: number, { shown, files, bytes, lines, skipped }: Answer, host: LogHost, foreign: LogAnalysis['skipped']): LogAnalysis {
  return {
    id,
    files: files.map((path) => host.uriOf(path)),
    bytes,
    lines,
    records: shown.records,
    events: shown.events,
    first: shown.first ?? null,
    last: shown.last ?? null,
    kinds: shown.kinds.map(({ name, status, first, last, turn, next, places, ...kind }) => ({
      ...kind, key: name ?? status, name: name ?? null, status, first: first ?? null, last: last ?? null, turn: turn ?? null, next: next ?? null, places: places.map(place),
    })),
    timeline: { milliseconds: shown.bucket, buckets: shown.buckets },
    requests: shown.requests.map((request) => ({ ...request, method: request.method ?? null })),
    contradictions: { count: shown.contradictions.count, places: shown.contradictions.places.map(({ name, status, ...event }) => ({ ...place(event), name, status })) },
    skipped: [...foreign, ...skipped.map(({ file, reason }) => ({ uri: host.uriOf(file), reason }))],
  };
}
