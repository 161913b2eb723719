import { entryOf, statusText } from '../catalog';
import { some, type Code, type If, type RecordLiteral, type Switch } from '../model/code';
import type { Edit } from '../model/edit';
import type { Construct, Handler } from '../model/handler';
import type { Place } from './place';

/** What stands in a branch that nobody has written yet: it passes the error on. */
export function passOn(handler: Handler, place: Place): string {
  const { templates } = place.language;
  const compared = handler.nameExpression ?? handler.statusExpression ?? handler.value;
  // A bare text is no error to throw: it is wrapped in one.
  const whole = handler.value !== '' && handler.throwable && handler.value !== compared;
  return whole ? templates.rethrow(handler.value, place.style) : templates.raise('Unexpected PlusAuth error: ', compared, place.style);
}

/** Edits that add a fallback, or undefined where none can be written. */
export function addFallback(handler: Handler, place: Place): Edit[] | undefined {
  const construct = mainConstruct(handler);
  if (!construct) return undefined;
  switch (construct.form) {
    case 'switch':
      return switchFallback(construct.code, handler, place);
    case 'chain':
      return chainFallback(construct, handler, place);
    case 'table':
      return tableFallback(construct, handler, place);
    case 'markup':
      return markupFallback(construct, handler, place);
    case 'expression':
      return statementFallback(construct.code, handler, place);
  }
}

/** Edits that add a branch for each name, or for the status of each; undefined where the form has no place for them. */
export function addBranches(handler: Handler, names: readonly string[], by: 'name' | 'status', place: Place): Edit[] | undefined {
  const construct = mainConstruct(handler);
  const { templates } = place.language;
  if (construct?.form === 'table') return by === 'name' && !construct.declared ? addEntries(construct.table, names, place) : undefined;
  const subject = by === 'name' ? handler.nameExpression : handler.statusExpression;
  if (subject === undefined || !construct) return undefined;
  const tests = by === 'name' ? names.map((n) => templates.literal(n, place.style)) : statusesOf(names).map(String);
  if (construct.form === 'switch') {
    if (construct.on !== by) return undefined;
    return switchCases(construct.code, tests.map((test) => templates.switchCase([test], [passOn(handler, place)], place.style)).flat(), place);
  }
  if (construct.form !== 'chain') return undefined;
  const { last, joined } = lastOf(construct.last);
  const indent = place.indentAt(construct.last.start);
  const branches = tests.map((test) => templates.elseIf(templates.equals(subject, by === 'status' && test === '500' ? test : test), [passOn(handler, place)], place.style));
  if (joined || leavesAlways(construct.last.then)) return [place.insert(last.then.end, reindent(branches.join(''), indent, place))];
  const statements = tests.flatMap((test) => templates.when(templates.equals(subject, test), [passOn(handler, place)], place.style));
  return [place.insert(last.end, place.style.eol + indent + place.lines(statements, indent))];
}

/** The statuses of names, each once; 500 stands for the range of server errors. */
export const statusesOf = (names: readonly string[]): number[] => [...new Set(names.flatMap((n) => entryOf(n)?.status.from ?? []))].sort((a, b) => a - b);

const mainConstruct = (handler: Handler): Construct | undefined => handler.constructs.find((c) => c.form === 'switch') ?? handler.constructs.at(-1);

/** A condition for errors alone, where a success gets there too. */
function failed(handler: Handler, place: Place): string {
  const { templates } = place.language;
  return handler.nameExpression ?? templates.atLeast(handler.statusExpression ?? handler.value, 400);
}

function guarded(handler: Handler, place: Place): readonly string[] {
  const statement = passOn(handler, place);
  return handler.successPossible ? place.language.templates.when(failed(handler, place), [statement], place.style) : [statement];
}

function switchFallback(code: Switch, handler: Handler, place: Place): Edit[] {
  const { templates } = place.language;
  const lines = templates.switchDefault(guarded(handler, place), place.style);
  const old = code.cases.find((c) => c.isDefault);
  if (old) return [{ span: { start: old.start, end: old.end }, newText: place.lines(lines, place.indentAt(old.start)) }];
  return switchCases(code, lines, place);
}

