import { Language, Parser } from 'web-tree-sitter';

export type { Parser };

/** Loads the parser's runtime and grammars when first needed; the only place that knows how they are stored. */
export class Parsers {
  private runtime: Promise<void> | undefined;
  private readonly grammars = new Map<string, Promise<Parser>>();
  private readonly loaded = new Map<string, Parser>();

  constructor(private readonly readAsset: (name: string) => Promise<Uint8Array>) {}

  /** A parser for a grammar file. Rejects when the file is missing or no grammar; the next call tries again. */
  get(grammar: string): Promise<Parser> {
    let parser = this.grammars.get(grammar);
    if (!parser) {
      parser = this.load(grammar);
      this.grammars.set(grammar, parser);
      parser.catch(() => this.grammars.delete(grammar));
    }
    return parser;
  }

  /** The parser for a grammar file that was loaded before. */
  ready(grammar: string): Parser | undefined {
    return this.loaded.get(grammar);
  }

  private async load(grammar: string): Promise<Parser> {
    this.runtime ??= this.start();
    this.runtime.catch(() => (this.runtime = undefined));
    const [bytes] = await Promise.all([this.readAsset(grammar), this.runtime]);
    const parser = new Parser();
    parser.setLanguage(await Language.load(bytes));
    this.loaded.set(grammar, parser);
    return parser;
  }

  private async start(): Promise<void> {
    const wasmBinary = await this.readAsset('web-tree-sitter.wasm');
    // Both are needed: without `locateFile` the runtime builds a URL from its own, which a blob worker does not have.
    await Parser.init({ wasmBinary, locateFile: (name: string) => name });
  }

  dispose(): void {
    for (const parser of this.grammars.values()) void parser.then((p) => p.delete(), () => undefined);
    this.grammars.clear();
    this.loaded.clear();
  }
}
