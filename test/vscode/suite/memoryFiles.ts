import * as vscode from 'vscode';

/** A file system in memory that cannot be written, as those of hosting services in a browser. */
export class MemoryFiles implements vscode.FileSystemProvider {
  /** Paths of the files that were read. */
  readonly read = new Set<string>();
  /** What the reading of a file waits for. */
  beforeReading: ((path: string) => Promise<void> | undefined) | undefined;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly files: Readonly<Record<string, string>>) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const text = this.files[uri.path];
    if (text === undefined && this.names(uri).size === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: text === undefined ? vscode.FileType.Directory : vscode.FileType.File, ctime: 0, mtime: 0, size: text?.length ?? 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    return [...this.names(uri)].map((name) => [name, this.stat(vscode.Uri.joinPath(uri, name)).type]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const text = this.files[uri.path];
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    this.read.add(uri.path);
    await this.beforeReading?.(uri.path);
    return new TextEncoder().encode(text);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  private names(uri: vscode.Uri): Set<string> {
    const folder = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    return new Set(Object.keys(this.files).flatMap((file) => (file.startsWith(folder) ? [file.slice(folder.length).split('/')[0] ?? ''] : [])));
  }
}
