import type { Edit as TreeEdit, Node, Parser, Point, Range, Tree } from 'web-tree-sitter';
import { digestOf } from '../model/digest';
import type { Change } from '../model/document';
import type { Span } from '../model/span';
import { difference } from './difference';
import { copyNode, copyTree, MAX_DEPTH, sameTree, type Pruning } from './copy';
import type { SyntaxNode } from './node';
import { Points } from './points';

/** Where a node stands in its parent, with its children if they are units of their own. */
export interface Shape {
  /** Never given twice: equal for two trees exactly when the piece was not touched in between. */
  readonly id: number;
  /** The parser's id, which is an address and lives as long as its tree. */
  readonly node: number;
  readonly type: string;
  /** From the start of the parent. */
  readonly offset: number;
  readonly length: number;
  readonly children: readonly Shape[] | undefined;
  /** Equal for pieces without errors that hold the same text. */
  readonly key?: string | undefined;
}

/** The last outline. */
interface Last {
  readonly known: ReadonlyMap<number, Shape>;
  readonly alike: ReadonlyMap<string, Shape[]>;
}

/** Whether the children of a node, by its type, its length and where it and its parent start in the tree's text, are units of their own. */
export type Opens = (type: string, length: number, start: number, parent: number | undefined) => boolean;

/** The parser must never hold the server up: beyond this a text is generated code, not somebody's handler. */
export const MAX_TEXT_LENGTH = 16 * 1024 * 1024;
/** A longer node is taken apart whatever it is. In UTF-16 units. */
const MAX_UNIT = 32_000;

let lastId = 0;

/** Trees that nobody needs any more. To free one costs a part of what it costs to parse, so that it is put off until nobody waits. */
const discarded: Tree[] = [];
/** A host that never has the time to free them has no more than this. */
const MOST_DISCARDED = 4;

function discard(tree: Tree | undefined): void {
  if (!tree) return;
  discarded.push(tree);
  if (discarded.length > MOST_DISCARDED) freeDiscarded();
}

/** Frees the trees that nobody needs any more. */
export function freeDiscarded(): void {
  for (const tree of discarded.splice(0)) tree.delete();
}

/** The syntax tree of one text; edits are applied in place and re-parsed in part. */
export class SyntaxTree {
  private tree: Tree | undefined;
  /** The tree of the last outline is kept until the next one: node ids are addresses, which a freed tree would hand out again. */
  private previous: Tree | undefined;
  private outlined = false;
  private text = '';
  private points: Points | undefined;
  /** Where what is left out was changed since the roots were asked for. */
  private touched: Span | undefined;
  private shapes = new Map<number, Shape>();
  /** The shapes of the last outline by what they hold: the parsers of some languages make all nodes anew after each edit. */
  private byText = new Map<string, Shape[]>();
  /** Identities that the outline at hand has given. */
  private given = new Set<number>();

  constructor(
    private readonly parser: Parser,
    private readonly readable?: (text: string) => string,
  ) {}

  /** Makes the tree that of `text`, without what lies in `leftOut`. With `changes` (applied in order to the last text) only what they touch is parsed again. */
  parse(written: string, changed: readonly Change[] | undefined, leftOut: readonly Span[] = []): void {
    const text = this.readable ? this.readable(written) : written;
    // What was made blank depends on more than the edit.
    this.become(text, this.readable && changed ? [difference(this.text, text)] : changed, leftOut);
  }

  /** Makes the tree that of `text`, which is the last one up to `from`: of what follows, whether it was there or not, nothing is reused. */
  parseFrom(written: string, from: number): void {
    const text = this.readable ? this.readable(written) : written;
    const start = this.readable ? difference(this.text, text).start : from;
    this.become(text, [{ start, end: this.text.length, newText: text.slice(start) }], []);
  }

  private become(text: string, changes: readonly Change[] | undefined, leftOut: readonly Span[]): void {
    if (this.tree && changes) this.edit(changes, text);
    else this.points = undefined;
    const reusable = this.tree && changes ? this.tree : null;
    this.parser.reset();
    const next = this.parser.parse(text, reusable, leftOut.length > 0 ? { includedRanges: rangesBeside(leftOut, text.length) } : undefined);
    if (!next) throw new Error('The parser gave no tree.');
    if (this.touched) this.touched = { start: 0, end: Infinity };
    if (this.outlined || !this.previous) {
      discard(this.previous);
      this.previous = this.tree;
    } else discard(this.tree);
    this.outlined = false;
    this.tree = next;
    this.text = text;
  }

  /** Whether there is something in it that the grammar does not know. */
  get hasErrors(): boolean {
    return this.tree?.rootNode.hasError ?? false;
  }

  /** Makes the tree that of `text`, which differs in what is left out of it: all nodes stay, and nothing is parsed. */
  keep(text: string, change: Change): void {
    this.edit([change], text);
    this.text = text;
    // Offsets of another change would have to move with this one.
    this.touched = this.touched ? { start: 0, end: Infinity } : { start: change.start, end: change.start + change.newText.length };
  }

  private edit(changes: readonly Change[], result: string): void {
    let text = this.text;
    const points = (this.points ??= new Points(text));
    for (const { start, end, newText } of changes) {
      const startPosition = points.at(start);
      const oldEndPosition = points.at(end);
      text = changes.length === 1 ? result : text.slice(0, start) + newText + text.slice(end);
      points.changed(text, start, startPosition);
      const newEndIndex = start + newText.length;
      this.tree?.edit({ startIndex: start, oldEndIndex: end, newEndIndex, startPosition, oldEndPosition, newEndPosition: points.at(newEndIndex) } as TreeEdit);
    }
  }

