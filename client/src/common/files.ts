import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { listDirectoryRequest, readAssetRequest, readBytesRequest, readDirectoryRequest, readFileRequest, type Method, type WholeFile } from '../../../server/src/protocol';

const MEGABYTE = 1024 * 1024;
/** VS Code hands a file over whole, so that it is in memory several times on its way; as text it is longer, and one message. */
const LARGEST = 256 * MEGABYTE;
const LARGEST_AS_TEXT = 64 * MEGABYTE;
/** A multiple of three: then the pieces put together are the whole. */
const ENCODED_AT_ONCE = 3 * 4096;

/** Reads for the server what it cannot read itself: files of every file system VS Code knows, and the extension's own. */
export function serveFiles(client: BaseLanguageClient, extension: vscode.Uri): void {
  const on = <P, R>(method: Method<P, R>, answer: (params: P) => Promise<R>) => client.onRequest(method.name, answer);
  on(readFileRequest, async ({ uri }) => {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true)));
    } catch {
      return null;
    }
  });
  on(readDirectoryRequest, async ({ uri }) => {
    try {
      return (await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri, true))).map(([name]) => name);
    } catch {
      return [];
    }
  });
  on(listDirectoryRequest, async ({ uri }) => {
    try {
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri, true));
      // A link says both what it is and what it leads to.
      return entries.flatMap(([name, type]) => (type === vscode.FileType.Directory || type === vscode.FileType.File ? [{ name, folder: type === vscode.FileType.Directory }] : []));
    } catch {
      return [];
    }
  });
  on(readBytesRequest, async ({ uri, base64 }) => {
    const file = await wholeFile(vscode.Uri.parse(uri, true), base64 ? LARGEST_AS_TEXT : LARGEST);
    return file.kind === 'bytes' && base64 ? { kind: 'base64', bytes: toBase64(file.bytes), written: file.written } : file;
  });
  on(readAssetRequest, async ({ name }) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist/grammars', name)));
}

async function wholeFile(uri: vscode.Uri, most: number): Promise<WholeFile> {
  if (uri.scheme !== 'file' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === undefined) return { kind: 'foreign' };
  try {
    const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) return { kind: 'folder' };
    if (size > most) return { kind: 'tooLarge', size, most };
    const bytes = await vscode.workspace.fs.readFile(uri);
    // Some file systems know neither size nor time beforehand.
    return bytes.length > most ? { kind: 'tooLarge', size: bytes.length, most } : { kind: 'bytes', bytes, written: mtime > 0 ? mtime : Date.now() };
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : '';
    if (code === 'FileNotFound') return { kind: 'missing' };
    return code === 'NoPermissions' ? { kind: 'permission' } : { kind: 'unread', why: error instanceof Error ? error.message : String(error) };
  }
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += ENCODED_AT_ONCE) parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + ENCODED_AT_ONCE))));
  return parts.join('');
}
