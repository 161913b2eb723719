import type { Parser } from 'web-tree-sitter';
import { copyTree } from './copy';
import type { SyntaxNode } from './node';

/** Parses small pieces of code on their own. A piece that was there the last time is not parsed again. */
export class SnippetParser {
  private known = new Map<string, SyntaxNode>();
  private used = new Map<string, SyntaxNode>();

  constructor(private readonly parser: Parser) {}

  /** The tree of `code`, offsets from its start. */
  parse(code: string): SyntaxNode {
    const root = this.known.get(code) ?? this.read(code);
    this.used.set(code, root);
    return root;
  }

  /** Forgets what was not asked for since the last call: nothing grows with edits. */
  sweep(): void {
    this.known = this.used;
    this.used = new Map();
  }

  private read(code: string): SyntaxNode {
    this.parser.reset();
    const tree = this.parser.parse(code);
    if (!tree) throw new Error('The parser gave no tree.');
    const root = copyTree(tree, 0);
    tree.delete();
    return root;
  }
}
