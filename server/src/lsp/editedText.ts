import type { Text } from '../core/model/text';

const LF = 10;
const CR = 13;

/** How much on each side of an edit is held apart, for the edits that follow it there. In UTF-16 units. */
const AROUND = 16_384;
/** A part that has grown to this many times what is held apart is no longer cheap. */
const GROWTH = 2;

/** Whether a line starts at `offset` > 0: depends on the characters at both sides of it only, which makes edits local. */
function startsLine(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  return before === LF || (before === CR && text.charCodeAt(offset) !== LF);
}

/** A piece of text with the offsets at which its lines start, which are looked for when they are needed; the first is 0. */
class Lines {
  constructor(
    readonly text: string,
    private known?: readonly number[],
  ) {}

  get starts(): readonly number[] {
    return (this.known ??= lineStarts(this.text));
  }
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
    if (Number(sorted[middle]) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function replaced({ text, starts }: Lines, start: number, end: number, newText: string): Lines {
  const next = text.slice(0, start) + newText + text.slice(end);
  const lines = starts.slice(0, Math.max(1, lowerBound(starts, start)));
  for (let offset = Math.max(1, start); offset <= start + newText.length; offset++) if (startsLine(next, offset)) lines.push(offset);
  const delta = newText.length - (end - start);
  for (let line = lowerBound(starts, end + 1); line < starts.length; line++) lines.push(Number(starts[line]) + delta);
  return new Lines(next, lines);
}

/**
 * One version of a text that is edited. The lines around the last edit are held apart from the rest, which stays as it is while edits
 * come close together: an edit costs what is held apart, and the whole is made only when it is asked for. Offsets are UTF-16 units.
 */
export class EditedText implements Text {
  readonly length: number;
  private readonly delta: number;
  private whole: string | undefined;

  private constructor(
    private readonly base: Lines,
    /** What of the base the middle stands for; both are starts of lines behind a line feed, or the text's beginning and end. */
    private readonly from: number,
    private readonly to: number,
    private readonly middle: Lines,
    private readonly around: number,
  ) {
    this.delta = middle.text.length - (to - from);
    this.length = base.text.length + this.delta;
  }

  /** @param around how much on each side of an edit is held apart for the next, in UTF-16 units */
  static of(text: string, around = AROUND): EditedText {
    const lines = new Lines(text);
    return new EditedText(lines, 0, text.length, lines, around);
  }

  /** The base's line that the middle begins with. */
  private get first(): number {
    return lowerBound(this.base.starts, this.from);
  }

  /** The base's line behind the middle; at the text's end there is none. */
  private get last(): number {
    return this.atEnd ? this.base.starts.length : lowerBound(this.base.starts, this.to);
  }

  private get atEnd(): boolean {
    return this.to === this.base.text.length;
  }

  /** Lines of the middle; the one that starts behind its last line feed is the base's. */
  private get middleLines(): number {
    return this.middle.starts.length - (this.atEnd ? 0 : 1);
  }

  get lineCount(): number {
    return this.first + this.middleLines + this.base.starts.length - this.last;
  }

  /** Where a line starts; undefined behind the last. */
  lineStart(line: number): number | undefined {
    if (line < this.first) return this.base.starts[line];
    const own = line - this.first;
    if (own < this.middleLines) return this.from + Number(this.middle.starts[own]);
    const start = this.base.starts[this.last + own - this.middleLines];
    return start === undefined ? undefined : start + this.delta;
  }

  /** The line that holds an offset of the text. */
  lineAt(offset: number): number {
    if (offset < this.from) return lowerBound(this.base.starts, offset + 1) - 1;
    const own = offset - this.from;
    if (own < this.middle.text.length || this.atEnd) return this.first + lowerBound(this.middle.starts, own + 1) - 1;
    return this.first + this.middleLines + lowerBound(this.base.starts, offset - this.delta + 1) - 1 - this.last;
  }

  slice(start: number, end = this.length): string {
    const { base, from, middle } = this;
    const behind = from + middle.text.length;
    if (start >= from && end <= behind) return middle.text.slice(start - from, end - from);
    const head = start < from ? base.text.slice(start, Math.min(end, from)) : '';
    const own = end > from && start < behind ? middle.text.slice(Math.max(0, start - from), Math.max(0, end - from)) : '';
    const tail = end > behind ? base.text.slice(Math.max(start, behind) - this.delta, end - this.delta) : '';
    return head + own + tail;
  }

  toString(): string {
    return (this.whole ??= this.slice(0));
  }

  /** The version in which `newText` stands in place of what is between two offsets. */
  replace(start: number, end: number, newText: string): EditedText {
    const held = this.holds(start, end) ? this : this.anchored(start, end);
    const { base, from, to, middle, around } = held;
    return new EditedText(base, from, to, replaced(middle, start - from, end - from, newText), around);
  }

  /** Whether an edit is in the middle, leaves the line feed at its end where it is, and is cheap there. */
  private holds(start: number, end: number): boolean {
    const { length } = this.middle.text;
    return start >= this.from && (this.atEnd ? end <= this.from + length : end < this.from + length) && length <= 2 * GROWTH * this.around;
  }

  /** The same text, with what is around two offsets held apart. */
  private anchored(start: number, end: number): EditedText {
    const { around } = this;
    const text = this.toString();
    const starts = Array.from({ length: this.lineCount }, (_, line) => Number(this.lineStart(line)));
    const from = start > around ? text.lastIndexOf('\n', start - around - 1) + 1 : 0;
    const lineFeed = text.indexOf('\n', end + around);
    const to = lineFeed < 0 ? text.length : lineFeed + 1;
    const own = starts.slice(lowerBound(starts, from), lowerBound(starts, to + 1)).map((offset) => offset - from);
    return new EditedText(new Lines(text, starts), from, to, new Lines(text.slice(from, to), own), around);
  }
}
