import type { Text } from '../model/text';
import { Reader } from './reader';

/** Where a text in some language can be cut into pieces that are read apart. */
export interface Seams {
  /** Matches from the end of a top-level piece to the beginning of the next; sticky to nothing, with flags `gm`. */
  readonly pattern: RegExp;
  /** What can hold anything, seams included: pairs of delimiters. Equal ones open and close in turn. */
  readonly spans: readonly (readonly [open: string, close: string])[];
  /** Texts of several lines that end with a name of their own, which is what `open` matches in its last group. */
  readonly named?: { readonly open: RegExp; readonly close: (name: string) => RegExp };
  /** What the first piece holds, and the parser is given in front of all others. Nothing is cut while anything is open: it may be no code. */
  readonly opening?: string;
  readonly members?: Members;
}

/**
 * How a type is cut between its members, which the parser is given in a type of their own. Only for types whose members are
 * analysed one by one. The parts are sources of regular expressions with the flags `gm`.
 */
export interface Members {
  /** The beginning of a type at the margin. */
  readonly type: string;
  /** The last line of a member, behind its indentation. */
  readonly end: string;
  /** What begins the next, behind its indentation, and nothing in a body that happens to be indented as little. */
  readonly begin: string;
  /** From the last line of a type to what follows it. */
  readonly leave: string;
  /** What stands around members for the parser. */
  readonly frame: readonly [open: string, close: string];
  /** Shorter types are analysed whole. In UTF-16 units. */
  readonly from?: number;
}

/** A piece, and among what it stands. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  /** The indentation of the members that it is one of; '' at the top of a file. */
  readonly within: string;
  /** The same of the next piece. */
  readonly next: string;
  /** What it is depends on no text behind this, a line aside. */
  readonly reach: number;
}

/** A piece that seems to hold an open comment or text goes on to the next seam, but no further than this. In UTF-16 units. */
export const MAX_SEARCH = 24_000;

/** What is looked at first: whatever stands further away than `MAX_SEARCH` makes no difference but for what opens a file. In UTF-16 units. */
const NEAR = 2 * MAX_SEARCH;

/** The piece that starts at `start`, where a line does. It depends on the text from there on alone, and on what that stands within. */
export function cutAt(text: Text, start: number, within: string, seams: Seams): Cut {
  const goesOn = text.length > start + NEAR;
  const cut = (goesOn ? cutOf(text.slice(start, start + NEAR), true, start === 0, within, seams) : undefined) ?? cutOf(text.slice(start), false, start === 0, within, seams);
  const length = text.length - start;
  return cut ? { ...cut, start, end: start + cut.end, reach: start + cut.reach } : { start, end: start + length, within, next: '', reach: start + length };
}

/** The piece that `text` begins with, at 0; undefined where it does not end in it, or, where the text `goesOn`, that cannot be told. */
function cutOf(text: string, goesOn: boolean, isFirst: boolean, within: string, seams: Seams): Cut | undefined {
  const pattern = within === '' ? (patternsOf(seams).top ?? seams.pattern) : patternsOf(seams).among(within);
  const opening = isFirst ? seams.opening : undefined;
  const reader = new Reader(text, opening, seams);
  let first: Cut | undefined;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const at = match.index + match[0].length;
    if (match.groups?.['type'] !== undefined) {
      const head = headOf(text, match.index, at, opening, seams);
      if (head) return head;
      pattern.lastIndex = at;
      continue;
    }
    const next = match.groups?.['leave'] === undefined ? within : '';
    first ??= { start: 0, end: at, within, next, reach: MAX_SEARCH };
    if (at > MAX_SEARCH && seams.opening === undefined) return first;
    if (reader.isClosed(at)) return { start: 0, end: at, within, next, reach: at };
    pattern.lastIndex = Math.max(at, pattern.lastIndex);
  }
  return first && (goesOn || text.length > MAX_SEARCH) && seams.opening === undefined ? first : undefined;
}

/** The piece with the head of a type, up to the end of its first member; undefined where the type is not cut. */
function headOf(text: string, typeAt: number, behind: number, opening: string | undefined, seams: Seams): Cut | undefined {
  const { members } = seams;
  // A type without a body of lines is told by the next thing at the margin, without a search of all that follows.
  FIRST_LINE.lastIndex = behind;
  const within = FIRST_LINE.exec(text)?.[1];
  if (!members || within === undefined) return undefined;
  const pattern = patternsOf(seams).among(within);
  const far = typeAt + (members.from ?? 0);
  if (far > MAX_SEARCH) return undefined;
  pattern.lastIndex = behind;
  const reader = new Reader(text, opening, seams);
  let head: Cut | undefined;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    if (match.groups?.['leave'] !== undefined) return end > far ? head : undefined;
    if (head && end > far) return head;
    if (end > MAX_SEARCH) return head;
    // Another thing at the margin: the type was one without a body.
    if (!head && AT_MARGIN.test(text.slice(behind, match.index))) return undefined;
    if (!head && reader.isClosed(end)) head = { start: 0, end, within: '', next: within, reach: Math.max(end, far) };
    if (head && end > far) return head;
    pattern.lastIndex = Math.max(end, pattern.lastIndex);
  }
  return head && text.length > far ? head : undefined;
}

const FIRST_LINE = /\n(?:([ \t]+)[^\s]|[\w$@])/g;
const AT_MARGIN = /\n[\w$@]/;

/** What the parser is given around a piece. */
export function frameOf({ start, within, next }: Cut, { opening, members }: Seams): readonly [lead: string, tail: string] {
  const lead = start > 0 && opening !== undefined ? `${opening} ` : '';
  return [within === '' || !members ? lead : lead + members.frame[0], next === '' || !members ? '' : members.frame[1]];
}

interface Patterns {
  /** The end of a piece at the top of a file, or the beginning of a type there. */
  readonly top: RegExp | undefined;
  /** The end of a member with this indentation, or of its type. */
  among(indentation: string): RegExp;
}

const patterns = new WeakMap<Seams, Patterns>();

function patternsOf(seams: Seams): Patterns {
  let made = patterns.get(seams);
  if (!made) patterns.set(seams, (made = compile(seams)));
  return made;
}

function compile({ pattern, members }: Seams): Patterns {
  const known = new Map<string, RegExp>();
  return {
    top: members && new RegExp(`(?<type>^(?:${members.type}))|(?:${pattern.source})`, 'gm'),
    among(indentation) {
      let made = known.get(indentation);
      if (!made) {
        const { leave = '', end = '', begin = '' } = members ?? {};
        made = new RegExp(`(?<leave>${leave})|^${indentation}(?:${end})[ \\t]*\\r?\\n(?:[ \\t]*\\r?\\n)*(?=${indentation}(?:${begin}))`, 'gm');
        known.set(indentation, made);
      }
      return made;
    },
  };
}
