import type { Code, Switch, SwitchCase } from '../../model/code';
import type { View } from './view';
import { lineStartAt } from './lines';

/** A place where a statement can stand: in a block, in the body of a case, or between cases. */
export interface Spot {
  readonly kind: 'statements' | 'cases';
  /** The block or switch it is in. */
  readonly code: Code;
  /** The code around that, innermost last. */
  readonly around: readonly Code[];
  readonly previous: Code | SwitchCase | undefined;
  readonly next: Code | SwitchCase | undefined;
  /** Nothing but the cursor stands on its line. */
  readonly ownLine: boolean;
  /** `next` starts right behind the cursor. */
  readonly beforeNext: boolean;
  /** `previous` ends on the line of the cursor. */
  readonly sameLine: boolean;
}

/** The spot at the cursor; undefined inside of statements, and where something else stands right behind it. */
export function spotAt(view: View): Spot | undefined {
  const { path, at } = view;
  // A block that holds nothing but what stands there for the parser begins at the cursor.
  const depth = path.findLastIndex((c) => ((c.start < at || (c.start === at && c.kind === 'block' && view.behindFiller > at)) && at < c.end) || c === view.code);
  const code = path[depth];
  if (code?.kind !== 'block' && code?.kind !== 'switch') return undefined;
  const around = path.slice(0, depth);
  if (code.kind === 'block') return between(code.body, openingOf(code, view), 'statements', code, around, view);
  const inside = code.cases.find((c) => c.label.end <= at && at <= c.end && c.body.some((s) => at <= s.end && s.end !== at));
  if (inside) return between(inside.body, inside.label.end, 'statements', code, around, view);
  return isIn(code, at) ? between(code.cases, code.body.start, 'cases', code, around, view) : undefined;
}

const isIn = (code: Switch, at: number): boolean => code.body.start <= at && at <= code.body.end;
/** Where the statements of a block can begin. */
function openingOf(code: Code, view: View): number {
  const open = view.language.templates.layout.brackets?.[0];
  return open !== undefined && view.text.startsWith(open, code.start) ? code.start + open.length : code.start;
}

function between(whole: readonly (Code | SwitchCase)[], start: number, kind: Spot['kind'], code: Code, around: readonly Code[], view: View): Spot | undefined {
  const { at, text } = view;
  const list = whole.filter((s) => !view.isFiller(s));
  if (list.some((s) => s.start < at && at < s.end)) return undefined;
  const { layout } = view.language.templates;
  const previous = list.findLast((s) => s.end <= at);
  const next = list.find((s) => s.start >= at && s !== previous);
  const from = previous?.end ?? start;
  const gap = withoutComments(text.slice(from, at), view);
  if (!/^[\s;]*$/.test(gap) || (gap === '' && previous !== undefined && !layout.ended.test(text.slice(Math.max(0, at - 1), at)))) return undefined;
  const rest = /^[^\r\n]*/.exec(text.slice(view.behindFiller, view.behindFiller + 300))?.[0].trimStart() ?? '';
  // A case can be put right before another one; a statement would look as if it belonged to the next.
  const beforeNext = kind === 'cases' && next !== undefined && rest !== '' && text.slice(at, next.start).trim() === '';
  if (rest !== '' && !beforeNext && !layout.closing.test(rest) && !rest.startsWith(view.language.comment.line)) return undefined;
  const line = text.slice(lineStartAt(text, at), at);
  return { kind, code, around, previous, next, ownLine: line.trim() === '' && rest === '', beforeNext, sameLine: previous !== undefined && !gap.includes('\n') };
}

function withoutComments(gap: string, view: View): string {
  const { line, block } = view.language.comment;
  const lines = gap.replace(new RegExp(`${escape(line)}[^\\n]*`, 'g'), '');
  return block ? lines.replace(new RegExp(`${escape(block[0])}[\\s\\S]*?${escape(block[1])}`, 'g'), '') : lines;
}

const escape = (text: string): string => text.replace(/\W/g, '\\$&');
