import type { Ports } from '../core/service';
import type { ClientFiles } from './clientFiles';

/**
 * Reads files for the core in a web worker, which has no file system: the client reads all of them.
 * @param client undefined when the client offers nothing: then there is no workspace file, and no grammar either
 */
export function webPorts(client: ClientFiles | undefined): Omit<Ports, 'log'> {
  return {
    readAsset: (name) => client?.readAsset(name) ?? Promise.reject(new Error(`The client offers no files (initialization option "files"), so ${name} cannot be loaded.`)),
    readFile: async (uri) => client?.readFile(uri),
    readDirectory: async (uri) => (await client?.readDirectory(uri)) ?? [],
  };
}
