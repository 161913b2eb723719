import { KNOWN_OTHER_NAMES, nameOfIdentifier, nearestName } from '../catalog';
import { jsonValues } from './explainJson';

/** One error found in a pasted text. */
export interface FoundError {
  /** As written; undefined where only a status is known. */
  readonly name?: string;
  /** The status beside the name: in the same body, or the same line. */
  readonly status?: number;
  /** The status of what the body came in: the HTTP status line, or an object around it. */
  readonly outer?: number;
  readonly description?: string;
}

export interface Reading {
  readonly errors: readonly FoundError[];
  /** The body is a web page. */
  readonly html: boolean;
  readonly retryAfter?: string;
  /** An address of the tenant's OAuth or OpenID Connect endpoints is in the text. */
  readonly oauth: boolean;
  /** Only the beginning was read. */
  readonly cut: boolean;
}

/** Characters read: more than any response, little enough to stay instant. */
const MOST_CHARACTERS = 100_000;

const STATUS_LINE = /^[<*> \t]{0,8}HTTP\/\d(?:\.\d)?\s+(\d{3})\b.*$/gim;
/** What browsers' developer tools, HTTP/2 dumps and CGI show in place of a status line. */
const STATUS_HEADER = /^[< \t]{0,8}(?::status|status(?: code)?):[ \t]*(\d{3})\b[^,{}\n]*$/gim;
const RETRY_AFTER = /^[< \t]{0,8}retry-after:[ \t]*(\S.*)$/im;
const HTML = /<!doctype html|<html[\s>]|^[< \t]{0,8}content-type:[ \t]*text\/html/im;

