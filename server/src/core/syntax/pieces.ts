import type { Change } from '../model/document';
import { replaceItems } from '../model/list';
import { detached, type Text } from '../model/text';
import { difference } from './difference';
import type { SyntaxNode } from './node';
import { cutAt, frameOf, MAX_SEARCH, type Cut, type Seams } from './seams';
import { SyntaxTree, type Opens } from './syntaxTree';
import type { Parser } from './parsers';
import { GroupUnit, unitsOf, type Holder, type NodeUnit, type Unit, type UnitPart, type Units } from './units';

interface Piece extends Holder {
  start: number;
  text: string;
  /** What it stands within, and the next piece; how far its end was looked for, from its start. */
  readonly within: string;
  readonly next: string;
  reach: number;
  units: readonly NodeUnit[];
  /** Its units are joined among themselves alone, and with none of its neighbours'. */
  joined: boolean;
  /** The tree has changed since the units were made. */
  stale: boolean;
}

/** Longer statements (a test suite, a component) stand alone, and so do longer runs of them: a keystroke pays for one unit. In UTF-16 units. */
const MAX_LOOSE = 4000;
const MAX_RUN = 16_000;
/** Of a piece this long, what lies behind an edit is reused as well as what lies before it. */
const LONG_PIECE = 8000;
/** A longer piece takes longer to be parsed anew than a quiet moment lasts. */
const MAX_SETTLED = 50_000;

/**
 * The syntax of a text that is read in pieces, cut where the language says that one thing ends and another begins.
 * What is half typed in one piece is not felt in the others, and an edit costs what its piece costs.
 */
export class Pieces {
  private pieces: Piece[] = [];
  private text: Text = '';
  /** The units as they were asked for last, and how many of them there were up to the end of each piece. */
  private list: Unit[] = [];
  private ends: number[] = [];
  /** Since then all pieces stayed as they were but those behind the first so many, and in front of the last so many. */
  private intact: { before: number; behind: number } | undefined = { before: 0, behind: 0 };
  /** Trees of pieces that are no more: their node ids are addresses, which must not be given again while units are compared. */
  private dead: SyntaxTree[] = [];
  /** Pieces that were parsed in part and have errors: how a parser finds its way out of these depends on what it reused. */
  private readonly unsettled = new Set<Piece>();

  constructor(
    private readonly parser: Parser,
    private readonly seams: Seams | undefined,
    private readonly readable?: (text: string) => string,
  ) {}

  /** Makes the pieces those of `text`; `changes` led to it from the last text. */
  update(text: Text, changes: readonly Change[] | undefined): void {
    if (this.pieces.length === 0) {
      this.text = text;
      this.pieces = this.cut(0, '', () => false).map((cut) => this.make(cut));
      return;
    }
    const change = changes?.length === 1 && changes[0] ? changes[0] : difference(this.text.toString(), text.toString());
    this.text = text;
    const delta = change.newText.length - (change.end - change.start);
    const editEnd = change.start + change.newText.length;
    const first = this.firstAffected(change.start);
    const from = this.pieces[first]?.start ?? 0;
    let until = first;
    const cuts = this.cut(from, this.pieces[first]?.within ?? '', ({ end, next }) => {
      if (end <= editEnd) return false;
      while (until < this.pieces.length && (this.pieces[until]?.start ?? 0) + delta < end) until++;
      const same = this.pieces[until];
      return same !== undefined && same.start > change.end && same.start + delta === end && same.within === next;
    });
    if (cuts.at(-1)?.end === text.length) until = this.pieces.length;
    const old = this.pieces.slice(first, until);
    for (const piece of this.pieces.slice(until)) piece.start += delta;
    const reusable = new Map(old.map((p) => [p.text, p]));
    const fresh = cuts.map((cut) => {
      const own = text.slice(cut.start, cut.end);
      const same = reusable.get(own);
      if (same?.within === cut.within && same.next === cut.next && (same.start > 0) === (cut.start > 0)) {
        reusable.delete(own);
        same.start = cut.start;
        same.reach = cut.reach - cut.start;
        return same;
      }
      return this.remake(own, cut, old, change) ?? this.make(cut);
    });
    for (const piece of old) if (!fresh.includes(piece)) this.bury(piece);
    const behind = this.pieces.length - until;
    replaceItems(this.pieces, first, old.length, fresh);
    this.differ(first, behind);
  }

