import type { Range, Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Change, Document } from '../core/model/document';
import type { Span } from '../core/model/span';

const LF = 10;
const CR = 13;

/** Whether a line starts at `offset` > 0: depends on the characters at both sides of it only, which makes edits local. */
function startsLine(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  return before === LF || (before === CR && text.charCodeAt(offset) !== LF);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let offset = 1; offset <= text.length; offset++) if (startsLine(text, offset)) starts.push(offset);
  return starts;
}

/** Index of the first element that is at least `value`. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const toIndex = (value: unknown): number => (typeof value === 'number' && value > 0 ? Math.floor(value) : 0);

/** One version of an open text. Immutable, so that a request that waits keeps the positions of the text it asked about. */
export class OpenDocument implements Document {
  private starts: readonly number[] | undefined;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    readonly version: number,
    readonly text: string,
    starts?: readonly number[],
  ) {
    this.starts = starts;
  }

  private get lines(): readonly number[] {
    return (this.starts ??= lineStarts(this.text));
  }

  /** Offset of a position; one beyond a line's end means that end, as LSP wants, and one beyond the text means the text's end. */
  offsetAt(position: Position): number {
    const line = toIndex(position.line);
    const start = this.lines[line];
    if (start === undefined) return this.text.length;
    let end = this.lines[line + 1] ?? this.text.length;
    if (line + 1 < this.lines.length) {
      end--;
      if (end > start && this.text.charCodeAt(end) === LF && this.text.charCodeAt(end - 1) === CR) end--;
    }
    return Math.min(start + toIndex(position.character), end);
  }

  positionAt(offset: number): Position {
    const at = Math.min(toIndex(offset), this.text.length);
    const line = lowerBound(this.lines, at + 1) - 1;
    return { line, character: at - this.lines[line] };
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  spanOf(range: Range): Span {
    const start = this.offsetAt(range.start);
    const end = this.offsetAt(range.end);
    return start <= end ? { start, end } : { start: end, end: start };
  }

  /**
   * The next version, and the same changes as offsets; the changes are undefined when the whole text was replaced.
   * Costs one copy of the line table per change, not a scan of the text.
   */
  apply(events: readonly TextDocumentContentChangeEvent[], version: number): { readonly document: OpenDocument; readonly changes?: readonly Change[] } {
    let current = new OpenDocument(this.uri, this.languageId, version, this.text, this.lines);
    let whole = false;
    const changes: Change[] = [];
    for (const event of events) {
      if ('range' in event && event.range) {
        const span = current.spanOf(event.range);
        changes.push({ ...span, newText: event.text });
        current = current.replace(span, event.text, version);
      } else {
        whole = true;
        current = new OpenDocument(this.uri, this.languageId, version, event.text);
      }
    }
    return whole ? { document: current } : { document: current, changes };
  }

  private replace({ start, end }: Span, newText: string, version: number): OpenDocument {
    const text = this.text.slice(0, start) + newText + this.text.slice(end);
    const old = this.lines;
    const starts = old.slice(0, Math.max(1, lowerBound(old, start)));
    for (let offset = Math.max(1, start); offset <= start + newText.length; offset++) if (startsLine(text, offset)) starts.push(offset);
    const delta = newText.length - (end - start);
    for (let line = lowerBound(old, end + 1); line < old.length; line++) starts.push(old[line] + delta);
    return new OpenDocument(this.uri, this.languageId, version, text, starts);
  }
}
