import type { Code, Switch, SwitchCase } from '../../model/code';
import { span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, type SyntaxNode } from '../../syntax/node';
import { at } from '../lowering';
import type { Lowering } from './lower';

/** What a pattern asks: nothing (it takes whatever comes), a condition, or something that is not understood. */
type Asked = Code | 'all' | 'unknown';

/** `match`: a switch on one value where its patterns are constants, else one on conditions. */
export function lowerMatch(node: SyntaxNode, x: Lowering): Code {
  const subjects = fieldsOf(node, 'subject');
  const [subject] = subjects;
  const body = fieldOf(node, 'body');
  const clauses = body?.children.filter((c) => c.type === 'case_clause') ?? [];
  if (!subject) return x.other(node);
  const value: Code = subjects.length === 1 ? x.code(subject) : { kind: 'list', start: subject.start, end: subjects.at(-1)?.end ?? subject.end, items: x.all(subjects) };
  const plain = value.kind !== 'list' && clauses.every((c) => patternsOf(c).every((p) => constantsIn(p, x) !== undefined || isOpen(p, x)));
  const cases = clauses.map((clause, i) => caseOf(clause, value, plain, x, bodyOf(body), i, clauses));
  const end = body?.end ?? node.end;
  const found: Switch = {
    kind: 'switch', ...at(node), subject: plain ? value : undefined, cases, fallsThrough: false, ...(!plain && { patterns: true }),
    head: span(node.start, subjects.at(-1)?.end ?? subject.end), body: span(Math.min(body?.start ?? end, end), end),
  };
  return found;
}

const bodyOf = (body: SyntaxNode | undefined): readonly SyntaxNode[] => body?.children ?? [];
const patternsOf = (clause: SyntaxNode): readonly SyntaxNode[] => clause.children.filter((c) => c.type === 'case_pattern');
const inner = (node: SyntaxNode): SyntaxNode => (node.type === 'case_pattern' && node.children.length === 1 && node.children[0] ? inner(node.children[0]) : node);

function caseOf(clause: SyntaxNode, value: Code, plain: boolean, x: Lowering, siblings: readonly SyntaxNode[], index: number, clauses: readonly SyntaxNode[]): SwitchCase {
  const patterns = patternsOf(clause);
  const guardNode = childOf(clause, 'if_clause');
  const guard = guardNode?.children[0] && x.code(guardNode.children[0]);
  const consequence = fieldOf(clause, 'consequence');
  const block = x.block(consequence, clause);
  const headEnd = guardNode?.end ?? patterns.at(-1)?.end ?? clause.start;
  const colon = x.text.indexOf(':', headEnd);
  const label = span(clause.start, colon < 0 || colon >= clause.end ? clause.end : colon + 1);
  // A remark between two cases belongs to the one it stands in.
  const next = siblings[siblings.indexOf(clause) + 1];
  const commented = block.commented || (next?.type === 'comment' && index < clauses.length);
  const base = { ...at(clause), body: block.body, commented, label };
  const isOnly = patterns.length === 1 && patterns[0];
  if (isOnly && isOpen(isOnly, x)) {
    if (!guard) return { ...base, tests: [], isDefault: true, guard: undefined, body: bound(isOnly, value, block.body, x) };
    return { ...base, tests: plain ? [] : [guard], isDefault: false, guard: plain ? guard : undefined };
  }
  if (plain) return { ...base, tests: patterns.flatMap((p) => constantsIn(p, x) ?? []), isDefault: false, guard };
  const asked = patterns.length > 1 ? ofSequence(patterns, value, clause) : patterns[0] ? ask(patterns[0], value, x) : 'unknown';
  if (asked === 'all' && !guard) return { ...base, tests: [], isDefault: true, guard: undefined };
  const condition: Code = asked === 'all' ? (guard ?? opaque(clause)) : asked === 'unknown' ? { kind: 'other', ...at(patterns[0] ?? clause), children: [value], inspects: true } : asked;
  return { ...base, tests: [guard && asked !== 'all' ? { kind: 'logical', ...at(clause), op: 'and', left: condition, right: guard } : condition], isDefault: false, guard: undefined };

  function ofSequence(nodes: readonly SyntaxNode[], compared: Code, where: SyntaxNode): Asked {
    return sequence(nodes, compared, where, x);
  }
}

const opaque = (node: SyntaxNode): Code => ({ kind: 'other', ...at(node), children: [] });

