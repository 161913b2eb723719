import type { Span } from '../model/span';

/** What names PlusAuth in a text. */
export interface Evidence {
  readonly kind: 'import' | 'url' | 'comment' | 'name';
  readonly span: Span;
  /** As written: the module, the address, the identifier. */
  readonly text: string;
}

const WORD = /plus[-_]?auth/gi;
const WORD_CHARACTER = /[A-Za-z0-9_$]/;

/** The first place where a text names PlusAuth; other products' names that contain the letters do not count. */
export function findEvidence(text: string, from = 0): Evidence | undefined {
  const found = findName(text, from);
  return found && (importOnLine(text, found.start) ?? describe(text, found.start, found.end));
}

/** Whether an identifier, module or address names PlusAuth. */
export const speaksOfPlusAuth = (text: string): boolean => findName(text, 0) !== undefined;

function findName(text: string, from: number): Span | undefined {
  WORD.lastIndex = from;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (namesPlusAuth(text, start, end)) return { start, end };
  }
  return undefined;
}

function namesPlusAuth(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 10);
  // `gplusauth`, `surplusauth`: the middle of another word, unless a capital or separator starts ours.
  if (/[a-z]$/i.test(before) && /^p/.test(word)) return false;
  if (/[A-Z]$/.test(before) && /^P[A-Z]/.test(word)) return false;
  if (/(?:google|\bg|apple|disney|sur|non)[-_+ ]?$/i.test(before)) return false;
  // Our own silencing comments say nothing about the code.
  if (/^-errors-ignore/.test(after + text.slice(end + 10, end + 20))) return false;
  // `PlusAuthenticator`, `plusAuthor`: the word goes on.
  if (/^(?:ent|or(?!g|acle)|ori)/.test(after) || /^(?:ENT|OR[IS])/.test(after)) return false;
  return true;
}

/** The module, where the line brings PlusAuth's names in: that says more than the first of the names. */
function importOnLine(text: string, offset: number): Evidence | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, lineStart + 400).split('\n', 1)[0] ?? '';
  const module = /^\s*(?:import|export|from|use|using|const|let|var)\b.*?(?:from|require\(|import)\s*\(?(['"])([^'"]*)\1/.exec(line);
  const name = module?.[2];
  if (!module || name === undefined) return undefined;
  const start = lineStart + module[0].length - name.length - 1;
  WORD.lastIndex = start;
  const found = WORD.exec(text);
  const isIn = found !== null && found.index >= start && found.index < start + name.length && namesPlusAuth(text, found.index, found.index + found[0].length);
  return isIn ? { kind: 'import', span: { start, end: start + name.length }, text: name } : undefined;
}

function describe(text: string, start: number, end: number): Evidence {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const line = text.slice(lineStart, Math.min(lineEnd < 0 ? text.length : lineEnd, start + 200));
  const column = start - lineStart;
  const quoted = /['"`]([^'"`\s]*)$/.exec(line.slice(0, column));
  let from = start;
  let to = end;
  // `use PlusAuth\Rest\Client;`, `import com.plusauth.rest.Client`: a module without quotes.
  const bare = !quoted && /^\s*(?:use|using|import|from)\s+(?:(?:static|function|const)\s+)?[\w.:\\/-]*$/.test(line.slice(0, column));
  const inside = quoted ? /[^'"`\s]/ : bare ? /[\w.:\\/-]/ : WORD_CHARACTER;
  while (from > lineStart && inside.test(text.charAt(from - 1))) from--;
  while (to < text.length && to - from < 120 && inside.test(text.charAt(to))) to++;
  const found = text.slice(from, to);
  const kind =
    /https?:\/\/|^[\w.-]*plusauth\.com/i.test(found) ? 'url'
    : bare ? 'import'
    : quoted && /\b(?:import|require|from|use|using|include)\b/.test(line.slice(0, column)) ? 'import'
    : /^\s*(?:\/\/|#|\*|\/\*|--|<!--)|\/\/ |\/\* /.test(line.slice(0, column)) ? 'comment'
    : 'name';
  return { kind, span: { start: from, end: to }, text: found };
}