const LABELLED_STATUS = /(?:\bstatus(?:[ _-]?code)?|\bhttp(?:[ _-]?status)?(?:\/\d(?:\.\d)?)?)\b["'\s:=()]{1,4}(\d{3})(?![\d.])/i;
/** After the quoted request of an access log, or after an arrow. */
const PLAIN_STATUS = /(?:HTTP\/\d(?:\.\d)?"[ \t]+|(?:->|=>|→)[ \t]*)([1-5]\d\d)(?![\d.])/i;
const REASONS = [
  'Bad Request', 'Unauthorized', 'Payment Required', 'Forbidden', 'Not Found', 'Conflict', 'Gone', 'Unprocessable', 'Too Many', 'Internal Server',
  'Bad Gateway', 'Service Unavail', 'Gateway Time',
];
/** Before the reason phrase that HTTP gives to the status. */
const STATUS_AND_REASON = new RegExp(`(?<![\\d.])([45]\\d\\d) (?=${REASONS.join('|')})`, 'i');
/** `error`, or a member of that name, with a value in quotes; a bare value must end its field, since `Error: Request failed` names nothing. */
const ERROR_FIELD = new RegExp(
  String.raw`(?<![\w.])(?:[\w.]{0,40}\.)?["']?(?:error|err|error_code|errorCode)["']?\s{0,4}[:=]\s{0,4}` +
    String.raw`(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([\w.-]{1,200})(?=[ \t]*(?:$|[,;}\])])|[ \t]+[\w.]{1,40}=))`,
  'gi',
);
const WORD = /[A-Za-z][\w.-]*/g;

/** No error word is longer, with what it is a member of. */
const LONGEST_WORD = 120;
/** How far before a JSON body its status is looked for. */
const LEAD = 500;

/** What a word of free text says: a name in any spelling, another API's name, or a misspelling. */
const isErrorWord = (word: string): boolean => nameOfIdentifier(word) !== undefined || KNOWN_OTHER_NAMES.has(word) || nearestName(word) !== undefined;

/** Error words in a sentence; `err.ALREADY_EXISTS` counts by its last part. */
function errorWords(text: string): string[] {
  return [...text.matchAll(WORD)].flatMap(([match]) => {
    if (match.length > LONGEST_WORD) return [];
    const word = match.replace(/[.-]+$/, '');
    return [word, word.slice(word.lastIndexOf('.') + 1)].filter(isErrorWord).slice(0, 1);
  });
}

/** The names an `error` field holds: itself if it is a word, else the names in the sentence, else the sentence. */
function namesIn(value: string): string[] {
  const trimmed = value.trim();
  if (trimmed === '') return [];
  if (/^[\w.-]+$/.test(trimmed)) return [trimmed];
  const words = errorWords(trimmed);
  return words.length > 0 ? words : [trimmed];
}

function statusIn(line: string): number | undefined {
  const digits = (LABELLED_STATUS.exec(line) ?? PLAIN_STATUS.exec(line) ?? STATUS_AND_REASON.exec(line))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const found = (name: string | undefined, status: number | undefined, outer: number | undefined, description?: string): FoundError => ({
  ...(name === undefined ? {} : { name }),
  ...(status === undefined ? {} : { status }),
  ...(outer === undefined ? {} : { outer }),
  ...(description === undefined ? {} : { description }),
});

const STATUS_KEYS = ['status', 'statusCode', 'status_code', 'httpStatus', 'http_status'];
const NAME_KEYS = ['error', 'err', 'error_code', 'errorCode'];
const DEEPEST = 20;

function numberAt(object: Readonly<Record<string, unknown>>, keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(object, key) ? object[key] : undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value === 'string' && /^\s*\d{1,6}\s*$/.test(value)) return Number(value);
  }
  return undefined;
}

function stringAt(object: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The errors in a JSON value, with the status of the object around them as their outer status. */
function inJson(value: unknown, outer: number | undefined, depth: number): FoundError[] {
  if (typeof value === 'string') return [...new Set(errorWords(value.slice(0, 2_000)))].map((name) => found(name, undefined, outer));
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => inJson(item, outer, depth + 1));
  const object = value as Readonly<Record<string, unknown>>;
  const status = numberAt(object, STATUS_KEYS);
  const key = NAME_KEYS.find((candidate) => stringAt(object, candidate) !== undefined);
  const description = stringAt(object, 'error_description');
  const own = key === undefined ? [] : [...new Set(namesIn(stringAt(object, key) ?? ''))].map((name) => found(name, status, outer, description));
  const isRead = (name: string): boolean => name === key || name === 'error_description';
  const rest = Object.entries(object).filter(([name, child]) => !isRead(name) && (typeof child === 'object' || own.length === 0));
  const nested = rest.flatMap(([, child]) => inJson(child, status ?? outer, depth + 1));
  if (own.length + nested.length > 0) return [...own, ...nested];
  return status !== undefined && status >= 400 ? [found(undefined, status, outer, description)] : [];
}

function inLine(line: string, outer: number | undefined): FoundError[] {
  const status = statusIn(line);
  const fields = [...line.matchAll(ERROR_FIELD)].flatMap((match) => namesIn(match[1] ?? match[2] ?? match[3] ?? ''));
  const names = [...new Set([...fields.filter((name) => !/^\d+$|^(?:null|undefined|None|nil|true|false)$/.test(name)), ...errorWords(line)])];
  if (names.length > 0) return names.map((name) => found(name, status, outer));
  return status !== undefined && status >= 400 ? [found(undefined, status, outer)] : [];
}

/** A lone status belongs to the one error that lacks it, and says nothing new beside an error that has it. */
function joined(errors: readonly FoundError[]): readonly FoundError[] {
  const named = errors.filter((error) => error.name !== undefined);
  const lone = errors.filter((error) => error.name === undefined);
  const [first] = named;
  const [status] = lone;
  if (first && status && named.length === 1 && lone.length === 1 && first.status === undefined && first.outer === undefined) {
    return [found(first.name, undefined, status.status, first.description ?? status.description)];
  }
  const known = new Set(named.map((error) => error.status ?? error.outer));
  return errors.filter((error) => error.name !== undefined || !known.has(error.status));
}

/** A text that is nothing but a name, in any spelling, or a status. */
function lone(text: string): FoundError | undefined {
  const word = /^["'`:]?([\w.-]{2,120})["'`,;:]{0,2}$/.exec(text)?.[1];
  if (word !== undefined && /^[1-9]\d\d$/.test(word)) return found(undefined, Number(word), undefined);
  if (word !== undefined && /^5xx$/i.test(word)) return found('server_error', undefined, undefined);
  if (word !== undefined && (isErrorWord(word) || /^[A-Za-z]\w*_\w+$/.test(word))) return found(word, undefined, undefined);
  const spaced = text.length > LONGEST_WORD ? undefined : nameOfIdentifier(text.replace(/\s+/g, '_'));
  return spaced === undefined ? undefined : found(spaced, undefined, undefined);
}

/** Reads a pasted response: a JSON body, a status line with headers and body, log lines, or a lone name or status. Undefined when it is empty. */
export function readResponse(text: string): Reading | undefined {
  const cut = text.length > MOST_CHARACTERS;
  const all = text.slice(0, MOST_CHARACTERS).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n').trim();
  if (all === '') return undefined;
  const html = HTML.test(all);
  const retryAfter = RETRY_AFTER.exec(all)?.[1]?.trim();
  const rest: Omit<Reading, 'errors'> = { html, oauth: /\/(?:oauth2|oidc)\//.test(all), cut, ...(retryAfter === undefined ? {} : { retryAfter }) };

  const bare = lone(all);
  if (bare) return { ...rest, errors: [bare] };

  const lines = [...all.matchAll(STATUS_LINE), ...all.matchAll(STATUS_HEADER)];
  const http = lines.length === 0 ? undefined : Number(lines.at(-1)?.[1]);
  const blank = (from: string): string => from.replace(/[^\n]/g, ' ');
  const body = all.replace(STATUS_LINE, blank).replace(STATUS_HEADER, blank);
  const errors: FoundError[] = [];
  let remaining = '';
  let read = 0;
  for (const { value, start, end } of jsonValues(body)) {
    const lineStart = read + body.slice(read, start).lastIndexOf('\n') + 1;
    const lead = body.slice(Math.max(lineStart, start - LEAD), start);
    for (const error of inJson(value, statusIn(lead) ?? http, 0)) errors.push(error);
    // What stands before the JSON on its line belongs to it, too.
    remaining += body.slice(read, lineStart);
    read = end;
  }
  remaining += body.slice(read);
  if (!html) for (const line of remaining.split('\n')) if (line.trim() !== '') for (const error of inLine(line, http)) errors.push(error);
  if (errors.length === 0 && http !== undefined) errors.push(found(undefined, http, undefined));
  return { ...rest, errors: joined(errors) };
}
