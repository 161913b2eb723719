import type { Code, Switch, SwitchCase } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, type SyntaxNode } from '../../syntax/node';
import { at } from '../lowering';
import { within } from './calls';
import { isComment, type Lowering } from './lower';

/** `case … when`: a switch on a value, or on conditions where it has none. */
export function lowerCase(node: SyntaxNode, x: Lowering): Code {
  const value = fieldOf(node, 'value');
  const subject = value && x.code(value);
  const clauses = node.children.filter((c) => c.type === 'when');
  const cases = clauses.map((clause): SwitchCase => {
    const patterns = fieldsOf(clause, 'pattern').map((p) => p.children[0] ?? p);
    const headEnd = patterns.at(-1)?.end ?? clause.start + 'when'.length;
    const tests = subject ? patterns.map((p) => constantOf(p, subject, x)) : [any(patterns.map((p) => x.code(p)), clause)];
    return caseOf(clause, headEnd, tests, undefined, x);
  });
  return switchOf(node, subject, value?.end, cases, x);
}

/** `case … in`: a switch on patterns; what none takes is raised. */
export function lowerMatch(node: SyntaxNode, x: Lowering): Code {
  const value = fieldOf(node, 'value');
  if (!value) return x.other(node);
  const subject = x.code(value);
  const clauses = fieldsOf(node, 'clauses');
  const cases = clauses.map((clause): SwitchCase => {
    const pattern = fieldOf(clause, 'pattern');
    const guard = fieldOf(clause, 'guard');
    const bound: Code[] = [];
    const asked = pattern ? ask(pattern, subject, x, bound) : 'unknown';
    const condition = guard?.children[0] && x.code(guard.children[0]);
    const holds: Code | undefined = condition && (guard.type === 'unless_guard' ? { kind: 'not', ...at(guard), operand: condition } : condition);
    const headEnd = guard?.end ?? pattern?.end ?? clause.start;
    if (asked === 'all' && !holds) return { ...caseOf(clause, headEnd, [], bound, x), isDefault: true };
    const own: Code = asked === 'all' ? (holds ?? opaque(clause, subject)) : asked === 'unknown' ? opaque(pattern ?? clause, subject) : asked;
    return caseOf(clause, headEnd, [holds && asked !== 'all' ? { kind: 'logical', ...at(clause), op: 'and', left: own, right: holds } : own], bound, x);
  });
  return { ...switchOf(node, undefined, value.end, cases, x), patterns: true, ...(!cases.some((c) => c.isDefault) && !childOf(node, 'else') && { throwsUnmatched: true }) };
}

/** `value in pattern`. */
export function matches(node: SyntaxNode, x: Lowering): Code {
  const pattern = fieldOf(node, 'pattern');
  const value = x.field(node, 'value');
  const asked = pattern ? ask(pattern, value, x, []) : 'unknown';
  return asked === 'all' ? { kind: 'other', ...at(node), children: [] } : asked === 'unknown' ? opaque(node, value) : asked;
}

function switchOf(node: SyntaxNode, subject: Code | undefined, headEnd: number | undefined, cases: SwitchCase[], x: Lowering): Switch {
  const other = childOf(node, 'else') ?? fieldOf(node, 'else');
  if (other) {
    const block = x.elseBlock(other);
    // With `\r\n` an empty one ends behind the first half of its line break.
    cases.push({ start: other.start, end: other.start + x.source(other).trimEnd().length, tests: [], isDefault: true, guard: undefined, body: block.body, commented: block.commented, label: span(other.start, other.start + 'else'.length) });
  }
  const end = /\bend$/.test(x.source(node)) ? node.end - 'end'.length : node.end;
  const start = headEnd ?? node.start + 'case'.length;
  return { kind: 'switch', ...at(node), subject, cases, head: span(node.start, start), body: span(start, Math.max(start, end)), fallsThrough: false };
}

function caseOf(clause: SyntaxNode, headEnd: number, tests: readonly Code[], bound: readonly Code[] | undefined, x: Lowering): SwitchCase {
  const block = x.then(fieldOf(clause, 'body'), headEnd, clause);
  const isLine = /^\s*then\b/.exec(x.text.slice(headEnd, clause.end));
  return { start: clause.start, end: clause.start + x.source(clause).trimEnd().length, tests, isDefault: false, guard: undefined, body: [...(bound ?? []), ...block.body], commented: block.commented, label: span(clause.start, headEnd + (isLine?.[0].length ?? 0)) };
}

/** What a `when` compares with: a constant, the constants of a list, the statuses of a hundred. */
function constantOf(node: SyntaxNode, subject: Code, x: Lowering): Code {
  const hundred = node.type === 'range' ? hundredOf(x.source(node)) : undefined;
  if (hundred !== undefined) return { kind: 'string', ...at(node), content: at(node), value: hundred };
  // A class takes what is of its kind.
  const isClass = (node.type === 'constant' || node.type === 'scope_resolution') && subject.kind === 'name' && !/(?:^|::)[A-Z][A-Z0-9_]*$/.test(x.source(node));
  return isClass ? opaque(node, subject) : x.code(node);
}

