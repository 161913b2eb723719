import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFinder } from '../host/clientFinder';
import { clientLogs } from '../host/logs/clientLogs';
import { webPorts } from '../host/web';
import type { ServerHost } from '../lsp/host';
import { startServer } from '../lsp/server';
import { startSession } from '../lsp/session';
import { WORKER_LISTENS } from '../protocol';

/** Version of the package; the build fills it in. */
declare const VERSION: string;

// The global object of a worker: posts to, and hears from, the client that made it.
const client = self;
const host: ServerHost = {
  // Pages have no address of their own here: the client names it.
  docs: undefined,
  finder: (client) => (client ? clientFinder(client) : () => Promise.resolve()),
  ports: webPorts,
  load: async (ports) => (await import('../core')).createLanguageService(ports),
  logs: (client) => client && clientLogs(client),
  fromBase64: undefined,
  // Messages that are already there come before a timer.
  defer: (task) => void setTimeout(task, 0),
};
const connection = createConnection(new BrowserMessageReader(client), new BrowserMessageWriter(client));
startServer(connection, VERSION, (params, features) => startSession(connection, host, params, features));
client.postMessage(WORKER_LISTENS);
