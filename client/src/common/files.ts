import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { listDirectoryRequest, readAssetRequest, readDirectoryRequest, readFileRequest, type Method } from '../../../server/src/protocol';

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
  on(readAssetRequest, async ({ name }) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist/grammars', name)));
}
