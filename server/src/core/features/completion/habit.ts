import { leavesAlways } from '../../edits/branches';
import type { Place } from '../../edits/place';
import type { Code } from '../../model/code';
import type { View } from './view';

type Form = NonNullable<Parameters<Place['language']['templates']['switchCase']>[3]>;

/** How the branches beside a new one are written. */
export interface Habit {
  readonly ends: 'leave' | 'return' | 'throw' | 'open';
  /** They give a text back. */
  readonly texts: boolean;
  /** They give something back. */
  readonly values: boolean;
  readonly form: Form;
}

export interface Sibling {
  readonly body: readonly Code[];
  /** Where its head ends: what follows shows its braces. */
  readonly headEnd: number;
  readonly end: number;
}

/** The habit of most siblings. */
export function habitOf(siblings: readonly Sibling[], view: View): Habit {
  const written = siblings.filter((s) => s.body.length > 0);
  const ends = most(written.map((s) => endOf(s.body))) ?? 'leave';
  const returned = written.flatMap((s) => s.body.slice(-1)).flatMap((s) => (s.kind === 'return' && s.value ? [s.value] : []));
  const forms = written.map(({ headEnd, end }): Form => {
    const body = view.text.slice(headEnd, end).trimStart();
    const open = view.language.templates.layout.brackets?.[0];
    if (open !== undefined && body.startsWith(open)) return 'braces';
    return /[\r\n]/.test(view.text.slice(headEnd, end).trim()) || /^[^\S\r\n]*[\r\n]/.test(view.text.slice(headEnd, end)) ? 'lines' : 'line';
  });
  return { ends, values: returned.length > 0, texts: returned.length > 0 && returned.every((r) => r.kind === 'string' || r.kind === 'interpolation'), form: most(forms) ?? 'lines' };
}

/** The habit of arms: each gives a value, of which texts can be written for others too. */
export function armHabit(siblings: readonly Sibling[], view: View): Habit {
  const values = siblings.flatMap((s) => s.body.slice(-1)).map((v) => (v.kind === 'expression' ? v.expression : v)).filter((v) => v.kind !== 'throw' && !/^null$/.test(view.source(v)));
  const texts = values.length > 0 && values.every((v) => v.kind === 'string' || v.kind === 'interpolation');
  return { ends: texts ? 'return' : 'throw', values: texts, texts, form: 'arm' };
}

function endOf(body: readonly Code[]): Habit['ends'] {
  const last = body.at(-1);
  if (last?.kind === 'return' || last?.kind === 'throw') return last.kind;
  if (last?.kind === 'break') return 'leave';
  return last && leavesAlways(last) ? 'return' : 'open';
}

function most<T>(items: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
