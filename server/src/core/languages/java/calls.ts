import type { Code, RecordEntry } from '../../model/code';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import { accessed, isConstant, KEYED, memberOf, OWN_VALUE, RANGES, READS, spanning, statusName, SUCCEEDED, UNWRAPS, within } from '../jvm';
import { readAs } from '../enumerations';
import { at } from '../lowering';
import type { Lowering } from './lower';

const LISTS = /^(?:(?:List|Set|Stream|ImmutableList|ImmutableSet|EnumSet)\.of|Arrays\.asList|(?:Sets|Lists)\.(?:newHashSet|newArrayList|immutableEnumSet)|Collections\.singleton(?:List)?|Arrays\.stream)$/;
const MAPS = /^(?:(?:Map|ImmutableMap)\.of|Collections\.singletonMap)$/;
const ENTRIES = /^(?:Map\.ofEntries|ImmutableMap\.ofEntries)$/;
const ENTRY = /(?:^|\.)(?:entry|SimpleEntry|SimpleImmutableEntry)$/;
const COPIES = /^(?:Collections\.(?:unmodifiable|synchronized)\w+|(?:List|Set|Map|ImmutableMap|ImmutableSet|ImmutableList|EnumSet)\.copyOf)$/;
const COLLECTION_CLASS = /^(?:Linked|Tree|Concurrent)?(?:Hash|Tree|Array|Linked|Enum)(?:Map|Set|List)$/;
const EQUALS = /^(?:equals|equalsIgnoreCase|contentEquals|isSameCodeAs)$/;
const LIBRARY = /(?:^|\.)(?:Objects|StringUtils|Strings|ObjectUtils|CollectionUtils|Optional|Preconditions)$/;
/** Steps that only pass by: what goes wrong goes on behind them. */
const ASIDE = /^(?:doOnError|doOnTerminate|whenComplete|whenCompleteAsync|doFinally)$/;

/** A call of a method or constructor. What only asks for a part of a value, or gives it in another form, is that part or value. */
export function callOf(x: Lowering, n: SyntaxNode): Code {
  const args = argumentsOf(x, n);
  const type = fieldOf(n, 'type');
  if (type) return made(x, n, type, args);
  const object = fieldOf(n, 'object');
  const method = fieldOf(n, 'name') ?? fieldOf(n, 'constructor');
  if (!method) return x.other(n);
  const name = x.source(method);
  const first = args[0];
  if (!object) return fromLibrary(name, args, n) ?? (args.length === 0 && /^get[A-Z]/.test(name) ? bare(n, method, name) : undefined) ?? { kind: 'call', ...at(n), callee: { kind: 'name', ...at(method), name }, args, isNew: false };
  const owner = x.source(object);
  const found = ofLibrary(owner, name, args, n) ?? fromLibrary(name, args, n, owner);
  if (found) return found;
  if (name === 'valueOf' && first && args.length === 1 && /^[A-Z]\w*[a-z]\w*$/.test(owner)) return readAs(x.code(object), first, n, true);
  const value = x.code(object);
  const step = ofValue(value, name, args, n, method);
  if (step) return step;
  const passed = ASIDE.test(name) ? args.map(goingOn) : args;
  if (name === 'anyMatch' && first && value.kind === 'list') {
    const asked = methodReference(x, n);
    if (asked) return { kind: 'binary', ...at(n), op: 'in', left: asked, right: value };
  }
  return { kind: 'call', ...at(n), callee: memberOf(value, name, { start: n.start, end: method.end }, method), args: passed, isNew: false };
}

function argumentsOf(x: Lowering, n: SyntaxNode): Code[] {
  return x.all(fieldOf(n, 'arguments')?.children ?? []);
}

function bare(n: SyntaxNode, method: SyntaxNode, name: string): Code | undefined {
  const part = accessed(name);
  return part === undefined ? undefined : memberOf({ kind: 'name', start: n.start, end: n.start, name: 'this' }, part, n, method);
}

