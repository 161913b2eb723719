/**
 * VS Code's identifier of every language that is read, with the file extensions that mean it, each with its dot, in lower case.
 * They stand apart from the languages: who only lists files need not load what reads them.
 */
const FILES = {
  typescript: ['.ts', '.mts', '.cts'],
  typescriptreact: ['.tsx'],
  javascriptreact: ['.jsx'],
  javascript: ['.js', '.mjs', '.cjs'],
  vue: ['.vue'],
  svelte: ['.svelte'],
  html: ['.html', '.htm'],
  csharp: ['.cs', '.csx'],
  dart: ['.dart'],
  php: ['.php', '.phtml', '.inc'],
  java: ['.java'],
  go: ['.go'],
  swift: ['.swift'],
  python: ['.py', '.pyi', '.pyw'],
  kotlin: ['.kt', '.kts'],
  rust: ['.rs'],
  ruby: ['.rb', '.rake', '.gemspec', '.ru'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LanguageId = keyof typeof FILES;
export const LANGUAGE_IDS = Object.keys(FILES) as readonly LanguageId[];

const idOfExtension = new Map<string, LanguageId>(LANGUAGE_IDS.flatMap((id) => FILES[id].map((extension) => [extension, id] as const)));

/** File extensions that are read. */
export const EXTENSIONS: readonly string[] = [...idOfExtension.keys()];

/** The language identifier for a file's path, by its extension; undefined where the product does not read it. */
export const languageOfFile = (path: string): LanguageId | undefined => idOfExtension.get(/\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '');
