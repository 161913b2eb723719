import { byLikelihood, DOCUMENTED_STATUSES, entriesWithStatus, entryOf, ERROR_NAMES, KNOWN_OTHER_NAMES, plausibleErrors, statusText } from '../../catalog';
import type { Code, RecordEntry, RecordLiteral } from '../../model/code';
import { touches, type Span } from '../../model/span';
import { setOf, setOfStatuses, type NameSet } from '../../recognise/names';
import type { Calls } from '../../recognise/origin';
import type { Look } from '../../recognise/unit';
import { concerns, lookConcerns } from '../../rules/rule';
import type { Completion } from '../../service';
import type { Texts } from '../../texts';
import { entryItems } from './entries';
import { isNameValue } from './values';
import type { View } from './view';

/** A place where an error name or a status belongs. */
export interface Slot {
  readonly kind: 'name' | 'status';
  /** Names that the code around it handles already. */
  readonly handled: number;
  /** The likeliest names first. */
  readonly order: readonly string[];
  /** The cursor is between quotes. */
  readonly quoted: boolean;
  /** What the completion replaces, in the document. */
  readonly span: Span;
  /** The table in which a whole entry can stand here. */
  readonly table?: RecordLiteral;
}

/** Names or statuses, where the cursor is in a place for one. */
export function literalItems(view: View, texts: Texts): Completion[] {
  const slot = slotAt(view);
  if (!slot) return [];
  if (slot.kind === 'status') return statusItems(slot, texts);
  const names = nameItems(slot, view, texts);
  return slot.table ? [...names, ...entryItems(slot.table, slot, view, texts)] : names;
}

function nameItems(slot: Slot, view: View, texts: Texts): Completion[] {
  const { templates } = view.language;
  return ordered(slot, texts).map(({ label, kind, detail, sortText, filterText, subject }) => {
    const newText = slot.quoted ? label : templates.literal(label, view.place.style);
    return { label, kind, detail, sortText, filterText, subject, edit: { span: slot.span, newText } };
  });
}

/** All of a completion but where it goes. */
type NameItem = Required<Pick<Completion, 'label' | 'kind' | 'detail' | 'sortText' | 'filterText' | 'subject'>>;

/** The names of a slot, those first that nothing handles yet: the same few lists are wanted on every keystroke. */
function ordered({ order, handled }: Slot, texts: Texts): readonly NameItem[] {
  let lists = LISTS.get(order);
  if (lists?.texts !== texts) LISTS.set(order, (lists = { texts, byHandled: new Map() }));
  let list = lists.byHandled.get(handled);
  if (!list) {
    const isNew = (name: string): boolean => (handled & setOf(name)) === 0;
    const item = (name: string, index: number): NameItem => {
      const entry = entryOf(name);
      return { label: name, kind: 'name', detail: texts.completion.name(entry ? statusText(entry) : '', !isNew(name)), sortText: sortText(isNew(name), index), filterText: name, subject: name };
    };
    if (lists.byHandled.size >= MOST_LISTS) lists.byHandled.clear();
    lists.byHandled.set(handled, (list = [...order.filter(isNew), ...order.filter((n) => !isNew(n))].map(item)));
  }
  return list;
}

const MOST_LISTS = 100;
/** By order, in the texts of one language. */
const LISTS = new WeakMap<readonly string[], { readonly texts: Texts; readonly byHandled: Map<NameSet, readonly NameItem[]> }>();

function statusItems(slot: Slot, texts: Texts): Completion[] {
  const isNew = (status: number): boolean => (setOfStatuses(status, status) & ~slot.handled) !== 0;
  const rank = (status: number): number => Math.min(...entriesWithStatus(status).map((e) => slot.order.indexOf(e.name)));
  const ordered = [...DOCUMENTED_STATUSES].sort((a, b) => Number(isNew(b)) - Number(isNew(a)) || rank(a) - rank(b));
  return ordered.map((status, index) => ({
    label: String(status), kind: 'status', detail: texts.completion.status(entriesWithStatus(status).map((e) => e.name)), sortText: sortText(isNew(status), index),
    filterText: String(status), edit: { span: slot.span, newText: String(status) }, subject: String(status),
  }));
}

const sortText = (isNew: boolean, index: number): string => `${isNew ? 0 : 1}${String(index).padStart(2, '0')}`;

function slotAt(view: View): Slot | undefined {
  const literal = view.path.at(-1);
  if (!literal) return undefined;
  if (literal.kind === 'record') return keySlot(literal, view);
  const inText = literal.kind === 'string' && literal.content.start <= view.at && view.at <= literal.content.end;
  if (!inText && literal.kind !== 'number') return undefined;
  const parent = view.path.at(-2);
  const quoted = literal.kind === 'string' && !view.invented;
  const span = view.unit ? view.inDocument(literal.kind === 'string' ? literal.content : literal) : view.typed;
  return (literal.kind === 'string' && nameSlot(literal, parent, quoted, span, view)) || statusSlot(literal, parent, quoted, span, view);
}

