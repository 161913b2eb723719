import type { Language, MarkupLanguage, Part, Parts } from '../languages';
import type { Code } from '../model/code';
import type { Change } from '../model/document';
import { detached, Excerpt, type Text } from '../model/text';
import { difference } from '../syntax/difference';
import type { Parser } from '../syntax/parsers';
import { SnippetParser } from '../syntax/snippetParser';
import { Pieces } from '../syntax/pieces';
import { SyntaxTree, type Shape } from '../syntax/syntaxTree';
import type { Unit, UnitPart, Units } from '../syntax/units';
import { interest } from './markupWords';
import { snippetsOf } from './snippets';

/** What a document holds in one language, in one piece. */
export interface Layer {
  readonly language: Language;
  /** The document's offset that the layer's offsets count from. */
  readonly base: number;
  /** Its units can declare something for those of other layers. */
  readonly declares: boolean;
  /** Its units as they are now; what differs is told once. */
  units(): Units;
  /** A unit's text, which keeps no more alive than about itself: units outlive many versions of the document. */
  textOf(unit: Unit): string;
  /** A unit's text without what other layers read; `text` is the unit's. */
  searched(unit: Unit, text: string): string;
  lower(unit: Unit, text: string): Code;
}

/** A whole document, or a script in one. */
class CodeLayer implements Layer {
  readonly declares = true;
  base = 0;
  private text: Text | undefined;
  private readonly pieces: Pieces;

  constructor(
    readonly language: Language,
    parser: Parser,
  ) {
    this.pieces = new Pieces(parser, language.seams, language.readable);
  }

  update(text: Text, changes: readonly Change[] | undefined): void {
    if (text !== this.text) this.pieces.update(text, changes);
    this.text = text;
  }

  /** The script is `text` now, and stands at `base`: what came in between does not matter. */
  move(text: string, base: number): void {
    this.base = base;
    this.update(text, this.text === undefined ? undefined : [difference(this.text.toString(), text)]);
  }

  /** Where it ends in the document. */
  get end(): number {
    return this.base + (this.text?.length ?? 0);
  }

  units(): Units {
    const { containers, opensFrom = 0, loose, leading } = this.language;
    return this.pieces.units((type, length) => length >= opensFrom && containers.has(type), loose, leading);
  }

  textOf(unit: Unit): string {
    return detached((this.text ?? '').slice(unit.start, unit.end));
  }

  searched(_: Unit, text: string): string {
    return text;
  }

  lower(unit: Unit, text: string): Code {
    const node = this.pieces.copy(unit);
    return node ? this.language.lower(node, text) : { kind: 'other', start: 0, end: text.length, children: [] };
  }

  /** The code of a text of its own, in the same language. */
  read(text: string): Code {
    const tree = this.pieces.beside();
    try {
      const { opening } = this.language;
      const lead = opening && !opening.has.test(text) ? opening.text : '';
      tree.parse(lead + text, undefined);
      const node = tree.copyAll(lead.length);
      return node ? this.language.lower(node, text) : { kind: 'other', start: 0, end: text.length, children: [] };
    } finally {
      tree.dispose();
    }
  }

  get isUnsettled(): boolean {
    return this.pieces.isUnsettled;
  }

  settle(): boolean {
    return this.pieces.settle();
  }

  isComment(offset: number): boolean {
    return this.pieces.typeAt(offset - this.base).includes('comment');
  }

  dispose(): void {
    this.pieces.dispose();
  }
}

/** A part of a document's markup; it stays the same object until it is touched. */
class MarkupUnit implements Unit, UnitPart {
  readonly id: number;
  readonly type: string;
  readonly parts: readonly UnitPart[] = [this];
  kept?: object;
  own = 0;

  constructor(
    readonly tree: SyntaxTree,
    readonly shape: Shape,
  ) {
    this.id = shape.id;
    this.type = shape.type;
  }

  get start(): number {
    return this.own;
  }
  get end(): number {
    return this.own + this.shape.length;
  }
}

/** The markup of a document; the code in it is read piece by piece. */
class MarkupLayer implements Layer {
  readonly declares = false;
  readonly base = 0;
  private text = '';
  private scripts: readonly Part[] = [];
  private roots = new Map<number, MarkupUnit>();
  private readonly tree: SyntaxTree;
  private readonly snippets: SnippetParser;

  constructor(
    readonly language: Language,
    private readonly markup: MarkupLanguage,
    parser: Parser,
    /** What expressions are written in. */
    private readonly inner: Language,
    innerParser: Parser,
  ) {
    this.tree = new SyntaxTree(parser);
    this.snippets = new SnippetParser(innerParser);
  }

