/**
 * A text, of which a part can be had without making the whole: of an open document each keystroke makes a new one.
 * A string is one. Offsets are UTF-16 units.
 */
export type Text = Pick<string, 'length' | 'slice' | 'toString'>;

/** A part of a text, which is not made before something is asked of it. */
export class Excerpt implements Text {
  constructor(
    private readonly whole: Text,
    private readonly start: number,
    readonly length: number,
  ) {}

  slice(start: number, end = this.length): string {
    return this.whole.slice(this.start + start, this.start + Math.min(end, this.length));
  }

  toString(): string {
    return this.slice(0);
  }
}

/** A copy that does not keep a longer text alive, as a slice of it does. */
export const detached = (text: string): string => (text.length > 12 ? ` ${text}`.slice(1) : text);
