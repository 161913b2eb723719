import type { LogReport } from '../../core/logs/report';
import type { Locale } from '../../core/model/settings';
import type { LogsReport } from './formats';
import type { Zone } from './zone';

/** What to count, and how. Plain data. */
export interface Wanted {
  readonly zone: Zone;
  /** Milliseconds since the epoch. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** Of the advice, and of the reasons why something was not read. */
  readonly locale: Locale;
}

/** `report` counts by minute. */
export interface Answer extends LogsReport {
  /** The same in buckets that fit a screen. */
  readonly shown: LogReport;
  readonly cancelled: boolean;
}

/** Logs that are being read. */
export interface RunningRead<A> {
  /** Rejects when the reading itself fails, which it does not do because of any file. */
  readonly result: Promise<A>;
  /** Bytes read and errors found so far. */
  readonly progress: { readonly bytes: number; readonly events: number };
  /** Stops it within the time of one piece; what was found up to then is the result. */
  cancel(): void;
}

/** An answer to somebody who knows URIs. */
export interface LocatedAnswer {
  readonly answer: Answer;
  /** Of the answer's files, in their order. */
  readonly files: readonly string[];
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
}

/** Reads logs without keeping anybody waiting. */
export interface LogHost {
  /** @param uris of files and folders */
  analyze(uris: readonly string[], wanted: Wanted): RunningRead<LocatedAnswer>;
  /** The record that starts at a byte of a log; undefined when it is not there. Rejects when the log cannot be read. */
  record(uri: string, offset: number): Promise<string | undefined>;
}
