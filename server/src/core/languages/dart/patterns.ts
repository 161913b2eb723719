import type { Code, SwitchCase } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, type SyntaxNode } from '../../syntax/node';
import { allOf, casesOf, isPlainType, type CasePattern } from '../patterns';
import { at } from '../lowering';
import { meaningful, nothingAt, type Lowering, type Rule } from './lowering';

const RELATIONS: Readonly<Record<string, 'lt' | 'le' | 'gt' | 'ge'>> = { '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' };

/** The span of a row of nodes. */
const over = (nodes: readonly SyntaxNode[], end: number): Span => span(nodes[0]?.start ?? end, nodes.at(-1)?.end ?? end);

/** The rows between separators of one kind. */
function rows(nodes: readonly SyntaxNode[], isSeparator: (node: SyntaxNode) => boolean): SyntaxNode[][] {
  const found: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (isSeparator(node)) found.push([]);
    else found.at(-1)?.push(node);
  }
  return found;
}

/** The rows between commas. */
function listed(x: Lowering, nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const found: SyntaxNode[][] = [];
  nodes.forEach((node, i) => {
    if (i === 0 || x.between(nodes[i - 1], node).includes(',')) found.push([node]);
    else found.at(-1)?.push(node);
  });
  return found;
}

/** A pattern, which is a row of nodes, as a condition on a value. */
export function test(x: Lowering, nodes: readonly SyntaxNode[], value: Code): Code {
  for (const [type, op] of [['logical_or_operator', 'or'], ['logical_and_operator', 'and']] as const) {
    const sides = rows(nodes, (n) => n.type === type);
    if (sides.length > 1) return sides.map((side) => test(x, side, value)).reduce((left, right) => ({ kind: 'logical', ...over(nodes, left.start), op, left, right }));
  }
  const [first, ...rest] = nodes;
  if (!first) return nothingAt(value.end);
  const where = over(nodes, first.end);
  switch (first.type) {
    case 'relational_operator':
      return { kind: 'binary', ...where, op: RELATIONS[x.source(first)] ?? 'other', left: value, right: x.value(rest, where.end) };
    case 'equality_operator':
      return { kind: 'binary', ...where, op: x.source(first) === '!=' ? 'ne' : 'eq', left: value, right: x.value(rest, where.end) };
    case 'constant_pattern': {
      const inner = x.inner(first);
      return isWildcard(x, first) ? nothingAt(first.start) : { kind: 'binary', ...where, op: 'eq', left: value, right: inner };
    }
    case 'variable_pattern': {
      const type = childOf(first, 'type_identifier');
      const bound = bind(x, first, value);
      return type && !isPlainType(x.source(type)) ? { kind: 'binary', ...where, op: 'instanceof', left: bound, right: { kind: 'name', ...at(type), name: x.source(type) } } : bound;
    }
    case 'object_pattern':
      return objectTest(x, first, value);
    case 'map_pattern': {
      const tests = listed(x, meaningful(first.children)).flatMap(([key, ...pattern]): Code[] => {
        const name = key && x.code(key);
        return name?.kind === 'string' && pattern.length > 0 ? [test(x, pattern, part(x, value, name.value, name.content, `['${name.value}']`))] : [];
      });
      return tests.length > 0 ? allOf(tests, where) : value;
    }
    case 'record_pattern': {
      const items = value.kind === 'list' ? value.items : [];
      const parts = listed(x, meaningful(first.children));
      if (items.length !== parts.length) return { kind: 'other', ...where, children: [value] };
      const tests = parts.flatMap((pattern, i): Code[] => (items[i] && !takesAll(x, pattern) ? [test(x, pattern, items[i])] : []));
      return tests.length > 0 ? allOf(tests, where) : nothingAt(where.start);
    }
    default:
      return { kind: 'other', ...where, children: [value] };
  }
}

const isWildcard = (x: Lowering, node: SyntaxNode): boolean => x.source(node) === '_';

function bind(x: Lowering, pattern: SyntaxNode, value: Code): Code {
  const name = pattern.children.findLast((c) => c.type === 'identifier');
  const type = childOf(pattern, 'type_identifier');
  return { kind: 'declaration', ...at(pattern), pattern: x.binding(name, type && x.source(type), pattern), init: value };
}

function part(x: Lowering, object: Code, property: string, propertySpan: Span, step: string): Code {
  const written = 'written' in object && object.written !== undefined ? object.written : x.source(object);
  return { kind: 'member', ...propertySpan, object, property, propertySpan: at(propertySpan), written: written + step };
}

/** `ApiError(error: 'x', :final status)`. */
function objectTest(x: Lowering, node: SyntaxNode, value: Code): Code {
  const [type, ...fields] = meaningful(node.children);
  if (!type) return value;
  const tests: Code[] = [{ kind: 'binary', ...at(node), op: 'instanceof', left: value, right: { kind: 'name', ...at(type), name: x.source(type) } }];
  for (const row of listed(x, fields)) {
    const [first, ...pattern] = row;
    if (!first) continue;
    if (first.type === 'identifier' && pattern.length > 0) tests.push(test(x, pattern, part(x, value, x.source(first), first, `.${x.source(first)}`)));
    else if (first.type === 'variable_pattern') {
      const name = first.children.findLast((c) => c.type === 'identifier');
      if (name) tests.push(test(x, row, part(x, value, x.source(name), name, `.${x.source(name)}`)));
    }
  }
  return allOf(tests, node);
}

