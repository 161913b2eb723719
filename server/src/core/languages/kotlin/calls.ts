import type { Code, FunctionLiteral, RecordEntry } from '../../model/code';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import { accessed, isConstant, KEYED, memberOf, OWN_VALUE, RANGES, READS, spanning, statusConstant, SUCCEEDED, UNWRAPS, within } from '../jvm';
import { readAs, searched } from '../enumerations';
import { at } from '../lowering';
import { meant, type Lowering } from './lower';

const LISTS = /^(?:(?:mutable|linked|hash)?(?:listOf|setOf|SetOf|ListOf)|hashSetOf|linkedSetOf|sortedSetOf|arrayListOf|arrayOf|listOfNotNull|setOfNotNull|sequenceOf|List\.of|Set\.of|EnumSet\.of)$/;
const MAPS = /^(?:mapOf|mutableMapOf|hashMapOf|linkedMapOf|sortedMapOf)$/;
/** Functions of the standard library that throw. (The second one is what notes of open work are searched by.) */
const THROWS = /^(?:error|T[O]DO)$/;
/** Functions that run their block in place: what it is given is the value before the dot. */
const INLINE = new Set(['let', 'also']);
/** Functions whose block gives the value of the whole. */
const GIVES = new Set(['getOrElse', 'recover', 'recoverCatching', 'fold', 'mapError', 'catch', 'onErrorResume', 'onErrorMap', 'run', 'with', 'map', 'orElseGet', 'handleError', 'getOrPut']);
/** Steps that only pass by: what goes wrong goes on behind them, unless nobody takes it. */
const ASIDE = new Set(['onFailure', 'doOnError', 'onCompletion', 'whenComplete', 'doFinally']);
/** Functions that look for one member of a collection. */
const SEARCHES = /^(?:find|(?:first|single)(?:OrNull)?)$/;
/** Properties that give their object in another form. */
const FORMS = new Set(['value', 'content', 'contentOrNull', 'jsonPrimitive', 'jsonObject', 'lowercase', 'asText', 'textValue']);

/** A chain whose first link is negated: the grammar binds `!` to that link, the language to the whole. */
export function withoutNegation(x: Lowering, n: SyntaxNode): SyntaxNode | undefined {
  if (!CHAIN.has(n.type) || x.text.charAt(n.start) !== '!') return undefined;
  const [first, ...others] = n.children;
  if (!first) return undefined;
  const argument = first.type === 'unary_expression' ? fieldOf(first, 'argument') : undefined;
  const plain = argument ?? withoutNegation(x, first);
  return plain && { ...n, start: plain.start, children: [{ ...plain, field: first.field }, ...others] };
}
const CHAIN = new Set(['navigation_expression', 'call_expression', 'index_expression']);

/** `a.b`, `a?.b`, `A::b`. */
export function navigation(x: Lowering, n: SyntaxNode): Code {
  const [object, property] = meant(n.children);
  if (!object || !property) return x.other(n);
  if (/::/.test(x.source({ start: object.end, end: property.start }))) return { kind: 'other', ...at(n), children: [] };
  const name = x.source(property);
  const value = x.code(object);
  if (FORMS.has(name) || (isConstant(value) && OWN_VALUE.test(name))) return spanning(value, n);
  if (SUCCEEDED.has(name)) return memberOf(value, 'ok', n, property);
  return memberOf(value, statusConstant(name) ?? name, n, property);
}

interface Argument {
  readonly name: string | undefined;
  readonly code: Code;
}