const lookAt = (view: View, span: Span): Look | undefined => view.looks.find((l) => l.atom.kind === 'name' && l.atom.operand.start === span.start && l.atom.operand.end === span.end);

function nameSlot(literal: Code & { kind: 'string' }, parent: Code | undefined, quoted: boolean, span: Span, view: View): Slot | undefined {
  const slot = (handled: number, calls?: Calls): Slot => ({ kind: 'name', handled, order: orderFor(calls), quoted, span });
  const look = lookAt(view, literal);
  if (look) return compares(look, literal, view) ? slot(handledBeside(literal, look, view), look.calls) : undefined;
  if (parent?.kind === 'list') {
    const others = parent.items.flatMap((i) => (i !== literal && i.kind === 'string' ? [i.value] : []));
    return holdsNames(others, view) || isUsedOnError(view) ? slot(setOf(...others)) : undefined;
  }
  const entry = parent?.kind === 'record' ? parent.entries.find((e) => e.value === literal) : undefined;
  if (entry?.key !== undefined && ERROR_FIELD.test(entry.key) && view.environment.fileSpeaks && !isForeign(view)) return slot(0);
  return undefined;
}

const ERROR_FIELD = /^error(?:_?(?:name|code))?$/i;
const STATUS_FIELD = /^(?:http_?)?status(?:_?code)?$/i;

/** Whether a text is compared with an error's name, and not with another part of it or another service's error. */
function compares(look: Look, literal: Span, view: View): boolean {
  if (!lookConcerns({ ...look, named: Math.max(1, look.named) }, view.environment)) return false;
  if (look.unit !== undefined) return true;
  const compared = view.source(look.atom.compared);
  const sameWithName = view.facts.looks.some((l) => l.atom.name !== undefined && view.source(l.atom.compared) === compared && l.atom.operand.start !== literal.start);
  return sameWithName || isNameValue(view.value(look.atom.compared), view);
}

/** Names that other branches of the same handler, or other comparisons of the same value, take. */
function handledBeside(literal: Span, look: Look, view: View): number {
  const isOwn = (operand: Span): boolean => operand.start === literal.start && operand.end === literal.end;
  const handler = view.facts.handlers.find((h) => h.branches.some((b) => b.atoms.some((a) => isOwn(a.operand))));
  let handled = 0;
  if (handler) {
    for (const { atoms } of handler.branches) for (const a of atoms) if (!isOwn(a.operand)) handled |= a.name === undefined ? view.conditions.takes(a) : setOf(a.name);
    return handled;
  }
  const compared = view.source(look.atom.compared);
  for (const { unit, atom } of view.looks) {
    if (unit === look.unit && atom.name !== undefined && !isOwn(atom.operand) && (look.unit !== undefined || view.source(atom.compared) === compared)) handled |= setOf(atom.name);
  }
  return handled;
}

/** A key of a table, quoted or not. */
function keySlot(record: RecordLiteral, view: View): Slot | undefined {
  const at = keyAt(record, view);
  if (!at) return undefined;
  const { entry } = at;
  if (entry && isQuoted(entry, view) && (view.at === entry.keySpan.start || view.at === entry.keySpan.end)) return undefined;
  const keys = record.entries.flatMap((e) => (e !== entry && e.key !== undefined ? [e.key] : []));
  const look = entry && lookAt(view, entry.keySpan);
  const known = look ? compares(look, entry.keySpan, view) : holdsNames(keys, view);
  if (!known && !isUsedOnError(view)) return undefined;
  const quoted = entry !== undefined && isQuoted(entry, view);
  const quotesOthers = record.entries.some((e) => e !== entry && isQuoted(e, view));
  const inner = entry && (quoted ? { start: entry.keySpan.start + 1, end: entry.keySpan.end - 1 } : entry.keySpan);
  const span = view.unit ? view.inDocument(inner ?? { start: view.at, end: view.at }) : view.typed;
  return { kind: 'name', handled: setOf(...keys), order: orderFor(), quoted: quoted || !quotesOthers, span, ...((!entry || entry.value?.start === entry.keySpan.start) && { table: record }) };
}

const isQuoted = (entry: RecordEntry, view: View): boolean => view.language.templates.quotes.includes(view.text.charAt(entry.keySpan.start));

