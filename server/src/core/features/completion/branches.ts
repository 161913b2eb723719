import { entriesWithStatus, entryOf, statusLike, statusText } from '../../catalog';
import { caseOn, nameTest, caseTest, isSeparated, passOn, statusesOf, type Passed } from '../../edits/branches';
import type { If, Switch } from '../../model/code';
import type { Handler } from '../../model/handler';
import { ALL_NAMES, namesOf } from '../../recognise/names';
import { isCaughtIn, isThrowable } from '../../recognise/unit';
import { canJudge, concerns } from '../../rules/rule';
import type { Completion } from '../../service';
import type { Texts } from '../../texts';
import { armHabit, habitOf, type Habit, type Sibling } from './habit';
import { indentOf, insertion } from './insertion';
import { hole } from './snippet';
import type { Spot } from './spot';
import { isNameValue } from './values';
import type { View } from './view';

/** What new branches are about. */
interface Subject extends Passed {
  readonly handled: number;
  /** Those that there are. */
  readonly branches?: Handler['branches'];
  /** They compare members of an enumeration, to which a name is none. */
  readonly ofMembers?: boolean;
}

/** Whole branches, where the cursor is between those of a handler or right behind them. */
export function branchItems(spot: Spot, view: View, texts: Texts): Completion[] {
  if (spot.kind === 'cases') return spot.code.kind === 'switch' ? caseItems(spot.code, spot, view, texts) : [];
  const chain = spot.previous && 'kind' in spot.previous && spot.previous.kind === 'if' ? spot.previous : chainAround(spot, view);
  return chain ? chainItems(chain, spot, view, texts) : [];
}

/** The chain in whose last link the cursor is, behind all that stands there: where a word ends chains, the next link goes there. */
function chainAround(spot: Spot, view: View): If | undefined {
  const owner = spot.around.at(-1);
  if (view.language.templates.layout.link !== 'within' || spot.next || owner?.kind !== 'if' || owner.then !== spot.code || owner.otherwise) return undefined;
  let first = owner;
  for (const code of [...spot.around.slice(0, -1)].reverse()) {
    if (code.kind !== 'if' || code.otherwise !== first) break;
    first = code;
  }
  return first;
}

function caseItems(code: Switch, spot: Spot, view: View, texts: Texts): Completion[] {
  const { place } = view;
  const { templates } = view.language;
  const handler = view.facts.handlers.find((h) => h.constructs.some((c) => c.form === 'switch' && c.code === code));
  const construct = handler?.constructs.find((c) => c.form === 'switch' && c.code === code);
  const on = construct?.form === 'switch' ? construct.on : newSwitchOn(code, view);
  const subject = handler ? (canJudge(handler, view.environment) ? handler : undefined) : on && subjectOf(code, on, view);
  const old = code.cases.find((c) => c.isDefault);
  if (!subject || !on || (old && old.start < view.at)) return [];
  const siblings = code.cases.filter((c) => !c.isDefault && !view.isFiller(c)).map((c): Sibling => ({ body: c.body, headEnd: c.label.end, end: c.end }));
  const previous = code.cases.findLast((c) => c.end <= view.at);
  // What is written behind an arm that has no separator yet would run into it.
  if (code.arms && previous && !isSeparated(view.source(previous), code.arms)) return [];
  const habit = code.arms ? armHabit(siblings, view) : habitOf(siblings, view);
  const first = code.cases[0];
  const indent = first ? place.indentAt(first.start) : place.indentAt(code.start) + (templates.layout.flatCases ? '' : place.style.indent);
  const compared = on === 'condition' ? subject.nameExpression : undefined;
  const lines = (test: string, body: readonly string[]): readonly string[] => templates.switchCase([compared === undefined ? caseTest(test, code, place) : caseOn(code, templates.equals(compared, test), templates)], body, place.style, habit.form);
  if (on === 'condition' && compared === undefined) return [];
  return items({
    subject, habit, byStatus: on === 'status', lines, indent, spot, view, texts, leaves: code.fallsThrough || templates.layout.fullCases === true, joins: false,
    fallback: old ? undefined : templates.switchDefault([hole(passOn(subject, place, code.arms !== undefined))], place.style, habit.form === 'braces' ? 'lines' : habit.form),
  });
}

