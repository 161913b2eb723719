import type { Origin } from '../model/handler';
import type { Span } from '../model/span';

/** A value of a record, and where it is written; the span counts in the text that was read, without quotes. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** The HTTP request a record tells of. */
export interface LoggedRequest {
  /** In capitals: `POST`. */
  readonly method: string | undefined;
  /** As written, without scheme, host, query and fragment: `/api/v1/users/42`. */
  readonly path: string | undefined;
  /** Of an absolute address: `acme.plusauth.com`. */
  readonly host: string | undefined;
}

/**
 * One event: one error in one record.
 *
 * A record is what was logged at once: a line with the lines that belong to it (stack trace, inspected object, pretty-printed JSON), a line of JSON with
 * everything nested in it, an entry of a JSON document. In a record each name of the catalogue is ONE event, however often it is written: in several
 * fields, in the message and the stack, in the body and the object it was parsed to. Two different names in a record are two events. A record
 * that carries no name is one event if it tells of a request to a path of PlusAuth's API that was answered with a status from 400 to 599.
 */
export interface LogRecord {
  /** The whole record. */
  readonly span: Span;
  /** The catalogue's name where it says most (an `error` field before a message), or undefined when only a status tells of the error. */
  readonly name: Located<string> | undefined;
  /** Every place of the record where `name` is written as an error, in the order of the text. */
  readonly mentions: readonly Span[];
  /** The status of the same error, from 100 to 599: in the object of the name, beside it in a sentence, or of the request. */
  readonly status: Located<number> | undefined;
  /** Milliseconds since the epoch; undefined when the record has no time with a date. */
  readonly time: number | undefined;
  /** The `error_description` of the same error. */
  readonly description: string | undefined;
  readonly request: LoggedRequest | undefined;
  /** `plusauth`: the record itself shows that it is PlusAuth's error; `foreign`: it shows that it is not, do not count it; `unknown`: neither. */
  readonly origin: Origin;
  /** The name and the status, both of this error, never occur together. */
  readonly contradicts: boolean;
  /** Name of the format that was recognised: `json`, `keyValue`, `access`, `text` … */
  readonly format: string;
}

export interface ReadOptions {
  /** Minutes a time without zone is ahead of UTC (Istanbul: 180), given that time in milliseconds as if it were UTC. Default 0. */
  readonly zone?: (local: number) => number;
  /** A time without year is taken from the last twelve months before this (milliseconds since the epoch). Without it such a time is undefined. */
  readonly now?: number;
}

/** The same event where its text begins `by` characters further on. */
export function shifted(record: LogRecord, by: number): LogRecord {
  if (by === 0) return record;
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const { name, status, time, description, request, origin, contradicts, format } = record;
  const moved = <T>({ value, span }: Located<T>): Located<T> => ({ value, span: move(span) });
  return { span: move(record.span), time, request, format, name: name && moved(name), mentions: record.mentions.map(move), status: status && moved(status), description, origin, contradicts };
}
