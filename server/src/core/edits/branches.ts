import { entryOf, nearestName, statusLike, statusText } from '../catalog';
import { nextOf, some, type Code, type If, type RecordLiteral, type Switch } from '../model/code';
import type { Edit } from '../model/edit';
import type { Construct, Handler } from '../model/handler';
import { namesOf } from '../recognise/names';
import type { Span } from '../model/span';
import { fillBody } from './body';
import type { Templates } from '../languages';
import type { Place } from './place';

/** Where edits of a handler go: its own code, and the code that declares its table. */
export interface HandlerPlaces {
  readonly own: Place;
  of(unit: number): Place | undefined;
}

/** What is known of an error that is passed on. */
export type Passed = Pick<Handler, 'nameExpression' | 'statusExpression' | 'value' | 'throwable' | 'caught'>;

/** What stands in a branch that nobody has written yet: it passes the error on. */
export function passOn(handler: Passed, place: Place, inArm = false): string {
  const { templates } = place.language;
  const compared = handler.nameExpression ?? handler.statusExpression ?? handler.value;
  // A bare text is no error to throw: it is wrapped in one.
  const whole = handler.value !== '' && handler.throwable && handler.value !== compared;
  return whole ? templates.rethrow(handler.value, place.style, handler.caught && !inArm) : templates.raise('Unexpected PlusAuth error: ', compared, place.style);
}

/** The statuses of names, each once, in ascending order; 500 stands for the range of server errors. */
export const statusesOf = (names: readonly string[]): number[] => [...new Set(names.flatMap((n) => entryOf(n)?.status.from ?? []))].sort((a, b) => a - b);

/** The statuses of names, written as the statuses of the branches that there are. */
function statusTests(names: readonly string[], branches: Handler['branches'], place: Place): string[] {
  const atom = branches.flatMap((b) => b.atoms).find((a) => a.status !== undefined && !a.negated);
  const sample = atom ? place.source(atom.operand) : '';
  return statusesOf(names).map((status) => statusLike(status, sample) ?? String(status));
}

/** A name as a constant, written as those of the branches that there are. */
export function nameTest(name: string, branches: Handler['branches'], place: Place): string {
  const atom = branches.flatMap((b) => b.atoms).find((a) => a.name !== undefined && !a.negated && !a.parsed);
  return place.language.templates.literal(name, place.style, atom ? place.source(atom.operand) : undefined);
}

/** `already_exists (409)`. */
export const labelled = (name: string): string => {
  const entry = entryOf(name);
  return entry ? `${name} (${statusText(entry)})` : name;
};

/** Edits that add a fallback, or undefined where none can be written. */
export const addFallback = (handler: Handler, places: HandlerPlaces): Edit[] | undefined => extend(handler, [], true, { own: places.own.within(handler), of: (unit) => places.of(unit) });

/**
 * Edits that add a branch for each name, or for the status of each, and with `withFallback` a fallback behind them;
 * undefined where the handler's form has no place for them.
 */
export function addBranches(handler: Handler, names: readonly string[], by: 'name' | 'status', withFallback: boolean, given: HandlerPlaces): Edit[] | undefined {
  const places = { own: given.own.within(handler), of: (unit: number) => given.of(unit) };
  const construct = mainConstruct(handler);
  const { templates } = places.own.language;
  if (construct?.form === 'table') {
    const place = construct.declared ? places.of(construct.declared.unit) : places.own;
    const entries = place && by === 'name' ? addEntries(construct.table, names, place) : undefined;
    const fallback = withFallback ? tableFallback(construct, handler, places.own) : [];
    // Entries alone leave the finding where they are not all that is missing.
    if (!fallback && names.length < namesOf(handler.missing).length) return undefined;
    return entries && [...entries, ...(fallback ?? [])];
  }
  const subject = by === 'name' ? handler.nameExpression : handler.statusExpression;
  if (subject === undefined) return undefined;
  if (construct?.form === 'switch' && construct.on !== by && construct.on !== 'condition') return undefined;
  const tests = by === 'name' ? names.map((n) => nameTest(n, handler.branches, places.own)) : statusTests(names, handler.branches, places.own);
  return extend(handler, construct?.form === 'switch' && construct.on === 'condition' ? tests.map((t) => caseOn(construct.code, templates.equals(subject, t), templates)) : tests, withFallback, places, subject);
}

