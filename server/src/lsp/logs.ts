import type { Connection } from 'vscode-languageserver';
import type { PlacedEvent } from '../core/logs/tally';
import type { Answer, LocatedAnswer, LogHost } from '../host/logs/answer';
import { csvLogs, jsonLogs } from '../host/logs/formats';
import { analyzeLogsProgress, analyzeLogsRequest, exportLogsRequest, logRecordRequest, type AnalyzeLogsParams, type LogAnalysis, type LogPlace } from '../protocol';
import { guarded, type Log } from './guards';
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
      if (!host) throw new Error('The client offers no files (initialization option "files"), so no log can be read.');
      if (!Array.isArray(uris)) throw new TypeError(`"uris" must be a list of URIs, not ${JSON.stringify(uris)}.`);
      const { locale } = await settings.get(uri);
      const running = host.analyze(uris.map(String), { zone: zone ?? 'local', since, until, locale });
      const tell = (): void => {
        if (progress !== undefined) connection.sendNotification(analyzeLogsProgress.name, { progress, ...running.progress }).catch((error: unknown) => log(String(error)));
      };
      const timer = setInterval(tell, OFTEN);
      const stopping = token.onCancellationRequested(() => running.cancel());
      // It may have been cancelled before anybody listened.
      if (token.isCancellationRequested) running.cancel();
      try {
        const located = await running.result;
        tell();
        kept.set(++last, located.answer);
        kept.delete(last - KEPT);
        return analysisOf(last, located);
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
      if (typeof uri !== 'string' || !Number.isSafeInteger(offset) || offset < 0) return null;
      return (await host?.record(uri, offset)) ?? null;
    }),
  );
}

const place = ({ file, offset, line, time }: PlacedEvent): LogPlace => ({ file, offset, line, time: time ?? null });

function analysisOf(id: number, { answer: { shown, bytes, lines }, files, skipped }: LocatedAnswer): LogAnalysis {
  return {
    id,
    files,
    bytes,
    lines,
    records: shown.records,
    events: shown.events,
    first: shown.first ?? null,
    last: shown.last ?? null,
    kinds: shown.kinds.map(({ name, status, first, last, turn, next, places, ...kind }) => ({
      ...kind, key: name ?? status, name: name ?? null, status, first: first ?? null, last: last ?? null, turn: turn ?? null, next: next ?? null, places: places.map(place),
    })),
    timeline: { milliseconds: shown.bucket, buckets: shown.buckets.map(({ start, byKind }) => ({ start, byKind: Object.fromEntries(byKind) })) },
    requests: shown.requests.map((request) => ({ ...request, method: request.method ?? null })),
    contradictions: { count: shown.contradictions.count, places: shown.contradictions.places.map(({ name, status, ...event }) => ({ ...place(event), name, status })) },
    skipped,
  };
}
