import type { Code, StringLiteral } from '../../model/code';
import { span } from '../../model/span';
import { childOf, type SyntaxNode } from '../../syntax/node';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

/** A text without values in it; undefined where it has some. */
export function stringOf(node: SyntaxNode, text: string): StringLiteral | undefined {
  if (node.type !== 'string' || childOf(node, 'interpolation')) return undefined;
  const open = childOf(node, 'string_start');
  const close = childOf(node, 'string_end');
  const content = span(open?.end ?? node.start, close?.start ?? node.end);
  const raw = text.slice(content.start, content.end);
  const isRaw = /r/i.test(text.slice(node.start, open?.end ?? node.start));
  return { kind: 'string', start: node.start, end: node.end, content, value: isRaw || !raw.includes('\\') ? raw : raw.replace(/\\([\s\S])/g, (_, char: string) => ESCAPES[char] ?? char) };
}

/** A text, with values in it or made of several that stand side by side. */
export function lowerText(node: SyntaxNode, text: string, code: (node: SyntaxNode) => Code): Code {
  const plain = stringOf(node, text);
  if (plain) return plain;
  const parts: Code[] = [];
  let joined = '';
  const add = (piece: SyntaxNode): void => {
    let from = childOf(piece, 'string_start')?.end ?? piece.start;
    for (const value of piece.children.filter((c) => c.type === 'interpolation')) {
      parts.push(code(value));
      joined += `${text.slice(from, value.start)}\uFFFD`;
      from = value.end;
    }
    joined += text.slice(from, Math.max(from, childOf(piece, 'string_end')?.start ?? piece.end));
  };
  if (node.type === 'string') add(node);
  else node.children.filter((c) => c.type === 'string').forEach(add);
  return { kind: 'interpolation', start: node.start, end: node.end, parts, text: joined };
}
