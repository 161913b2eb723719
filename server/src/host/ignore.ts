/** The rules of one .gitignore file. */
export interface IgnoreFile {
  /**
   * What the last rule that fits says: true to ignore, false to keep, undefined when none fits.
   * @param path path of the entry relative to the folder of the .gitignore, with `/`
   */
  test(name: string, path: () => string, folder: boolean): boolean | undefined;
  /** False when no rule fits an entry of this name, which costs far less to say than `test`: a walk asks of every file there is. */
  mayFit(name: string, folder: boolean): boolean;
}

interface Rule {
  readonly ignore: boolean;
  readonly folderOnly: boolean;
  /** Whether the whole path decides, or the name alone. */
  readonly anchored: boolean;
  readonly glob: string;
  fits(text: string): boolean;
}

/** Reads a .gitignore as git does; lines that can match nothing are left out. */
export function parseIgnore(text: string): IgnoreFile {
  const rules = text.replace(/^\uFEFF/, '').split('\n').map((line) => parseRule(line.replace(/\r$/, ''))).filter((rule) => rule !== undefined).reverse();
  const files = lettersOf(rules.filter(({ folderOnly }) => !folderOnly));
  const folders = lettersOf(rules);
  return {
    mayFit(name, folder) {
      const letters = folder ? folders : files;
      const first = name.charCodeAt(0);
      const last = name.charCodeAt(name.length - 1);
      return first >= LETTERS || last >= LETTERS || (letters[first] & FIRST) !== 0 || (letters[last] & LAST) !== 0;
    },
    test(name, path, folder) {
      for (const rule of rules) {
        if (rule.folderOnly && !folder) continue;
        if (rule.fits(rule.anchored ? path() : name)) return rule.ignore;
      }
      return undefined;
    },
  };
}

const LETTERS = 128;
const FIRST = 1;
const LAST = 2;

/** For each letter of ASCII whether a name that begins or ends with it may fit a rule. */
function lettersOf(rules: readonly Rule[]): Uint8Array {
  const letters = new Uint8Array(LETTERS);
  for (const { glob } of rules) {
    const segment = glob.slice(glob.lastIndexOf('/') + 1);
    const begins = /^[^*?]/.test(segment);
    if (/[[\\]/.test(glob) || !(begins || /[^*?]$/.test(segment))) return letters.fill(FIRST | LAST);
    const letter = segment.charCodeAt(begins ? 0 : segment.length - 1);
    if (letter < LETTERS) letters[letter] |= begins ? FIRST : LAST;
  }
  return letters;
}

function parseRule(line: string): Rule | undefined {
  if (line.startsWith('#')) return undefined;
  let glob = trimEnd(line);
  const ignore = !glob.startsWith('!');
  if (!ignore) glob = glob.slice(1);
  const folderOnly = glob.endsWith('/');
  if (folderOnly) glob = glob.slice(0, -1);
  const anchored = glob.includes('/');
  if (glob.startsWith('/')) glob = glob.slice(1);
  // `**/name` fits at every depth, which is what a name alone does.
  if (/^\*\*\/[^/]+$/.test(glob)) return rule(ignore, folderOnly, false, glob.slice(3));
  return rule(ignore, folderOnly, anchored, glob);
}

function rule(ignore: boolean, folderOnly: boolean, anchored: boolean, glob: string): Rule | undefined {
  if (glob === '') return undefined;
  if (!/[*?[\\]/.test(glob)) return { ignore, folderOnly, anchored, glob, fits: (text) => text === glob };
  const suffix = glob.slice(1);
  if (!anchored && glob.startsWith('*') && !/[*?[\\]/.test(suffix)) return { ignore, folderOnly, anchored, glob, fits: (text) => text.endsWith(suffix) };
  const source = toRegExpSource(glob);
  if (source === undefined) return undefined;
  const expression = new RegExp(`^${source}$`, 's');
  return { ignore, folderOnly, anchored, glob, fits: (text) => expression.test(text) };
}

/** Without the spaces at the end that no backslash keeps. */
function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ') {
    let backslashes = 0;
    while (line[end - 2 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 1) break;
    end--;
  }
  return line.slice(0, end);
}

/** Undefined for a glob that git never matches: one that ends in a lone backslash or whose `[` is never closed. */
function toRegExpSource(glob: string): string | undefined {
  let source = '';
  let at = 0;
  while (at < glob.length) {
    const atStart = at === 0 || glob[at - 1] === '/';
    if (atStart && glob.startsWith('**/', at)) {
      source += '(?:[^/]+/)*';
      at += 3;
    } else if (atStart && at + 2 === glob.length && glob.startsWith('**', at)) {
      source += '.+';
      at += 2;
    } else if (glob[at] === '*') {
      while (glob[at] === '*') at++;
      source += '[^/]*';
    } else if (glob[at] === '?') {
      source += '[^/]';
      at++;
    } else if (glob[at] === '[') {
      const set = readSet(glob, at);
      if (!set) return undefined;
      source += set.source;
      at = set.end;
    } else {
      if (glob[at] === '\\') at++;
      const literal = glob[at];
      if (literal === undefined) return undefined;
      source += quote(literal);
      at++;
    }
  }
  return source;
}

const quote = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');

const CLASSES: Readonly<Record<string, string>> = {
  alnum: 'a-zA-Z0-9', alpha: 'a-zA-Z', blank: ' \\t', cntrl: '\\x00-\\x1f\\x7f', digit: '0-9', graph: '!-~', lower: 'a-z', print: ' -~',
  punct: '!-\\/:-@\\[-`{-~', space: '\\s', upper: 'A-Z', xdigit: '0-9a-fA-F',
};

/** A `[…]` from its bracket on; a class never fits `/`. */
function readSet(glob: string, open: number): { source: string; end: number } | undefined {
  let at = open + 1;
  const negated = glob[at] === '!' || glob[at] === '^';
  if (negated) at++;
  let body = '';
  for (let first = true; first || glob[at] !== ']'; first = false) {
    const named = /^\[:(\w*):\]/.exec(glob.slice(at));
    if (named) {
      const members = CLASSES[named[1] ?? ''];
      if (members === undefined) return undefined;
      body += members;
      at += named[0].length;
      continue;
    }
    const from = readLetter(glob, at);
    if (!from) return undefined;
    at = from.end;
    const to = glob[at] === '-' && glob[at + 1] !== ']' ? readLetter(glob, at + 1) : undefined;
    if (to) at = to.end;
    if (!to) body += quote(from.letter);
    else if (from.letter <= to.letter) body += `${quote(from.letter)}-${quote(to.letter)}`;
  }
  const set = negated ? `[^${body}]` : body === '' ? '[^\\s\\S]' : `[${body}]`;
  return { source: `(?!/)${set}`, end: at + 1 };
}

function readLetter(glob: string, at: number): { letter: string; end: number } | undefined {
  const escaped = glob[at] === '\\';
  const letter = glob[escaped ? at + 1 : at];
  return letter === undefined ? undefined : { letter, end: at + (escaped ? 2 : 1) };
}
