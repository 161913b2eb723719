import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start, stop, type Exports } from '../common/extension';

/** The extension in VS Code's Node.js host: the server is a process of its own, reached by IPC. */
export function activate(context: ExtensionContext): Exports {
  const server = { module: context.asAbsolutePath('dist/server/node.js'), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=0'] } };
  return start(context, (id, name, options) => new LanguageClient(id, name, { run: server, debug }, options));
}

export const deactivate = stop;
