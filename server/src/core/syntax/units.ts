import type { Span } from '../model/span';
import type { Shape, SyntaxTree } from './syntaxTree';

/** A top-level part of a text: the smallest that is analysed, and kept, as a whole. It is the same object until it is touched, and moves with the text. */
export interface Unit extends Span {
  readonly id: number;
  readonly type: string;
  readonly parts: readonly UnitPart[];
  /** What its reader knows of it: units are asked about at each keystroke. */
  kept?: object;
}

/** One node of a tree. */
export interface UnitPart {
  readonly tree: SyntaxTree;
  readonly shape: Shape;
  /** Where it starts in the tree's text, and in the whole text. */
  readonly own: number;
  readonly start: number;
}

/** What a text is parsed as, in a tree of its own. */
export interface Holder {
  readonly start: number;
  readonly text: string;
  /** How much the parser was given in front of the text. */
  readonly lead: number;
  readonly tree: SyntaxTree;
}

/** The units of a text, and in what they differ from those that were asked for before. */
export interface Units {
  /** In the order of the text. It is changed in place. */
  readonly all: readonly Unit[];
  /** Those from the one index up to the other stand in place of `gone` others; the rest are the same objects. */
  readonly from: number;
  readonly until: number;
  readonly gone: number;
}

/** A unit that is one node; it moves with its piece. */
export class NodeUnit implements Unit, UnitPart {
  readonly id: number;
  readonly type: string;
  readonly length: number;
  readonly parts: readonly UnitPart[] = [this];
  kept?: object;
  /** The group that it was the last of. */
  group: GroupUnit | undefined;

  constructor(
    private readonly piece: Holder,
    public shape: Shape,
    public own: number,
    /** The first, or the one behind the last, of what a container holds: runs end there. */
    public opens: boolean,
  ) {
    this.id = shape.id;
    this.type = shape.type;
    // A node can go on into what the parser was given behind the piece.
    this.length = Math.min(shape.length, piece.lead + piece.text.length - own);
  }

  get tree(): SyntaxTree {
    return this.piece.tree;
  }
  get start(): number {
    return this.piece.start + this.own - this.piece.lead;
  }
  get end(): number {
    return this.start + this.length;
  }
}

/** Neighbours that are one unit. */
export class GroupUnit implements Unit {
  readonly type = 'group';
  readonly id: number;
  kept?: object;

  constructor(readonly parts: readonly NodeUnit[]) {
    this.id = combine(parts);
  }

  get start(): number {
    return this.parts[0]?.start ?? 0;
  }
  get end(): number {
    return this.parts.at(-1)?.end ?? 0;
  }
}

/** The units of a piece in order; those in `known`, by id, stay the objects they are. */
export function unitsOf(piece: Holder, shapes: readonly Shape[], known: ReadonlyMap<number, NodeUnit>): NodeUnit[] {
  const units: NodeUnit[] = [];
  const visit = (children: readonly Shape[], base: number, opens: boolean): void => {
    let first = opens;
    for (const shape of children) {
      const own = base + shape.offset;
      if (shape.children) visit(shape.children, own, true);
      // What the parser was given around the piece is no part of it.
      else if (own >= piece.lead && own < piece.lead + piece.text.length) {
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

/** One number for a row of units, different as soon as one of them is; below zero, where no other id is. */
function combine(units: readonly Unit[]): number {
  let hash = 7;
  for (const { id } of units) hash = (hash * 1_000_003 + id) % 9_007_199_254_740_881;
  return -hash - 1;
}