/** A condition as a case of a switch on conditions, or on patterns. */
export const caseOn = (code: Switch, condition: string, templates: Templates): string => (code.patterns ? templates.guardedCase?.(condition, code.arms ? 'arm' : 'lines') : undefined) ?? condition;

const mainConstruct = (handler: Handler): Construct | undefined => handler.constructs.find((c) => c.form === 'switch') ?? handler.constructs.at(-1);

function extend(handler: Handler, tests: readonly string[], withFallback: boolean, places: HandlerPlaces, subject = ''): Edit[] | undefined {
  const construct = mainConstruct(handler);
  const place = places.own;
  // Statements cannot be written where markup holds the code.
  if (place.language.embedding && construct?.form !== 'markup' && construct?.form !== 'table') return undefined;
  switch (construct?.form) {
    case 'switch':
      return extendSwitch(construct.code, tests, withFallback, handler, place);
    case 'chain':
      return extendChain(construct, tests, withFallback, handler, place, subject);
    case 'table':
      return tests.length === 0 ? tableFallback(construct, handler, place) : undefined;
    case 'markup':
      return tests.length === 0 ? markupFallback(construct, handler, place) : undefined;
    case 'expression':
      return tests.length === 0 ? statementFallback(construct.code, handler, place) : undefined;
    default:
      return undefined;
  }
}

/** A condition for errors alone, where a success gets there too. */
function failed(handler: Handler, place: Place): string {
  const { templates } = place.language;
  if (templates.isError && handler.throwable && handler.value !== '') return templates.isError(handler.value);
  if (templates.isText && handler.nameExpression !== undefined) return templates.isText(handler.nameExpression);
  return handler.nameExpression ?? templates.atLeast(handler.statusExpression ?? handler.value, 400);
}

function guarded(handler: Handler, place: Place): readonly string[] {
  const statement = passOn(handler, place);
  return handler.successPossible ? place.language.templates.when(failed(handler, place), [statement], place.style) : [statement];
}

/** A literal, as the cases of a switch ask for it. */
export function caseTest(literal: string, { subject, cases }: Switch, place: Place): string {
  const sample = cases.find((c) => c.tests.length > 0);
  return (subject && place.language.templates.caseTest?.(literal, place.source(subject), sample ? place.source(sample.label) : '')) ?? literal;
}

/** Inserts cases before the default, or at the end; a default that does nothing is replaced by a fallback. */
function extendSwitch(code: Switch, tests: readonly string[], withFallback: boolean, handler: Handler, place: Place): Edit[] | undefined {
  const { style, language } = place;
  const { templates } = language;
  const form = code.arms ? 'arm' : 'lines';
  const lines = tests.flatMap((test) => templates.switchCase([caseTest(test, code, place)], [passOn(handler, place, code.arms !== undefined)], style, form));
  const fallback = withFallback ? templates.switchDefault(code.arms && !code.arms.statements ? [passOn(handler, place, true)] : guarded(handler, place), style, form) : [];
  const first = code.cases[0];
  const indent = first ? place.indentAt(first.start) : place.indentAt(code.start) + (templates.layout.flatCases ? '' : style.indent);
  const byDefault = code.cases.find((c) => c.isDefault);
  // What a text without a member is lost in makes room for the fallback.
  const empty = withFallback ? code.cases.find((c) => c.label.start === handler.swallowedBy?.start) : undefined;
  if (empty && byDefault && empty !== byDefault) return undefined;
  const old = empty ?? byDefault;
  if (old) {
    const at = firstSharing(code, old);
    const added = lines.length > 0 ? [place.insert(at.start, place.lines([...lines, ''], indent) + indent)] : [];
    return withFallback ? [...added, place.replace(old, place.lines(fallback, indent))] : added;
  }
  const all = [...lines, ...fallback];
  const last = code.cases.at(-1);
  if (!last) return [fillBody(code.body, all, place, code.start)];
  // What ran out of the switch must not run into the new branches.
  const leave = code.fallsThrough && !leavesAlways(blockOf(last.body)) ? [style.indent + templates.leave(style)] : [];
  const end = place.lineEnd(place.trimmedEnd(last));
  if (code.arms) return appendArms(code, code.arms.separator, last.end, end, all, indent, place);
  return [place.insert(end, style.eol + indent + place.lines([...leave, ...all], indent))];
}