/** `500..599`, `500...600` and `500..` are all that begin with 5. */
function hundredOf(source: string): string | undefined {
  const [, from, dots, to] = /^\(?([45])00(\.\.\.?)([456]\d\d)?\)?$/.exec(source.replace(/\s/g, '')) ?? [];
  if (from === undefined) return undefined;
  const next = `${Number(from) + 1}00`;
  return (to === undefined && from === '5') || (dots === '..' ? to === `${from}99` : to === next) ? `${from}xx` : undefined;
}

const opaque = (node: Span, subject: Code): Code => ({ kind: 'other', ...at(node), children: [subject], inspects: true });

const any = (parts: readonly Code[], where: Span): Code => {
  const [first, ...rest] = parts;
  return first ? rest.reduce((left, right): Code => ({ kind: 'logical', start: left.start, end: right.end, op: 'or', left, right }), first) : { kind: 'other', ...at(where), children: [] };
};

type Asked = Code | 'all' | 'unknown';

/** What a pattern asks of a value; names that it binds are added to `bound`. */
function ask(node: SyntaxNode, value: Code, x: Lowering, bound: Code[]): Asked {
  const bind = (name: SyntaxNode, init: Code): void => void bound.push(x.declaration(name, x.pattern(name), init));
  switch (node.type) {
    case 'identifier':
      if (x.source(node) !== '_') bind(node, value);
      return 'all';
    case 'constant':
    case 'scope_resolution':
      return /(?:^|::)[A-Z][A-Z0-9_]*$/.test(x.source(node)) ? { kind: 'binary', ...at(node), op: 'eq', left: value, right: x.code(node) } : /^(?:String|Symbol|Object|Hash)$/.test(x.source(node)) ? 'all' : { kind: 'binary', ...at(node), op: 'instanceof', left: value, right: x.code(node) };
    case 'string':
    case 'simple_symbol':
    case 'delimited_symbol':
    case 'integer':
    case 'nil':
      return { kind: 'binary', ...at(node), op: 'eq', left: value, right: x.code(node) };
    case 'range': {
      const [from, to] = node.children;
      return from && to ? within(value, x.code(from), x.code(to), node, x.source(node).includes('...')) : 'unknown';
    }
    case 'alternative_pattern': {
      const parts = fieldsOf(node, 'alternatives').map((c) => ask(c, value, x, bound));
      if (parts.includes('unknown')) return 'unknown';
      return parts.includes('all') ? 'all' : any(parts as Code[], node);
    }
    case 'as_pattern': {
      const inner = fieldOf(node, 'value');
      const name = fieldOf(node, 'name');
      if (name) bind(name, value);
      return inner ? ask(inner, value, x, bound) : 'unknown';
    }
    case 'parenthesized_pattern':
      return node.children[0] ? ask(node.children[0], value, x, bound) : 'unknown';
    case 'array_pattern': {
      const items = value.kind === 'list' && !fieldOf(node, 'class') ? value.items : undefined;
      const parts = node.children.filter((c) => !isComment(c));
      if (items?.length !== parts.length) return 'unknown';
      return all(parts.map((p, i): Asked => (items[i] ? ask(p, items[i], x, bound) : 'unknown')), node);
    }
    case 'hash_pattern': {
      const owner = fieldOf(node, 'class');
      const own: Asked = owner ? ask(owner, value, x, bound) : 'all';
      return all([own, ...node.children.filter((c) => c.type === 'keyword_pattern').map((pair): Asked => {
        const key = fieldOf(pair, 'key');
        const wanted = fieldOf(pair, 'value');
        if (!key) return 'unknown';
        const property = x.source(key).replace(/^["']|["']$/g, '');
        const written = owner ? `${x.source(value)}.${property}` : `${x.source(value)}[:${property}]`;
        const part: Code = { kind: 'member', ...at(wanted ?? key), object: value, property, propertySpan: at(key), written };
        if (wanted) return ask(wanted, part, x, bound);
        bound.push(x.declaration(key, { name: property, ...at(key), fields: [], type: undefined, fallback: undefined }, part));
        return 'all';
      })], node);
    }
    default:
      return 'unknown';
  }
}

function all(parts: readonly Asked[], node: SyntaxNode): Asked {
  if (parts.includes('unknown')) return 'unknown';
  const [first, ...rest] = parts.filter((p): p is Code => p !== 'all' && p !== 'unknown');
  return first ? rest.reduce((left, right): Code => ({ kind: 'logical', ...at(node), op: 'and', left, right }), first) : 'all';
}