export function callOf(x: Lowering, n: SyntaxNode): Code {
  const [callee] = meant(n.children);
  if (!callee) return x.other(n);
  const args = argumentsOf(x, n, calledName(x, callee));
  const codes = args.map((a) => a.code);
  if (callee.type === 'identifier') return ofFunction(x.source(callee), codes, n, callee);
  const [object, property] = callee.type === 'navigation_expression' ? meant(callee.children) : [];
  if (!object || !property) return { kind: 'call', ...at(n), callee: x.code(callee), args: codes, isNew: false };
  const name = x.source(property);
  const owner = x.source(object);
  if (LISTS.test(`${owner}.${name}`)) return { kind: 'list', ...at(n), items: codes };
  if (codes[0] && READS.has(name)) return spanning(codes[0], n);
  if (codes[0] && /^(?:String|Int|HttpStatus|HttpStatusCode|Optional)$/.test(owner) && /^(?:valueOf|of|fromValue|resolve)$/.test(name)) return spanning(codes[0], n);
  if (codes[0] && codes[1] && /^(?:Objects|StringUtils)$/.test(owner) && /^equals/.test(name)) return { kind: 'binary', ...at(n), op: 'eq', left: codes[0], right: codes[1] };
  if (codes[0] && codes.length === 1 && name === 'valueOf' && /^[A-Z]\w*[a-z]\w*$/.test(owner)) return readAs(x.code(object), codes[0], n, true);
  const enumeration = /^(?:(\w+)\.)?(?:entries|values\(\))$/.exec(owner);
  const found = enumeration && SEARCHES.test(name) ? searched({ kind: 'name', ...at(object), name: enumeration[1] ?? '' }, codes[0], n, !/^find|Null$/.test(name)) : undefined;
  if (found) return found;
  const value = x.code(object);
  return ofValue(value, name, args, n, property) ?? { kind: 'call', ...at(n), callee: memberOf(value, name, callee, property), args: ASIDE.has(name) && !x.isDiscarded(n) ? codes.map(goingOn) : codes, isNew: false };
}

const calledName = (x: Lowering, callee: SyntaxNode): string => x.source(callee.type === 'navigation_expression' ? (meant(callee.children)[1] ?? callee) : callee);

function argumentsOf(x: Lowering, n: SyntaxNode, called: string): Argument[] {
  const found: Argument[] = [];
  const add = (node: SyntaxNode | undefined, name?: string): void => {
    if (!node) return;
    const lambda = node.type === 'annotated_lambda' ? childOf(node, 'lambda_literal') : node.type === 'lambda_literal' ? node : undefined;
    found.push({ name, code: lambda ? x.lambda(lambda, GIVES.has(called) || INLINE.has(called)) : x.code(node) });
  };
  for (const arg of childOf(n, 'value_arguments')?.children.filter((c) => c.type === 'value_argument') ?? []) {
    const parts = meant(arg.children);
    const named = parts.length > 1 && parts[0]?.type === 'identifier' && /^\s*=/.test(x.source({ start: parts[0].end, end: arg.end })) ? parts[0] : undefined;
    add(parts.at(-1), named && x.source(named));
  }
  for (const lambda of n.children.filter((c) => c.type === 'annotated_lambda')) add(lambda);
  return found;
}

function ofFunction(name: string, args: readonly Code[], n: SyntaxNode, callee: SyntaxNode): Code {
  if (LISTS.test(name)) return { kind: 'list', ...at(n), items: args };
  if (MAPS.test(name)) return { kind: 'record', ...at(n), entries: args.map(entry) };
  if (name === 'Pair' && args.length === 2) return { kind: 'list', ...at(n), items: args };
  if (THROWS.test(name) && args.length < 2) return { kind: 'throw', ...at(n), value: args[0] };
  if (args[0] && READS.has(name)) return spanning(args[0], n);
  return { kind: 'call', ...at(n), callee: { kind: 'name', ...at(callee), name }, args, isNew: /^[A-Z]/.test(name) };
}

function entry(code: Code): RecordEntry {
  const [key, value] = code.kind === 'list' ? code.items : [];
  if (!key) return { key: undefined, ...at(code), keySpan: at(code), value: code };
  return { key: key.kind === 'string' ? key.value : undefined, ...at(code), ...(key.kind !== 'string' && { keyCode: key }), keySpan: at(key), value };
}

