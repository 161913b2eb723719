/** Lines of a document, counted from 0. */
export interface Lines {
  readonly count: number;
  text(line: number): string;
}

/**
 * Where a record starts in a document, in UTF-16 code units; undefined when it is not there. The server ends lines with line feeds only: where
 * a log has carriage returns of its own, an editor's lines are more, and the record is further down.
 */
export function placeOf(record: string, line: number, lines: Lines): { readonly line: number; readonly character: number } | undefined {
  const [head = ''] = record.split(/\r\n|\r|\n/, 1);
  for (let at = Math.max(0, line); at < lines.count; at++) {
    const character = lines.text(at).indexOf(head);
    if (character >= 0) return { line: at, character };
  }
  return undefined;
}
