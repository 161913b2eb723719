import type { Text } from './text';

/** A text to look at. `version` grows with every change, so that results can be reused. */
export interface Document {
  readonly uri: string;
  /** VS Code's language identifier: `typescript`, `javascriptreact`, `vue` … */
  readonly languageId: string;
  readonly version: number;
  /** The whole text. It can cost a copy to make it. */
  readonly text: string;
  /** The same text, where parts of it can be had for less. */
  readonly source?: Text;
}

/** A document's text, for parts of it. */
export const sourceOf = (document: Document): Text => document.source ?? document.text;

/** One change of a text, to re-parse only what it touches. Offsets are those of the text before the change. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

const GENERATED_LENGTH = 500_000;
const GENERATED_LINE = 1000;

/** Whether a text is so long, in so few lines, that a program wrote it: nobody handles errors there by hand. */
export function isGenerated(text: string): boolean {
  if (text.length < GENERATED_LENGTH) return false;
  const most = text.length / GENERATED_LINE;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= most; at = text.indexOf('\n', at + 1)) lines++;
  return lines <= most;
}
