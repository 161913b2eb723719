/** A value in an object or list as programs print them. Offsets count in the text. */
export interface Field {
  /** Undefined in a list. */
  readonly key: string | undefined;
  /** Index of the object or list it stands in. */
  readonly owner: number;
  readonly start: number;
  readonly end: number;
  /** In quotes, which the span is without; escapes are as written. */
  readonly quoted: boolean;
}

/** An object or a list. */
export interface Group {
  /** Index of the group around it; -1 for the outermost. */
  readonly parent: number;
  readonly key: string | undefined;
  readonly list: boolean;
  readonly start: number;
  /** Behind the closing bracket, or the end of the text where it is not closed. */
  end: number;
}

/** What is inside a pair of brackets, flat: groups refer to each other by index. */
export interface Literal {
  readonly groups: readonly Group[];
  readonly fields: readonly Field[];
  readonly end: number;
  readonly closed: boolean;
}

const DEEPEST = 64;
/** An unquoted key as Node, Python and Ruby print it, up to its colon or arrow. */
const BARE_KEY = /(?:\[?[A-Za-z_$@][\w$.@-]{0,80}\]?)(?=\s{0,4}(?::(?!\/\/)|=>))/y;
const SEPARATOR = /\s*(?::|=>)\s*/y;

/**
 * Reads what opens at `at` with `{` or `[`: JSON, with or without comments, Node's inspected objects, Python's and Ruby's dictionaries. Never fails: what
 * it does not understand it passes over, and what is not closed ends with the text. One pass; nothing is decoded.
 */
export function readLiteral(text: string, at: number, to = text.length): Literal {
  const groups: Group[] = [];
  const fields: Field[] = [];
  const stack: number[] = [];
  let key: string | undefined;
  let position = at;
  const open = (list: boolean): void => {
    groups.push({ parent: stack.at(-1) ?? -1, key, list, start: position, end: to });
    stack.push(groups.length - 1);
    key = undefined;
    position++;
  };
  while (position < to) {
    const c = text.charAt(position);
    if (c === '{' || c === '[') {
      if (stack.length >= DEEPEST) break;
      open(c === '[');
    } else if (c === '}' || c === ']') {
      position++;
      const group = groups[stack.pop() ?? -1];
      if (group) group.end = position;
      key = undefined;
      if (stack.length === 0) return { groups, fields, end: position, closed: true };
    } else if (c === ',' || c === '\n') {
      // A long text goes on in the next line: `'one' +` of Node.
      if (c === ',') key = undefined;
      position++;
    } else if (c === ' ' || c === '\t' || c === '\r' || c === '\u00a0' || c === '\uFEFF') position++;
    else if (c === '"' || c === "'" || c === '`') {
      const end = endOfString(text, position, to);
      SEPARATOR.lastIndex = end;
      const owner = stack.at(-1) ?? -1;
      if (key === undefined && groups[owner]?.list === false && SEPARATOR.test(text)) {
        key = text.slice(position + 1, end - 1);
        position = SEPARATOR.lastIndex;
      } else {
        fields.push({ key, owner, start: position + 1, end: end > position + 1 && text.charAt(end - 1) === c ? end - 1 : end, quoted: true });
        position = end;
      }
    } else position = bare(c);
  }
  return { groups, fields, end: to, closed: false };

  function bare(c: string): number {
    const owner = stack.at(-1) ?? -1;
    if (key === undefined && groups[owner]?.list === false) {
      BARE_KEY.lastIndex = position;
      const word = BARE_KEY.exec(text)?.[0];
      if (word !== undefined) {
        key = word.replace(/^\[|\]$/g, '');
        SEPARATOR.lastIndex = position + word.length;
        return SEPARATOR.test(text) ? SEPARATOR.lastIndex : position + word.length;
      }
      if (c === ':') return position + 1;
    }
    let end = position;
    while (end < to && !/[,{}[\]\n"'`]/.test(text.charAt(end))) end++;
    // An apostrophe inside a word is no quotation mark: what an error says may stand there without any.
    while (end < to && /['`"]/.test(text.charAt(end)) && /\w/.test(text.charAt(end - 1))) {
      end++;
      while (end < to && !/[,{}[\]\n"'`]/.test(text.charAt(end))) end++;
    }
    if (key !== undefined && end > position) {
      const value = text.slice(position, end).trimEnd();
      // A class before its object, as in `Response {`, is no value.
      if (text.charAt(end) !== '{' && text.charAt(end) !== '[') fields.push({ key, owner, start: position, end: position + value.length, quoted: false });
    }
    return Math.max(end, position + 1);
  }
}

/** The offset behind the closing quotation mark, or the end of the line where it is missing and the quotation may not go on. */
function endOfString(text: string, start: number, to: number): number {
  const quote = text.charAt(start);
  let at = start + 1;
  for (;;) {
    const end = text.indexOf(quote, at);
    if (end < 0 || end >= to) break;
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 92) backslashes++;
    if (backslashes % 2 === 0 || end - backslashes <= start) {
      const broken = quote === '`' ? -1 : text.slice(start, end).indexOf('\n');
      return broken < 0 ? end + 1 : start + broken;
    }
    at = end + 1;
  }
  const line = quote === '`' ? -1 : text.indexOf('\n', start);
  return line < 0 || line > to ? to : line;
}
