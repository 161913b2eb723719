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
  /** Undefined where there is nothing that matters. */
  expression(at: Span): Code | undefined;
  /** Statements, as they stand in the attribute of an event. */
  statements(at: Span): Code | undefined;
  /** Whether anything in there can matter. */
  matters(at: Span): boolean;
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
  /** Types of the nodes that hold pieces of code. */
  readonly code: ReadonlySet<string>;
  /** Types of the nodes that hold the conditions of others. */
  readonly heads: ReadonlySet<string>;
  /** How much is needed to know of a node beside others that matter; `source` is its beginning. */
  beside(type: string, source: string): 'nothing' | 'first child' | 'outline';
  /** Matches the source of a node that gives a name to a value or to a part of it: a loop. */
  readonly binds: RegExp;
  /** Of what holds nothing that matters `root` has only what `beside` and `heads` say. */
  lower(root: SyntaxNode, text: string, snippets: Snippets): Code;
}

const OPENING = /<!--|<(script|style)(?=[\s/>])/gi;
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const CLOSING = { script: /<\/script\b/gi, style: /<\/style\b/gi };
const SCRIPT_TYPE = /^(?:|module|(?:text|application)\/(?:java|ecma|x-java)script|text\/babel|(?:text|application)\/typescript)$/i;
const LANGUAGES: Readonly<Record<string, string>> = {
  ts: 'typescript', typescript: 'typescript', tsx: 'typescriptreact', jsx: 'javascriptreact', js: 'javascript', javascript: 'javascript', babel: 'javascriptreact',
};

/** Takes a document with HTML's elements for scripts apart, in one walk over the text. */
export function splitMarkup(text: string): Parts {
  const scripts: Part[] = [];
  const comments: Span[] = [];
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const element = match[1]?.toLowerCase();
    if (element === undefined) {
      const closing = text.indexOf('-->', match.index + '<!--'.length);
      const end = closing < 0 ? text.length : closing + '-->'.length;
      comments.push(span(match.index, end));
      OPENING.lastIndex = end;
      continue;
    }
    const tagEnd = endOfTag(text, OPENING.lastIndex);
    // What follows are attributes of a tag that is not finished.
    if (tagEnd === undefined) break;
    const attributes = text.slice(OPENING.lastIndex, tagEnd);
    OPENING.lastIndex = tagEnd + 1;
    if (attributes.endsWith('/')) continue;
    const closing = element === 'script' ? CLOSING.script : CLOSING.style;
    closing.lastIndex = tagEnd + 1;
    const end = closing.exec(text)?.index ?? text.length;
    const languageId = element === 'script' ? scriptLanguage(attributes) : undefined;
    if (languageId !== undefined && end > tagEnd + 1) scripts.push({ languageId, span: span(tagEnd + 1, end) });
    OPENING.lastIndex = end;
  }
  return { scripts, comments };
}

/** Where the `>` of a tag stands that `from` is in; quoted values can hold others. */
function endOfTag(text: string, from: number): number | undefined {
  const mark = /["'>]/g;
  mark.lastIndex = from;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    if (match[0] === '>') return match.index;
    const closing = text.indexOf(match[0], match.index + 1);
    if (closing < 0) return undefined;
    mark.lastIndex = closing + 1;
  }
  return undefined;
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
