import { addBranches } from '../edits/branches';
import { clientOf, handlerLines, thrownBy, type Failure } from '../edits/failure';
import { fillBody } from '../edits/body';
import { fillCatch } from '../edits/fillCatch';
import type { Code, Declaration, ExpressionStatement, Pattern, Return } from '../model/code';
import { some } from '../model/code';
import type { Edit } from '../model/edit';
import { contains, type Span } from '../model/span';
import type { Analysis, Analyzer } from '../recognise/analysis';
import type { Calls } from '../recognise/origin';
import { ALL_NAMES, namesOf } from '../recognise/names';
import { canJudge } from '../rules/rule';
import { namesFor, receiverAt, typeOf } from './completion/handlers';
import { newSwitch } from './completion/branches';
import { hole, toSnippet } from './completion/snippet';
import { spotAt } from './completion/spot';
import { View } from './completion/view';
import { lineStartAt } from './completion/lines';

/** The variable that a new catch clause binds. */
const PARAMETER = 'error';

/**
 * Edits that put a handler where the cursor is: they fill a switch or a catch, or surround a call of PlusAuth's with one.
 * The last edit is a snippet. Undefined where no handler can stand.
 */
export function insertHandlerAt(analysis: Analysis, analyzer: Analyzer, offset: number): Edit[] | undefined {
  const view = View.of(analysis, analyzer, offset);
  if (!view) return undefined;
  const found = handlerEdits(view);
  return found?.map((edit, i) => ({ span: view.inDocument(edit.span), newText: i === found.length - 1 ? toSnippet(edit.newText) : edit.newText }));
}

/** From the cursor outwards: the first place that takes a handler. */
function handlerEdits(view: View): Edit[] | undefined {
  for (let depth = view.path.length - 1; depth >= 0; depth--) {
    const code = view.path[depth];
    if (!code) continue;
    const around = view.path.slice(0, depth);
    const found = code.kind === 'switch' ? fillSwitch(code, view) : code.kind === 'try' ? fillTry(code, around, view) : code.kind === 'function' ? fillCallback(code, around, view) : around.length === 0 || isList(around.at(-1)) ? handleStatement(code, around, view) : undefined;
    if (found) return found;
    if (code.kind === 'block') {
      const inside = receiverIn(code, around, view);
      if (inside) return inside;
      const statement = onLine(code.body, view);
      const handled = statement && !view.path.includes(statement) ? handleStatement(statement, [...around, code], view) : undefined;
      if (handled) return handled;
    }
    if (code.kind === 'try' && view.at < code.end) return undefined;
  }
  return undefined;
}

const isList = (code: Code | undefined): boolean => code?.kind === 'block' || code?.kind === 'switch';

/** The statement on whose line the cursor is, in the indentation or behind the end. */
function onLine(list: readonly Code[], view: View): Code | undefined {
  const start = lineStartAt(view.text, view.at);
  const end = view.text.indexOf('\n', view.at);
  return list.find((s) => s.start >= start && s.start < (end < 0 ? view.text.length : end));
}

function fillSwitch(code: Code & { kind: 'switch' }, view: View): Edit[] | undefined {
  const handler = view.facts.handlers.find((h) => h.constructs.some((c) => c.form === 'switch' && c.code === code));
  const close = view.language.templates.layout.brackets?.[1];
  if (close !== undefined && !view.text.startsWith(close, code.body.end)) return undefined;
  if (!handler) {
    const lines = newSwitch(code, view);
    return lines && [fillBody(code.body, lines, view.place, code.start, true)];
  }
  const construct = handler.constructs.find((c) => c.form === 'switch' && c.code === code);
  const names = namesOf(ALL_NAMES & ~handler.handled);
  const hasDefault = code.cases.some((c) => c.isDefault);
  if (!canJudge(handler, view.environment) || (names.length === 0 && hasDefault)) return undefined;
  return addBranches(handler, names, construct?.form === 'switch' && construct.on === 'status' ? 'status' : 'name', !hasDefault, { own: view.place, of: () => undefined });
}

/** The catch of a try, wherever in it the cursor is. */
function fillTry(code: Code & { kind: 'try' }, around: readonly Code[], view: View): Edit[] | undefined {
  const clause = code.handlers[0];
  if (!clause) return undefined;
  return fillEmpty(clause.body, view) ?? receiverIn(clause.body, [...around, code], view);
}

function fillCallback(code: Code & { kind: 'function' }, around: readonly Code[], view: View): Edit[] | undefined {
  return code.body && (fillEmpty(code.body, view) ?? receiverIn(code.body, [...around, code], view));
}