  isFor(inner: Language): boolean {
    return this.inner === inner;
  }

  /** `inside` is the change if it is one inside of a script. */
  update(text: string, changes: readonly Change[] | undefined, scripts: readonly Part[], inside: Change | undefined): void {
    // What stands in scripts is theirs, and much of the text: the markup's parser does not look at it.
    if (text !== this.text && inside) this.tree.keep(text, inside);
    else if (text !== this.text) this.tree.parse(text, changes, scripts.map((s) => s.span));
    this.snippets.sweep();
    this.text = text;
    this.scripts = scripts;
  }

  units(): Units {
    const known = this.roots;
    this.roots = new Map();
    const all = this.tree.roots(this.markup.root).map((shape) => {
      const unit = known.get(shape.id) ?? new MarkupUnit(this.tree, shape);
      unit.own = shape.offset;
      this.roots.set(shape.id, unit);
      return unit;
    });
    return { all, from: 0, until: all.length, gone: known.size };
  }

  textOf(unit: Unit): string {
    const { start, end } = unit;
    const text = this.text.slice(start, end);
    // A copy of most of the text would be for nothing.
    return 2 * text.length > this.text.length ? text : detached(text);
  }

  searched(unit: Unit, text: string): string {
    let found = '';
    let from = unit.start;
    for (const { span } of this.scripts) {
      if (span.end <= unit.start || unit.end <= span.start) continue;
      found += this.text.slice(from, Math.max(from, span.start));
      from = span.end;
    }
    return from === unit.start ? text : found + this.text.slice(from, unit.end);
  }

  lower(unit: Unit, text: string): Code {
    const [part] = unit.parts;
    const pruning = interest(this.text, unit, this.tree, this.markup, this.scripts.map((s) => s.span));
    const node = part && this.tree.copy(part.shape, part.own, part.own, pruning);
    return node ? this.markup.lower(node, text, snippetsOf(text, this.inner, this.snippets, (at) => pruning.holds(unit.start + at.start, unit.start + at.end))) : { kind: 'other', start: 0, end: text.length, children: [] };
  }

  dispose(): void {
    this.tree.dispose();
  }
}

/**
 * The languages of one document: the one it is in, and those of its scripts. Each script has a tree of its own text, so
 * that nothing half-typed outside of it, or in another one, is felt inside, and an edit elsewhere parses nothing.
 */
export class Layers {
  text: Text = '';
  private whole: CodeLayer | undefined;
  private scripts: CodeLayer[] = [];
  private markup: MarkupLayer | undefined;
  private parts: Split | undefined;

  constructor(
    private readonly language: Language,
    private readonly languageOf: (id: string) => Language | undefined,
  ) {}

  /** Files of the grammars that are needed to read `text`. */
  grammars(text: Text, changes: readonly Change[] | undefined): readonly string[] {
    const { embedding, grammar } = this.language;
    if (!embedding) return [grammar];
    const scripts = this.split(text, changes).scripts.flatMap((s) => this.languageOf(s.languageId)?.grammar ?? []);
    return [...new Set(embedding.markup ? [grammar, this.inner(text).grammar, ...scripts] : scripts)];
  }

  /** Reads `text`; `changes` lead to it from the last one, undefined where they are not known. `parserOf` has all parsers that are needed. */
  update(source: Text, changes: readonly Change[] | undefined, parserOf: (grammar: string) => Parser): void {
    const { embedding, grammar } = this.language;
    const last = this.text;
    if (!embedding) {
      this.text = source;
      this.whole ??= new CodeLayer(this.language, parserOf(grammar));
      return this.whole.update(source, changes);
    }
    const { scripts } = this.split(source, changes);
    const edit = this.parts?.edit?.of === last ? this.parts.edit : undefined;
    this.text = source;
    const before = this.scripts;
    this.scripts = scripts.flatMap(({ languageId, span }, index) => {
      const language = this.languageOf(languageId);
      if (!language) return [];
      const old = before[index];
      const layer = old?.language === language ? old : new CodeLayer(language, parserOf(language.grammar));
      if (!edit || layer !== old) layer.move(source.slice(span.start, span.end), span.start);
      else {
        layer.base = span.start;
        if (index === edit.script) layer.update(new Excerpt(source, span.start, span.end - span.start), [edit.change]);
      }
      return layer;
    });
    for (const layer of before) if (!this.scripts.includes(layer)) layer.dispose();
    if (!embedding.markup) return;
    const text = source.toString();
    const inner = this.inner(source);
    if (this.markup && !this.markup.isFor(inner)) {
      this.markup.dispose();
      this.markup = undefined;
    }
    const fresh = this.markup === undefined;
    this.markup ??= new MarkupLayer(this.language, embedding.markup, parserOf(grammar), inner, parserOf(inner.grammar));
    this.markup.update(text, fresh ? undefined : changes, scripts, !fresh && edit?.isInner ? changes?.[0] : undefined);
  }

