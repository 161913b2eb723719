/** Line and UTF-16 column, both from 0, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where the lines of a text are. Lines end with `\n`, `\r\n` or `\r`, as in LSP. */
export class Lines {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(index + end.length);
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - (this.#starts[low] ?? 0) };
  }

  /** A line without its end; empty beyond the last. */
  line(index: number): string {
    const start = this.#starts[index];
    return start === undefined ? '' : this.text.slice(start, this.#starts[index + 1]).replace(/[\r\n]+$/, '');
  }
}
