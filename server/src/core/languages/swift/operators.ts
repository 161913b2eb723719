import type { BinaryOperator, Code } from '../../model/code';
import { fieldOf, typesLike, type SyntaxNode } from '../../syntax/node';

/** Nodes of two operands. The grammar joins several of them in orders that are not the language's: they are taken apart and joined anew. */
const hasTwoSides = typesLike(/^(?:equality|comparison|conjunction|disjunction|infix|nil_coalescing|additive|multiplicative|range)_expression$|^bitwise_operation$/);
const OPERATORS: Readonly<Record<string, BinaryOperator>> = { '==': 'eq', '===': 'eq', '!=': 'ne', '!==': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '/': 'div', '~=': 'in' };
const STRENGTH: Readonly<Record<string, number>> = { '||': 1, '&&': 2, '==': 3, '!=': 3, '===': 3, '!==': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, '~=': 3, '??': 4, '...': 6, '..<': 6, '+': 7, '-': 7, '*': 8, '/': 8, '%': 8 };
const USUAL = 7;

export const isBinary = (node: SyntaxNode): boolean => hasTwoSides(node.type);

/** Joins operands as strongly as the language does. */
export function binary(node: SyntaxNode, source: (node: SyntaxNode) => string, code: (node: SyntaxNode) => Code): Code {
  const operands: SyntaxNode[] = [];
  const operators: string[] = [];
  const collect = (n: SyntaxNode): void => {
    const left = fieldOf(n, 'lhs') ?? fieldOf(n, 'value') ?? fieldOf(n, 'start');
    const right = fieldOf(n, 'rhs') ?? fieldOf(n, 'if_nil') ?? fieldOf(n, 'end');
    if (!hasTwoSides(n.type) || !left || !right) return void operands.push(n);
    const operator = fieldOf(n, 'op');
    collect(left);
    operators.push(operator ? source(operator).trim() : '??');
    collect(right);
  };
  collect(node);
  // What lacks an operand is looked through.
  if (operators.length === 0) return { kind: 'other', start: node.start, end: node.end, children: node.children.map(code) };
  let at = 0;
  const operand = (): Code => {
    const found = operands[at++];
    return found ? code(found) : { kind: 'other', start: node.end, end: node.end, children: [] };
  };
  const climb = (strength: number): Code => {
    let left = operand();
    for (let operator = operators[at - 1]; operator !== undefined && (STRENGTH[operator] ?? USUAL) >= strength; operator = operators[at - 1]) {
      left = joined(operator, left, climb((STRENGTH[operator] ?? USUAL) + 1));
    }
    return left;
  };
  return climb(0);
}

function joined(operator: string, left: Code, right: Code): Code {
  const at = { start: left.start, end: right.end };
  if (operator === '&&' || operator === '||') return { kind: 'logical', ...at, op: operator === '&&' ? 'and' : 'or', left, right };
  if (operator === '??') return { kind: 'logical', ...at, op: 'coalesce', left, right };
  if (operator === '...' || operator === '..<') return { kind: 'call', ...at, callee: { kind: 'name', name: operator, start: left.end, end: left.end }, args: [left, right], isNew: false };
  if (operator === '~=') return within(left, right, at) ?? { kind: 'other', ...at, children: [left, right] };
  return { kind: 'binary', ...at, op: OPERATORS[operator] ?? 'other', left, right };
}

/** Whether a value lies in a range that is written out; undefined where that is none. */
export function within(range: Code, value: Code, at: { start: number; end: number }): Code | undefined {
  const inner = range.kind === 'other' && range.children.length === 1 && range.children[0] ? range.children[0] : range;
  if (inner.kind !== 'call' || inner.callee.kind !== 'name' || !/^\.\.[.<]$/.test(inner.callee.name)) return undefined;
  const [from, to] = inner.args;
  if (!from || !to) return undefined;
  return {
    kind: 'logical', ...at, op: 'and', left: { kind: 'binary', start: from.start, end: from.end, op: 'ge', left: value, right: from },
    right: { kind: 'binary', start: to.start, end: to.end, op: inner.callee.name === '...' ? 'le' : 'lt', left: value, right: to },
  };
}
