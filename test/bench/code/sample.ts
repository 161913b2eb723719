import { dedent } from '../../harness/marked';

import type { Words } from '../sources';

export type { Words };

/**
 * What real code looks like in one language. In all texts «noun», «Noun», «other», «Other», «verb», «Verb», «index», «number», «remark»,
 * «first» and «second» (names of two errors) are filled in; a line that begins with «most» is left out of one handler in ten, one with «rare»
 * of all others, and one with «client» of files that do not call PlusAuth.
 */
export interface CodeSample {
  /** As people call it. */
  readonly title: string;
  readonly languageId: string;
  readonly extension: string;
  /** What stands on top of a file that calls PlusAuth, and of one that does not. */
  readonly head: string;
  readonly plainHead: string;
  /** Functions that call PlusAuth and handle some of its errors, and ordinary ones of some ten lines. */
  readonly handlers: Words;
  readonly plain: Words;
  /** What further words stand for in functions outside of classes; left out where there are none. */
  readonly free?: Readonly<Record<string, string>>;
  /** A class around functions; `words` as above. */
  readonly type?: { readonly open: string; readonly close: string; readonly indent: string; readonly words: Readonly<Record<string, string>> };
  /** People write files that are one long class. */
  readonly oneClass?: boolean;
  /** What stands below all functions. */
  readonly foot?: string;
  /** Typed letter by letter behind the first line of a branch, which starts with this. */
  readonly branch: RegExp;
  readonly typed: string;
}

/** Functions without the margin that they are written with here. */
export const functions = (...texts: Words): Words => texts.map((text) => dedent(text).trim()) as unknown as Words;

/** The same, indented with tabs. */
export const tabbed = (...texts: Words): Words => functions(...texts).map((text) => text.replaceAll('    ', '\t')) as unknown as Words;