/** Inserts cases before the default, or at the end. */
function switchCases(code: Switch, lines: readonly string[], place: Place): Edit[] {
  const { style, language } = place;
  const first = code.cases[0];
  const indent = first ? place.indentAt(first.start) : place.indentAt(code.start) + style.indent;
  const old = code.cases.find((c) => c.isDefault);
  const before = old && code.cases[code.cases.indexOf(old) - 1];
  // A case that runs into the default, or an empty default above others, must go on doing so.
  const shared = old && before && code.fallsThrough && !leavesAlways(blockOf(before.body));
  if (old && !shared) return [place.insert(old.start, place.lines([...lines, ''], indent) + indent)];
  const at = shared ? firstSharing(code, old) : code.cases.at(-1);
  if (!at) return [{ span: code.body, newText: style.eol + indent + place.lines(lines, indent) + style.eol + place.indentAt(code.start) }];
  if (shared) return [place.insert(at.start, place.lines([...lines, ''], indent) + indent)];
  const leave = code.fallsThrough && !leavesAlways(blockOf(at.body)) ? [style.indent + language.templates.leave(style)] : [];
  return [place.insert(at.end, style.eol + indent + place.lines([...leave, ...lines], indent))];
}

function firstSharing(code: Switch, old: Switch['cases'][number]): Switch['cases'][number] {
  let index = code.cases.indexOf(old);
  for (let before = code.cases[index - 1]; before && !leavesAlways(blockOf(before.body)); before = code.cases[index - 1]) index--;
  return code.cases[index] ?? old;
}

function chainFallback(construct: Construct & { form: 'chain' }, handler: Handler, place: Place): Edit[] | undefined {
  const { templates } = place.language;
  const { style } = place;
  const { last, joined } = lastOf(construct.last);
  const indent = place.indentAt(construct.last.start);
  const statement = passOn(handler, place);
  if (last.otherwise && last.elseSpan) {
    const body = last.otherwise;
    const newText = templates.otherwise([statement], style).trimStart();
    return [{ span: { start: last.elseSpan.start, end: body.end }, newText: reindent(newText, indent, place) }];
  }
  const alone = construct.first === construct.last || joined && construct.first === construct.last;
  const others = !alone && !handler.branches.slice(0, -1).every((b) => b.construct.kind !== 'if' || leavesAlways(b.construct.then));
  if (others || !positive(handler)) return statementFallback(construct.last, handler, place);
  const text = handler.successPossible ? templates.elseIf(failed(handler, place), [statement], style) : templates.otherwise([statement], style);
  return [place.insert(last.then.end, reindent(text, indent, place))];
}

const positive = (handler: Handler): boolean => handler.branches.every((b) => b.atoms.every((a) => !a.negated));

/** A statement behind a construct, for the errors that none of its branches takes. */
function statementFallback(code: Code, handler: Handler, place: Place): Edit[] | undefined {
  const { templates } = place.language;
  const atoms = handler.branches.flatMap((b) => b.atoms);
  const kind = atoms.every((a) => a.kind === 'status') ? 'status' : atoms.every((a) => a.kind === 'name') ? 'name' : undefined;
  const subject = kind === 'status' ? handler.statusExpression : handler.nameExpression;
  if (!kind || subject === undefined || atoms.some((a) => a.negated)) return undefined;
  const literals = [...new Set(atoms.map((a) => place.source(a.operand)))];
  const none = templates.noneOf(subject, literals);
  const test = handler.successPossible ? templates.both(failed(handler, place), none) : none;
  const indent = place.indentAt(code.start);
  const end = place.source({ start: code.end, end: code.end + 1 }) === ';' ? code.end + 1 : code.end;
  return [place.insert(end, place.style.eol + indent + place.lines(templates.when(test, [passOn(handler, place)], place.style), indent))];
}