/** The entry whose key the cursor is in, or no entry where a new one can stand; undefined anywhere else in the table. */
function keyAt(record: RecordLiteral, view: View): { readonly entry: RecordEntry | undefined } | undefined {
  const { at } = view;
  const entry = record.entries.find((e) => touches(e.keySpan, at));
  if (entry) return entry.key !== undefined && !entry.key.startsWith('[') ? { entry } : undefined;
  if (at <= record.start || at >= record.end || record.entries.some((e) => e.start < at && at < e.end)) return undefined;
  const previous = record.entries.findLast((e) => e.end <= at);
  const gap = view.text.slice(previous?.end ?? record.start + 1, at);
  const next = /^[^\S\r\n]*(\S|$)/m.exec(view.text.slice(at))?.[1] ?? '';
  return (previous ? /^\s*,\s*$/ : /^\s*$/).test(gap) && /^[}\r\n]?$/.test(next) ? { entry: undefined } : undefined;
}

/** Whether texts that stand together are error names of PlusAuth's. */
function holdsNames(others: readonly string[], view: View): boolean {
  const names = others.filter((o) => ERROR_NAMES.includes(o));
  const own = names.filter((n) => entryOf(n)?.shared === false).length;
  return names.length > 0 && concerns('unknown', names.length, own, others.filter((o) => KNOWN_OTHER_NAMES.has(o)).length, view.environment);
}

/** Whether a list or table, empty as yet, is asked about an error somewhere in the document: `AUTH.has(e.error)`, `texts[code.error]`. */
function isUsedOnError(view: View): boolean {
  const declaration = view.path.findLast((c) => c.kind === 'declaration');
  const name = declaration?.kind === 'declaration' ? declaration.pattern.name : undefined;
  if (name === undefined || !view.environment.fileSpeaks || view.path.slice(view.path.indexOf(declaration as Code)).some((c) => c.kind === 'function')) return false;
  const { membership, lookup } = view.language.idioms;
  const methods = [...membership, ...lookup].join('|');
  const use = new RegExp(`(?<![\\w$.])${name.replace(/\W/g, '\\$&')}\\s*(?:\\?\\.)?(?:\\.?(?:${methods})\\(|\\[)\\s*[\\w$.?()!]*\\berror\\s*[\\])]`);
  return use.test(view.analysis.text);
}

/** The code is handed to another vendor's client. */
const isForeign = (view: View): boolean => view.path.some((c) => c.kind === 'call' && view.origins.of(c.callee) === 'foreign');

/** A status that is compared, or stands beside an error name. */
function statusSlot(literal: Code, parent: Code | undefined, quoted: boolean, span: Span, view: View): Slot | undefined {
  if (parent?.kind === 'record') {
    const entry = parent.entries.find((e) => e.value === literal);
    const name = parent.entries.find((e) => e.key !== undefined && ERROR_FIELD.test(e.key) && e.value?.kind === 'string')?.value;
    if (entry?.key === undefined || !STATUS_FIELD.test(entry.key) || name?.kind !== 'string' || !view.environment.fileSpeaks) return undefined;
    const first = entryOf(name.value) ? [name.value] : [];
    return { kind: 'status', handled: 0, order: [...new Set([...first, ...orderFor()])], quoted, span };
  }
  const compared = comparedWith(literal, parent);
  const value = compared && view.value(compared);
  if (!compared || !value || !view.resolver.isStatus(value.subject)) return undefined;
  // `code` is as often a name: only numbers beside it say that it is a status.
  const last = value.subject.segments.at(-1) ?? value.subject.root;
  const others = view.facts.looks.filter((l) => view.source(l.atom.compared) === view.source(compared) && l.atom.operand.start !== literal.start);
  if (!/status/i.test(last) && !others.some((l) => l.atom.status !== undefined)) return undefined;
  const named = others.find((l) => l.named > 0);
  const known = named?.others.filter((o) => KNOWN_OTHER_NAMES.has(o)).length ?? 0;
  if (!concerns(value.origin, Math.max(1, named?.named ?? 0), 0, known, view.environment)) return undefined;
  const handled = others.reduce((set, l) => set | view.conditions.takes(l.atom), 0);
  return { kind: 'status', handled, order: orderFor(value.calls), quoted, span };
}

function comparedWith(literal: Code, parent: Code | undefined): Code | undefined {
  if (parent?.kind === 'binary' && (parent.op === 'eq' || parent.op === 'ne')) return parent.left === literal ? parent.right : parent.left;
  return parent?.kind === 'switch' && parent.cases.some((c) => c.tests.includes(literal)) ? parent.subject : undefined;
}

/** All names, those first that the calls can meet. */
function orderFor(calls: Calls = []): readonly string[] {
  const key = calls.join();
  let order = ORDERS.get(key);
  if (!order) {
    const plausible = calls.flatMap(([service, method]) => plausibleErrors(service, method).filter((e) => e.weight !== 'general').map((e) => e.name));
    ORDERS.set(key, (order = [...new Set([...plausible.sort(byLikelihood), ...LIKELIEST])]));
  }
  return order;
}

const LIKELIEST = [...ERROR_NAMES].sort(byLikelihood);
/** By calls: the SDK has few. */
const ORDERS = new Map<string, readonly string[]>();
