import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLanguageService } from '../../server/src/core/index';
import type { LanguageService, Ports } from '../../server/src/core/service';

/** Where each grammar comes from, as the build knows it. */
const LOCK = JSON.parse(readFileSync(join(process.cwd(), 'grammars.lock.json'), 'utf8')) as Readonly<Record<string, { readonly package: string; readonly file: string; readonly patch?: object }>>;

/** Grammar bytes: of the build, or as installed where nothing is patched. */
export async function readAsset(name: string): Promise<Uint8Array> {
  const entry = LOCK[name];
  const installed = entry && !entry.patch ? join(process.cwd(), 'node_modules', entry.package, entry.file) : undefined;
  for (const path of [join(process.cwd(), 'dist/grammars', name), installed]) if (path !== undefined && existsSync(path)) return readFile(path);
  throw new Error(`The tests found no ${name}: it is not in dist/grammars (npm run build) or not in grammars.lock.json.`);
}

/** Files the service can read besides the open documents, by URI. */
export class MemoryFiles {
  private readonly files = new Map<string, string>();

  add(uri: string, text: string): void {
    this.files.set(uri, text);
  }

  remove(uri: string): void {
    this.files.delete(uri);
  }

  read(uri: string): string | undefined {
    return this.files.get(uri);
  }

  list(uri: string): string[] {
    const folder = uri.endsWith('/') ? uri : `${uri}/`;
    const names = new Set<string>();
    for (const file of this.files.keys()) {
      if (file.startsWith(folder)) names.add(file.slice(folder.length).split('/')[0] ?? '');
    }
    return [...names];
  }
}

export interface TestHost {
  readonly service: LanguageService;
  readonly files: MemoryFiles;
  /** What the core wrote to its log: a healthy run writes no failures. */
  readonly logged: string[];
}

/** A service of its own, on files in memory. */
export function createHost(): TestHost {
  const files = new MemoryFiles();
  const logged: string[] = [];
  const ports: Ports = {
    readAsset,
    readFile: (uri) => Promise.resolve(files.read(uri)),
    readDirectory: (uri) => Promise.resolve(files.list(uri)),
    log: (message) => void logged.push(message),
  };
  return { service: createLanguageService(ports), files, logged };
}

let shared: TestHost | undefined;

/** The service all checks of one test file use: grammars load once. */
export function sharedHost(): TestHost {
  shared ??= createHost();
  return shared;
}
