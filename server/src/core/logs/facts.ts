import { entryOf, KNOWN_OTHER_NAMES } from '../catalog';
import type { Span } from '../model/span';
import { readLiteral } from './literal';
import { holdsErrorName, namesIn } from './names';
import type { Located, LoggedRequest, ReadOptions } from './record';
import { holdsApiPath, requestIn, requestOf } from './request';
import { statusBeside, statusesIn, type FoundStatus } from './statuses';
import { timeOf } from './time';
import { decoded } from './view';

/** A name as an error; `rank` says how much its place means: 0 an `error` field, 1 a whole message, 2 a word in a sentence. */
export interface NameFact extends Located<string> {
  readonly group: number;
  readonly rank: number;
}

/** A status; `group` is the object or sentence it stands in. */
export interface StatusFact extends FoundStatus {
  readonly group: number;
}

const plainKeys = new Map<string, string>();
const MOST_KEYS = 2000;

/** A key without the object before it, its separators and its case: `http.status_code` is `statuscode`. Programs log the same few keys again and again. */
function plain(key: string): string {
  const known = plainKeys.get(key);
  if (known !== undefined) return known;
  if (plainKeys.size >= MOST_KEYS) plainKeys.clear();
  const word = key.slice(key.lastIndexOf('.') + 1).replace(/[_@-]/g, '').toLowerCase();
  plainKeys.set(key, word);
  return word;
}

const keys = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const NAME_KEYS = keys('error err errorcode errorname errortype code reason type name kind exception cause failure fault plusautherror apierror problem');
const STATUS_KEYS = keys('status statuscode httpstatus httpstatuscode responsestatus responsestatuscode responsecode upstreamstatus');
const TIME_KEYS = keys('time timestamp ts t date datetime asctime eventtime created createdat loggedat logtime isotime when');
const METHOD_KEYS = keys('method httpmethod verb requestmethod');
const ADDRESS_KEYS = keys('url uri path requesturi requesturl requestpath endpoint target href fullpath');
const BASE_KEYS = keys('baseurl');
const DESCRIPTION_KEYS = keys('errordescription');
/** Texts people and programs write; every other member is data, and a name in it is not an error that happened. */
const TEXT_KEYS = keys(
  'msg message m x mt error err errors errormessage errormsg exception excinfo exctext exceptionmessage stack stacktrace traceback cause causes detail details reason body response responsebody responsetext ' +
    'data payload text textpayload log line raw event content output stderr stdout shortmessage fullmessage description info request result',
);
/** What is inside of these belongs to the answer whose status stands beside them. */
const BODY_KEYS = keys('data body payload json responsebody responsedata');
const ERROR_KEYS = keys('err error');
const DEEPEST = 4;
const MEANINGFUL_KEYS = [NAME_KEYS, STATUS_KEYS, TIME_KEYS, METHOD_KEYS, ADDRESS_KEYS, BASE_KEYS, DESCRIPTION_KEYS, TEXT_KEYS, BODY_KEYS, ERROR_KEYS];

/** Whether a text under this key is data that no fact is taken from. */
export function isSilentKey(key: string): boolean {
  const word = plain(key);
  return !MEANINGFUL_KEYS.some((words) => words.has(word));
}

/** Whether a number under this key is a status. */
export const isStatusKey = (key: string): boolean => STATUS_KEYS.has(plain(key));

/** Collects what a record says while a format reads it. Spans count in the record's own text; `shift` turns those of inner texts into them. */
export class Facts {
  readonly names: NameFact[] = [];
  readonly statuses: StatusFact[] = [];
  readonly descriptions: { readonly value: string; readonly group: number }[] = [];
  readonly requests: { readonly request: LoggedRequest; readonly group: number }[] = [];
  /** Error names of other APIs in `error` members. */
  readonly others = new Set<string>();
  /** Parent of each group, the key it stands under, and whether it is a text and no object. */
  readonly groups: { readonly parent: number; readonly key: string; readonly isText: boolean }[] = [];
  time: number | undefined;
  private timeDepth = Infinity;
  private readonly calls = new Map<number, { method?: string; address?: string; base?: string }>();

  constructor(readonly options: ReadOptions) {}

  group(parent = -1, key = '', isText = false): number {
    return this.groups.push({ parent, key, isText }) - 1;
  }

  /**
   * Whether a status of the group `outer` is that of a name in `inner`: `certain` for the body of an answer and the text of an error, `likely` for the
   * object of an error, which may have been handled before its program answered.
   */
  belongs(inner: number, outer: number): 'certain' | 'likely' | undefined {
    const group = this.groups[inner];
    if (group?.parent !== outer) return undefined;
    return BODY_KEYS.has(group.key) || (group.isText && ERROR_KEYS.has(group.key)) ? 'certain' : ERROR_KEYS.has(group.key) ? 'likely' : undefined;
  }