/** Whether another arm can stand behind one as it is written. */
export const isSeparated = (arm: string, { separator, blocks }: NonNullable<Switch['arms']>): boolean => arm.endsWith(separator) || (blocks === true && arm.endsWith('}'));

/** Arms behind the last one, which need not have a separator behind it yet. */
function appendArms(code: Switch, separator: string, lastEnd: number, end: number, lines: readonly string[], indent: string, place: Place): Edit[] {
  const separated = code.arms === undefined || isSeparated(place.source({ start: code.start, end: lastEnd }), code.arms);
  const own = separated ? lines : lines.map((line, i) => (i === lines.length - 1 && line.endsWith(separator) ? line.slice(0, -separator.length) : line));
  const between = code.arms?.between ?? '';
  if (!place.source(code.body).includes('\n')) return [place.insert(lastEnd, `${separated ? between : separator} ${own.join(`${between} `)}`)];
  const text = place.style.eol + indent + place.lines(own, indent);
  if (separated || end === lastEnd) return [place.insert(end, (separated ? '' : separator) + text)];
  return [place.insert(lastEnd, separator), place.insert(end, text)];
}

/** The first of the cases that share the default's body. */
function firstSharing(code: Switch, old: Switch['cases'][number]): Switch['cases'][number] {
  let index = code.cases.indexOf(old);
  for (let before = code.cases[index - 1]; before && code.fallsThrough && !leavesAlways(blockOf(before.body)); before = code.cases[index - 1]) index--;
  return code.cases[index] ?? old;
}

function extendChain(construct: Construct & { form: 'chain' }, tests: readonly string[], withFallback: boolean, handler: Handler, place: Place, subject: string): Edit[] | undefined {
  const { templates } = place.language;
  const { style } = place;
  const last = lastOf(construct.last);
  const indent = place.indentAt(construct.last.start);
  const statement = passOn(handler, place);
  const conditions = tests.map((test) => templates.equals(subject, test));
  const joinable = !last.alone && handler.branches.every((b) => b.atoms.every((a) => !a.negated)) && (construct.first === construct.last || wholeChain(handler) !== undefined || earlierLeave(handler, construct.last));
  if (joinable) {
    const branches = conditions.map((condition) => templates.elseIf(condition, [statement], style));
    const thenEnd = place.trimmedEnd(last.then);
    // Behind a statement without terminator, only a new line can begin the `else`.
    const ends = templates.layout.ended.test(place.source({ start: last.then.start, end: thenEnd }));
    const joined = (text: string): string => reindent(ends ? text : style.eol + text.trimStart(), indent, place);
    const text = branches.join('');
    const behind = templates.layout.link === 'behind' ? thenEnd : place.lineEnd(thenEnd);
    if (!withFallback) return [place.insert(behind, joined(text))];
    const fallback = handler.successPossible ? templates.elseIf(failed(handler, place), [statement], style) : templates.otherwise([statement], style);
    // An else that does nothing gives way.
    if (last.otherwise) return [place.replace({ start: thenEnd, end: place.trimmedEnd(last.otherwise) }, joined(text + fallback))];
    return [place.insert(behind, joined(text + fallback))];
  }
  const statements = conditions.flatMap((condition) => templates.when(condition, [statement], style));
  if (!withFallback) return [place.insert(construct.last.end, style.eol + indent + place.lines(statements, indent))];
  return statementFallback(construct.last, handler, place, tests, statements);
}

/** Whether control leaves every branch in front of the last `if`, so that its `else` is for what none has named. */
const earlierLeave = (handler: Handler, last: If): boolean =>
  handler.branches.every((b) => b.construct.kind !== 'if' || (b.construct.start >= last.start && b.construct.end <= last.end) || leadsTo(b.construct, last) || leavesAlways(b.construct.then));

/** Whether one `if` is a later link of another one's chain: what it gets, no link before it took. */
function leadsTo(from: If, last: If): boolean {
  let link: Code | undefined = from;
  while (link?.kind === 'if' && link !== last) link = link.otherwise;
  return link === last;
}

