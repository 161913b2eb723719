/** How blocks of code stand in the text. */
export interface Layout {
  /** What a block starts and ends with, which is part of its span; undefined where indentation or the words around it make it. */
  readonly brackets: readonly [open: string, close: string] | undefined;
  /**
   * Where the next link of a chain stands: on the line of the bracket that closes the one before (`} else if`), on the next
   * line at the chain's indentation (`elif`), or there, but within the chain, whose last word ends it (`elsif … end`).
   */
  readonly link: 'behind' | 'below' | 'within';
  /** Brackets open on lines of their own, where the document shows no habit; false where those inside of functions never do. */
  readonly below?: boolean;
  /** The indentation of a line says which block it is in. */
  readonly indented: boolean;
  /** The statement that an empty block needs, or ''. */
  readonly empty: string;
  /** A case needs a statement, though it does not run into the next one. */
  readonly fullCases?: boolean;
  /** Matches what can stand right behind a place for a statement. */
  readonly closing: RegExp;
  /** Matches a text behind which a statement can follow on the same line. */
  readonly ended: RegExp;
  /** Cases stand below the head of their switch, not one level deeper. */
  readonly flatCases?: boolean;
  /** One level of indentation, where the document has none. */
  readonly indent: string;
}

/** Blocks between braces. */
export const BRACES: Layout = { brackets: ['{', '}'], link: 'behind', indented: false, empty: '', closing: /^\}/, ended: /[};]$/, indent: '  ' };
