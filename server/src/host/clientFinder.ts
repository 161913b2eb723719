import { isCandidate } from '../core/recognise/scan';
import { URI, Utils } from 'vscode-uri';
import type { ClientFiles } from './clientFiles';
import { hasExtension, NEVER_ENTERED, type FindOptions, type Finder } from './finder';
import { ignoreOf, ignoresAbove, isIgnored, type AppliedIgnore } from './ignored';

/** So many files are asked for at a time: each is a message to the client, and perhaps one over a network. */
const AT_ONCE = 8;

/** Walks a folder that only the client can read: one of a virtual file system, or any for a server in a browser. */
export function clientFinder(files: ClientFiles): Finder {
  return async (root, options) => {
    const folders: { readonly uri: string; readonly ignores: readonly AppliedIgnore[] }[] = [{ uri: root, ignores: await ignoresAbove(root, files) }];
    for (let next = folders.shift(); next && !options.signal.aborted; next = folders.shift()) {
      const { uri } = next;
      const entries = await files.listDirectory(uri);
      const ignores = entries.some(({ name }) => name === '.gitignore') ? [...next.ignores, ...(await ignoreOf(uri, files))] : next.ignores;
      const wanted: string[] = [];
      for (const { name, folder } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const child = Utils.joinPath(URI.parse(uri), name).toString();
        if (folder ? NEVER_ENTERED.has(name) : !hasExtension(name, options.extensions)) continue;
        if (isIgnored(ignores, child, folder)) continue;
        if (folder) folders.push({ uri: child, ignores });
        else wanted.push(child);
      }
      await look(wanted, files, options);
    }
  };
}

async function look(uris: readonly string[], files: ClientFiles, { everything, signal, found }: FindOptions): Promise<void> {
  for (let at = 0; at < uris.length && !signal.aborted; at += AT_ONCE) {
    const group = uris.slice(at, at + AT_ONCE);
    if (everything) {
      found(group, group.length);
      continue;
    }
    const read = await Promise.all(group.map(async (uri) => ({ uri, text: await files.readFile(uri) })));
    found(read.flatMap(({ uri, text }) => (text !== undefined && isCandidate(text) ? [uri] : [])), group.length);
  }
}