  /** Not all pieces are what they were: only the first and the last so many. */
  private differ(before: number, behind: number): void {
    this.intact = { before: Math.min(before, this.intact?.before ?? before), behind: Math.min(behind, this.intact?.behind ?? behind) };
  }

  private bury(piece: Piece): void {
    this.dead.push(piece.tree);
    this.unsettled.delete(piece);
  }

  /**
   * The text's units: what the pieces hold and, in place of the nodes that `opens` says hold units of their own, their children.
   * Neighbouring `loose` statements are one, and so are `leading` nodes with what follows them. Must be asked for with the same arguments each time.
   */
  units(opens: Opens, loose: ReadonlySet<string>, leading?: ReadonlySet<string>): Units {
    if (!this.intact) return { all: this.list, from: 0, until: 0, gone: 0 };
    const units: Unit[] = [];
    let run: NodeUnit[] = [];
    let led: NodeUnit[] = [];
    const group = (parts: readonly NodeUnit[], last: NodeUnit): GroupUnit => {
      const same = last.group;
      if (same?.parts.length !== parts.length || !same.parts.every((part, i) => part === parts[i])) last.group = new GroupUnit(parts);
      return last.group ?? new GroupUnit(parts);
    };
    const flush = (): void => {
      if (run.length === 0) return;
      const [first] = run;
      const last = run.at(-1);
      // A row of declarations has no order to follow.
      if (first && last && run.length > 1 && run.some((u) => !u.type.endsWith('declaration'))) {
        units.push(group(run, last));
      } else units.push(...run);
      run = [];
    };
    const { list, ends, pieces } = this;
    const behind = pieces.length - this.intact.behind;
    // What the pieces before it left open goes on in the first that changed.
    let from = this.intact.before;
    while (from > 0 && !pieces[from - 1]?.joined) from--;
    const before = ends[from - 1] ?? 0;
    const upTo: number[] = [];
    let index = from;
    for (; index < pieces.length; index++) {
      const piece = pieces[index];
      const alone = run.length === 0 && led.length === 0;
      if (!piece || (index >= behind && alone && piece.joined)) break;
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
          units.push(group([...led, unit], unit));
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
      piece.joined = alone && run.length === 0 && led.length === 0;
      upTo.push(before + units.length);
    }
    flush();
    units.push(...led);
    // Where the pieces that follow had theirs.
    const same = index - pieces.length + ends.length;
    const gone = (index < pieces.length ? (ends[same - 1] ?? 0) : list.length) - before;
    const moved = units.length - gone;
    replaceItems(list, before, gone, units);
    replaceItems(ends, from, same - from, upTo);
    if (moved !== 0) for (let next = from + upTo.length; next < ends.length; next++) ends[next] = (ends[next] ?? 0) + moved;
    this.intact = undefined;
    this.dead.forEach((tree) => tree.dispose());
    this.dead = [];
    return { all: list, from: before, until: before + units.length, gone };
  }

  private unitsIn(piece: Piece, opens: Opens): readonly NodeUnit[] {
    if (piece.stale) {
      const { lead, text, next } = piece;
      const end = next === '' ? Infinity : lead + text.trimEnd().length;
      // A type that goes on in other pieces is open, and so is its body, whatever their length here.
      let goesOn: number | undefined;
      const inFrame: Opens = (type, length, start, parent) => {
        if (parent === undefined && (start < lead || start + length >= end)) goesOn = start;
        return opens(type, goesOn !== undefined && (start === goesOn || parent === goesOn) ? Infinity : length, start, parent);
      };
      piece.units = unitsOf(piece, piece.tree.outline(inFrame), new Map(piece.units.map((u) => [u.id, u])));
      piece.joined = false;
    }
    piece.stale = false;
    return piece.units;
  }

  /** Whether there is anything for `settle` to do. */
  get isUnsettled(): boolean {
    return this.unsettled.size > 0;
  }