function fillEmpty(body: Code, view: View): Edit[] | undefined {
  const empty = view.facts.emptyCatches.find((e) => e.body.start === body.start && e.body.end === body.end && !e.logOnly);
  return empty && isWhole(body, view) ? fillCatch(empty, 'handler', view.place) : undefined;
}

/** Both of its brackets are there: half-typed code is left to completion. */
function isWhole(body: Code, view: View): boolean {
  const { brackets } = view.language.templates.layout;
  const text = view.source(body);
  return body.kind !== 'block' || !brackets || (text.startsWith(brackets[0]) && text.endsWith(brackets[1]));
}

/** A handler in a body that receives errors: at the cursor, in place of a mere rethrow, or at the end. */
function receiverIn(body: Code, around: readonly Code[], view: View): Edit[] | undefined {
  if (body.kind !== 'block' || !isWhole(body, view)) return undefined;
  const receiver = receiverAt(body, around, view);
  if (!receiver) return undefined;
  const { place } = view;
  const { style } = place;
  const lines = handlerLines(receiver.failure, receiver.names, place, hole);
  const last = body.body.at(-1);
  const { brackets } = view.language.templates.layout;
  const outer = place.indentAt(around.at(-1)?.kind === 'try' ? body.end - 1 : body.start);
  const indent = last ? place.indentAt(last.start) : outer + style.indent;
  const text = place.lines(lines, indent);
  if (last?.kind === 'throw') return [{ span: last, newText: text }];
  const spot = spotAt(view);
  if (spot?.code === body && spot.ownLine) {
    const lineStart = lineStartAt(view.text, view.at);
    return [{ span: { start: lineStart, end: view.at }, newText: indent + text }];
  }
  if (last?.kind === 'return') return [{ span: { start: last.start, end: last.start }, newText: text + style.eol + indent }];
  if (last) return [{ span: { start: place.lineEnd(last.end), end: place.lineEnd(last.end) }, newText: style.eol + indent + text }];
  if (!brackets) return [fillBody(body, lines, place, around.at(-1)?.start ?? body.start)];
  const comments = view.text.slice(body.start + 1, body.end - 1).trimEnd();
  return [{ span: { start: body.start + 1 + comments.length, end: body.end - 1 }, newText: style.eol + indent + text + style.eol + outer }];
}

/** A statement that calls PlusAuth and leaves its errors to the caller. */
function handleStatement(code: Code, around: readonly Code[], view: View): Edit[] | undefined {
  if (code.kind !== 'expression' && code.kind !== 'declaration' && code.kind !== 'return') return undefined;
  if (isTried(code, around)) return undefined;
  const value = valueOf(code);
  const calls: Calls = [];
  if (!value || value.kind === 'function' || !some(value, (c) => c.kind === 'call') || view.origins.of(value, calls) !== 'plusauth') return undefined;
  if (view.text.slice(lineStartAt(view.text, code.start), code.start).trim() !== '') return undefined;
  const client = clientOf(calls.length > 0 ? '' : view.source(value), view.analysis.text, view.language.clients);
  if (calls.length === 0 && !client.failed && !hasRequest(value, view)) return undefined;
  const names = namesFor(value, calls, view);
  const awaited = some(value, (c) => c.kind === 'call' && view.language.templates.isAwaited(view.text.slice(Math.max(0, c.start - 20), c.start)));
  if (client.failed && !client.thrown?.by.test(view.source(code))) return awaited ? askResponse(code, around, client.failed, names, view) : undefined;
  const thrown = thrownBy(client, view.source(code));
  const failure = { value: PARAMETER, client: thrown, opaque: awaited, type: typeOf(calls, view), caught: awaited };
  if (!awaited) {
    const handled = client.deferred || some(value, (c) => c.kind === 'call' && c.callee.kind === 'member' && view.language.idioms.rejection.has(c.callee.property));
    // Without such callbacks in the language there is nowhere to put a handler.
    if (handled || view.language.idioms.rejection.size === 0) return undefined;
    const lines = view.language.templates.rejection?.(PARAMETER, handlerLines(failure, names, view.place, hole), view.place.style);
    return lines && [{ span: { start: value.end, end: value.end }, newText: view.place.lines(lines, view.place.indentAt(code.start)) }];
  }
  if (view.language.idioms.plainError?.(thrown.thrown?.type)) return undefined;
  const list = listOf(around, code);
  const last = list && lastUse(code, list);
  const { attempt } = view.language.templates;
  return last && attempt && surround(attempt, code, last, handlerLines(failure, names, view.place, hole), thrown, view);
}

/** A catch of the same function receives its errors. */
function isTried(code: Code, around: readonly Code[]): boolean {
  const inner = around.slice(around.findLastIndex((c) => c.kind === 'function') + 1);
  return inner.some((c) => c.kind === 'try' && c.handlers.length > 0 && contains(c.body, code));
}

