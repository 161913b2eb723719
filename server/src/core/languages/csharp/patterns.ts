import type { Code, SwitchCase } from '../../model/code';
import { span } from '../../model/span';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import { allOf, casesOf, isPlainType } from '../patterns';
import { at } from '../lowering';
import { meaningful, nothingAt, type Lowering, type Rule } from './lowering';

const RELATIONS = { '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const;
/** Names in patterns that are types rather than constants, by custom. */
const TYPE_NAME = /(?:Exception|Error|Result|Response|Failure|Problem|Details|Body)$/;

/** A pattern as a condition on a value. */
export function test(x: Lowering, n: SyntaxNode, value: Code): Code {
  switch (n.type) {
    case 'parenthesized_pattern': {
      const [inner] = meaningful(n.children);
      return inner ? test(x, inner, value) : nothingAt(n.start);
    }
    case 'or_pattern':
    case 'and_pattern': {
      const side = (name: string): Code => {
        const found = fieldOf(n, name);
        return found ? test(x, found, value) : nothingAt(n.end);
      };
      return { kind: 'logical', ...at(n), op: n.type === 'or_pattern' ? 'or' : 'and', left: side('left'), right: side('right') };
    }
    case 'negated_pattern': {
      const [inner] = meaningful(n.children);
      return { kind: 'not', ...at(n), operand: inner ? test(x, inner, value) : nothingAt(n.end) };
    }
    case 'relational_pattern': {
      const sign = /^(?:<=|>=|<|>)/.exec(x.source(n))?.[0] as keyof typeof RELATIONS | undefined;
      return { kind: 'binary', ...at(n), op: sign ? RELATIONS[sign] : 'other', left: value, right: x.inner(n) };
    }
    case 'constant_pattern':
      return constant(x, n, value);
    case 'var_pattern':
    case 'declaration_pattern': {
      const type = fieldOf(n, 'type');
      const bound: Code = { kind: 'declaration', ...at(n), pattern: x.binding(fieldOf(n, 'name'), x.typeOf(type), n), init: value };
      return type && type.type !== 'implicit_type' ? isInstance(x, n, bound, type) : bound;
    }
    case 'type_pattern':
      return isInstance(x, n, value, meaningful(n.children)[0] ?? n);
    case 'recursive_pattern':
      return recursive(x, n, value);
    case 'discard':
      return nothingAt(n.start);
    default:
      return { kind: 'other', ...at(n), children: [value, ...x.all(n.children)] };
  }
}

function isInstance(x: Lowering, n: SyntaxNode, value: Code, type: SyntaxNode): Code {
  if (isPlainType(x.source(type))) return value;
  return { kind: 'binary', ...at(n), op: 'instanceof', left: value, right: { kind: 'name', ...at(type), name: x.source(type) } };
}

function constant(x: Lowering, n: SyntaxNode, value: Code): Code {
  const [inner] = meaningful(n.children);
  if (!inner) return nothingAt(n.end);
  if (inner.type === 'tuple_expression') return tuple(x, n, inner.children.flatMap((c) => meaningful(c.children).slice(-1)), value);
  if (/^(?:identifier|qualified_name|member_access_expression|generic_name)$/.test(inner.type) && TYPE_NAME.test(x.source(inner))) return isInstance(x, n, value, inner);
  return { kind: 'binary', ...at(n), op: 'eq', left: value, right: x.code(inner) };
}

/** `(409, "x")`: each part of the pattern is one on a part of the value. */
function tuple(x: Lowering, n: SyntaxNode, parts: readonly SyntaxNode[], value: Code): Code {
  const items = value.kind === 'list' ? value.items : [];
  if (items.length !== parts.length) return { kind: 'other', ...at(n), children: [value, ...x.all(parts)] };
  const tests = parts.flatMap((part, i): Code[] => {
    const item = items[i];
    if (!item || part.type === 'discard' || x.source(part) === '_') return [];
    return [/_pattern$/.test(part.type) ? test(x, part, item) : { kind: 'binary', ...at(part), op: 'eq', left: item, right: x.code(part) }];
  });
  return tests.length > 0 ? allOf(tests, n) : nothingAt(n.start);
}

/** `T { Error: "x", Response.StatusCode: 409 } name`, `(409, "x")`. */
function recursive(x: Lowering, n: SyntaxNode, value: Code): Code {
  const type = fieldOf(n, 'type');
  const name = fieldOf(n, 'name');
  const bound: Code = name ? { kind: 'declaration', ...at(name), pattern: x.binding(name, x.typeOf(type), name), init: value } : value;
  const positional = childOf(n, 'positional_pattern_clause');
  if (positional && !type) return tuple(x, positional, positional.children.flatMap((c) => meaningful(c.children).slice(-1)), value);
  const tests: Code[] = [];
  if (type) tests.push(isInstance(x, n, bound, type));
  else if (name) tests.push(bound);
  for (const part of childOf(n, 'property_pattern_clause')?.children ?? []) {
    const [path, pattern] = meaningful(part.children);
    if (path && pattern) tests.push(test(x, pattern, partOf(x, path, value)));
  }
  // `{ }` asks whether there is anything.
  return tests.length > 0 ? allOf(tests, n) : value;
}

/** The part of a value that a property pattern names; it stands nowhere as written. */
function partOf(x: Lowering, path: SyntaxNode, value: Code): Code {
  if (path.type === 'member_access_expression') {
    const object = fieldOf(path, 'expression');
    const name = fieldOf(path, 'name');
    if (object && name) return part(x, name, partOf(x, object, value));
  }
  if (path.type === 'identifier') return part(x, path, value);
  return { kind: 'other', ...at(path), children: [value, x.code(path)] };
}

function part(x: Lowering, name: SyntaxNode, object: Code): Code {
  const property = x.source(name);
  const written = 'written' in object && object.written !== undefined ? object.written : x.source(object);
  return { kind: 'member', ...at(name), object, property, propertySpan: at(name), written: `${written}.${property}` };
}

/** The constants of a pattern that is nothing but constants; undefined for any other. */
function constants(x: Lowering, n: SyntaxNode): Code[] | undefined {
  if (n.type === 'parenthesized_pattern') return n.children[0] && constants(x, n.children[0]);
  if (n.type === 'or_pattern') {
    const sides = [fieldOf(n, 'left'), fieldOf(n, 'right')].map((side) => side && constants(x, side));
    return sides.every((side) => side !== undefined) ? sides.flat() : undefined;
  }
  if (n.type !== 'constant_pattern') return undefined;
  const code = constant(x, n, nothingAt(n.start));
  return code.kind === 'binary' && code.op === 'eq' ? [code.right] : undefined;
}

interface Label {
  readonly pattern: SyntaxNode | undefined;
  readonly guard: SyntaxNode | undefined;
}

const takesAll = (x: Lowering, { pattern }: Label): boolean => !pattern || pattern.type === 'discard' || x.source(pattern) === '_' || ((pattern.type === 'declaration_pattern' || pattern.type === 'var_pattern') && (fieldOf(pattern, 'type')?.type ?? 'implicit_type') === 'implicit_type');

const labels = (x: Lowering, cases: readonly Label[], subject: Code): ReturnType<typeof casesOf> =>
  casesOf(cases.map((c) => ({
    takesAll: takesAll(x, c), constants: c.pattern && constants(x, c.pattern), condition: () => (c.pattern ? test(x, c.pattern, subject) : nothingAt(0)),
    guard: withBinding(x, c, subject, c.guard && x.inner(c.guard)),
  })), subject);

/** `case var e when …`: the guard, with the name that the pattern gives to the value. */
function withBinding(x: Lowering, { pattern }: Label, subject: Code, guard: Code | undefined): Code | undefined {
  const name = pattern && takesAll(x, { pattern, guard: undefined }) ? fieldOf(pattern, 'name') : undefined;
  return guard && name && pattern ? allOf([{ kind: 'declaration', ...at(pattern), pattern: x.binding(name, undefined, pattern), init: subject }, guard], guard) : guard;
}

const isPattern = (n: SyntaxNode): boolean => /_pattern$|^discard$/.test(n.type);
const isStatement = (n: SyntaxNode): boolean => /_statement$|^block$/.test(n.type);

export const switchStatement: Rule = (x, n) => {
  const body = fieldOf(n, 'body');
  const value = fieldOf(n, 'value');
  const subject = x.field(n, 'value');
  const sections = body?.children.filter((c) => c.type === 'switch_section') ?? [];
  const parts = sections.map((section): Label & { readonly section: SyntaxNode } => {
    const guard = childOf(section, 'when_clause');
    const isDefault = /^default\b/.test(x.source(section));
    return { section, guard, pattern: isDefault ? undefined : section.children.find((c) => c !== guard && c.type !== 'comment' && (isPattern(c) || !isStatement(c))) };
  });
  const { patterns, tests } = labels(x, parts, subject);
  const cases = parts.map(({ section, pattern, guard }, i): SwitchCase => {
    const statements = section.children.filter((c) => c !== pattern && c !== guard);
    const only = statements.filter((c) => c.type !== 'comment');
    const inner = only.length === 1 && only[0]?.type === 'block' ? only[0].children : only;
    const commented = [...statements, ...inner].some((c) => c.type === 'comment') || isFollowedByComment(body, section);
    const labelled = guard?.end ?? pattern?.end ?? section.start + 'default'.length;
    const colon = x.source({ start: labelled, end: section.end }).indexOf(':');
    const bound = bindingOf(x, pattern, subject);
    return {
      ...at(section), ...(tests[i] ?? { tests: [], isDefault: false, guard: undefined }), commented, body: [...bound, ...x.all(inner)], label: span(section.start, colon < 0 ? section.end : labelled + colon + 1),
    };
  });
  const head = value?.type === 'tuple_expression' ? span(n.start, value.end) : x.head(n, value);
  return {
    kind: 'switch', ...at(n), subject: patterns ? undefined : subject, cases, head, fallsThrough: true, ...(patterns && { patterns }),
    body: body ? span(body.start + 1, Math.max(body.start + 1, body.end - 1)) : span(n.end, n.end),
  };
};

/** `case var e:` gives the value another name. */
function bindingOf(x: Lowering, pattern: SyntaxNode | undefined, subject: Code): Code[] {
  const name = pattern && takesAll(x, { pattern, guard: undefined }) ? fieldOf(pattern, 'name') : undefined;
  return name && pattern ? [{ kind: 'declaration', ...at(pattern), pattern: x.binding(name, undefined, pattern), init: subject }] : [];
}

/** A comment behind a case's last statement stands between the cases. */
function isFollowedByComment(body: SyntaxNode | undefined, node: SyntaxNode): boolean {
  const siblings = body?.children ?? [];
  return siblings[siblings.indexOf(node) + 1]?.type === 'comment';
}

export const switchExpression: Rule = (x, n) => {
  const [value] = meaningful(n.children);
  const arms = n.children.filter((c) => c.type === 'switch_expression_arm');
  const subject = value && value.type !== 'switch_expression_arm' ? x.code(value) : nothingAt(n.start);
  const parts = arms.map((arm): Label & { readonly arm: SyntaxNode; readonly result: SyntaxNode | undefined } => {
    const [pattern, ...rest] = meaningful(arm.children);
    const guard = childOf(arm, 'when_clause');
    return { arm, pattern, guard, result: rest.findLast((c) => c !== guard) };
  });
  const { patterns, tests } = labels(x, parts, subject);
  const open = x.source({ start: subject.end, end: n.end }).indexOf('{');
  const opening = open < 0 ? n.end : subject.end + open + 1;
  const cases = parts.map(({ arm, pattern, guard, result }, i): SwitchCase => {
    const comma = /^\s*,/.exec(x.source({ start: arm.end, end: n.end }))?.[0].length ?? 0;
    const labelled = guard?.end ?? pattern?.end ?? arm.start;
    return {
      start: arm.start, end: arm.end + comma, ...(tests[i] ?? { tests: [], isDefault: false, guard: undefined }), commented: false,
      body: [...bindingOf(x, pattern, subject), ...(result ? [x.code(result)] : [])], label: span(arm.start, labelled),
    };
  });
  return {
    kind: 'switch', ...at(n), subject: patterns ? undefined : subject, cases, head: span(n.start, x.source({ start: n.start, end: opening }).replace(/\s*\{$/, '').length + n.start),
    body: span(opening, Math.max(opening, n.end - 1)), fallsThrough: false, throwsUnmatched: true, arms: { separator: ',' }, ...(patterns && { patterns }),
  };
};
