import { ERROR_NAMES } from '../../core/catalog/names';
import { isSilentKey, isStatusKey } from '../../core/logs';

// A name; a member of an object with a word; a member, or a key, with a status.
const PART = new RegExp(
  String.raw`(?<!\w)(?:${ERROR_NAMES.join('|')})(?!\w)|"([\w.@-]{1,40})":"([A-Za-z\d.-]+)"(?=[,}])|(?:"([\w.@-]{1,40})":|(?<=\s)([A-Za-z_@][\w.@-]{0,40})=)([45]\d\d)(?=[,}\s]|$)`,
  'g',
);
// What stands for them: no line holds a line feed.
const NAME = '\n';
const VALUE = '\n\n';
const STATUS = '\n\n\n';
/** Words by which the whole of a record is judged, wherever they stand, and what may be a time of day. */
const HEARD = /auth|oidc|openid|grpc|\dT\d/i;
const PLAIN = /^[\n\x20-\x7e]*\r?$/;
const BRACE = 123;

/** What a line has in common with those that say the same but for their error. Places are offsets in the line that was given. */
export interface Kin {
  /** Equal for lines that are kin. */
  readonly key: string;
  /** The only name in the line that stands by itself. */
  readonly name: string | undefined;
  /** The only status that is a member of an object or stands behind a key, and where. */
  readonly status: { readonly value: number; readonly at: number } | undefined;
  /** Whether values of members are missing in the key. */
  readonly silent: boolean;
  /** A place in the key, of one in the line; undefined where the key says nothing. */
  inKey(place: number): number | undefined;
  inLine(place: number): number;
}

/** What is left out of a key. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** Of a line with placeholders; undefined when no other line can be its kin. */
export function kinOf(line: string): Kin | undefined {
  const parts: Part[] = [];
  let name: string | undefined;
  let status: Kin['status'];
  let statuses = 0;
  const isObject = line.charCodeAt(0) === BRACE;
  PART.lastIndex = 0;
  for (let match = PART.exec(line); match; match = PART.exec(line)) {
    // By their numbers: taking a list apart asks it for each of its items, which costs more than the search.
    const groups: readonly (string | undefined)[] = match;
    const found = match[0];
    const member = groups[1];
    const digits = groups[5];
    const { index } = match;
    const end = index + found.length;
    if (digits !== undefined) {
      const statusMember = groups[3];
      if (!isStatusKey(statusMember ?? groups[4] ?? '') || (statusMember === undefined) === isObject) continue;
      statuses++;
      status = { value: Number(digits), at: end - 3 };
      parts.push({ start: end - 3, end, by: STATUS });
    } else if (member === undefined) {
      if (name !== undefined && name !== found) return undefined;
      name = found;
      parts.push({ start: index, end, by: NAME });
    } else if (isObject && isSilentKey(member)) {
      const value = groups[2] ?? '';
      if (!HEARD.test(value)) parts.push({ start: end - 1 - value.length, end: end - 1, by: VALUE });
    }
  }
  // Several belong to one another: they stay as they are.
  const left = statuses === 1 ? parts : parts.filter(({ by }) => by !== STATUS);
  if (left.length === 0) return undefined;
  let key = '';
  let from = 0;
  const gaps = left.map(({ start, end, by }) => {
    key += line.slice(from, start) + by;
    from = end;
    return { start, end, lost: end - key.length };
  });
  key += line.slice(from);
  if (!PLAIN.test(key)) return undefined;
  return {
    key,
    name,
    status: statuses === 1 ? status : undefined,
    silent: left.some(({ by }) => by === VALUE),
    inKey(place) {
      const gap = gaps.findLast(({ start }) => start <= place);
      return gap === undefined ? place : gap.end > place ? undefined : place - gap.lost;
    },
    inLine: (place) => place + (gaps.findLast(({ end, lost }) => end - lost <= place)?.lost ?? 0),
  };
}
