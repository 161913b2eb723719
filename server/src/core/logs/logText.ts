import type { Change } from '../model/document';
import type { Text } from '../model/text';
import { layoutOf, startsRecord, type Layout } from './boundaries';
import { readRecords } from './index';
import { shifted, type LogRecord } from './record';

/** A JSON document up to this length is read as a whole, so that its structure decides what a record is. In UTF-16 code units, as all here. */
const WHOLE = 200_000;
/** By this much the layout of a file is told. */
const HEAD = 65_536;
/** No record is read further than this before and behind a place in it. */
const LONGEST = 65_536;
/** How much is read anew for one change, about. */
const BLOCK = 8_192;
/** Up to this length all records of a text are known at once; of a longer one, those at its beginning and its end, half of it each. */
export const CHECKED = 400_000;

interface Block {
  length: number;
  /** What was changed is cut again before it is read. */
  whole: boolean;
  /** Spans count from the start of the block. */
  records: readonly LogRecord[] | undefined;
}

/** The records of one open text: those at a place, or all as far as they are looked for. A change costs as much as it touches. */
export class LogText {
  private layout: Layout | undefined;
  private blocks: Block[] | undefined;
  private document: readonly LogRecord[] | undefined;

  /** @param isDocument one JSON value and not a sequence of lines */
  constructor(
    private text: Text,
    private readonly isDocument: boolean,
  ) {}

  /** The text changed; `changes` in order, or undefined when it is another one. */
  update(text: Text, changes?: readonly Change[]): void {
    this.text = text;
    this.document = undefined;
    if (!changes || changes.some((change) => change.start < HEAD)) {
      const before = this.layout;
      this.layout = undefined;
      if (!changes || (before && !sameLayout(before, this.layoutNow()))) this.blocks = undefined;
    }
    for (const change of changes ?? []) this.touch(change);
  }

  /** The events of the record around an offset. Reads no more than that record, but for short JSON documents. */
  at(offset: number): readonly LogRecord[] {
    if (this.isWhole()) return this.all().filter(({ span }) => span.start <= offset && offset <= span.end);
    const start = this.startBefore(offset);
    return this.read(start, this.startAfter(offset, offset + LONGEST)).map((record) => shifted(record, start));
  }

  /**
   * The events of the text that are wanted, in order, at most so many; of a text longer than `CHECKED`, those at its beginning and its end.
   * The spans of what `wanted` is given count from anywhere.
   */
  all(wanted: (record: LogRecord) => boolean = () => true, most = Infinity): readonly LogRecord[] {
    const found: LogRecord[] = [];
    const take = (records: readonly LogRecord[], start: number): void => {
      for (const record of records) if (found.length < most && wanted(record)) found.push(shifted(record, start));
    };
    if (this.isWhole()) {
      take((this.document ??= this.ours(readRecords(this.text.toString()))), 0);
      return found;
    }
    let start = 0;
    for (const block of this.cut()) {
      const end = start + block.length;
      if (found.length >= most) break;
      if (this.text.length <= CHECKED || end <= CHECKED / 2 || start >= this.text.length - CHECKED / 2) take((block.records ??= this.read(start, end)), start);
      start = end;
    }
    return found;
  }

  private isWhole(): boolean {
    return this.isDocument && this.text.length <= WHOLE;
  }

  private read(start: number, end: number): readonly LogRecord[] {
    return this.ours(readRecords(this.text.slice(start, end), {}, this.layoutNow()));
  }

  /** A piece of a JSON document that is no object is no record either: a translation, a list of names. */
  private ours(records: readonly LogRecord[]): readonly LogRecord[] {
    return this.isDocument ? records.filter(({ format }) => format === 'json') : records;
  }

  private layoutNow(): Layout {
    return (this.layout ??= layoutOf(this.text.slice(0, HEAD)));
  }

  /** Blocks that begin where a record does, all of them short. */
  private cut(): readonly Block[] {
    const cut: Block[] = [];
    let start = 0;
    for (const block of this.blocks ?? [{ length: this.text.length, whole: true, records: undefined }]) {
      const end = start + block.length;
      if (!block.whole) cut.push(block);
      else {
        for (let from = start; from < end; ) {
          const next = end - from <= 2 * BLOCK ? end : Math.min(end, this.startAfter(from + BLOCK, from + LONGEST));
          cut.push({ length: next - from, whole: false, records: undefined });
          from = next;
        }
      }
      start = end;
    }
    return (this.blocks = cut);
  }

  private touch({ start, end, newText }: Change): void {
    if (!this.blocks || this.blocks.length === 0) {
      this.blocks = undefined;
      return;
    }
    let first = 0;
    let offset = 0;
    while (first < this.blocks.length - 1 && offset + (this.blocks[first]?.length ?? 0) <= start) offset += this.blocks[first++]?.length ?? 0;
    let last = first;
    let behind = offset + (this.blocks[first]?.length ?? 0);
    while (last < this.blocks.length - 1 && behind <= end) behind += this.blocks[++last]?.length ?? 0;
    // Whether a line starts a record depends on the line before it: the neighbours may end elsewhere now.
    first = Math.max(0, first - 1);
    last = Math.min(this.blocks.length - 1, last + 1);
    const length = this.blocks.slice(first, last + 1).reduce((sum, block) => sum + block.length, 0) - (end - start) + newText.length;
    this.blocks.splice(first, last - first + 1, { length, whole: true, records: undefined });
  }

  /** Where the record that holds `offset` begins, but not further back than the longest record. */
  private startBefore(offset: number): number {
    const limit = Math.max(0, offset - LONGEST);
    const { separator } = this.layoutNow();
    if (separator !== undefined) return Math.max(limit, limit + this.text.slice(limit, offset + separator.length).lastIndexOf(separator));
    const lineStart = (at: number): number => limit + this.text.slice(limit, at).lastIndexOf('\n') + 1;
    let start = lineStart(offset);
    let line = this.line(start);
    while (start > limit) {
      const previousStart = lineStart(start - 1);
      const previous = this.line(previousStart);
      if (startsRecord(line, previous, this.layoutNow())) break;
      [start, line] = [previousStart, previous];
    }
    return start;
  }

  /** The first start of a record behind `offset`, or `limit` or the end of the text where there is none before. */
  private startAfter(offset: number, limit: number): number {
    const end = Math.min(this.text.length, Math.max(limit, offset + 1));
    const { separator } = this.layoutNow();
    if (separator !== undefined) {
      const at = this.text.slice(offset + 1, end).indexOf(separator);
      return at < 0 ? end : offset + 1 + at;
    }
    const from = Math.max(0, offset - LONGEST);
    let previous = this.line(from + this.text.slice(from, offset).lastIndexOf('\n') + 1);
    const behind = this.text.slice(offset, end);
    for (let lineFeed = behind.indexOf('\n'); lineFeed >= 0; lineFeed = behind.indexOf('\n', lineFeed + 1)) {
      const start = offset + lineFeed + 1;
      if (start >= end) break;
      const line = this.line(start);
      if (startsRecord(line, previous, this.layoutNow())) return start;
      previous = line;
    }
    return end;
  }

  /** The line from `start` on, without its end; of an endless one, enough to tell what it is. */
  private line(start: number): string {
    const piece = this.text.slice(start, start + 1000);
    const end = piece.indexOf('\n');
    return end < 0 ? piece : piece.slice(0, piece.charAt(end - 1) === '\r' ? end - 1 : end);
  }
}

const sameLayout = (a: Layout, b: Layout): boolean => a.entryIndent === b.entryIndent && a.separator === b.separator;
