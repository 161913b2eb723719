import type { Code, StringLiteral } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, type SyntaxNode } from '../../syntax/node';
import { aroundValues } from '../lowering';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

/** What stands between the quotes. */
const contentOf = (node: SyntaxNode): Span => span(childOf(node, 'string_start')?.end ?? node.start, childOf(node, 'string_end')?.start ?? node.end);

/** A text without values in it; undefined where it has some. */
export function stringOf(node: SyntaxNode, text: string): StringLiteral | undefined {
  if (node.type !== 'string' || childOf(node, 'interpolation')) return undefined;
  const content = contentOf(node);
  const raw = text.slice(content.start, content.end);
  const isRaw = /r/i.test(text.slice(node.start, content.start));
  return { kind: 'string', start: node.start, end: node.end, content, value: isRaw || !raw.includes('\\') ? raw : raw.replace(/\\([\s\S])/g, (_, char: string) => ESCAPES[char] ?? char) };
}

/** A text, with values in it or made of several that stand side by side. */
export function lowerText(node: SyntaxNode, text: string, code: (node: SyntaxNode) => Code): Code {
  const plain = stringOf(node, text);
  if (plain) return plain;
  const parts: Code[] = [];
  let joined = '';
  const add = (piece: SyntaxNode): void => {
    const values = piece.children.filter((c) => c.type === 'interpolation');
    parts.push(...values.map(code));
    joined += aroundValues(text, contentOf(piece), values);
  };
  if (node.type === 'string') add(node);
  else node.children.filter((c) => c.type === 'string').forEach(add);
  return { kind: 'interpolation', start: node.start, end: node.end, parts, text: joined };
}
