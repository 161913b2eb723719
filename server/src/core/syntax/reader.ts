import type { Seams } from './seams';

/** Reads on from the start of a piece, each part of the text once, and knows whether a comment or text that can hold anything is open. */
export class Reader {
  private read = 0;
  /** For each pair of delimiters: where the last opening and closing one stand; for equal ones how many there are, and from where on the next can be. */
  private readonly spans: { opened: number; closed: number; count: number; next: number }[];
  /** Names of texts that are open. */
  private readonly named = new Set<string>();
  private opened: boolean;

  /** @param text begins with the piece, which must hold `opening` */
  constructor(
    private readonly text: string,
    private readonly opening: string | undefined,
    private readonly seams: Seams,
  ) {
    this.spans = seams.spans.map(() => ({ opened: -1, closed: -1, count: 0, next: 0 }));
    this.opened = opening === undefined;
  }

  /** Whether nothing is open at an offset, which is no smaller than the last that was asked for. Texts with names are told apart by whole lines. */
  isClosed(end: number): boolean {
    const { spans, named } = this.seams;
    if (!this.opened && this.opening !== undefined) this.opened = this.behind(this.opening, end).includes(this.opening);
    spans.forEach(([open, close], i) => {
      const known = this.spans[i];
      if (!known) return;
      if (open === close) return void this.count(open, known, end);
      known.opened = this.last(open, end) ?? known.opened;
      known.closed = this.last(close, end) ?? known.closed;
    });
    if (named) this.names(named, end);
    this.read = end;
    return this.opened && this.named.size === 0 && this.spans.every(({ opened, closed, count }) => opened <= closed && count % 2 === 0);
  }

  /** What was not read, and as much before it as a delimiter can reach back. */
  private behind(delimiter: string, end: number): string {
    return this.text.slice(Math.max(0, this.read - delimiter.length + 1), end);
  }

  private last(delimiter: string, end: number): number | undefined {
    const part = this.behind(delimiter, end);
    const at = part.lastIndexOf(delimiter);
    return at < 0 ? undefined : end - part.length + at;
  }

  private count(delimiter: string, known: { count: number; next: number }, end: number): void {
    const from = known.next;
    const part = this.text.slice(from, end);
    known.next = Math.max(from, end - delimiter.length + 1);
    for (let at = part.indexOf(delimiter); at >= 0; at = part.indexOf(delimiter, at + delimiter.length)) {
      if (this.text[from + at - 1] !== '\\') known.count++;
      known.next = Math.max(known.next, from + at + delimiter.length);
    }
  }

  private names({ open, close }: NonNullable<Seams['named']>, end: number): void {
    const part = this.text.slice(this.read, end);
    for (const name of this.named) if (close(name).test(part)) this.named.delete(name);
    for (const match of part.matchAll(open)) {
      const name = match.at(-1) ?? '';
      if (close(name).test(part.slice(match.index + match[0].length))) this.named.delete(name);
      else this.named.add(name);
    }
  }
}