/** `new X(…)`: a copy of a collection is the collection, a parser of its text the text. */
function made(x: Lowering, n: SyntaxNode, type: SyntaxNode, args: readonly Code[]): Code {
  const callee = x.code(type);
  const name = x.source(callee);
  const body = childOf(n, 'class_body');
  const [first] = args;
  if (COLLECTION_CLASS.test(name)) {
    const entries = body && putEntries(x, body);
    if (entries) return { kind: 'record', ...at(n), entries };
    if (first && (first.kind === 'list' || first.kind === 'record')) return spanning(first, n);
  }
  if (first && READS.has(name)) return spanning(first, n);
  if (ENTRY.test(name)) return { kind: 'list', ...at(n), items: args };
  const members = body ? [{ kind: 'type' as const, ...at(body), name: undefined, isEnum: false, members: x.all(body.children) }] : [];
  return { kind: 'call', ...at(n), callee, args: [...args, ...members], isNew: true };
}

/** `new HashMap<>() {{ put("a", b); }}`. */
function putEntries(x: Lowering, body: SyntaxNode): RecordEntry[] | undefined {
  const block = body.children.length === 1 ? childOf(body, 'block') : undefined;
  const puts = block?.children.map((s) => {
    const call = s.type === 'expression_statement' ? childOf(s, 'method_invocation') : undefined;
    const called = call && fieldOf(call, 'name');
    const [key, value] = call ? argumentsOf(x, call) : [];
    return called && x.source(called) === 'put' && key && value ? entry(key, value, s) : undefined;
  });
  return puts?.every((p) => p !== undefined) ? puts : undefined;
}

const entry = (key: Code, value: Code | undefined, span: { start: number; end: number }): RecordEntry => ({
  ...at(span), key: key.kind === 'string' ? key.value : undefined, ...(key.kind !== 'string' && { keyCode: key }), keySpan: at(key), value,
});

/** Collections, and functions that pass their argument through. */
function fromLibrary(name: string, args: readonly Code[], n: SyntaxNode, owner?: string): Code | undefined {
  const called = owner === undefined ? name : `${owner.replace(/^java\.util\./, '').replace(/<.*>/s, '')}.${name}`;
  const [first] = args;
  if (LISTS.test(called)) return { kind: 'list', ...at(n), items: first?.kind === 'list' && args.length === 1 ? first.items : args };
  if (MAPS.test(called)) {
    const entries: RecordEntry[] = [];
    for (let i = 0; i + 1 < args.length; i += 2) {
      const [key, value] = [args[i], args[i + 1]];
      if (key && value) entries.push(entry(key, value, { start: key.start, end: value.end }));
    }
    return { kind: 'record', ...at(n), entries };
  }
  if (ENTRY.test(called) && args.length === 2) return { kind: 'list', ...at(n), items: args };
  if (ENTRIES.test(called)) {
    const entries = args.map((a) => (a.kind === 'list' && a.items[0] ? entry(a.items[0], a.items[1], a) : { key: undefined, ...at(a), keySpan: at(a), value: a }));
    return { kind: 'record', ...at(n), entries };
  }
  if (COPIES.test(called) && first) return spanning(first, n);
  return undefined;
}

/** What the library asks of a value, or does to it, by functions. */
function ofLibrary(owner: string, name: string, args: readonly Code[], n: SyntaxNode): Code | undefined {
  const [first, second] = args;
  if (first && (READS.has(name) || (/^(?:valueOf|resolve|from\w*|of)$/.test(name) && /(?:^|\.)(?:String|Integer|HttpStatus|HttpStatusCode|Optional)$/.test(owner)))) return spanning(first, n);
  if (!LIBRARY.test(owner) || !first) return undefined;
  if (/^equals(?:IgnoreCase)?$/.test(name) && second) return { kind: 'binary', ...at(n), op: 'eq', left: statusName(first, second), right: statusName(second, first) };
  if (/^equalsAny(?:IgnoreCase)?$/.test(name)) return { kind: 'binary', ...at(n), op: 'in', left: first, right: { kind: 'list', start: second?.start ?? n.end, end: n.end, items: args.slice(1) } };
  if (/^(?:nonNull|hasText|hasLength|isNot(?:Blank|Empty))$/.test(name)) return spanning(first, n);
  if (/^(?:isNull|is(?:Blank|Empty)|isNullOrEmpty)$/.test(name)) return { kind: 'not', ...at(n), operand: first };
  if (/^(?:requireNonNullElse(?:Get)?|firstNonNull|defaultIfBlank|defaultString)$/.test(name) && second) return { kind: 'logical', ...at(n), op: 'coalesce', left: first, right: second };
  if (/^(?:requireNonNull|checkNotNull)$/.test(name)) return { kind: 'logical', ...at(n), op: 'coalesce', left: first, right: { kind: 'throw', start: n.end, end: n.end, value: undefined } };
  return undefined;
}

