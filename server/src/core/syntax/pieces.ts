import type { Change } from '../model/document';
import type { Span } from '../model/span';
import { difference } from './difference';
import type { SyntaxNode } from './node';
import { isClosed, MAX_SEARCH, pieceEnd, type Seams } from './seams';
import { SyntaxTree, type Opens, type Shape } from './syntaxTree';
import type { Parser } from './parsers';

/** A top-level part of a text: the smallest that is analysed, and kept, as a whole. It is the same object until it is touched, and moves with the text. */
export interface Unit extends Span {
  readonly id: number;
  readonly type: string;
  readonly parts: readonly UnitPart[];
}

/** One node of a tree. */
export interface UnitPart {
  readonly tree: SyntaxTree;
  readonly shape: Shape;
  /** Where it starts in the tree's text, and in the whole text. */
  readonly own: number;
  readonly start: number;
}

/** A unit that is one node; it moves with its piece. */
class NodeUnit implements Unit, UnitPart {
  readonly id: number;
  readonly type: string;
  readonly length: number;
  readonly parts: readonly UnitPart[] = [this];

  constructor(
    private readonly piece: Piece,
    public shape: Shape,
    public own: number,
    /** The first, or the one behind the last, of what a container holds: runs end there. */
    public opens: boolean,
  ) {
    this.id = shape.id;
    this.type = shape.type;
    this.length = shape.length;
  }

  get tree(): SyntaxTree {
    return this.piece.tree;
  }
  get start(): number {
    return this.piece.start + this.own;
  }
  get end(): number {
    return this.start + this.length;
  }
}

/** Neighbours that are one unit. */
class GroupUnit implements Unit {
  readonly type = 'group';

  constructor(
    readonly id: number,
    readonly parts: readonly NodeUnit[],
  ) {}

  get start(): number {
    return this.parts[0]?.start ?? 0;
  }
  get end(): number {
    return this.parts.at(-1)?.end ?? 0;
  }
}

/** The units of a piece in order; those in `known`, by id, stay the objects they are. */
function unitsOf(piece: Piece, shapes: readonly Shape[], known: ReadonlyMap<number, NodeUnit>): NodeUnit[] {
  const units: NodeUnit[] = [];
  const visit = (children: readonly Shape[], base: number, opens: boolean): void => {
    let first = opens;
    for (const shape of children) {
      const own = base + shape.offset;
      if (shape.children) visit(shape.children, own, true);
      else {
        const unit = known.get(shape.id) ?? new NodeUnit(piece, shape, own, first);
        unit.own = own;
        unit.shape = shape;
        unit.opens = first;
        units.push(unit);
      }
      first = shape.children !== undefined;
    }
  };
  visit(shapes, 0, false);
  return units;
}

interface Piece {
  start: number;
  text: string;
  readonly tree: SyntaxTree;
  units: readonly NodeUnit[];
  /** The tree has changed since the units were made. */
  stale: boolean;
}

/** Longer statements (a test suite, a component) stand alone, and so do longer runs of them: a keystroke pays for one unit. In UTF-16 units. */
const MAX_LOOSE = 4000;
const MAX_RUN = 16_000;
/** A piece this long is parsed in part after an edit; a shorter one is parsed anew. */
const LONG_PIECE = 8000;

/**
 * The syntax of a text that is read in pieces, cut where the language says that one thing ends and another begins.
 * What is half typed in one piece is not felt in the others, and an edit costs what its piece costs.
 */
export class Pieces {
  private pieces: Piece[] = [];
  private groups = new Map<number, GroupUnit>();
  private text = '';
  /** Trees of the last version: their node ids are addresses, which must not be given again while they are compared. */
  private dead: SyntaxTree[] = [];

  constructor(
    private readonly parser: Parser,
    private readonly seams: Seams | undefined,
    private readonly readable?: (text: string) => string,
  ) {}

  /** Makes the pieces those of `text`; `changes` led to it from the last text. */
  update(text: string, changes: readonly Change[] | undefined): void {
    this.dead.forEach((tree) => tree.dispose());
    this.dead = [];
    if (this.pieces.length === 0) {
      this.text = text;
      this.pieces = this.cut(0, () => false).map((span) => this.make(span));
      return;
    }
    const change = changes?.length === 1 && changes[0] ? changes[0] : difference(this.text, text);
    this.text = text;
    const delta = change.newText.length - (change.end - change.start);
    const editEnd = change.start + change.newText.length;
    const first = this.firstAffected(change.start);
    const from = this.pieces[first]?.start ?? 0;
    const later = new Map(this.pieces.slice(first).flatMap((p, i) => (p.start > change.end ? [[p.start + delta, first + i] as const] : [])));
    const spans = this.cut(from, (at) => at > editEnd && later.has(at));
    const until = later.get(spans.at(-1)?.end ?? text.length) ?? this.pieces.length;
    const old = this.pieces.slice(first, until);
    for (const piece of this.pieces.slice(until)) piece.start += delta;
    const reusable = new Map(old.map((p) => [p.text, p]));
    const fresh = spans.map((span) => {
      const own = text.slice(span.start, span.end);
      const same = reusable.get(own);
      if (same) {
        reusable.delete(own);
        same.start = span.start;
        return same;
      }
      return this.remake(own, span, old, change) ?? this.make(span);
    });
    for (const piece of old) if (!fresh.includes(piece)) this.dead.push(piece.tree);
    this.pieces.splice(first, old.length, ...fresh);
  }

