import type { Language, Style } from '../languages';
import type { Edit } from '../model/edit';

/** A piece of a document in which edits are made; its offsets count from `base`. */
export class Place {
  private detected: Style | undefined;
  private known: Partial<Style> = {};

  constructor(
    readonly text: string,
    readonly base: number,
    readonly length: number,
    readonly language: Language,
    /** An offset whose line shows the quotes in use. */
    private readonly near: number = 0,
    /** Set where edits go to another piece of code than the one at hand. */
    private readonly unit?: number,
  ) {}

  source(span: { start: number; end: number }): string {
    return this.text.slice(this.base + span.start, this.base + span.end);
  }

  /** The white space that the line of an offset starts with. */
  indentAt(offset: number): string {
    const at = this.base + offset;
    const line = this.text.lastIndexOf('\n', at - 1) + 1;
    return /^[ \t]*/.exec(this.text.slice(line, at + 1))?.[0] ?? '';
  }

  insert(offset: number, newText: string): Edit {
    return this.replace({ start: offset, end: offset }, newText);
  }

  replace(span: { start: number; end: number }, newText: string): Edit {
    return { span: { start: span.start, end: span.end }, newText, ...(this.unit !== undefined && { unit: this.unit }) };
  }

  /** A span without the white space at its ends. */
  trimmed(span: { start: number; end: number }): { start: number; end: number } {
    const text = this.source(span);
    const end = span.start + text.trimEnd().length;
    return { start: Math.min(end, span.end - text.trimStart().length), end };
  }

  trimmedEnd(span: { start: number; end: number }): number {
    return this.trimmed(span).end;
  }

  /** The white space in front of an offset, line breaks included. */
  blankBefore(offset: number): string {
    return /\s*$/.exec(this.source({ start: Math.max(-this.base, offset - 2000), end: offset }))?.[0] ?? '';
  }

  /** The end of an offset's line, if only a comment follows there; else the offset. */
  lineEnd(offset: number): number {
    const rest = /^[^\r\n]*/.exec(this.source({ start: offset, end: offset + 500 }))?.[0] ?? '';
    return rest.trimStart().startsWith(this.language.comment.line) ? offset + rest.length : offset;
  }

  /** Lines under one another at an indentation; the first one stands where it is put. */
  lines(lines: readonly string[], indent: string): string {
    return lines.map((line, i) => (i === 0 || line === '' ? line : indent + line)).join(this.style.eol);
  }

  get style(): Style {
    return (this.detected ??= { ...this.detect(), ...this.known });
  }

  /** The same place, of whose surroundings more is known than its text shows. */
  within(known: { readonly results?: readonly string[] | undefined; readonly document?: string }): Place {
    const place = new Place(this.text, this.base, this.length, this.language, this.near, this.unit);
    place.known = { ...(known.results && { results: known.results }), ...(known.document !== undefined && { document: known.document }) };
    return place;
  }

  private detect(): Style {
    const { templates } = this.language;
    const own = this.text.slice(this.base, this.base + this.length);
    const line = /[\r\n]/.exec(this.text);
    const eol = line?.[0] === '\r' ? '\r\n' : '\n';
    const after = own.slice(this.near, this.near + 400);
    const [first = '"'] = templates.quotes;
    const counted = (text: string): string | undefined => {
      const counts = templates.quotes.map((q) => text.split(q).length - 1);
      const most = Math.max(...counts);
      return most > 1 ? templates.quotes[counts.indexOf(most)] : undefined;
    };
    const plain = (quote: string | undefined): string | undefined => (quote === '`' ? undefined : quote);
    const quote = plain(counted(after)) ?? plain(counted(own)) ?? plain(counted(this.text.slice(0, 4000))) ?? first;
    const ends = own.match(/[^\s{},;:([](;?)[ \t]*(?:\/\/.*)?$/gm) ?? [];
    const terminated = ends.filter((e) => /;[ \t]*(?:\/\/.*)?$/.test(e)).length;
    const known = ends.length > 1 ? terminated * 3 >= ends.length : /;[ \t]*\r?$/m.test(this.text) || !this.text.includes('\n');
    return { eol, indent: this.indentUnit(own), quote, terminator: known ? ';' : '', bracesBelow: templates.layout.below !== false && (bracesBelow(own) ?? bracesBelow(this.text.slice(0, 20_000)) ?? templates.layout.below === true), document: this.text };
  }

  /** One level of indentation: the smallest step between neighbouring lines. */
  private indentUnit(own: string): string {
    const widths = (text: string): string | undefined => {
      let best: string | undefined;
      let previous = '';
      for (const [, indent = ''] of text.matchAll(/^([ \t]*)(?=[^\s*])/gm)) {
        if (indent.startsWith(previous) && indent.length > previous.length) {
          const step = indent.slice(previous.length);
          if (!best || step.length < best.length) best = step;
        }
        previous = indent;
      }
      return best;
    };
    return widths(own.includes('\n') ? this.indentAt(0) + own : '') ?? widths(this.text.slice(0, 20_000)) ?? this.language.templates.layout.indent;
  }
}

/** Whether more braces open on lines of their own than behind something; undefined where none opens. */
function bracesBelow(text: string): boolean | undefined {
  const below = text.match(/^[ \t]*\{[ \t]*\r?$/gm)?.length ?? 0;
  const behind = text.match(/[^\s{][ \t]*\{[ \t]*\r?$/gm)?.length ?? 0;
  return below + behind === 0 ? undefined : below >= behind;
}