/** What is asked of a value by its own methods. */
function ofValue(value: Code, name: string, args: readonly Code[], n: SyntaxNode, method: SyntaxNode): Code | undefined {
  const [first] = args;
  if (EQUALS.test(name) && first && args.length === 1) return { kind: 'binary', ...at(n), op: 'eq', left: statusName(value, first), right: statusName(first, value) };
  if (first?.kind === 'string' && /^\/?[A-Za-z_$.]\w*$/.test(first.value) && (name === 'has' || name === 'hasNonNull' || (KEYED.test(name) && !isCollection(value)))) {
    return memberOf(value, first.value.replace(/^\/|^\$\./, ''), n, first.content);
  }
  if (name === 'orElse' && first) return { kind: 'logical', ...at(n), op: 'coalesce', left: value, right: first };
  if (name === 'orElseGet' && first) return { kind: 'logical', ...at(n), op: 'coalesce', left: value, right: first };
  if (name === 'orElseThrow') return { kind: 'logical', ...at(n), op: 'coalesce', left: value, right: { kind: 'throw', start: method.end, end: n.end, value: undefined } };
  if (/^(?:getResponseBodyAs|bodyAs|readEntity|getBody|asText|textValue)$/.test(name) && args.length === 1) return name === 'asText' ? spanning(value, n) : memberOf(value, 'body', n, method);
  if (/^to(?:Lower|Upper)Case$/.test(name)) return spanning(value, n);
  if (args.length > 0) return undefined;
  const range = RANGES.get(name);
  if (range) return within(value, range, n, method);
  if (SUCCEEDED.has(name)) return memberOf(value, 'ok', n, method);
  if (/^is(?:Empty|Blank|MissingNode|Null)$/.test(name)) return { kind: 'not', ...at(n), operand: value };
  if (/^is(?:Present|Textual|String)$/.test(name) || UNWRAPS.has(name)) return spanning(value, n);
  if (isConstant(value) && OWN_VALUE.test(name.replace(/^get([A-Z])/, (_, letter: string) => letter.toLowerCase()))) return spanning(value, n);
  const part = accessed(name);
  return part === undefined ? undefined : memberOf(value, part, n, method);
}

const isCollection = (code: Code): boolean => code.kind === 'record' || code.kind === 'list' || (code.kind === 'name' && /^[A-Z]/.test(code.name));

/** `code::equals`: whom is asked. */
function methodReference(x: Lowering, n: SyntaxNode): Code | undefined {
  const args = fieldOf(n, 'arguments');
  const reference = args && childOf(args, 'method_reference');
  const asked = reference?.children[0];
  return asked && /::\s*equals(?:IgnoreCase)?$/.test(x.source(reference)) ? x.code(asked) : undefined;
}

/** Behind a step that only looks at an error the error goes on by itself. */
function goingOn(code: Code): Code {
  if (code.kind !== 'function' || code.body?.kind !== 'block') return code;
  const { body } = code;
  return { ...code, body: { ...body, body: [...body.body, { kind: 'throw', start: body.end, end: body.end, value: undefined }] } };
}

/** `x instanceof T t`: `t` is `x`. */
export function instanceOf(x: Lowering, n: SyntaxNode): Code {
  const left = x.field(n, 'left');
  const bound = fieldOf(n, 'name');
  const right = fieldOf(n, 'right');
  const type: Code = right ? x.code(right) : { kind: 'other', start: n.end, end: n.end, children: [] };
  return { kind: 'binary', ...at(n), op: 'instanceof', left, right: type, ...(bound && { binds: x.pattern(bound, right, bound) }) };
}