  /** The text's units: what the pieces hold and, in place of the nodes that `opens` says hold units of their own, their children. Neighbouring `loose` statements are one, and so are `leading` nodes with what follows them. */
  units(opens: Opens, loose: ReadonlySet<string>, leading?: ReadonlySet<string>): Unit[] {
    const units: Unit[] = [];
    const known = this.groups;
    this.groups = new Map();
    let run: NodeUnit[] = [];
    let led: NodeUnit[] = [];
    const group = (parts: readonly NodeUnit[]): GroupUnit => {
      const id = combine(parts);
      const same = known.get(id);
      const unit = same?.parts.every((part, i) => part === parts[i]) ? same : new GroupUnit(id, parts);
      this.groups.set(id, unit);
      return unit;
    };
    const flush = (): void => {
      const [first] = run;
      const last = run.at(-1);
      // A row of declarations has no order to follow.
      if (first && last && run.length > 1 && run.some((u) => !u.type.endsWith('declaration'))) {
        units.push(group(run));
      } else units.push(...run);
      run = [];
    };
    for (const piece of this.pieces) {
      for (const unit of this.unitsIn(piece, opens)) {
        const { type, length } = unit;
        if (unit.opens) {
          flush();
          units.push(...led);
          led = [];
        }
        if (leading?.has(type)) {
          flush();
          led.push(unit);
          continue;
        }
        if (led.length > 0) {
          units.push(group([...led, unit]));
          led = [];
          continue;
        }
        if (loose.has(type) && length <= MAX_LOOSE) {
          if (run[0] && unit.end - run[0].start > MAX_RUN) flush();
          run.push(unit);
        } else if (type === 'comment' && run.length > 0) run.push(unit);
        else {
          flush();
          units.push(unit);
        }
      }
    }
    flush();
    return [...units, ...led];
  }

  private unitsIn(piece: Piece, opens: Opens): readonly NodeUnit[] {
    if (piece.stale) piece.units = unitsOf(piece, piece.tree.outline(opens), new Map(piece.units.map((u) => [u.id, u])));
    piece.stale = false;
    return piece.units;
  }

  /** A plain copy of a unit's syntax; offsets count from its start. */
  copy(unit: Unit): SyntaxNode | undefined {
    const copies = unit.parts.flatMap(({ tree, shape, own, start }) => tree.copy(shape, own, own - (start - unit.start)) ?? []);
    const [only] = unit.parts;
    return unit.parts.length === 1 ? copies[0] : { type: only?.tree.rootType ?? '', field: '', start: 0, end: unit.end - unit.start, children: copies };
  }

  /** The type of the innermost node at an offset; '' where there is none. */
  typeAt(offset: number): string {
    const piece = this.pieces[this.indexAt(offset)];
    return piece ? piece.tree.typeAt(offset - piece.start) : '';
  }

  /** A tree for another text in the same language; it must be disposed of. */
  beside(): SyntaxTree {
    return new SyntaxTree(this.parser, this.readable);
  }

  dispose(): void {
    for (const { tree } of this.pieces) tree.dispose();
    this.dead.forEach((tree) => tree.dispose());
    this.pieces = [];
    this.dead = [];
  }

  private make({ start, end }: Span): Piece {
    const tree = new SyntaxTree(this.parser, this.readable);
    const text = this.text.slice(start, end);
    tree.parse(text, undefined);
    return { start, text: detached(text), tree, units: [], stale: true };
  }

  /** A long piece that was edited inside is parsed in part. */
  private remake(text: string, { start }: Span, old: readonly Piece[], change: Change): Piece | undefined {
    const before = old.find((p) => p.start === start);
    if (text.length < LONG_PIECE || !before || change.start < start || change.end > before.start + before.text.length) return undefined;
    if (text.length !== before.text.length + change.newText.length - (change.end - change.start)) return undefined;
    before.tree.parse(text, [{ start: change.start - start, end: change.end - start, newText: change.newText }]);
    before.text = detached(text);
    before.stale = true;
    return before;
  }

  /** The spans of pieces from `from` on, up to a boundary where `done`. */
  private cut(from: number, done: (at: number) => boolean): Span[] {
    const spans: Span[] = [];
    for (let at = from; at < this.text.length || spans.length === 0; ) {
      const end = this.seams ? pieceEnd(this.text, at, this.seams) : this.text.length;
      spans.push({ start: at, end });
      at = end;
      if (done(at) || end === this.text.length) break;
    }
    return spans;
  }

  /** The first piece whose end an edit at `offset` can move: its own, the one before, and any whose search may have come this far. */
  private firstAffected(offset: number): number {
    let index = Math.max(0, this.indexAt(offset) - 1);
    const own = this.pieces[index]?.start ?? 0;
    while (index > 0 && own - (this.pieces[index - 1]?.start ?? 0) < MAX_SEARCH && this.mayReach(index - 1)) index--;
    return index;
  }

  /** Whether a piece looked for a seam beyond its own end. */
  private mayReach(index: number): boolean {
    const piece = this.pieces[index];
    return piece !== undefined && this.seams !== undefined && !isClosed(piece.text, this.seams);
  }

  private indexAt(offset: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A copy that does not keep the whole text alive, as a slice does. */
const detached = (text: string): string => (text.length > 12 ? ` ${text}`.slice(1) : text);

/** One number for a row of units, different as soon as one of them is; below zero, where no other id is. */
function combine(units: readonly Unit[]): number {
  let hash = 7;
  for (const { id } of units) hash = (hash * 1_000_003 + id) % 9_007_199_254_740_881;
  return -hash - 1;
}