function markupFallback(construct: Construct & { form: 'markup' }, handler: Handler, place: Place): Edit[] | undefined {
  const { templates } = place.language;
  const subject = handler.nameExpression;
  const literals = [...new Set(handler.branches.flatMap((b) => b.atoms).filter((a) => a.kind === 'name' && !a.negated).map((a) => place.source(a.operand)))];
  if (!templates.shownWhen || subject === undefined || literals.length === 0) return undefined;
  const after = place.source({ start: construct.last.end, end: construct.last.end + 200 });
  const close = /^\s*\}/.exec(after)?.[0].length;
  if (close === undefined) return undefined;
  const none = templates.noneOf(subject, literals);
  const shown = templates.shownWhen(templates.both(subject, none), subject);
  return [place.insert(construct.last.end + close, place.style.eol + place.indentAt(construct.last.start) + shown)];
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
  if (called || values.every((v) => v === 'function')) {
    if (!called) return undefined;
    const fallback = `(${templates.callback('', passOn(handler, place), place.style)})`;
    return [place.insert(lookup.start, '('), { span: { start: lookup.end, end: lookup.end + called[0].length }, newText: ` ?? ${fallback})` }];
  }
  if (!values.every((v) => v === 'string' || v === 'interpolation') || /^\s*(?:\?\.|\.|\[)/.test(after)) return undefined;
  const fallback = templates.interpolate('Unexpected PlusAuth error: ', subject, place.style);
  const whole = /(?:[=(,:[{>]|\breturn|\}\$?\{)\s*$/.test(before) && /^\s*(?:[;,)\]}\r\n]|$)/.test(after);
  const expression = templates.orElse(place.source(lookup), fallback);
  return [{ span: { start: lookup.start, end: lookup.end }, newText: whole ? expression : `(${expression})` }];
}

/** Adds entries to a table in the form of those it has; undefined where their values cannot be guessed. */
export function addEntries(table: RecordLiteral, names: readonly string[], place: Place): Edit[] | undefined {
  const { templates } = place.language;
  const last = table.entries.at(-1);
  const kinds = new Set(table.entries.map((e) => e.value?.kind ?? 'none'));
  if (!last || kinds.size !== 1) return undefined;
  const kind = last.value?.kind;
  const value = (name: string): string | undefined => {
    if (kind === 'string') return templates.literal(entryOf(name)?.description ?? name, place.style);
    if (kind === 'function' && last.value?.kind === 'function') {
      const param = last.value.params[0]?.name;
      const statement = param === undefined ? templates.raise('Unexpected PlusAuth error: ', templates.literal(name, place.style), place.style) : templates.rethrow(param, place.style);
      return templates.callback(param ?? '', statement, place.style);
    }
    return undefined;
  };
  const quoted = /^['"]/.test(place.source(last.keySpan));
  const lines: string[] = [];
  for (const name of names) {
    const text = value(name);
    if (text === undefined) return undefined;
    const entry = templates.tableEntry(name, text, place.style);
    lines.push(quoted ? entry.replace(name, templates.literal(name, place.style)) : entry);
  }
  const multiline = place.source({ start: table.start, end: last.start }).includes('\n');
  const tail = place.source({ start: last.end, end: table.end });
  const comma = /^\s*,/.exec(tail)?.[0].length;
  const at = last.end + (comma ?? 0);
  const joined = comma === undefined ? lines.map((l, i) => (i === lines.length - 1 ? l.replace(/,$/, '') : l)) : lines;
  const lead = comma === undefined ? ',' : '';
  const indent = place.indentAt(last.start);
  return [place.insert(at, multiline ? lead + place.style.eol + indent + place.lines(joined, indent) : `${lead} ${joined.join(' ')}`)];
}

/** The last `else if` of a chain, and whether there is any. */
function lastOf(code: If): { last: If; joined: boolean } {
  let last = code;
  while (last.otherwise?.kind === 'if') last = last.otherwise;
  return { last, joined: last !== code };
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

/** `already_exists (409)`. */
export const labelled = (name: string): string => {
  const entry = entryOf(name);
  return entry ? `${name} (${statusText(entry)})` : name;
};
