import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { createProtocolConnection, PortMessageReader, PortMessageWriter, StreamMessageReader, StreamMessageWriter, type ProtocolConnection } from 'vscode-languageserver/node';
import { WORKER_LISTENS } from '../../server/src/protocol';

export const SERVER = path.resolve('dist/server/node.js');
export const WEB_SERVER = path.resolve('dist/server/browser.js');

/** A built server that runs, as its client sees it. */
export interface Peer {
  readonly connection: ProtocolConnection;
  /** The process, where it is one of its own. */
  readonly process?: ChildProcessWithoutNullStreams;
  /** Why it has ended; undefined while it runs. */
  ended(): string | undefined;
  /** Called when it ends. */
  onEnd(listener: () => void): void;
  /** Sees to its end after the protocol's `exit`; resolves to its exit code. */
  end(): Promise<number | null>;
}

const requireBuilt = (file: string) => assert.ok(existsSync(file), `${file} does not exist: run \`npm run build\` first.`);

/** The server as a process of its own, on its standard streams; `server` is its script. */
export function inProcess(server = SERVER): Promise<Peer> {
  requireBuilt(server);
  const child = spawn(process.execPath, [server, '--stdio']);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const exited = once(child, 'exit');
  return Promise.resolve({
    connection: createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
    process: child,
    ended: () => (child.exitCode === null ? undefined : `exit code ${child.exitCode}. ${errors}`),
    onEnd: (listener) => void child.once('exit', listener),
    end: async () => ((await exited) as [number | null])[0],
  });
}

/** What a browser's worker has and Node's has not is added, and all that only Node has is taken away, before the server is run. */
const AS_IN_A_BROWSER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { runInThisContext } = require('node:vm');
  const code = require('node:fs').readFileSync(workerData, 'utf8');
  const listeners = new Map();
  const self = globalThis;
  self.self = self;
  self.WorkerGlobalScope = Object;
  self.postMessage = (message) => parentPort.postMessage(message);
  self.addEventListener = (type, listener) => type === 'message' && parentPort.on('message', (data) => listener({ data }));
  self.removeEventListener = () => undefined;
  Object.defineProperty(self, 'onmessage', { set: (listener) => parentPort.on('message', (data) => listener({ data })) });
  for (const name of ['process', 'Buffer', 'global', 'setImmediate', 'clearImmediate', 'require', 'module', 'exports', '__filename', '__dirname']) delete self[name];
  runInThisContext(code, { filename: workerData });
`;

/** The server for browsers in a worker in which there is no Node. */
export async function inWorker(): Promise<Peer> {
  requireBuilt(WEB_SERVER);
  const worker = new Worker(AS_IN_A_BROWSER, { eval: true, workerData: WEB_SERVER });
  let end: string | undefined;
  worker.on('error', (error) => (end = String(error)));
  worker.on('exit', (code) => (end ??= `exit code ${code}.`));
  const [first] = (await once(worker, 'message')) as [unknown];
  assert.equal(first, WORKER_LISTENS);
  return {
    connection: createProtocolConnection(new PortMessageReader(worker), new PortMessageWriter(worker)),
    ended: () => end,
    onEnd: (listener) => void worker.once('exit', listener),
    end: () => worker.terminate(),
  };
}
