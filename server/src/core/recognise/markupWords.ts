import { nearestName } from '../catalog';
import type { MarkupLanguage } from '../languages';
import type { Span } from '../model/span';
import type { Pruning } from '../syntax/copy';
import type { SyntaxTree } from '../syntax/syntaxTree';
import { NAMES, QUOTED } from './scan';

/** Words of code that can look at an error without a name beside it: by a status, a constant, a table. */
const HINT = /(?<![\w.])[45](?:\d\d|xx)(?!\w)|catch|err|fail|problem|exception|reason|status|code/gi;
const LOOK = /[=!]==?|[<>]=?|[[(]|catch/;
// A name of its own: no part of another one, though it may be spread.
const IDENTIFIER = /(?<![\w$])(?<!(?<!\.\.)\.)[A-Za-z_$][\w$]*/g;
const TEXT = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;
/** Names that say nothing of whose part they are. */
const COMMON = new Set(['true', 'false', 'null', 'undefined', 'typeof', 'new', 'in', 'of', 'as', 'if', 'else', 'const', 'let', 'return', 'throw', 'each', 'await', 'then', 'catch', 'for', 'v', 'key', 'index', 'class', '$event', 'this', 'props', 'item', 'i']);
/** More names than these are generated: then everything is looked at. */
const MAX_WORDS = 200;
/** How far up from a piece of code what binds it can be, and what is enough of a node's text to tell. */
const MAX_AROUND = 5;
const MAX_HEAD = 20;
/** An opening tag is seldom longer. */
const MAX_TAG = 2000;

/**
 * Which parts of markup can concern an error: where a name or status is compared, and wherever else the values are
 * used that are compared there. What follows from a text is found without a walk over its tree.
 */
export function interest(text: string, at: Span, tree: SyntaxTree, markup: MarkupLanguage, scripts: readonly Span[]): Pruning {
  const places: number[] = [];
  const words = new Set<string>();
  const outside = (offset: number): boolean => !scripts.some((s) => s.start <= offset && offset < s.end);
  const source = text.slice(at.start, at.end);
  const learn = (code: string): void => {
    for (const [name] of code.replace(TEXT, '').matchAll(IDENTIFIER)) if (!COMMON.has(name)) words.add(name);
  };
  let done = 0;
  const visit = (offset: number, must: RegExp | undefined): void => {
    // Several words in one piece of code are looked at once.
    if (offset < done || !outside(offset)) return;
    const [leaf, ...outer] = tree.around(offset).slice(0, MAX_AROUND);
    if (!leaf || !markup.code.has(leaf.type)) return;
    const code = text.slice(leaf.start, leaf.end);
    if (must && !must.test(code)) return;
    done = leaf.end;
    places.push(offset);
    learn(code);
    for (const { start, end } of outer) if (binds(start, end)) learn(text.slice(start, end));
  };
  const binds = (start: number, end: number): boolean => markup.binds.test(text.slice(start, Math.min(end, start + MAX_HEAD)));
  for (const [pattern, must] of [[new RegExp(NAMES.source, 'gi'), undefined], [HINT, LOOK]] as const) {
    done = 0;
    for (const match of source.matchAll(pattern)) visit(at.start + match.index, must);
  }
  done = 0;
  for (const match of source.matchAll(QUOTED)) if (nearestName(match[2] ?? '') !== undefined) visit(at.start + match.index + 1, undefined);
  // A value that is a part of one that matters, or that one is a part of, matters too.
  for (let known = 0; known < words.size && words.size <= MAX_WORDS; ) {
    known = words.size;
    for (const offset of occurrences(source, words)) {
      for (const { start, end } of tree.around(at.start + offset).slice(1, MAX_AROUND)) if (binds(start, end)) learn(text.slice(start, end));
    }
  }
  const rest = { whole: markup.heads, beside: (type: string, start: number, end: number) => markup.beside(type, text.slice(start, Math.min(end, start + MAX_TAG))) };
  if (words.size > MAX_WORDS) return { ...rest, holds: () => true };
  for (const offset of occurrences(source, words)) if (outside(at.start + offset)) places.push(at.start + offset);
  places.sort((a, b) => a - b);
  return { ...rest, holds: (start, end) => (places[firstFrom(places, start)] ?? end) < end };
}

function occurrences(source: string, words: ReadonlySet<string>): number[] {
  if (words.size === 0) return [];
  const pattern = new RegExp(`(?<![\\w$])(?<!(?<!\\.\\.)\\.)(?:${[...words].map((w) => w.replaceAll('$', '\\$')).join('|')})(?![\\w$])`, 'g');
  return Array.from(source.matchAll(pattern), (match) => match.index);
}

/** The index of the first of ascending numbers that is not below `least`. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
