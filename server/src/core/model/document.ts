/** A text to look at. `version` grows with every change, so that results can be reused. */
export interface Document {
  readonly uri: string;
  /** VS Code's language identifier: `typescript`, `javascriptreact`, `vue` … */
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/** One change of a text, to re-parse only what it touches. Offsets are those of the text before the change. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}
