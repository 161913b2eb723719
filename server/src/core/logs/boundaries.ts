/**
 * Where one record ends and the next begins, told from two neighbouring lines alone, so that it can be asked anywhere in a file, forwards or backwards.
 * Lines are given without their line ends.
 */
export interface Layout {
  /** Indentation of the entries of a pretty-printed JSON list, in characters; undefined where records are lines. */
  readonly entryIndent: number | undefined;
  /** In JSON without line breaks: the text at which one entry ends and the next starts (behind the first comma). Undefined elsewhere. */
  readonly separator: string | undefined;
}

export const LINES: Layout = { entryIndent: undefined, separator: undefined };

/** What container runtimes, compose and kubectl put before each line, and Docker's JSON up to the line in it. */
const WRAPPER =
  /^(?:\{"log":"|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) (?:std(?:out|err) [FP] )|\[pod\/[^\]\s]+\] |[\w.-]{1,60} {1,30}\| ?)/;
const COLOURS = /^(?:\u001b\[[\d;]*m|\\u001b\[[\d;]*m)+/i;
/** Blank, indented, or closing what was opened; but not a line whose indentation is followed by a date. */
const CONTINUES = /^(?:\s*(?:\\n"|\\r|\\n|$)|(?:\s|\\t)(?!\s*\d{4}-\d\d-\d\d)|[}\])])/;
const FOLLOWS = /^(?:Caused by: |Suppressed: |Traceback \(most recent|The above exception was|During handling of the above|--- End of |\^+$)/;
const PYTHON_END = /^[A-Za-z_][\w.]*(?:Error|Exception|Warning|Exit|Interrupt|Timeout|Failure|Fault|Group|NotFound|Conflict)\b(?::|$)/;
/** A frame of Node, Java, C# and relatives; after it an error line is another error. */
const FRAME = /^\s+(?:at |\.\.\. \d+ )/;

/** How a file is laid out, by its first characters (64 KB are plenty). */
export function layoutOf(head: string): Layout {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (!/^[[{]/.test(text)) return LINES;
  const pretty = /^(?:\[|\{[^{}[\]]*"[^"]*"\s*:\s*\[)\s*?\n([ \t]*)\{/.exec(text);
  if (pretty) return { entryIndent: pretty[1]?.length ?? 0, separator: undefined };
  const compact = /^(?:\[|\{[^{}[\]\n]*"[^"\n]*"\s*:\s*\[)\s*\{\s*("[^"\n]{1,80}"\s*:)/.exec(text);
  return compact?.[1] === undefined ? LINES : { entryIndent: undefined, separator: `{${compact[1]}` };
}

const payload = (line: string): string => line.replace(WRAPPER, '').replace(COLOURS, '');

/** Whether a record starts with `line`; `previous` is the line before it, undefined at the start of the file. */
export function startsRecord(line: string, previous: string | undefined, layout: Layout = LINES): boolean {
  if (previous === undefined) return true;
  if (layout.entryIndent !== undefined) {
    const indent = line.length - line.trimStart().length;
    // The lines around the list are records without anything in them.
    return indent <= layout.entryIndent && line.charAt(indent) !== '}';
  }
  const own = payload(line);
  if (CONTINUES.test(own) || FOLLOWS.test(own)) return false;
  if (!PYTHON_END.test(own)) return true;
  const before = payload(previous);
  return !(/^\s/.test(before) && !FRAME.test(before));
}

/** Cuts a text into its records: offsets at which they start, the first 0, in ascending order. Cost grows with the text. */
export function recordStarts(text: string, layout: Layout = LINES): number[] {
  const starts = [0];
  if (layout.separator !== undefined) {
    for (let at = text.indexOf(layout.separator, 1); at >= 0; at = text.indexOf(layout.separator, at + 1)) if (/[,[]\s*$/.test(text.slice(Math.max(0, at - 8), at))) starts.push(at);
    return starts;
  }
  let previous: string | undefined;
  for (let from = 0; from <= text.length; ) {
    const lineFeed = text.indexOf('\n', from);
    const end = lineFeed < 0 ? text.length : lineFeed;
    const line = text.slice(from, text.charAt(end - 1) === '\r' ? end - 1 : end);
    if (from > 0 && from < text.length && startsRecord(line, previous, layout)) starts.push(from);
    previous = line;
    from = end + 1;
  }
  return starts;
}
