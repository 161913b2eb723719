import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Parser, Tree, TreeCursor } from 'web-tree-sitter';
import { languageOf } from '../../../server/src/core/languages';
import { copyNode, copyTree, MAX_DEPTH, type Pruning } from '../../../server/src/core/syntax/copy';
import type { SyntaxNode } from '../../../server/src/core/syntax/node';
import { Parsers } from '../../../server/src/core/syntax/parsers';
import { LANGUAGES } from '../../bench/code';
import { handlingFile } from '../../bench/code/make';
import { Random } from '../../bench/random';
import { readAsset } from '../../harness/host';
import { SAMPLES } from '../property/samples';

/** Where to look for another counter-example: FC_SEED in the environment. */
const seed = Number(process.env['FC_SEED'] ?? 17);
const parsers = new Parsers(readAsset);

const leafAt = (cursor: TreeCursor, base: number, field: string): SyntaxNode => ({ type: cursor.nodeType, field, start: cursor.startIndex - base, end: cursor.endIndex - base, children: [] });

/** What the package's own cursor sees, step by step. */
function walk(cursor: TreeCursor, base: number, depth = 0, field = ''): SyntaxNode {
  const children: SyntaxNode[] = [];
  const node = { ...leafAt(cursor, base, field), children };
  if (depth === MAX_DEPTH || !cursor.gotoFirstChild()) return node;
  do {
    const own = cursor.currentFieldName ?? '';
    if (own !== '' || cursor.nodeIsNamed) children.push(walk(cursor, base, depth + 1, own));
  } while (cursor.gotoNextSibling());
  cursor.gotoParent();
  return node;
}

function walkPruned(cursor: TreeCursor, base: number, pruning: Pruning, depth = 0): SyntaxNode {
  const { nodeType, startIndex, endIndex } = cursor;
  const field = (depth > 0 && cursor.currentFieldName) || '';
  if (pruning.whole.has(nodeType)) return walk(cursor, base, depth, field);
  const children: SyntaxNode[] = [];
  const node = { ...leafAt(cursor, base, field), children };
  const held = pruning.holds(startIndex, endIndex);
  const beside = held ? 'held' : pruning.beside(nodeType, startIndex, endIndex);
  if (depth === MAX_DEPTH || beside === 'nothing' || !cursor.gotoFirstChild()) return node;
  if (beside === 'first child') children.push(walk(cursor, base, depth + 1, cursor.currentFieldName ?? ''));
  else {
    do {
      if (!cursor.nodeIsNamed) continue;
      children.push(held || pruning.whole.has(cursor.nodeType) ? walkPruned(cursor, base, pruning, depth + 1) : leafAt(cursor, base, ''));
    } while (cursor.gotoNextSibling());
  }
  cursor.gotoParent();
  return node;
}

function withTree(parser: Parser, text: string, use: (tree: Tree, cursor: TreeCursor) => void): void {
  parser.reset();
  const tree = parser.parse(text);
  assert.ok(tree);
  const cursor = tree.walk();
  use(tree, cursor);
  cursor.delete();
  tree.delete();
}

/** All that is not random, once each; then texts cut and joined anywhere. */
function textsOf(languageId: string): fc.Arbitrary<string> {
  const sample = LANGUAGES.find((l) => l.languageId === languageId);
  const whole = [...SAMPLES.filter((s) => s.languageId === languageId).map((s) => s.text), ...(sample ? [handlingFile(new Random(3), sample, 60, 'parts')] : [])];
  const part = fc.tuple(fc.constantFrom(...whole), fc.nat(), fc.nat(600)).map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length));
  return fc.oneof(fc.constantFrom(...whole), part, fc.tuple(part, fc.constantFrom('', '\n', '(', '}', '"', '😀', '\uD83D'), part).map((parts) => parts.join('')));
}

/** A node that a path of numbers leads to. */
function descend(cursor: TreeCursor, path: readonly number[]): void {
  for (const step of path) {
    if (!cursor.gotoFirstChild()) return;
    for (let i = 0; i < step && cursor.gotoNextSibling(); i++);
  }
}

/** Takes or leaves nodes by their place, but the same each time. */
const pruningBy = (salt: number, whole: readonly string[]): Pruning => ({
  holds: (start, end) => ((start * 31 + end * 17 + salt) >> 2) % 3 !== 0,
  beside: (type, start, end) => (['nothing', 'first child', 'outline'] as const)[(type.length + start + end + salt) % 3] ?? 'nothing',
  whole: new Set(whole),
});

describe('A copy of a tree', () => {
  after(() => parsers.dispose());

  for (const languageId of new Set([...SAMPLES, ...LANGUAGES].map((s) => s.languageId))) {
    const language = languageOf(languageId);

    it(`is what the package's own cursor sees: ${languageId}`, async () => {
      assert.ok(language);
      const parser = await parsers.get(language.grammar);
      const property = fc.property(textsOf(languageId), fc.array(fc.nat(6), { maxLength: 9 }), fc.nat(99), (text, path, salt) => {
        withTree(parser, language.readable?.(text) ?? text, (tree, cursor) => {
          const all = walk(cursor, 7);
          assert.deepEqual(copyTree(tree, 7), all);
          descend(cursor, path);
          const { currentNode: node } = cursor;
          const { id, startIndex: start } = node;
          assert.deepEqual(copyNode(tree, id, start, 5), walk(node.walk(), 5));
          const types = all.children.flatMap((c) => [c.type, ...c.children.map((d) => d.type)]);
          const pruning = pruningBy(salt, types.filter((_, i) => (i + salt) % 4 === 0));
          assert.deepEqual(copyNode(tree, id, start, 5, pruning), walkPruned(node.walk(), 5, pruning));
        });
      });
      fc.assert(property, { seed, numRuns: 80, endOnFailure: true });
    });
  }

  it('leaves out what is nested deeper than anybody writes', async () => {
    const parser = await parsers.get('tree-sitter-typescript.wasm');
    withTree(parser, `${'['.repeat(50_000)}x`, (tree, cursor) => assert.deepEqual(copyTree(tree, 0), walk(cursor, 0)));
    withTree(parser, `${'('.repeat(2000)}x${')'.repeat(2000)}`, (tree, cursor) => {
      const copied = copyTree(tree, 0);
      assert.deepEqual(copied, walk(cursor, 0));
      let depth = 0;
      for (let node: SyntaxNode | undefined = copied; node; node = node.children[0]) depth++;
      assert.equal(depth, MAX_DEPTH + 1);
      descend(cursor, Array<number>(1500).fill(1));
      const { id, startIndex } = cursor.currentNode;
      assert.equal(copyNode(tree, id, startIndex, 0), undefined);
    });
  });

  it('is whole however large the tree, also when the memory grows on the way', async () => {
    const parser = await parsers.get('tree-sitter-typescript.wasm');
    for (const length of [10, 200_000, 10]) withTree(parser, `f(1);\n`.repeat(length / 10), (tree, cursor) => assert.deepEqual(copyTree(tree, 0), walk(cursor, 0)));
  });

  it('is not made of a node that is not there', async () => {
    const parser = await parsers.get('tree-sitter-typescript.wasm');
    withTree(parser, 'f(1);', (tree) => {
      assert.equal(copyNode(tree, 1, 0, 0), undefined);
      assert.equal(copyNode(tree, tree.rootNode.id, 0, 0)?.type, 'program');
    });
  });
});
