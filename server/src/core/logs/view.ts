import type { Span } from '../model/span';

/** A text made of pieces of another one, which knows where each of its characters comes from. */
export class View {
  /** Pairs: an offset in `text`, and the offset in the source of the character there. Between two pairs both run along. */
  private constructor(
    readonly text: string,
    private readonly runs: readonly number[],
  ) {}

  static of(text: string): View {
    return new View(text, [0, 0]);
  }

  static build(make: (add: (text: string, source: number) => void) => void): View {
    const runs: number[] = [];
    const parts: string[] = [];
    let length = 0;
    make((text, source) => {
      if (text === '') return;
      const last = runs.length - 2;
      // What goes on where the last piece ended needs no run of its own.
      if (last < 0 || (runs[last + 1] ?? 0) + length - (runs[last] ?? 0) !== source) runs.push(length, source);
      parts.push(text);
      length += text.length;
    });
    return new View(parts.join(''), runs);
  }

  /** The offset in the source of the character at `offset`. */
  source(offset: number): number {
    let low = 0;
    let high = this.runs.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.runs[middle * 2] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (this.runs[low * 2 + 1] ?? 0) + offset - (this.runs[low * 2] ?? 0);
  }

  /** The part of the source that a part of the text comes from. */
  span({ start, end }: Span): Span {
    const from = this.source(start);
    return { start: from, end: end > start ? this.source(end - 1) + 1 : from };
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text that a quoted string stands for: JSON's escapes, which are other languages' too. */
export function decoded(raw: string): View {
  if (!raw.includes('\\')) return View.of(raw);
  return View.build((add) => {
    let from = 0;
    for (let at = raw.indexOf('\\'); at >= 0 && at + 1 < raw.length; at = raw.indexOf('\\', from)) {
      add(raw.slice(from, at), from);
      const code = /^u([\da-fA-F]{4})|^x([\da-fA-F]{2})/.exec(raw.slice(at + 1, at + 6));
      const letter = raw.charAt(at + 1);
      add(code ? String.fromCharCode(parseInt(code[1] ?? code[2] ?? '', 16)) : (ESCAPES[letter] ?? letter), at);
      from = at + 1 + (code ? code[0].length : 1);
    }
    add(raw.slice(from), from);
  });
}

const COLOUR = /\u001b(?:\[[\d;:?]*[A-Za-z]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

/** The text without the escape sequences by which programs colour what they print. */
export function withoutColours(text: string): View {
  if (!text.includes('\u001b')) return View.of(text);
  return View.build((add) => {
    let from = 0;
    for (const match of text.matchAll(COLOUR)) {
      add(text.slice(from, match.index), from);
      from = match.index + match[0].length;
    }
    add(text.slice(from), from);
  });
}
