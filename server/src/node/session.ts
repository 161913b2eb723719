import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { clientFinder } from '../host/clientFinder';
import { nodeLogs } from '../host/logs/nodeLogs';
import { nodePorts } from '../host/node';
import { nodeFinder } from '../host/nodeFinder';
import type { ClientFeatures } from '../lsp/capabilities';
import type { ServerHost } from '../lsp/host';
import { startSession } from '../lsp/session';

/** Starts a session in this process; `root` is the path of the package. */
export function startNodeSession(connection: Connection, root: string, params: InitializeParams, features: ClientFeatures): void {
  const dist = join(root, 'dist');
  const host: ServerHost = {
    docs: pathToFileURL(join(root, 'docs', 'rules')).href,
    finder: (client) => nodeFinder(join(dist, 'server', 'finder.js'), client && clientFinder(client)),
    ports: (client) => nodePorts(join(dist, 'grammars'), client),
    load: async (ports) => (await import('../core')).createLanguageService(ports),
    logs: (client) => nodeLogs(join(dist, 'cli', 'logsWorker.js'), client),
    fromBase64: (text) => Buffer.from(text, 'base64'),
    defer: setImmediate,
  };
  startSession(connection, host, params, features);
}
