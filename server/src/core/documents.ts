import { findEvidence, type Evidence } from './context/evidence';
import { languageOf, type Language } from './languages';
import { isGenerated, sourceOf, type Change, type Document } from './model/document';
import { Analyzer, type Analysis } from './recognise/analysis';
import { Layers } from './recognise/layers';
import { holdsName } from './recognise/scan';
import { Parsers, type Parser } from './syntax/parsers';
import { freeDiscarded, MAX_TEXT_LENGTH } from './syntax/syntaxTree';

/** What is known of an open document. */
export interface OpenDocument {
  readonly document: Document;
  readonly language: Language | undefined;
  /** The text can hold something to say something about; where it cannot, nothing is ever parsed. */
  readonly candidate: boolean;
  /** What names PlusAuth in it. */
  readonly evidence: Evidence | undefined;
}

interface State {
  document: Document;
  /** What a search of the text gave, once it was made. */
  seen: Pick<OpenDocument, 'candidate' | 'evidence'> | undefined;
  /** Changes since the last parse; undefined when the text must be parsed anew. */
  changes: Change[] | undefined;
  layers: Layers | undefined;
  analyzer: Analyzer | undefined;
  analysis: { readonly document: Document; readonly speaks: boolean; readonly value: Analysis } | undefined;
}

function search(text: string): Pick<OpenDocument, 'candidate' | 'evidence'> {
  const evidence = findEvidence(text);
  return { candidate: evidence !== undefined || holdsName(text), evidence };
}

/** Works with the trees of a document. Those that failed half-way are of no use for the next edit. */
function guarded<T>(state: State, layers: Layers, work: () => T): T {
  try {
    return work();
  } catch (error) {
    layers.dispose();
    state.layers = state.analyzer = state.analysis = state.changes = undefined;
    throw error;
  }
}

/** The open documents with their trees and analyses, which are made when asked for. */
export class Documents {
  private readonly states = new Map<string, State>();
  private readonly parsers: Parsers;

  constructor(readAsset: (name: string) => Promise<Uint8Array>) {
    this.parsers = new Parsers(readAsset);
  }

  update(document: Document, changes?: readonly Change[]): void {
    const state = this.states.get(document.uri);
    if (!state || state.document.languageId !== document.languageId) {
      this.close(document.uri);
      this.states.set(document.uri, { document, seen: undefined, changes: undefined, layers: undefined, analyzer: undefined, analysis: undefined });
      return;
    }
    state.document = document;
    // What names PlusAuth in front of every change still does.
    const evidence = state.seen?.evidence;
    if (!evidence || !changes?.every((c) => c.start > evidence.span.end + 20)) state.seen = undefined;
    if (!changes) state.changes = undefined;
    else state.changes?.push(...changes);
  }

  close(uri: string): void {
    this.states.get(uri)?.layers?.dispose();
    this.states.delete(uri);
    this.rest();
  }

  /** Does what was put off for the sake of an answer; says whether there is anything left for `settle`. */
  rest(): boolean {
    freeDiscarded();
    return [...this.states.values()].some(({ layers }) => layers?.isUnsettled);
  }

  /** Makes all trees those of texts that were never edited; gives the documents that are read otherwise now. */
  settle(): readonly string[] {
    const others: string[] = [];
    for (const [uri, state] of this.states) {
      const { layers } = state;
      if (!layers?.isUnsettled || !guarded(state, layers, () => layers.settle())) continue;
      state.analysis = undefined;
      others.push(uri);
    }
    return others;
  }

  get(uri: string): OpenDocument | undefined {
    const state = this.states.get(uri);
    if (!state) return undefined;
    const { document } = state;
    state.seen ??= sourceOf(document).length > MAX_TEXT_LENGTH || isGenerated(document.text) ? { candidate: false, evidence: undefined } : search(document.text);
    return { document, language: languageOf(document.languageId), ...state.seen };
  }

  /** The document's analysis; undefined where the language is not read or the document was closed meanwhile. */
  async analyse(uri: string, speaks: boolean): Promise<{ analysis: Analysis; analyzer: Analyzer } | undefined> {
    const state = this.states.get(uri);
    const language = state && languageOf(state.document.languageId);
    if (!state || !language) return undefined;
    const layersOf = (): Layers => (state.layers ??= new Layers(language, languageOf));
    const missing = (): readonly string[] => layersOf().grammars(sourceOf(state.document), state.changes).filter((grammar) => !this.parsers.ready(grammar));
    // While a grammar loads, the text can change, and need another one.
    for (let grammars = missing(); grammars.length > 0; grammars = missing()) {
      await Promise.all(grammars.map((grammar) => this.parsers.get(grammar)));
      if (this.states.get(uri) !== state) return undefined;
    }
    // From here on nothing waits: the text that is analysed is the one that is current now.
    const { document } = state;
    const known = state.analysis;
    const layers = layersOf();
    const analyzer = (state.analyzer ??= new Analyzer(layers));
    if (known && known.document === document && known.speaks === speaks) return { analysis: known.value, analyzer };
    const { changes } = state;
    state.changes = [];
    const value = guarded(state, layers, () => {
      layers.update(sourceOf(document), changes, (grammar) => this.parser(grammar));
      return analyzer.analyse(speaks, this.get(uri)?.evidence);
    });
    state.analysis = { document, speaks, value };
    return { analysis: value, analyzer };
  }

  private parser(grammar: string): Parser {
    const parser = this.parsers.ready(grammar);
    if (!parser) throw new Error(`The grammar ${grammar} was not loaded.`);
    return parser;
  }

  /** Whether an offset of an analysed document lies in a comment. */
  isComment(uri: string, offset: number): boolean {
    return this.states.get(uri)?.layers?.isComment(offset) ?? false;
  }

  dispose(): void {
    for (const uri of [...this.states.keys()]) this.close(uri);
    this.parsers.dispose();
  }
}
