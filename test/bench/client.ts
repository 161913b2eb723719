import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ProtocolConnection, type ClientCapabilities, type PublishDiagnosticsParams } from 'vscode-languageserver/node';

/** What VS Code says of itself, as far as it changes the answers that are timed. */
const CAPABILITIES: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true }, completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'] } } },
};

/** Replaces a part of a line. */
export interface LineEdit {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A client that takes the time of a server's answers. It does not pull diagnostics: they are pushed. */
export class TimedClient {
  private version = 0;
  private arrived: ((version: number) => void) | undefined;
  private last = -1;
  private ended = false;

  private constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    private readonly connection: ProtocolConnection,
    /** From the start of the process to its answer to `initialize`. */
    readonly started: number,
  ) {}

  /** Starts a server; with `options` of Node, and a channel to what they load beside it. */
  static async start(program: string, options: readonly string[] = []): Promise<TimedClient> {
    const begin = performance.now();
    const child = spawn(process.execPath, [...options, program, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe', options.length > 0 ? 'ipc' : 'ignore'] }) as ChildProcessWithoutNullStreams;
    child.stderr.pipe(process.stderr);
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    child.once('exit', () => connection.dispose());
    connection.listen();
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: CAPABILITIES });
    const client = new TimedClient(child, connection, performance.now() - begin);
    connection.onNotification('textDocument/publishDiagnostics', ({ version = -1 }: PublishDiagnosticsParams) => {
      client.last = version;
      client.arrived?.(version);
    });
    child.once('exit', () => {
      client.ended = true;
      client.arrived?.(Infinity);
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  async stop(): Promise<void> {
    const exited = new Promise((resolve) => this.child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await exited;
  }

  /** Until the diagnostics of the opened text are there. */
  async open(uri: string, text: string, languageId = 'typescript'): Promise<number> {
    const version = ++this.version;
    return this.published(() => this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } }));
  }

  /** Until the diagnostics of the text after this insertion are there. */
  async type(uri: string, line: number, character: number, text: string): Promise<number> {
    return this.edit(uri, [{ line, from: character, to: character, text }]);
  }

  /** Until the diagnostics of the text after some edits in parts of lines, made one after the other, are there. */
  async edit(uri: string, edits: readonly LineEdit[]): Promise<number> {
    const contentChanges = edits.map(({ line, from, to, text }) => ({ range: { start: { line, character: from }, end: { line, character: to } }, text }));
    const version = ++this.version;
    return this.published(() => this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }));
  }

  /** What something that was loaded beside the server answers. */
  async ask(message: string): Promise<unknown> {
    const answered = once(this.child, 'message');
    this.child.send(message);
    return ((await answered) as [unknown])[0];
  }

  /** Until the answer is there; gives it to `check`. */
  async request(method: string, uri: string, line: number, character: number, check: (answer: unknown) => void): Promise<number> {
    const begin = performance.now();
    const answer: unknown = await this.connection.sendRequest(method, { textDocument: { uri }, position: { line, character } });
    const time = performance.now() - begin;
    check(answer);
    return time;
  }

  private async published(send: () => Promise<void>): Promise<number> {
    const begin = performance.now();
    const done = new Promise<void>((resolve) => {
      this.arrived = (version) => {
        if (version >= this.version) resolve();
      };
    });
    await send();
    if (this.last < this.version) await done;
    if (this.ended) throw new Error('The server has ended.');
    return performance.now() - begin;
  }
}