const valueOf = (code: ExpressionStatement | Declaration | Return): Code | undefined => (code.kind === 'expression' ? code.expression : code.kind === 'declaration' ? code.init : code.value);

const hasRequest = (value: Code, view: View): boolean => some(value, (c) => c.kind === 'call' && c.callee.kind === 'member' && /^(?:get|post|put|patch|delete|head|request)$/.test(c.callee.property) && view.origins.of(c.callee) === 'plusauth');

/** `if (!res.ok) { … }` behind the statement that got the response. */
function askResponse(code: Code, around: readonly Code[], failed: (response: string) => string, names: readonly string[], view: View): Edit[] | undefined {
  if (code.kind !== 'declaration') return undefined;
  const [response, error] = code.separate ? code.pattern.fields.map((f) => f.pattern.name) : [code.pattern.name];
  if (response === undefined) return undefined;
  // The error that came beside the response is asked first: without that there may be no response.
  const list = listOf(around, code) ?? [];
  const next = list[list.indexOf(code) + 1];
  const asked = error !== undefined && next?.kind === 'if' && some(next.test, (c) => c.kind === 'name' && c.name === error) ? next : undefined;
  if (error !== undefined && !asked) return undefined;
  const after = asked ?? code;
  const { place } = view;
  const client = clientOf(view.source(code), view.analysis.text, view.language.clients);
  const lines = view.language.templates.when(failed(response), handlerLines({ value: response, client, opaque: false }, names, place, hole), place.style);
  const indent = place.indentAt(code.start);
  return [{ span: { start: after.end, end: after.end }, newText: place.style.eol + indent + place.lines(lines, indent) }];
}

/** The statements that `code` stands among; undefined where what it declares is seen from elsewhere. */
function listOf(around: readonly Code[], code: Code): readonly Code[] | undefined {
  const parent = around.at(-1);
  const inFunction = around.some((c) => c.kind === 'function');
  if (!inFunction && code.kind === 'declaration') return undefined;
  if (parent?.kind === 'block') return parent.body;
  if (parent?.kind === 'switch') return parent.cases.find((c) => c.body.includes(code))?.body;
  return parent ? undefined : [code];
}

/** The last statement that needs what `code`, or a statement between, declares. */
function lastUse(code: Code, list: readonly Code[]): Code {
  const names = new Set<string>();
  const bind = (pattern: Pattern): void => {
    if (pattern.name !== undefined) names.add(pattern.name);
    pattern.fields.forEach((f) => bind(f.pattern));
  };
  const declare = (statement: Code): void => void some(statement, (c) => (c.kind === 'declaration' && bind(c.pattern), c.kind === 'function'));
  declare(code);
  const from = list.indexOf(code);
  let last = from;
  for (let i = from + 1; i < list.length; i++) {
    const statement = list[i];
    if (!statement || !some(statement, (c) => c.kind === 'name' && names.has(c.name))) continue;
    while (last < i) {
      last++;
      const between = list[last];
      if (between) declare(between);
    }
    // A name that is declared on the way can be used before.
    if (list.slice(i + 1).some((s) => some(s, (c) => c.kind === 'name' && names.has(c.name)))) continue;
    break;
  }
  return list[last] ?? code;
}

/** Statements one level deeper, with a catch behind them. */
function surround(attempt: NonNullable<View['language']['templates']['attempt']>, first: Code, last: Code, handler: readonly string[], client: Failure['client'], view: View): Edit[] {
  const { place, text } = view;
  const { style } = place;
  const indent = place.indentAt(first.start);
  const open = typeof attempt.open === 'string' ? attempt.open : attempt.open(style);
  const edits: Edit[] = [{ span: { start: first.start, end: first.start }, newText: place.lines(open.split('\n'), indent) + style.eol + indent + style.indent }];
  const texts: Span[] = [];
  some(view.code, (c) => ((c.kind === 'string' || c.kind === 'interpolation') && texts.push(c), false));
  for (let line = text.indexOf('\n', first.start) + 1; line > 0 && line < last.end; line = text.indexOf('\n', line) + 1) {
    const within = texts.some((s) => s.start < line && line < s.end);
    if (!within && /\S/.test(text.charAt(line) + text.slice(line, line + 200).split(/[\r\n]/)[0])) edits.push({ span: { start: line, end: line }, newText: style.indent });
  }
  const rest = /^[^\r\n]*/.exec(text.slice(last.end))?.[0] ?? '';
  const end = last.end + (rest.trimStart().startsWith(view.language.comment.line) ? rest.trimEnd().length : 0);
  const lines = attempt.close(PARAMETER, handler, style, client);
  return [...edits, { span: { start: end, end }, newText: style.eol + indent + place.lines(lines, indent) }];
}
