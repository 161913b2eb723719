/**
 * The text that a snippet stands for when nobody fills it in: placeholders give their default, choices their first, tab stops nothing.
 * For clients that cannot insert snippets.
 */
export function plainText(snippet: string): string {
  return read(snippet, 0, false).text;
}

/** Reads from `at` up to the end, or up to the `}` that closes the placeholder this is inside of. */
function read(snippet: string, at: number, nested: boolean): { readonly text: string; readonly end: number } {
  let text = '';
  while (at < snippet.length) {
    const char = snippet[at];
    if (char === '\\' && at + 1 < snippet.length && '\\$}'.includes(snippet[at + 1])) {
      text += snippet[at + 1];
      at += 2;
    } else if (char === '}' && nested) {
      return { text, end: at + 1 };
    } else {
      const stop = char === '$' ? readStop(snippet, at) : undefined;
      text += stop?.text ?? char;
      at = stop?.end ?? at + 1;
    }
  }
  return { text, end: at };
}

/** Reads a tab stop, placeholder, choice or variable; undefined when the `$` is only a `$`. */
function readStop(snippet: string, at: number): { readonly text: string; readonly end: number } | undefined {
  const simple = /^\$(?:\d+|[A-Za-z_]\w*)/.exec(snippet.slice(at, at + 64));
  if (simple) return { text: '', end: at + simple[0].length };
  const open = /^\$\{(?:\d+|[A-Za-z_]\w*)/.exec(snippet.slice(at, at + 64));
  if (!open) return undefined;
  const next = at + open[0].length;
  if (snippet[next] === '}') return { text: '', end: next + 1 };
  if (snippet[next] === ':') return read(snippet, next + 1, true);
  if (snippet[next] === '|') {
    const end = snippet.indexOf('|}', next);
    if (end >= 0) return { text: firstChoice(snippet.slice(next + 1, end)), end: end + 2 };
  }
  return undefined;
}

function firstChoice(choices: string): string {
  const first = /^(?:\\[^]|[^,\\])*/.exec(choices)?.[0] ?? '';
  return first.replace(/\\([$},|\\])/g, '$1');
}