  /** The outline of the tree: children of the root and, in place of the nodes that hold units of their own, their children. */
  outline(opens: Opens): readonly Shape[] {
    if (!this.tree) return [];
    const last = { known: this.shapes, alike: this.byText };
    this.shapes = new Map();
    this.byText = new Map();
    this.given.clear();
    this.outlined = true;
    return this.childShapes(this.tree.rootNode, 0, opens, last, 0);
  }

  /** The outline of a node's children. What an edit left alone keeps its id, and is not asked about again: asking crosses into the parser. */
  private childShapes(node: Node, base: number, opens: Opens, last: Last, depth: number): Shape[] {
    return node.namedChildren.map((child) => {
      const offset = child.startIndex - base;
      const old = last.known.get(child.id);
      const shape = old ? this.kept(old, offset) : this.shapeOf(child, offset, opens, last, depth);
      this.remember(shape);
      return shape;
    });
  }

  /** A shape of the last outline, with all that it holds. */
  private kept(old: Shape, offset: number): Shape {
    return { ...old, id: this.free(old.id), offset, children: old.children?.map((child) => this.kept(child, child.offset)) };
  }

  /** An identity that this outline has not given yet: that one, if it can be had. */
  private free(id: number | undefined): number {
    const own = id === undefined || this.given.has(id) ? ++lastId : id;
    this.given.add(own);
    return own;
  }

  private shapeOf(node: Node, offset: number, opens: Opens, last: Last, depth: number): Shape {
    const { type, startIndex } = node;
    const length = node.endIndex - startIndex;
    // What is not closed swallows the rest of the file: it must not become one piece that every keystroke pays for.
    const opened = opens(type, length, startIndex, depth > 0 ? startIndex - offset : undefined) || type === 'ERROR' || length > MAX_UNIT;
    const inner = depth < MAX_DEPTH && opened ? this.childShapes(node, startIndex, opens, last, depth + 1) : [];
    if (inner.length > 0) return { id: this.free(undefined), node: node.id, type, offset, length, children: inner };
    const key = node.hasError ? undefined : `${type} ${digestOf(this.text, startIndex, node.endIndex)}`;
    const same = key === undefined ? undefined : last.alike.get(key)?.shift();
    return { id: this.free(same?.id), node: node.id, type, offset, length, children: undefined, key };
  }

  private remember(shape: Shape): void {
    this.shapes.set(shape.node, shape);
    if (shape.key !== undefined) {
      const alike = this.byText.get(shape.key);
      if (alike) alike.push(shape);
      else this.byText.set(shape.key, [shape]);
    }
    shape.children?.forEach((child) => this.remember(child));
  }

  /** The nodes of a type that are the root or lie right below it. */
  roots(type: string): readonly Shape[] {
    const root = this.tree?.rootNode;
    if (!root) return [];
    const known = this.shapes;
    const { touched } = this;
    this.shapes = new Map();
    this.touched = undefined;
    this.outlined = true;
    const nodes = root.type === type ? [root] : root.namedChildren.filter((n) => n.type === type);
    return nodes.map((n) => {
      // Around what was left out a node is the same one, but no longer the same.
      const same = touched && n.startIndex < touched.end && touched.start < n.endIndex ? undefined : known.get(n.id);
      const shape = { id: same?.id ?? ++lastId, node: n.id, type, offset: n.startIndex, length: n.endIndex - n.startIndex, children: undefined };
      this.remember(shape);
      return shape;
    });
  }

  /** Whether another tree of the same text has the same nodes. */
  isLike(other: SyntaxTree): boolean {
    return this.tree !== undefined && other.tree !== undefined && sameTree(this.tree, other.tree);
  }

  get rootType(): string {
    return this.tree?.rootNode.type ?? '';
  }

  /** A plain copy of a node that starts at `start`; its offsets count from `base`. With `pruning` only of what is of interest in it. */
  copy({ node }: Pick<Shape, 'node'>, start: number, base: number, pruning?: Pruning): SyntaxNode | undefined {
    return this.tree && copyNode(this.tree, node, start, base, pruning);
  }

  /** The nodes around an offset, from the inside out. */
  around(offset: number): readonly (Span & { readonly type: string })[] {
    const found: (Span & { readonly type: string })[] = [];
    // One walk down: asking a node for its parent starts at the root each time, and a cursor cannot be sent to an offset.
    for (let node = this.tree?.rootNode ?? null; node && found.length < MAX_DEPTH && node.startIndex <= offset; node = node.firstChildForIndex(offset)) {
      found.unshift({ type: node.type, start: node.startIndex, end: node.endIndex });
    }
    return found;
  }

  /** The type of the innermost node at an offset; '' where there is none. */
  typeAt(offset: number): string {
    return this.tree?.rootNode.descendantForIndex(offset, offset)?.type ?? '';
  }

  /** A plain copy of the whole tree; its offsets count from `base`. */
  copyAll(base = 0): SyntaxNode | undefined {
    const { tree } = this;
    if (!tree) return undefined;
    const copied = copyTree(tree, base);
    return { ...copied, start: Math.max(0, copied.start) };
  }

  /** A tree for another text in the same language; it must be disposed of. */
  beside(): SyntaxTree {
    return new SyntaxTree(this.parser, this.readable);
  }

  dispose(): void {
    discard(this.tree);
    discard(this.previous);
    this.tree = this.previous = undefined;
  }
}

/** All of a text but some spans in order. Rows are not asked for, so they are not counted. */
function rangesBeside(leftOut: readonly Span[], length: number): Range[] {
  const at = (index: number): Point => ({ row: 0, column: index });
  const ranges: Range[] = [];
  let from = 0;
  for (const { start, end } of [...leftOut, { start: length, end: length }]) {
    if (start > from) ranges.push({ startIndex: from, endIndex: start, startPosition: at(from), endPosition: at(start) });
    from = end;
  }
  return ranges;
}
