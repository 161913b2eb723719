import type { Edit as TreeEdit, Node, Parser, Tree } from 'web-tree-sitter';
import type { Change } from '../model/document';
import type { Span } from '../model/span';
import { copyAt, MAX_DEPTH } from './copy';
import type { SyntaxNode } from './node';

/** A top-level piece of a document: the smallest that is analysed, and kept, as a whole. */
export interface Unit extends Span {
  /** Equal for two trees of one document exactly when the piece was not touched in between. */
  readonly id: number;
  readonly type: string;
  /** The neighbours that make it up, where it is more than one node. */
  readonly members?: readonly Unit[];
}

/** Where a node stands in its parent, with its children if they are units of their own. */
interface Shape {
  readonly id: number;
  readonly type: string;
  /** From the start of the parent. */
  readonly offset: number;
  readonly length: number;
  readonly children: readonly Shape[] | undefined;
}

/** The parser must never hold the server up: beyond this a text is generated code, not somebody's handler. */
export const MAX_TEXT_LENGTH = 16 * 1024 * 1024;
/** Longer statements (a test suite, a component) stand alone, and so do runs of them: a keystroke pays for one unit. In UTF-16 units. */
const MAX_LOOSE = 4000;
const MAX_RUN = 16_000;

/** The syntax tree of one text; edits are applied in place and re-parsed in part. */
export class SyntaxTree {
  private tree: Tree | undefined;
  /** Kept until the next parse: node ids are addresses, which a freed tree would hand out again. */
  private previous: Tree | undefined;
  private text = '';
  private points: Points | undefined;
  private shapes = new Map<number, Shape>();

  constructor(private readonly parser: Parser) {}