  /** Makes the trees those of a text that was never edited; says whether one of them was another. */
  settle(): boolean {
    let changed = false;
    for (const piece of this.unsettled) {
      const { start, text, within, next, reach } = piece;
      const fresh = this.make({ start, end: start + text.length, within, next, reach: start + reach });
      if (fresh.tree.isLike(piece.tree)) {
        fresh.tree.dispose();
        continue;
      }
      const index = this.indexAt(start);
      this.pieces[index] = fresh;
      this.bury(piece);
      this.differ(index, this.pieces.length - index - 1);
      changed = true;
    }
    this.unsettled.clear();
    return changed;
  }

  /** A plain copy of a unit's syntax; offsets count from its start. */
  copy(unit: Unit): SyntaxNode | undefined {
    const copyOf = ({ tree, shape, own, start }: UnitPart): SyntaxNode | undefined => tree.copy(shape, own, own - (start - unit.start));
    const [only] = unit.parts;
    if (only && unit.parts.length === 1) return copyOf(only);
    const copies = unit.parts.map(copyOf).filter((copy) => copy !== undefined);
    return { type: only?.tree.rootType ?? '', field: '', start: 0, end: unit.end - unit.start, children: copies };
  }

  /** The type of the innermost node at an offset; '' where there is none. */
  typeAt(offset: number): string {
    const piece = this.pieces[this.indexAt(offset)];
    return piece ? piece.tree.typeAt(offset - piece.start + piece.lead) : '';
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
    this.unsettled.clear();
    this.intact = { before: 0, behind: 0 };
  }

  private make(cut: Cut): Piece {
    const { start, end, within, next } = cut;
    const tree = new SyntaxTree(this.parser, this.readable);
    const text = this.text.slice(start, end);
    const [lead, tail] = this.frameOf(cut);
    tree.parse(lead + text + tail, undefined);
    return { start, text: detached(text), within, next, reach: cut.reach - start, lead: lead.length, tree, units: [], joined: false, stale: true };
  }

  /** A piece that was edited inside is parsed in part. */
  private remake(text: string, cut: Cut, old: readonly Piece[], change: Change): Piece | undefined {
    const { start } = cut;
    const piece = old.find((p) => p.start === start);
    if (piece?.within !== cut.within || piece.next !== cut.next || change.start < start || change.end > start + piece.text.length) return undefined;
    if (text.length !== piece.text.length + change.newText.length - (change.end - change.start)) return undefined;
    const [lead, tail] = this.frameOf(cut);
    const by = lead.length - start;
    const whole = lead + text + tail;
    if (text.length < LONG_PIECE) piece.tree.parseFrom(whole, change.start + by);
    else piece.tree.parse(whole, [{ start: change.start + by, end: change.end + by, newText: change.newText }]);
    piece.text = detached(text);
    piece.reach = cut.reach - start;
    piece.stale = true;
    piece.joined = false;
    if (text.length <= MAX_SETTLED && piece.tree.hasErrors) this.unsettled.add(piece);
    else this.unsettled.delete(piece);
    return piece;
  }

  private frameOf(cut: Cut): readonly [lead: string, tail: string] {
    return this.seams ? frameOf(cut, this.seams) : ['', ''];
  }

  /** The pieces from `from` on, up to one where `done`. */
  private cut(from: number, within: string, done: (cut: Cut) => boolean): Cut[] {
    const { text, seams } = this;
    const cuts: Cut[] = [];
    for (let at = from, among = within; at < text.length || cuts.length === 0; ) {
      const cut = seams ? cutAt(text, at, among, seams) : { start: at, end: text.length, within: '', next: '', reach: text.length };
      cuts.push(cut);
      at = cut.end;
      among = cut.next;
      if (done(cut) || at === text.length) break;
    }
    return cuts;
  }

  /** The first piece whose end an edit at `offset` can move: its own, the one before, and any whose search came this far. */
  private firstAffected(offset: number): number {
    let first = Math.max(0, this.indexAt(offset) - 1);
    for (let index = first - 1; index >= 0; index--) {
      const piece = this.pieces[index];
      if (!piece || offset - piece.start > MAX_SEARCH) break;
      if (piece.start + piece.reach >= offset) first = index;
    }
    return first;
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
