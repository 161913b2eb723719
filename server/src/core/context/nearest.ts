/** What a host's files offer to those who look for one by name. */
export interface Files {
  readFile(uri: string): Promise<string | undefined>;
  readDirectory(uri: string): Promise<readonly string[]>;
}

/** Looks for something in a file's folder and in those above it; what a folder gave is kept until `forget`. */
export class Nearest<T> {
  private readonly byFolder = new Map<string, Promise<T | undefined>>();

  /** @param look what a folder has; undefined leads on to the one above. */
  constructor(private readonly look: (folder: string) => Promise<T | undefined>) {}

  /** The first that is found from the folder of `uri` upwards. */
  async of(uri: string): Promise<T | undefined> {
    for (let folder = parentOf(uri); folder !== undefined; folder = parentOf(folder)) {
      let found = this.byFolder.get(folder);
      if (!found) this.byFolder.set(folder, (found = this.look(folder)));
      const result = await found;
      if (result !== undefined) return result;
    }
    return undefined;
  }

  forget(): void {
    this.byFolder.clear();
  }
}

export const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

/** The folder that a URI lies in; undefined for a root. */
export function parentOf(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  // `file:///a` ends at the scheme's slashes.
  return slash <= uri.indexOf('://') + 2 ? undefined : uri.slice(0, slash);
}
