import { Language, Parser } from 'web-tree-sitter';
import { copyFrom } from './copy';

export type { Parser };

/** One for all: the package keeps one as well. */
let runtime: Promise<void> | undefined;

/** Loads the parser's runtime and grammars when first needed; the only place that knows how they are stored. */
export class Parsers {
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
    runtime ??= this.start();
    runtime.catch(() => (runtime = undefined));
    const [bytes] = await Promise.all([this.readAsset(grammar), runtime]);
    const parser = new Parser();
    parser.setLanguage(await Language.load(bytes));
    this.loaded.set(grammar, parser);
    return parser;
  }

  private async start(): Promise<void> {
    const module = await WebAssembly.compile(await this.readAsset('web-tree-sitter.wasm'));
    await Parser.init({
      // The package would instantiate it alike, but lets nobody else at what the runtime exports.
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void) {
        const instance = new WebAssembly.Instance(module, imports);
        copyFrom(instance, imports['env']?.['memory'] as WebAssembly.Memory);
        done(instance, module);
      },
    });
  }

  dispose(): void {
    for (const parser of this.grammars.values()) void parser.then((p) => p.delete(), () => undefined);
    this.grammars.clear();
    this.loaded.clear();
  }
}