/** A statement behind a construct, for the errors that none of its branches takes; `tests` and `statements` go before it. */
function statementFallback(code: Code, handler: Handler, place: Place, tests: readonly string[] = [], statements: readonly string[] = []): Edit[] | undefined {
  const { templates } = place.language;
  const atoms = handler.branches.flatMap((b) => b.atoms);
  const kind = atoms.every((a) => a.kind === 'status') ? 'status' : atoms.every((a) => a.kind === 'name') ? 'name' : undefined;
  const subject = kind === 'status' ? handler.statusExpression : handler.nameExpression;
  if (!kind || subject === undefined || atoms.some((a) => a.negated)) return undefined;
  const literals = [...new Set(atoms.flatMap((a) => (a.name !== undefined ? templates.literal(a.name, place.style, place.source(a.operand)) : a.status !== undefined ? (statusLike(a.status, place.source(a.operand)) ?? String(a.status)) : a.other !== undefined && nearestName(a.other) === undefined ? templates.literal(a.other, place.style) : [])))];
  const none = templates.noneOf(subject, [...literals, ...tests]);
  const test = handler.successPossible ? templates.both(failed(handler, place), none) : none;
  const indent = place.indentAt(code.start);
  const end = place.source({ start: code.end, end: code.end + 1 }) === ';' ? code.end + 1 : place.lineEnd(code.end);
  return [place.insert(end, place.style.eol + indent + place.lines([...statements, ...templates.when(test, [passOn(handler, place)], place.style)], indent))];
}

/** Something to show for the errors that no branch shows anything for. */
function markupFallback(construct: Construct & { form: 'markup' }, handler: Handler, place: Place): Edit[] | undefined {
  const { templates } = place.language;
  const subject = handler.nameExpression;
  const literals = [...new Set(handler.branches.flatMap((b) => b.atoms).flatMap((a) => (a.name !== undefined && !a.negated ? [templates.literal(a.name, place.style)] : [])))];
  if (!templates.shownWhen || subject === undefined || literals.length === 0) return undefined;
  const chain = wholeChain(handler);
  if (chain?.otherwise) return undefined;
  if (chain && templates.shownElse && PRESENT.test(subject)) {
    const inline = !place.source(chain.then).includes('\n');
    const text = templates.shownElse(subject, subject, place.indentAt(inline ? chain.then.start : chain.start), inline, place.style);
    return text === undefined ? undefined : [place.insert(chain.then.end, text)];
  }
  const { last } = construct;
  const after = place.source({ start: last.end, end: last.end + 200 });
  // In code an expression of user interface stands between braces, in markup elements stand by themselves.
  const close = place.language.embedding ? 0 : (templates.shownEnds ?? /^\s*\}/).exec(after)?.[0].length;
  if (close === undefined) return undefined;
  const shown = templates.shownWhen(templates.both(subject, templates.noneOf(subject, literals)), subject);
  return shown === undefined ? undefined : [place.insert(last.end + close, place.style.eol + place.indentAt(last.start) + shown)];
}

/** Expressions of which it is known that they hold something exactly when there is an error. */
const PRESENT = /^[\w$]+$|(?:^|\.)(?:\w*[eE]rror|response|data|body|reason)$/;

/** The last link of the one chain that all branches belong to; undefined where they are several. */
function wholeChain(handler: Handler): If | undefined {
  const first = handler.branches[0]?.construct;
  if (first?.kind !== 'if') return undefined;
  const links: Code[] = [first];
  let last = first;
  for (let next = nextOf(last); next; next = nextOf(last)) links.push((last = next));
  return handler.branches.every((b) => links.includes(b.construct)) ? last : undefined;
}