/** The constants of a pattern that is nothing but constants; undefined for any other. */
function constants(x: Lowering, nodes: readonly SyntaxNode[]): Code[] | undefined {
  const sides = rows(nodes, (n) => n.type === 'logical_or_operator');
  const found = sides.map((side) => (side.length === 1 && side[0]?.type === 'constant_pattern' && !isWildcard(x, side[0]) ? x.inner(side[0]) : undefined));
  return found.every((c) => c !== undefined) ? found : undefined;
}

function takesAll(x: Lowering, nodes: readonly SyntaxNode[]): boolean {
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined && (isWildcard(x, only) || (only.type === 'variable_pattern' && !childOf(only, 'type_identifier')));
}

/** What the nodes of a case say: the pattern, and behind `when` the guard. */
function patternOf(x: Lowering, nodes: readonly SyntaxNode[], subject: Code): CasePattern & { readonly bound: readonly Code[] } {
  const [pattern, guarded] = x.split(nodes, /\bwhen\b/);
  const all = takesAll(x, pattern);
  const [only] = pattern;
  const bound = all && only?.type === 'variable_pattern' ? [bind(x, only, subject)] : [];
  const guard = guarded.length > 0 ? x.value(guarded, guarded.at(-1)?.end ?? subject.end) : undefined;
  return { takesAll: all, constants: constants(x, pattern), condition: () => test(x, pattern, subject), guard: guard && bound.length > 0 ? allOf([...bound, guard], guard) : guard, bound };
}

const isStatement = (n: SyntaxNode): boolean => /_statement$|^block$|_declaration$/.test(n.type);
const subjectOf = (x: Lowering, node: SyntaxNode): Code => {
  const condition = fieldOf(node, 'condition');
  return condition ? x.inner(condition) : nothingAt(node.start);
};

export const switchStatement: Rule = (x, n) => {
  const subject = subjectOf(x, n);
  const body = fieldOf(n, 'body');
  const sections = body?.children.filter((c) => /^switch_statement_(?:case|default)$/.test(c.type)) ?? [];
  const parts = sections.map((section) => {
    const own = meaningful(section.children);
    return { section, statements: own.filter(isStatement), ...patternOf(x, section.type.endsWith('default') ? [] : own.filter((c) => !isStatement(c)), subject), isDefault: section.type.endsWith('default') };
  });
  const { patterns, tests } = casesOf(parts.map((p) => (p.isDefault ? { ...p, takesAll: true } : p)), subject);
  const cases = parts.map(({ section, statements, bound }, i): SwitchCase => {
    const only = statements.length === 1 && statements[0]?.type === 'block' ? statements[0].children : statements;
    const code = x.all(only);
    const last = code.at(-1);
    // The end of a body ends the switch; a case without one shares the next one's.
    const ends: Code[] = last && !/^(?:break|return|throw|continue)$/.test(last.kind) ? [{ kind: 'break', start: section.end, end: section.end }] : [];
    const labelled = statements[0]?.start ?? section.end;
    const label = span(section.start, section.start + x.source({ start: section.start, end: labelled }).replace(/\/\/[^\n]*|\s+$/g, '').trimEnd().length);
    const next = body?.children[body.children.indexOf(section) + 1];
    const commented = [...section.children, ...only].some((c) => /comment/.test(c.type)) || (next !== undefined && /comment/.test(next.type));
    return { ...at(section), ...(tests[i] ?? { tests: [], isDefault: false, guard: undefined }), commented, body: [...bound, ...code, ...ends], label };
  });
  return {
    kind: 'switch', ...at(n), subject: patterns ? undefined : subject, cases, head: x.head(n, fieldOf(n, 'condition')), fallsThrough: true, ...(patterns && { patterns }),
    body: body ? span(body.start + 1, Math.max(body.start + 1, body.end - 1)) : span(n.end, n.end),
  };
};

export const switchExpression: Rule = (x, n) => {
  const subject = subjectOf(x, n);
  const arms = fieldsOf(n, 'body').filter((c) => c.type === 'switch_expression_case');
  const parts = arms.map((arm) => {
    const [pattern, result] = x.split(meaningful(arm.children), /=>/);
    return { arm, result, labelled: pattern.at(-1)?.end ?? arm.start, ...patternOf(x, pattern, subject) };
  });
  const { patterns, tests } = casesOf(parts, subject);
  const condition = fieldOf(n, 'condition');
  const open = condition ? condition.end + x.source({ start: condition.end, end: n.end }).indexOf('{') + 1 : n.end;
  const cases = parts.map(({ arm, result, labelled, bound }, i): SwitchCase => {
    const comma = /^\s*,/.exec(x.source({ start: arm.end, end: n.end }))?.[0].length ?? 0;
    return { start: arm.start, end: arm.end + comma, ...(tests[i] ?? { tests: [], isDefault: false, guard: undefined }), commented: false, body: [...bound, ...(result.length > 0 ? [x.value(result, arm.end)] : [])], label: span(arm.start, labelled) };
  });
  return {
    kind: 'switch', ...at(n), subject: patterns ? undefined : subject, cases, head: span(n.start, condition?.end ?? n.end), body: span(open, Math.max(open, n.end - 1)), fallsThrough: false,
    throwsUnmatched: true, arms: { separator: ',' }, ...(patterns && { patterns }),
  };
};

/** The condition of `if`: an expression, or a value and behind `case` its pattern. */
export function condition(x: Lowering, nodes: readonly SyntaxNode[], end: number): Code {
  const [value, pattern] = x.split(nodes, /\bcase\b/);
  const subject = x.value(value, end);
  if (pattern.length === 0) return subject;
  const [tested, guarded] = x.split(pattern, /\bwhen\b/);
  const found = test(x, tested, subject);
  return guarded.length > 0 ? allOf([found, x.value(guarded, end)], over(nodes, end)) : found;
}
