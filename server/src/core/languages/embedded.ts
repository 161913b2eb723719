import type { Code, Pattern } from '../model/code';
import { span, type Span } from '../model/span';
import type { SyntaxNode } from '../syntax/node';

/** A part of a document that is written in another language. */
export interface Part {
  readonly languageId: string;
  readonly span: Span;
}

/** A document taken apart by its text alone: markup that is broken while it is typed hides no script. */
export interface Parts {
  /** In the order of the text. */
  readonly scripts: readonly Part[];
  /** Comments of the markup. */
  readonly comments: readonly Span[];
}

/** Reads pieces of code inside markup; spans count as those of the markup's tree do. */
export interface Snippets {
  /** Undefined where there is nothing to read. */
  expression(at: Span): Code | undefined;
  /** Statements, as they stand in the attribute of an event. */
  statements(at: Span): Code | undefined;
  /** What stands between the parentheses of a function: `{ error }, index`. */
  patterns(at: Span): readonly Pattern[];
}

/** A document that holds other languages in parts of it. */
export interface Embedding {
  /** Scripts without a `lang` are in the default language. */
  split(text: string): Parts;
  /** Undefined where markup has no control flow. */
  readonly markup?: MarkupLanguage;
}

/** Control flow of markup. */
export interface MarkupLanguage {
  /** Type of the nodes that are understood as a whole each: the root, or what lies below it. */
  readonly root: string;
  lower(root: SyntaxNode, text: string, snippets: Snippets): Code;
}

// Comments are matched first, so that a script within one is none; strings in the opening tag may hold `>`.
const PIECES = /<!--[\s\S]*?(?:-->|$)|<(script|style)((?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const CLOSING = { script: /<\/script\b/gi, style: /<\/style\b/gi };
const SCRIPT_TYPE = /^(?:|module|(?:text|application)\/(?:java|ecma|x-java)script|text\/babel|(?:text|application)\/typescript)$/i;
const LANGUAGES: Readonly<Record<string, string>> = {
  ts: 'typescript', typescript: 'typescript', tsx: 'typescriptreact', jsx: 'javascriptreact', js: 'javascript', javascript: 'javascript', babel: 'javascriptreact',
};

/** Takes a document with HTML's elements for scripts apart. */
export function splitMarkup(text: string): Parts {
  const scripts: Part[] = [];
  const comments: Span[] = [];
  PIECES.lastIndex = 0;
  for (let match = PIECES.exec(text); match; match = PIECES.exec(text)) {
    const [whole, element, attributes = '', closed] = match;
    const start = match.index + whole.length;
    if (element === undefined) comments.push(span(match.index, start));
    else if (closed !== '/') {
      const kind = element.toLowerCase() === 'script' ? 'script' : 'style';
      const closing = CLOSING[kind];
      closing.lastIndex = start;
      const end = closing.exec(text)?.index ?? text.length;
      const languageId = kind === 'script' ? scriptLanguage(attributes) : undefined;
      if (languageId !== undefined && end > start) scripts.push({ languageId, span: span(start, end) });
      PIECES.lastIndex = end;
    }
  }
  return { scripts, comments };
}

/** The language of a script by its attributes; undefined where it is data or a language that is not read. */
function scriptLanguage(attributes: string): string | undefined {
  let type = '';
  let lang: string | undefined;
  for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? bare ?? '';
    if (/^type$/i.test(name)) type = value.trim();
    else if (/^lang$/i.test(name)) lang = value.trim().toLowerCase();
  }
  if (lang !== undefined && lang !== '') return LANGUAGES[lang];
  if (!SCRIPT_TYPE.test(type)) return undefined;
  return /typescript/i.test(type) ? 'typescript' : /babel/i.test(type) ? 'javascriptreact' : 'javascript';
}