function tableFallback(construct: Construct & { form: 'table' }, handler: Handler, place: Place): Edit[] | undefined {
  const { templates } = place.language;
  const { lookup, table } = construct;
  const subject = handler.nameExpression;
  if (subject === undefined) return undefined;
  const before = place.source({ start: Math.max(0, lookup.start - 40), end: lookup.start });
  const after = place.source({ start: lookup.end, end: lookup.end + 40 });
  const values = table.entries.map((e) => e.value?.kind);
  const called = /^\?\.(?=\()/.exec(after);
  const callback = called && templates.callback('', passOn(handler, place), place.style);
  if (called && callback !== undefined) {
    const fallback = `(${callback})`;
    return [place.insert(lookup.start, '('), place.replace({ start: lookup.end, end: lookup.end + called[0].length }, ` ?? ${fallback})`)];
  }
  if (!values.every((v) => v === 'string' || v === 'interpolation') || /^\s*(?:\?\.|\.|\[)/.test(after)) return undefined;
  const fallback = templates.interpolate('Unexpected PlusAuth error: ', subject, place.style);
  const whole = /(?:[=(,:[{>]|\breturn|\}\$?\{|[\w)\]}'";]\s*[\r\n])\s*$/.test(before) && /^\s*(?:[;,)\]}\r\n]|$)/.test(after);
  const expression = templates.orElse(place.source(lookup), fallback, place.style);
  if (expression === undefined) return undefined;
  return rewrite(lookup, whole ? expression : `(${expression})`, place);
}

/** Edits that make an expression another text, and leave alone what both have: a table may stand in it that is edited as well. */
function rewrite(span: Span, text: string, place: Place): Edit[] {
  const old = place.source(span);
  const at = text.indexOf(old);
  if (at >= 0) {
    const behind = text.slice(at + old.length);
    return [...(at > 0 ? [place.insert(span.start, text.slice(0, at))] : []), ...(behind === '' ? [] : [place.insert(span.end, behind)])];
  }
  let same = 0;
  while (same < old.length && old[same] === text[same]) same++;
  let tail = 0;
  while (tail < old.length - same && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  return [place.replace({ start: span.start + same, end: span.end - tail }, text.slice(same, text.length - tail))];
}

/** Adds entries to a table in the form of those it has; undefined where their values cannot be guessed. */
function addEntries(table: RecordLiteral, names: readonly string[], place: Place): Edit[] | undefined {
  const { templates } = place.language;
  const last = table.entries.at(-1);
  const kinds = new Set(table.entries.map((e) => e.value?.kind ?? 'none'));
  if (!last || kinds.size !== 1) return undefined;
  const kind = last.value?.kind;
  const value = (name: string): string | undefined => {
    if (kind === 'string') return templates.literal(entryOf(name)?.description ?? name, place.style);
    if (last.value?.kind !== 'function') return undefined;
    const param = last.value.params[0]?.name;
    const statement = param === undefined ? templates.raise('Unexpected PlusAuth error: ', templates.literal(name, place.style), place.style) : templates.rethrow(param, place.style, false);
    return templates.callback(param ?? '', statement, place.style);
  };
  const quoted = /^['"]/.test(place.source(last.keySpan));
  const lines: string[] = [];
  for (const name of names) {
    const text = value(name);
    if (text === undefined) return undefined;
    const entry = templates.tableEntry(name, text, place.style, place.source(last));
    lines.push(quoted && /[\w$]/.test(entry.charAt(0)) ? entry.replace(name, templates.literal(name, place.style)) : entry);
  }
  const multiline = place.source({ start: table.start, end: last.start }).includes('\n');
  const tail = place.source({ start: last.end, end: table.end });
  const comma = /^\s*,/.exec(tail)?.[0].length;
  const joined = comma === undefined ? lines.map((l, i) => (i === lines.length - 1 ? l.replace(/,$/, '') : l)) : lines;
  const lead = comma === undefined ? ',' : '';
  const indent = place.indentAt(last.start);
  return [place.insert(last.end + (comma ?? 0), multiline ? lead + place.style.eol + indent + place.lines(joined, indent) : `${lead} ${joined.join(' ')}`)];
}

/** The last `else if` of a chain. */
function lastOf(code: If): If {
  let last = code;
  for (let next = nextOf(last); next; next = nextOf(last)) last = next;
  return last;
}

const blockOf = (body: readonly Code[]): Code => ({ kind: 'block', start: 0, end: 0, body, commented: false });

/** Whether control never comes out at the end of the code. */
export function leavesAlways(code: Code): boolean {
  switch (code.kind) {
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return true;
    case 'block':
      return code.body.some(leavesAlways);
    case 'if':
      return code.otherwise !== undefined && leavesAlways(code.then) && leavesAlways(code.otherwise);
    case 'try':
      return (leavesAlways(code.body) && code.handlers.every((h) => leavesAlways(h.body))) || (code.finalizer !== undefined && leavesAlways(code.finalizer));
    case 'switch':
      return code.cases.some((c) => c.isDefault) && code.cases.every((c) => c.body.length === 0 || (leavesAlways(blockOf(c.body)) && !c.body.some((s) => some(s, (x) => x.kind === 'break'))));
    default:
      return false;
  }
}

const reindent = (text: string, indent: string, place: Place): string => place.lines(text.split(place.style.eol), indent);
