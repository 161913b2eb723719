import type { Range, Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Change, Document } from '../core/model/document';
import type { Span } from '../core/model/span';
import { EditedText } from './editedText';

const toIndex = (value: unknown): number => (typeof value === 'number' && value > 0 ? Math.floor(value) : 0);

/** One version of an open text. Immutable, so that a request that waits keeps the positions of the text it asked about. */
export class OpenDocument implements Document {
  readonly source: EditedText;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    readonly version: number,
    text: string | EditedText,
  ) {
    this.source = typeof text === 'string' ? EditedText.of(text) : text;
  }

  /** Made when it is asked for first, which costs a copy of the whole. */
  get text(): string {
    return this.source.toString();
  }

  /** Offset of a position; one beyond a line's end means that end, as LSP wants, and one beyond the text means the text's end. */
  offsetAt(position: Position): number {
    const { source } = this;
    const line = toIndex(position.line);
    const start = source.lineStart(line);
    if (start === undefined) return source.length;
    const next = source.lineStart(line + 1);
    const ending = next === undefined ? 0 : source.slice(Math.max(start, next - 2), next) === '\r\n' ? 2 : 1;
    return Math.min(start + toIndex(position.character), (next ?? source.length) - ending);
  }

  positionAt(offset: number): Position {
    const at = Math.min(toIndex(offset), this.source.length);
    const line = this.source.lineAt(at);
    return { line, character: at - (this.source.lineStart(line) ?? 0) };
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
   * An edit near the last one costs what is around both, another one a copy of the text.
   */
  apply(events: readonly TextDocumentContentChangeEvent[], version: number): { readonly document: OpenDocument; readonly changes?: readonly Change[] } {
    let current = new OpenDocument(this.uri, this.languageId, version, this.source);
    let whole = false;
    const changes: Change[] = [];
    for (const event of events) {
      if ('range' in event && event.range) {
        const span = current.spanOf(event.range);
        changes.push({ ...span, newText: event.text });
        current = new OpenDocument(this.uri, this.languageId, version, current.source.replace(span.start, span.end, event.text));
      } else {
        whole = true;
        current = new OpenDocument(this.uri, this.languageId, version, event.text);
      }
    }
    return whole ? { document: current } : { document: current, changes };
  }
}