/** The name that a case gives to what it takes. */
function bound(pattern: SyntaxNode, value: Code, body: readonly Code[], x: Lowering): readonly Code[] {
  const captured = inner(pattern);
  const target = captured.type === 'as_pattern' ? captured.children.at(-1) : captured.type === 'dotted_name' ? captured.children[0] : undefined;
  if (!target || target.type !== 'identifier' || x.source(target) === '_') return body;
  return [x.declaration(target, x.pattern(target), value), ...body];
}

/** A pattern that takes whatever comes: `_`, a bare name, `str() as other`. */
function isOpen(pattern: SyntaxNode, x: Lowering): boolean {
  const node = inner(pattern);
  if (x.source(node) === '_') return true;
  if (node.type === 'dotted_name') return node.children.length === 1;
  if (node.type === 'as_pattern') return node.children[0] !== undefined && isOpen(node.children[0], x);
  return node.type === 'class_pattern' && /^(?:str|object)\s*\(\s*\)$/.test(x.source(node));
}

/** The constants that a pattern takes; undefined where it is more than constants. */
function constantsIn(pattern: SyntaxNode, x: Lowering): Code[] | undefined {
  const node = inner(pattern);
  switch (node.type) {
    case 'string':
    case 'concatenated_string':
    case 'integer':
    case 'none':
    case 'true':
    case 'false':
      return [x.code(node)];
    case 'dotted_name':
      return node.children.length > 1 ? [x.code(node)] : undefined;
    case 'as_pattern':
      return node.children[0] && constantsIn(node.children[0], x);
    case 'union_pattern': {
      const parts = node.children.map((c) => constantsIn(c, x));
      return parts.every((p) => p !== undefined) ? parts.flat() : undefined;
    }
    default:
      return undefined;
  }
}

/** What a pattern asks of a value. */
function ask(pattern: SyntaxNode, value: Code, x: Lowering): Asked {
  if (isOpen(pattern, x)) return 'all';
  const node = inner(pattern);
  const constants = constantsIn(node, x);
  if (constants) return any(constants.map((constant): Code => ({ kind: 'binary', ...at(constant), op: 'eq', left: value, right: constant })));
  switch (node.type) {
    case 'union_pattern': {
      const parts = node.children.map((c) => ask(c, value, x));
      if (parts.includes('unknown')) return 'unknown';
      return parts.includes('all') ? 'all' : any(parts as Code[]);
    }
    case 'as_pattern':
      return node.children[0] ? ask(node.children[0], value, x) : 'unknown';
    case 'tuple_pattern':
    case 'list_pattern':
      return sequence(node.children, value, node, x);
    case 'dict_pattern': {
      const keys = fieldsOf(node, 'key');
      const values = fieldsOf(node, 'value');
      return all(keys.map((key, i): Asked => {
        const wanted = values[i];
        const name = x.code(key);
        if (!wanted || name.kind !== 'string') return 'unknown';
        return ask(wanted, { kind: 'member', ...at(wanted), object: value, property: name.value, propertySpan: name.content, written: `${x.source(value)}[${x.source(key)}]` }, x);
      }), node);
    }
    case 'class_pattern': {
      const [called, ...parts] = node.children;
      const own: Asked = called ? { kind: 'binary', ...at(called), op: 'instanceof', left: value, right: x.code(called) } : 'unknown';
      return all([own, ...parts.map((part): Asked => {
        const keyword = inner(part);
        const [key, wanted] = keyword.children;
        if (keyword.type !== 'keyword_pattern' || !key || !wanted) return 'unknown';
        return ask(wanted, { kind: 'member', ...at(wanted), object: value, property: x.source(key), propertySpan: at(key), written: `${x.source(value)}.${x.source(key)}` }, x);
      })], node);
    }
    default:
      return 'unknown';
  }
}

/** Patterns side by side, each on its own part of the value. */
function sequence(patterns: readonly SyntaxNode[], value: Code, node: SyntaxNode, x: Lowering): Asked {
  const items = value.kind === 'list' ? value.items : undefined;
  if (items?.length !== patterns.length) return 'unknown';
  return all(patterns.map((p, i): Asked => (items[i] ? ask(p, items[i], x) : 'unknown')), node);
}

const any = (parts: readonly Code[]): Asked => {
  const [first, ...rest] = parts;
  return first ? rest.reduce((left, right): Code => ({ kind: 'logical', start: left.start, end: right.end, op: 'or', left, right }), first) : 'unknown';
};

function all(parts: readonly Asked[], node: SyntaxNode): Asked {
  if (parts.includes('unknown')) return 'unknown';
  const asked = parts.filter((p): p is Code => p !== 'all' && p !== 'unknown');
  const [first, ...rest] = asked;
  return first ? rest.reduce((left, right): Code => ({ kind: 'logical', ...at(node), op: 'and', left, right }), first) : 'all';
}
