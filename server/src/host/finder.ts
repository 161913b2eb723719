/** What is looked for in a folder. */
export interface FindOptions {
  /** Endings of the files that are looked at, with their dot and in lower case. */
  readonly extensions: readonly string[];
  /** Take every such file, whatever is in it. */
  readonly everything: boolean;
  readonly signal: AbortSignal;
  /** Called again and again: URIs of files worth reading, and how many files were looked at since the last call. */
  readonly found: (uris: readonly string[], searched: number) => void;
}

/** Finds the files below a folder (a URI) that are worth reading, leaving out what `.gitignore` files name. Ends early when aborted. */
export type Finder = (folder: string, options: FindOptions) => Promise<void>;

/** An entry of a folder. */
export interface Entry {
  readonly name: string;
  readonly folder: boolean;
}

/** Folders that hold no source of the project's own. */
export const NEVER_ENTERED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

export function hasExtension(name: string, extensions: readonly string[]): boolean {
  const dot = name.lastIndexOf('.');
  return dot >= 0 && extensions.includes(name.slice(dot).toLowerCase());
}
