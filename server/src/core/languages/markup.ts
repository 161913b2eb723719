import type { Block, Code, Declaration, If, Markup, Pattern } from '../model/code';
import { span, type Span } from '../model/span';

/** A value between quotes that it does not hold itself; undefined where it holds both. */
export const attributeValue = (value: string, write: (quoted: string) => string): string | undefined =>
  !value.includes('"') ? write(`"${value}"`) : !value.includes("'") ? write(`'${value}'`) : undefined;

/** A span without white space at its ends; undefined where nothing else is in it. */
export function trimmed(at: Span, text: string): Span | undefined {
  const source = text.slice(at.start, at.end);
  const start = at.start + source.length - source.trimStart().length;
  return start < at.end ? span(start, at.end - (source.length - source.trimEnd().length)) : undefined;
}

export const markup = (at: Span, children: readonly Code[]): Markup => ({ kind: 'markup', start: at.start, end: at.end, children });
export const block = (at: Span, body: readonly Code[], commented = false): Block => ({ kind: 'block', start: at.start, end: at.end, body, commented });
export const nothing = (at: Span): Code => ({ kind: 'other', start: at.start, end: at.end, children: [] });

/** What a piece of markup binds for what is inside it. */
export const binding = (pattern: Pattern, init: Code | undefined): Declaration => ({ kind: 'declaration', start: pattern.start, end: pattern.end, pattern, init });

/** One link of a chain of conditional pieces; the last may come without a test. */
export interface Link {
  /** From where it begins to where it ends: the chain ends where its last link does. */
  readonly at: Span;
  readonly test: Code | undefined;
  /** Where the condition is written, or the keyword where there is none. */
  readonly head: Span;
  readonly shown: Code;
}

/** The chain as one condition. `end` is where the whole ends. */
export function chain(links: readonly Link[], end: number): Code | undefined {
  let rest: Code | undefined;
  let after: Link | undefined;
  for (const link of [...links].reverse()) {
    if (!link.test) rest = link.shown;
    else {
      const found: If = {
        kind: 'if', start: link.at.start, end, test: link.test, then: link.shown, otherwise: rest, head: span(link.head.start, link.head.end),
        elseSpan: after && span(after.head.start, after.head.end),
      };
      rest = found;
    }
    after = link;
  }
  return rest;
}