  /** A member of an object, or a `key=value`. Escapes in `raw` are as written. */
  field(key: string, raw: string, span: Span, group: number, quoted: boolean, shift: (s: Span) => Span = same, depth = 0): void {
    const word = plain(key);
    if (STATUS_KEYS.has(word)) {
      if (/^[1-5]\d\d$/.test(raw)) this.statuses.push({ value: Number(raw), span: shift(span), weak: false, group });
      else if (quoted && /^[1-5]\d\d /.test(raw)) this.statuses.push({ value: Number(raw.slice(0, 3)), span: shift({ start: span.start, end: span.start + 3 }), weak: false, group });
    } else if (METHOD_KEYS.has(word)) this.call(group).method = raw;
    else if (ADDRESS_KEYS.has(word)) this.call(group).address ??= decoded(raw).text;
    else if (BASE_KEYS.has(word)) this.call(group).base = decoded(raw).text;
    else if (DESCRIPTION_KEYS.has(word)) this.descriptions.push({ value: decoded(raw).text, group });
    else if (TIME_KEYS.has(word)) this.takeTime(raw, group);
    if (NAME_KEYS.has(word)) {
      if (entryOf(raw)) {
        this.names.push({ value: raw, span: shift(span), group, rank: 0 });
        return;
      }
      if (KNOWN_OTHER_NAMES.has(raw)) this.others.add(raw);
    }
    if (!TEXT_KEYS.has(word) || (!quoted && depth > 0)) return;
    if (entryOf(raw)) this.names.push({ value: raw, span: shift(span), group, rank: 1 });
    else this.text(raw, span.start, group, shift, depth, word);
  }

  /** Words, and the objects among them: a message, a line of text. `at` is where they start. */
  sentence(text: string, at: number, group: number, shift: (s: Span) => Span = same, depth = 0): void {
    let from = 0;
    if (depth < DEEPEST) {
      for (let brace = text.indexOf('{'); brace >= 0; brace = text.indexOf('{', from)) {
        if (!/^\{\s*(?:["'`]|[\w$[]+\]?\s*(?::|=>)|:\w+\s*=>)/.test(text.slice(brace, brace + 120))) {
          this.words(text, from, brace + 1, at, group, shift);
          from = brace + 1;
          continue;
        }
        this.words(text, from, brace, at, group, shift);
        from = this.object(text, brace, at, group, shift, depth);
      }
    }
    this.words(text, from, text.length, at, group, shift);
  }

  /** The object or list that opens at `start`; returns where it ends. */
  object(text: string, start: number, at: number, parent: number, shift: (s: Span) => Span = same, depth = 0, key = ''): number {
    const literal = readLiteral(text, start);
    const ids: number[] = [];
    for (const group of literal.groups) ids.push(this.group(group.parent < 0 ? parent : (ids[group.parent] ?? parent), group.parent < 0 ? key : plain(group.key ?? '')));
    for (const field of literal.fields) {
      const owner = literal.groups[field.owner];
      const name = field.key ?? owner?.key;
      if (name === undefined) continue;
      const span = { start: at + field.start, end: at + field.end };
      this.field(name, text.slice(field.start, field.end), span, ids[field.owner] ?? parent, field.quoted, shift, depth);
    }
    return literal.end;
  }

  /** A text inside of a record: it is worth decoding only if it can hold something. */
  private text(raw: string, start: number, group: number, shift: (s: Span) => Span, depth: number, key: string): void {
    if (depth >= DEEPEST || !(holdsErrorName(raw) || holdsApiPath(raw) || /[45]\d\d/.test(raw))) return;
    if (!raw.includes('\\')) {
      this.sentence(raw, start, this.group(group, key, true), shift, depth + 1);
      return;
    }
    const view = decoded(raw);
    const outward = (inner: Span): Span => {
      const { start: from, end } = view.span(inner);
      return shift({ start: start + from, end: start + end });
    };
    this.sentence(view.text, 0, this.group(group, key, true), outward, depth + 1);
  }

  private words(text: string, from: number, to: number, at: number, group: number, shift: (s: Span) => Span): void {
    if (to <= from) return;
    const place = ({ start, end }: Span): Span => shift({ start: at + start, end: at + end });
    const names = namesIn(text, from, to);
    for (const { value, span } of names) this.names.push({ value, span: place(span), group, rank: 2 });
    for (const status of statusesIn(text, from, to)) this.statuses.push({ ...status, span: place(status.span), group });
    for (const { span } of names) {
      const beside = statusBeside(text, span.start, span.end);
      if (beside) this.statuses.push({ ...beside, span: place(beside.span), group });
    }
    const request = requestIn(text.slice(from, to));
    if (request) this.requests.push({ request, group });
  }

  private takeTime(raw: string, group: number): void {
    let depth = 0;
    for (let parent = this.groups[group]?.parent ?? -1; parent >= 0; parent = this.groups[parent]?.parent ?? -1) depth++;
    if (depth >= this.timeDepth) return;
    const time = timeOf(raw, this.options);
    if (time === undefined) return;
    this.time = time;
    this.timeDepth = depth;
  }

  private call(group: number): { method?: string; address?: string; base?: string } {
    let call = this.calls.get(group);
    if (!call) this.calls.set(group, (call = {}));
    return call;
  }

  /** Puts the parts of requests together that stood in several members. To be called once, after the format has read all. */
  finish(): void {
    for (const [group, { method, address, base }] of this.calls) {
      const request = /^[A-Z]+ \//.test(address ?? '') ? requestIn(address ?? '') : requestOf(method, address, base);
      if (request) this.requests.push({ request, group });
    }
  }
}

const same = (span: Span): Span => span;