  /** Scripts first: where they overlap with markup, the place is theirs. */
  all(): readonly Layer[] {
    return [...(this.whole ? [this.whole] : []), ...this.scripts, ...(this.markup ? [this.markup] : [])];
  }

  /** The code around an offset, the first where none is asked for; undefined in markup. */
  at(offset: number | undefined): Pick<CodeLayer, 'language' | 'base' | 'end' | 'read' | 'isComment'> | undefined {
    return this.whole ?? this.scripts.find((layer) => offset === undefined || (layer.base <= offset && offset <= layer.end));
  }

  isComment(offset: number): boolean {
    const layer = this.at(offset);
    return layer ? layer.isComment(offset) : this.split(this.text, undefined).comments.some((c) => c.start <= offset && offset < c.end);
  }

  /** Whether there is anything for `settle` to do. */
  get isUnsettled(): boolean {
    return this.code().some((layer) => layer.isUnsettled);
  }

  /** Makes everything what it is in a text that was never edited; says whether something was not. */
  settle(): boolean {
    return this.code().filter((layer) => layer.settle()).length > 0;
  }

  private code(): readonly CodeLayer[] {
    return this.whole ? [this.whole] : this.scripts;
  }

  dispose(): void {
    this.whole?.dispose();
    this.markup?.dispose();
    for (const layer of this.scripts) layer.dispose();
    this.whole = this.markup = undefined;
    this.scripts = [];
  }

  /** Expressions in markup are written in the language of the first script. */
  private inner(text: Text): Language {
    const first = this.split(text, undefined).scripts.flatMap((s) => this.languageOf(s.languageId) ?? [])[0];
    const inner = first ?? this.languageOf('javascript');
    return inner ?? this.language;
  }

  /** Where scripts are depends on all that is around them, but for what is typed in one of them. */
  private split(text: Text, changes: readonly Change[] | undefined): Parts {
    const known = this.parts;
    if (known?.text === text) return known.value;
    this.parts = (known?.text === this.text ? editedScript(known, text, changes) : undefined) ?? { text, value: this.language.embedding?.split(text.toString()) ?? { scripts: [], comments: [] }, edit: undefined };
    return this.parts.value;
  }
}

/** A text and what it holds in other languages. */
interface Split {
  readonly text: Text;
  readonly value: Parts;
  /** What made it of another: one change in one of the scripts, in whose offsets it is. An inner one touches neither of the script's ends, where the parser of the markup looks. */
  readonly edit: { readonly of: Text; readonly script: number; readonly change: Change; readonly isInner: boolean } | undefined;
}

/** So far a change reaches that makes or breaks the tag at the end of a script. In UTF-16 units. */
const TAG = '</script'.length;

/** The parts of a text that differs from another by what was typed in a script, where that can make no tag; undefined for all else. */
function editedScript({ text: before, value }: Split, text: Text, changes: readonly Change[] | undefined): Split | undefined {
  const [change] = changes ?? [];
  if (!change || changes?.length !== 1) return undefined;
  const { start, end, newText } = change;
  const script = value.scripts.findIndex(({ span }) => span.start <= start && end <= span.end);
  const edited = value.scripts[script];
  const delta = newText.length - (end - start);
  // A script without anything in it is none.
  if (!edited || edited.span.end - edited.span.start + delta === 0 || text.slice(Math.max(0, start - TAG), start + newText.length + TAG).includes('<')) return undefined;
  const moved = (at: number): number => (at >= end ? at + delta : at);
  const scripts = value.scripts.map((part, index) => (index < script ? part : { ...part, span: { start: index === script ? part.span.start : moved(part.span.start), end: moved(part.span.end) } }));
  const comments = value.comments.map((span) => (span.start < start ? span : { start: span.start + delta, end: span.end + delta }));
  return { text, value: { scripts, comments }, edit: { of: before, script, change: { start: start - edited.span.start, end: end - edited.span.start, newText }, isInner: start > edited.span.start && end < edited.span.end } };
}
