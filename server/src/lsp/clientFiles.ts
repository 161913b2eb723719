import type { Connection } from 'vscode-languageserver';
import type { ClientFiles } from '../host/clientFiles';
import { listDirectoryRequest, readAssetRequest, readBytesRequest, readDirectoryRequest, readFileRequest, type Method, type WholeFile } from '../protocol';
import { describeError, type Log } from './guards';

/**
 * What the client reads for the server. A workspace file that cannot be had is not there; a missing asset is an error.
 * @param fromBase64 reads bytes that come as text; undefined where messages carry them as they are
 */
export function filesOf(connection: Connection, fromBase64: ((text: string) => Uint8Array<ArrayBuffer>) | undefined, log: Log): ClientFiles {
  const ask = <P, R>(method: Method<P, R>, params: P): Promise<R> => connection.sendRequest<R>(method.name, params);
  const orNothing = (uri: string) => (error: unknown) => {
    log(`The client could not read ${uri}: ${describeError(error)}`);
    return undefined;
  };
  return {
    readFile: async (uri) => (await ask(readFileRequest, { uri }).catch(orNothing(uri))) ?? undefined,
    readDirectory: async (uri) => (await ask(readDirectoryRequest, { uri }).catch(orNothing(uri))) ?? [],
    listDirectory: async (uri) => (await ask(listDirectoryRequest, { uri }).catch(orNothing(uri))) ?? [],
    async readBytes(uri): Promise<WholeFile> {
      try {
        const file = await ask(readBytesRequest, { uri, base64: fromBase64 !== undefined });
        if (file.kind !== 'base64') return file;
        return fromBase64 ? { kind: 'bytes', bytes: fromBase64(file.bytes), written: file.written } : { kind: 'unread', why: 'The client sent text where bytes were asked for.' };
      } catch (error) {
        return { kind: 'unread', why: error instanceof Error ? error.message : String(error) };
      }
    },
    readAsset: (name) => ask(readAssetRequest, { name }),
  };
}
