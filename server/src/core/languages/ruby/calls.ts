import type { Code } from '../../model/code';
import { fieldOf, type SyntaxNode } from '../../syntax/node';
import { at } from '../lowering';
import type { Lowering } from './lower';

/** Methods that give the value in another form, or the value itself. */
const SAME = new Set(['to_i', 'to_s', 'to_sym', 'to_str', 'to_h', 'to_a', 'to_set', 'freeze', 'dup', 'itself', 'strip', 'downcase', 'upcase', 'squish', 'presence', 'with_indifferent_access', 'symbolize_keys', 'deep_symbolize_keys', 'stringify_keys', 'parsed_response', 'chomp', 'clone', 'sync', 'await', 'value!']);
const MODULE_CALLS = new Set(['require', 'require_relative', 'load', 'autoload']);

/** Words that are statements although they are written as calls. */
export const STATEMENTS: Readonly<Record<string, ((node: SyntaxNode) => Code) | undefined>> = Object.assign(Object.create(null) as object, {
  raise: (n: SyntaxNode): Code => ({ kind: 'throw', ...at(n), value: undefined }),
  fail: (n: SyntaxNode): Code => ({ kind: 'throw', ...at(n), value: undefined }),
  exit: (n: SyntaxNode): Code => ({ kind: 'throw', ...at(n), value: undefined }),
  abort: (n: SyntaxNode): Code => ({ kind: 'throw', ...at(n), value: undefined }),
});

/** A call, or the look at a field that it is. */
export function lowerCall(x: Lowering, n: SyntaxNode): Code {
  const receiverNode = fieldOf(n, 'receiver');
  const methodNode = fieldOf(n, 'method');
  const list = fieldOf(n, 'arguments');
  const block = fieldOf(n, 'block');
  const method = methodNode ? x.source(methodNode) : 'call';
  const where = methodNode ? at(methodNode) : { start: n.end, end: n.end };
  const receiver = receiverNode && x.code(receiverNode);
  const args = x.args(list, block);
  const [first, second] = args;
  if (!receiver) {
    if (STATEMENTS[method] && !block) return { kind: 'throw', ...at(n), value: args.length > 1 ? { kind: 'other', start: first?.start ?? n.end, end: n.end, children: args } : first };
    if (method === 'throw') return { kind: 'throw', ...at(n), value: first };
    if (MODULE_CALLS.has(method) && first?.kind === 'string') return { kind: 'import', ...at(n), module: first.value, names: [] };
    return { kind: 'call', ...at(n), callee: { kind: 'name', ...where, name: method }, args, isNew: false };
  }
  if (args.length === 0) {
    if (SAME.has(method)) return receiver;
    switch (method) {
      case 'present?':
        return { kind: 'other', ...at(n), children: [receiver] };
      case 'nil?':
      case 'blank?':
      case 'empty?':
        return { kind: 'not', ...at(n), operand: receiver };
      case 'class':
        return { kind: 'other', ...at(n), children: [receiver], inspects: true };
      case 'success?':
      case 'ok?':
        return { kind: 'member', ...at(n), object: receiver, property: 'success', propertySpan: where };
      default:
    }
    if (!/[?!]$/.test(method) && method !== 'new') return { kind: 'member', ...at(n), object: receiver, property: method, propertySpan: where };
  }
  if (first) {
    switch (method) {
      case 'is_a?':
      case 'kind_of?':
      case 'instance_of?':
        return { kind: 'binary', ...at(n), op: 'instanceof', left: receiver, right: first };
      case 'in?':
        return { kind: 'binary', ...at(n), op: 'in', left: receiver, right: first };
      case 'eql?':
      case 'equal?':
        return { kind: 'binary', ...at(n), op: 'eq', left: receiver, right: first };
      case 'respond_to?':
      case 'send':
      case 'public_send':
      case 'try':
        if (first.kind === 'string' && args.length === 1) return { kind: 'member', ...at(n), object: receiver, property: first.value, propertySpan: first.content };
        break;
      case 'between?':
        if (second) return within(receiver, first, second, n);
        break;
      default:
    }
  }
  const callee: Code = { kind: 'member', start: receiver.start, end: Math.max(where.end, receiver.end), object: receiver, property: method, propertySpan: where };
  return { kind: 'call', ...at(n), callee, args, isNew: method === 'new' };
}

/** That a value lies between two others, which it can be. */
export function within(value: Code, from: Code, to: Code, n: { start: number; end: number }, exclusive = false): Code {
  const above: Code = { kind: 'binary', ...at(n), op: 'ge', left: value, right: from };
  return { kind: 'logical', ...at(n), op: 'and', left: above, right: { kind: 'binary', ...at(n), op: exclusive ? 'lt' : 'le', left: value, right: to } };
}