  /** Makes the tree that of `text`. With `changes` (applied in order to the last text) only what they touch is parsed again. */
  parse(text: string, changes: readonly Change[] | undefined): void {
    if (this.tree && changes) this.edit(changes, text);
    else this.points = undefined;
    const reusable = this.tree && changes ? this.tree : null;
    this.parser.reset();
    const next = this.parser.parse(text, reusable);
    if (!next) throw new Error('The parser gave no tree.');
    this.previous?.delete();
    this.previous = this.tree;
    this.tree = next;
    this.text = text;
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

  /**
   * The document's units: children of the root and, in place of the nodes named in `containers`, their children.
   * Neighbouring `loose` statements are one unit.
   */
  units(containers: ReadonlySet<string>, loose: ReadonlySet<string>): Unit[] {
    const units: Unit[] = [];
    if (!this.tree) return units;
    const root = this.tree.rootNode;
    const known = this.shapes;
    this.shapes = new Map();
    let run: Unit[] = [];
    const flush = (): void => {
      const [first] = run;
      const last = run.at(-1);
      // A row of declarations has no order to follow.
      if (first && last && run.length > 1 && run.some((u) => !u.type.endsWith('declaration'))) {
        units.push({ id: combine(run), type: 'group', start: first.start, end: last.end, members: run });
      } else units.push(...run);
      run = [];
    };
    const visit = (children: readonly Shape[], base: number): void => {
      for (const { id, type, offset, length, children: inner } of children) {
        const start = base + offset;
        const unit = { id, type, start, end: start + length };
        if (loose.has(type) && length <= MAX_LOOSE) {
          if (run[0] && unit.end - run[0].start > MAX_RUN) flush();
          run.push(unit);
        } else if (type === 'comment' && run.length > 0) run.push(unit);
        else {
          flush();
          if (inner) visit(inner, start);
          else units.push(unit);
        }
      }
      flush();
    };
    visit(this.childShapes(root, root.startIndex, containers, known, 0), root.startIndex);
    return units;
  }

  /** The outline of a node's children. What an edit left alone keeps its id, and is not asked about again: asking crosses into the parser. */
  private childShapes(node: Node, base: number, containers: ReadonlySet<string>, known: ReadonlyMap<number, Shape>, depth: number): Shape[] {
    return node.namedChildren.map((child) => {
      const offset = child.startIndex - base;
      const old = known.get(child.id);
      const shape: Shape = old ? { ...old, offset } : this.shapeOf(child, offset, containers, known, depth);
      this.remember(shape);
      return shape;
    });
  }

  private shapeOf(node: Node, offset: number, containers: ReadonlySet<string>, known: ReadonlyMap<number, Shape>, depth: number): Shape {
    const { type, startIndex } = node;
    const inner = depth < MAX_DEPTH && containers.has(type) ? this.childShapes(node, startIndex, containers, known, depth + 1) : undefined;
    return { id: node.id, type, offset, length: node.endIndex - startIndex, children: inner };
  }

  private remember(shape: Shape): void {
    this.shapes.set(shape.id, shape);
    shape.children?.forEach((child) => this.remember(child));
  }

  /** The nodes of a type that are the root or lie right below it. */
  roots(type: string): Unit[] {
    const root = this.tree?.rootNode;
    if (!root) return [];
    const nodes = root.type === type ? [root] : root.namedChildren.filter((n) => n.type === type);
    return nodes.map((n) => ({ id: n.id, type, start: n.startIndex, end: n.endIndex }));
  }

  /** A plain copy of the piece of tree that spans exactly `unit`. */
  copy(unit: Span & { readonly id?: number; readonly members?: readonly Unit[] }): SyntaxNode | undefined {
    if (unit.members) {
      const children = unit.members.flatMap((m) => this.copyFrom(m, unit.start) ?? []);
      return { type: this.tree?.rootNode.type ?? '', field: '', start: 0, end: unit.end - unit.start, children };
    }
    return this.copyFrom(unit, unit.start);
  }

  private copyFrom(unit: Span & { readonly id?: number }, base: number): SyntaxNode | undefined {
    let node = this.tree?.rootNode.descendantForIndex(unit.start, Math.max(unit.start, unit.end - 1));
    while (node && unit.id !== undefined && node.id !== unit.id && node.parent) node = node.parent;
    if (!node) return undefined;
    const cursor = node.walk();
    const copied = copyAt(cursor, base, 0);
    cursor.delete();
    return copied;
  }

  /** The type of the innermost node at an offset; '' where there is none. */
  typeAt(offset: number): string {
    return this.tree?.rootNode.descendantForIndex(offset, offset)?.type ?? '';
  }

  /** A plain copy of the whole tree. */
  copyAll(): SyntaxNode | undefined {
    return this.tree ? this.copy({ id: this.tree.rootNode.id, start: 0, end: this.text.length }) : undefined;
  }

  /** A tree for another text in the same language; it must be disposed of. */
  beside(): SyntaxTree {
    return new SyntaxTree(this.parser);
  }

  dispose(): void {
    this.tree?.delete();
    this.previous?.delete();
    this.tree = this.previous = undefined;
  }
}

/** One number for a row of nodes, different as soon as one of them is. */
function combine(units: readonly Unit[]): number {
  let hash = 7;
  for (const { id } of units) hash = (hash * 1_000_003 + id) % 9_007_199_254_740_881;
  // Below zero, where no node's own id can be.
  return -hash - 1;
}

/** Rows and columns of offsets near the one asked for last: edits come close together. */
class Points {
  private row = 0;
  private lineStart = 0;

  constructor(private text: string) {}

  at(offset: number): { row: number; column: number } {
    while (offset < this.lineStart) {
      this.row--;
      this.lineStart = this.lineStart < 2 ? 0 : this.text.lastIndexOf('\n', this.lineStart - 2) + 1;
    }
    for (let next = this.text.indexOf('\n', this.lineStart); next >= 0 && next < offset; next = this.text.indexOf('\n', this.lineStart)) {
      this.row++;
      this.lineStart = next + 1;
    }
    return { row: this.row, column: offset - this.lineStart };
  }

  /** The text changed at `offset`, whose point was `point`; what is before it is as it was. */
  changed(text: string, offset: number, point: { row: number; column: number }): void {
    this.text = text;
    this.row = point.row;
    this.lineStart = offset - point.column;
  }
}