/** The cases of a switch on an error that has none yet, a fallback among them; undefined where it is on something else. */
export function newSwitch(code: Switch, view: View): readonly string[] | undefined {
  const on = newSwitchOn(code, view);
  const subject = on && subjectOf(code, on, view);
  if (!subject || code.cases.length > 0) return undefined;
  const { templates } = view.language;
  const { style } = view.place;
  const names = namesOf(ALL_NAMES);
  const tests = on === 'status' ? statusesOf(names).map(String) : names.map((n) => templates.literal(n, style));
  const passing = passOn(subject, view.place, code.arms !== undefined);
  const form = code.arms ? 'arm' : 'lines';
  return [...tests.flatMap((test) => templates.switchCase([caseTest(test, code, view.place)], [hole(passing)], style, form)), ...templates.switchDefault([passing], style, form)];
}

/** What a switch without a known branch is on. */
function newSwitchOn(code: Switch, view: View): 'name' | 'status' | undefined {
  const value = code.subject && view.value(code.subject);
  if (!value || !concerns(value.origin, 1, 0, 0, view.environment) || code.cases.some((c) => !c.isDefault && !view.isFiller(c) && c.tests.some((t) => t.kind !== 'string' || t.value !== ''))) return undefined;
  if (isNameValue(value, view)) return 'name';
  return /status/i.test(value.subject.segments.at(-1) ?? '') && view.resolver.isStatus(value.subject) ? 'status' : undefined;
}

function subjectOf(code: Switch, on: 'name' | 'status' | 'condition', view: View): Subject | undefined {
  const value = code.subject && view.value(code.subject);
  if (!code.subject || !value) return undefined;
  const { binding, root, segments } = value.subject;
  const expression = view.source(code.subject);
  return {
    nameExpression: on === 'name' ? expression : undefined, statusExpression: on === 'status' ? expression : undefined, handled: 0,
    value: binding && binding.path.length > 0 ? '' : root, caught: isCaughtIn(view.resolver.scope.functionAt(code.start) ?? view.code, binding),
    throwable: isThrowable(binding, expression, view.language.idioms) && (binding?.kind !== 'param' || segments.length > 0),
  };
}

function chainItems(code: If, spot: Spot, view: View, texts: Texts): Completion[] {
  const { place } = view;
  const { templates } = view.language;
  const handler = view.facts.handlers.find((h) => h.constructs.some((c) => c.form === 'chain' && (c.first === code || c.last === code)));
  if (!handler || !canJudge(handler, view.environment) || handler.branches.some((b) => b.atoms.some((a) => a.negated))) return [];
  let last = code;
  const siblings: Sibling[] = [siblingOf(code)];
  while (last.otherwise?.kind === 'if') siblings.push(siblingOf((last = last.otherwise)));
  if (last.otherwise) return [];
  const byStatus = handler.nameExpression === undefined;
  const compared = byStatus ? handler.statusExpression : handler.nameExpression;
  if (compared === undefined) return [];
  const habit = habitOf(siblings, view);
  const { layout } = templates;
  // On the line of the closing brace, or where the next link has a line of its own, the chain goes on; else a branch stands alone.
  const within = spot.code === last.then;
  const behind = layout.link === 'behind' && spot.sameLine && layout.ended.test(place.source({ start: last.then.start, end: place.trimmedEnd(last.then) })) && view.source(last.then).endsWith(layout.brackets?.[1] ?? '}');
  const joins = !last.alone && (behind || (spot.ownLine && (within || layout.link === 'below')));
  const blank = /\s$/.test(view.text.slice(0, view.at)) ? '' : ' ';
  const indent = joins ? place.indentAt(code.start) : indentOf(spot, view);
  // A link whose words stand below the brace starts a line of its own.
  const continued = (text: string): string[] => (text.startsWith(place.style.eol) && !spot.ownLine ? text : blank + text.trimStart()).split(place.style.eol);
  const lines = (test: string, body: readonly string[]): readonly string[] =>
    joins ? continued(templates.elseIf(templates.equals(compared, test), body, place.style)) : templates.when(templates.equals(compared, test), body, place.style, habit.form);
  const leaving = siblings.every((s) => s.body.length > 0 && ['return', 'throw'].includes(habitOf([s], view).ends));
  const other = [hole(passOn(handler, place))];
  const fallback = joins ? continued(templates.otherwise(other, place.style)) : leaving && !handler.successPossible ? other : undefined;
  return items({ subject: handler, habit, byStatus, lines, indent, spot, view, texts, leaves: false, joins, fallback: handler.successPossible ? undefined : fallback });
}

const siblingOf = (code: If): Sibling => ({ body: code.then.kind === 'block' ? code.then.body : [code.then], headEnd: code.head.end, end: code.then.end });

