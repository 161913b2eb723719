import type { Connection } from 'vscode-languageserver';
import type { ClientFiles } from '../host/clientFiles';
import { listDirectoryRequest, readAssetRequest, readDirectoryRequest, readFileRequest, type Method } from '../protocol';
import { describeError, type Log } from './guards';

/** What the client reads for the server. A workspace file that cannot be had is not there; a missing asset is an error. */
export function filesOf(connection: Connection, log: Log): ClientFiles {
  const ask = <P, R>(method: Method<P, R>, params: P): Promise<R> => connection.sendRequest<R>(method.name, params);
  const orNothing = (uri: string) => (error: unknown) => {
    log(`The client could not read ${uri}: ${describeError(error)}`);
    return undefined;
  };
  return {
    readFile: async (uri) => (await ask(readFileRequest, { uri }).catch(orNothing(uri))) ?? undefined,
    readDirectory: async (uri) => (await ask(readDirectoryRequest, { uri }).catch(orNothing(uri))) ?? [],
    listDirectory: async (uri) => (await ask(listDirectoryRequest, { uri }).catch(orNothing(uri))) ?? [],
    readAsset: (name) => ask(readAssetRequest, { name }),
  };
}
