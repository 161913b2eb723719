import type { Language, Snippets } from '../languages';
import type { Code, Pattern } from '../model/code';
import type { Span } from '../model/span';
import type { SyntaxNode } from '../syntax/node';
import type { SnippetParser } from '../syntax/snippetParser';

/** Markup writes some characters as entities; such code is not read. */
const ENTITY = /&(?:[a-z]+|#\w+);/i;

/** Reads the pieces of code in a text that is markup, those that `matter`; spans of what it gives are those of the text. */
export function snippetsOf(text: string, language: Language, parser: SnippetParser, matter: (at: Span) => boolean): Snippets {
  const parse = (before: string, at: Span, after: string): Code | undefined => {
    if (!matter(at)) return undefined;
    const source = text.slice(at.start, at.end);
    if (ENTITY.test(source)) return undefined;
    const root = parser.parse(before + source + after);
    const only = root.children.length === 1 ? root.children[0] : undefined;
    return language.lower(shifted(only ?? root, at.start - before.length), text);
  };
  const expressionOf = (code: Code | undefined): Code | undefined => (code?.kind === 'expression' ? code.expression : code);
  return {
    matters: matter,
    // The line break ends a comment at the end of the piece.
    expression: (at) => expressionOf(parse('(', at, '\n)')),
    statements(at) {
      const code = expressionOf(parse('', at, ''));
      return code && code.kind !== 'function' ? { kind: 'function', start: at.start, end: at.end, name: undefined, params: [], body: code } : code;
    },
    patterns(at): readonly Pattern[] {
      const code = expressionOf(parse('(', at, '\n) => 0'));
      return code?.kind === 'function' ? code.params : [];
    },
  };
}

function shifted(node: SyntaxNode, by: number): SyntaxNode {
  return { ...node, start: node.start + by, end: node.end + by, children: node.children.map((child) => shifted(child, by)) };
}