interface Offer {
  readonly subject: Subject;
  readonly habit: Habit;
  readonly byStatus: boolean;
  readonly lines: (test: string, body: readonly string[]) => readonly string[];
  readonly fallback: readonly string[] | undefined;
  readonly indent: string;
  readonly spot: Spot;
  readonly view: View;
  readonly texts: Texts;
  /** A branch must say that it ends. */
  readonly leaves: boolean;
  /** A branch starts on the line that the one before it ends on. */
  readonly joins: boolean;
}

const joined = (before: readonly string[], after: readonly string[]): readonly string[] => after[0] === '' ? [...before, ...after.slice(1)] : [...before.slice(0, -1), `${before.at(-1) ?? ''} ${(after[0] ?? '').trimStart()}`, ...after.slice(1)];

function items(offer: Offer): Completion[] {
  const { subject, view, texts, byStatus, lines, spot, indent } = offer;
  const { style } = view.place;
  const names = subject.ofMembers ? [] : namesOf(ALL_NAMES & ~subject.handled);
  const keys = byStatus ? statusesOf(names).map(String) : names;
  const written = byStatus ? subject.branches?.flatMap((b) => b.atoms).find((a) => a.status !== undefined && !a.negated) : undefined;
  const test = (key: string): string => (byStatus ? (statusLike(Number(key), written ? view.source(written.operand) : '') ?? key) : subject.branches ? nameTest(key, subject.branches, view.place) : view.language.templates.literal(key, style));
  const found = keys.map((key, index): Completion => {
    const carried = byStatus ? entriesWithStatus(Number(key)).map((e) => e.name) : [key];
    const entry = entryOf(carried[0] ?? '');
    const text = lines(test(key), bodyOf(carried, offer, false));
    return {
      label: labelOf(lines(test(key), [''])), kind: 'branch', sortText: sortText(0, index), snippet: true, subject: key, edit: insertion(text, indent, spot, view),
      detail: texts.completion.branch(carried.join(', '), entry ? statusText(entry) : key), note: byStatus ? carried.join(', ') : entry ? statusText(entry) : '',
    };
  });
  if (keys.length > 1) {
    const all = texts.completion.allMissing(keys.length);
    const each = keys.map((key) => lines(test(key), bodyOf(byStatus ? entriesWithStatus(Number(key)).map((e) => e.name) : [key], offer, true)));
    const written = offer.joins && view.language.templates.layout.link === 'behind' ? each.reduce(joined) : each.flat();
    found.push({ label: all, kind: 'branch', sortText: sortText(1, 0), snippet: true, detail: all, note: '', filterText: `${labelOf(written)} ${all}`, edit: insertion(written, indent, spot, view) });
  }
  if (offer.fallback) {
    found.push({ label: labelOf(offer.fallback), kind: 'fallback', sortText: sortText(2, 0), snippet: true, detail: texts.completion.fallback, note: 'PlusAuth', edit: insertion(offer.fallback, indent, spot, view) });
  }
  return found;
}

/** Behind all that the language itself offers. */
const sortText = (group: number, index: number): string => `~${group}${String(index).padStart(2, '0')}`;

const labelOf = (lines: readonly string[]): string => (lines.find((line) => line.trim() !== '') ?? '').replace(/[\s{:]+$/, '').trim().replace(/[\uE000\uE001]/g, '');

/** What a new branch holds: what its siblings do at their ends, and before that a place to write. */
function bodyOf(names: readonly string[], { habit, subject, view, leaves }: Offer, many: boolean): string[] {
  const { templates } = view.language;
  const { style } = view.place;
  const description = entryOf(names[0] ?? '')?.description ?? '';
  // Where the results of a function are known, nothing but an error fits.
  const typed = (style.results ?? []).length > 0 && !habit.texts;
  if (habit.ends === 'return' && !typed && (habit.texts || !many)) return [templates.giveBack(hole(habit.texts ? templates.literal(description, style) : habit.values ? (templates.nothing ?? '') : ''), style)];
  const rest = hole(passOn(subject, view.place, habit.form === 'arm'));
  // Many branches at once are filled one after the other: until then each passes its error on.
  if (many || habit.ends === 'throw' || (habit.ends === 'return' && typed) || habit.form === 'line' || habit.form === 'arm') return [rest];
  const room = hole(names.length === 1 ? templates.comment(description) : '');
  const { empty } = templates.layout;
  return leaves ? [room, templates.leave(style)] : empty === '' ? [room] : names.length === 1 ? [templates.comment(description), hole(empty)] : [hole(empty)];
}
