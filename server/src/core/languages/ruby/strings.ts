import type { Code, StringLiteral } from '../../model/code';
import { span } from '../../model/span';
import type { SyntaxNode } from '../../syntax/node';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', s: ' ', e: '\x1B' };

/** A text constant or symbol; undefined where values stand in it. */
export function stringOf(node: SyntaxNode, text: string): StringLiteral | undefined {
  const source = text.slice(node.start, node.end);
  switch (node.type) {
    case 'simple_symbol':
      return { kind: 'string', start: node.start, end: node.end, content: span(node.start + 1, node.end), value: source.slice(1), symbol: true };
    case 'hash_key_symbol':
    case 'bare_string':
    case 'bare_symbol':
      return { kind: 'string', start: node.start, end: node.end, content: span(node.start, node.end), value: source, ...(node.type !== 'bare_string' && { symbol: true }) };
    case 'string':
    case 'delimited_symbol': {
      if (node.children.some((c) => c.type === 'interpolation')) return undefined;
      const open = /^(?:%[qQs]?.|:?["'])/s.exec(source)?.[0].length ?? 1;
      const closed = node.end - node.start > open;
      const content = span(node.start + open, Math.max(node.start + open, closed ? node.end - 1 : node.end));
      const raw = text.slice(content.start, content.end);
      const value = source.startsWith("'") || source.startsWith('%q') ? raw.replace(/\\(['\\])/g, '$1') : raw.replace(/\\([\s\S])/g, (_, char: string) => ESCAPES[char] ?? char);
      return { kind: 'string', start: node.start, end: node.end, content, value, ...(node.type === 'delimited_symbol' && { symbol: true }) };
    }
    default:
      return undefined;
  }
}

/** A text, with values in it or made of several that stand side by side. */
export function lowerText(node: SyntaxNode, text: string, code: (node: SyntaxNode) => Code): Code {
  const plain = stringOf(node, text);
  if (plain) return plain;
  const parts: Code[] = [];
  let joined = '';
  const add = (piece: SyntaxNode): void => {
    for (const child of piece.children) {
      if (child.type === 'interpolation') {
        parts.push(...child.children.map(code));
        joined += '\uFFFD';
      } else if (child.type === 'string') add(child);
      else joined += text.slice(child.start, child.end);
    }
  };
  add(node);
  return { kind: 'interpolation', start: node.start, end: node.end, parts, text: joined };
}