/** What is asked of a value by its methods and by functions that extend it. */
function ofValue(value: Code, name: string, args: readonly Argument[], n: SyntaxNode, method: SyntaxNode): Code | undefined {
  const codes = args.map((a) => a.code);
  const [first, second] = codes;
  if (/^(?:equals|contentEquals|equalsIgnoreCase)$/.test(name) && first) return { kind: 'binary', ...at(n), op: 'eq', left: value, right: first };
  if (INLINE.has(name) && first?.kind === 'function') return inPlace(value, first, n);
  if (name === 'fold' && first && second) {
    const failed = args.find((a) => a.name === 'onFailure')?.code ?? second;
    const succeeded = codes.find((c) => c !== failed) ?? first;
    return { kind: 'call', ...at(n), callee: memberOf({ kind: 'call', ...at(n), callee: memberOf(value, 'onSuccess', { start: n.start, end: method.end }, method), args: [succeeded], isNew: false }, 'onFailure', { start: n.start, end: method.end }, method), args: [failed], isNew: false };
  }
  // A look-up in a table, whose default is a block or a value.
  if (name === 'getValue' && first) return { kind: 'index', ...at(n), object: value, index: first, loud: true };
  if ((name === 'getOrElse' || name === 'getOrDefault' || name === 'getOrPut') && first && second && isLookup(first)) return { kind: 'logical', ...at(n), op: 'coalesce', left: { kind: 'index', ...at(n), object: value, index: first }, right: second };
  if (first?.kind === 'string' && /^\/?[A-Za-z_]\w*$/.test(first.value) && (name === 'has' || (KEYED.test(name) && !isTable(value)))) return memberOf(value, first.value.replace(/^\//, ''), n, first.content);
  if (/^(?:orElse|ifEmpty|ifBlank|ifNull)$/.test(name) && first) return { kind: 'logical', ...at(n), op: 'coalesce', left: value, right: first };
  if (/^(?:isIn|isOneOf)$/.test(name)) return undefined;
  if (/^(?:lowercase|uppercase|toLowerCase|toUpperCase|bodyAsText|body|string|readText|getResponseBodyAs|errorBodyAs|asText)$/.test(name)) return /body/i.test(name) ? memberOf(value, 'body', n, method) : spanning(value, n);
  if (codes.length > 0) return undefined;
  const range = RANGES.get(name);
  if (range) return within(value, range, n, method);
  if (SUCCEEDED.has(name)) return memberOf(value, 'ok', n, method);
  if (/^is(?:NullOrEmpty|NullOrBlank|Empty|Blank)$/.test(name)) return { kind: 'not', ...at(n), operand: value };
  if (/^is(?:NotEmpty|NotBlank)$/.test(name) || UNWRAPS.has(name)) return spanning(value, n);
  const part = accessed(name);
  return part === undefined ? undefined : memberOf(value, part, n, method);
}

const isLookup = (key: Code): boolean => key.kind === 'member' || key.kind === 'name';
const isTable = (code: Code): boolean => code.kind === 'record' || code.kind === 'list' || (code.kind === 'name' && /^[A-Z]/.test(code.name));

/** The block's statements where they run, with a name for the value in front. */
function inPlace(value: Code, block: FunctionLiteral, n: SyntaxNode): Code {
  const [param] = block.params;
  const body = block.body?.kind === 'block' ? block.body.body : [];
  const last = body.at(-1);
  // What ends the block is its value and returns nowhere.
  const statements: readonly Code[] = last?.kind === 'return' && last.value ? [...body.slice(0, -1), last.start === last.value.start ? (isStatement(last.value) ? last.value : { kind: 'expression', ...at(last), expression: last.value }) : last] : body;
  return { kind: 'block', ...at(n), body: [...(param ? [{ kind: 'declaration' as const, ...at(param), pattern: param, init: value }] : []), ...statements], commented: block.body?.kind === 'block' && block.body.commented };
}

const isStatement = (code: Code): boolean => code.kind === 'switch' || code.kind === 'if' || code.kind === 'try' || code.kind === 'block';

/** Behind a step that only looks at an error the error goes on by itself. */
function goingOn(code: Code): Code {
  if (code.kind !== 'function' || code.body?.kind !== 'block') return code;
  const { body } = code;
  return { ...code, body: { ...body, body: [...body.body, { kind: 'throw', start: body.end, end: body.end, value: undefined }] } };
}
