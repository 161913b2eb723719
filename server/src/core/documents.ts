import { languageOf, type Language } from './languages';
import type { Change, Document } from './model/document';
import { Analyzer, type Analysis } from './recognise/analysis';
import { isCandidate } from './recognise/scan';
import { Parsers } from './syntax/parsers';
import { MAX_TEXT_LENGTH, SyntaxTree } from './syntax/syntaxTree';

/** What is known of an open document. */
export interface OpenDocument {
  readonly document: Document;
  readonly language: Language | undefined;
  /** The text can hold something to say something about; where it cannot, nothing is ever parsed. */
  readonly candidate: boolean;
}

interface State {
  document: Document;
  candidate: boolean | undefined;
  /** Changes since the last parse; undefined when the text must be parsed anew. */
  changes: Change[] | undefined;
  analyzer: Analyzer | undefined;
  tree: SyntaxTree | undefined;
  analysis: { readonly version: number; readonly text: string; readonly speaks: boolean; readonly value: Analysis } | undefined;
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
      this.states.set(document.uri, { document, candidate: undefined, changes: undefined, analyzer: undefined, tree: undefined, analysis: undefined });
      return;
    }
    state.document = document;
    state.candidate = undefined;
    if (!changes) state.changes = undefined;
    else state.changes?.push(...changes);
  }

  close(uri: string): void {
    this.states.get(uri)?.analyzer?.dispose();
    this.states.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    const state = this.states.get(uri);
    if (!state) return undefined;
    state.candidate ??= state.document.text.length <= MAX_TEXT_LENGTH && isCandidate(state.document.text);
    return { document: state.document, language: languageOf(state.document.languageId), candidate: state.candidate };
  }

  /** The document's analysis; undefined where the language is not read or the document was closed meanwhile. */
  async analyse(uri: string, speaks: boolean): Promise<{ analysis: Analysis; analyzer: Analyzer } | undefined> {
    const state = this.states.get(uri);
    const language = state && languageOf(state.document.languageId);
    if (!state || !language) return undefined;
    const parser = await this.parsers.get(language.grammar);
    if (this.states.get(uri) !== state) return undefined;
    // From here on nothing waits: the text that is analysed is the one that is current now.
    const { text, version } = state.document;
    const known = state.analysis;
    if (!state.analyzer) {
      state.tree = new SyntaxTree(parser);
      state.analyzer = new Analyzer(state.tree, language);
    }
    if (known && known.text === text && known.speaks === speaks) return { analysis: known.value, analyzer: state.analyzer };
    const { changes } = state;
    state.changes = [];
    try {
      const value = state.analyzer.analyse(text, changes, undefined, speaks);
      state.analysis = { version, text, speaks, value };
      return { analysis: value, analyzer: state.analyzer };
    } catch (error) {
      // A tree that failed half-way is of no use for the next edit.
      state.analyzer.dispose();
      state.analyzer = state.analysis = state.changes = undefined;
      throw error;
    }
  }

  /** Whether an offset of an analysed document lies in a comment. */
  isComment(uri: string, offset: number): boolean {
    return this.states.get(uri)?.tree?.typeAt(offset).includes('comment') ?? false;
  }

  dispose(): void {
    for (const uri of [...this.states.keys()]) this.close(uri);
    this.parsers.dispose();
  }
}
