import assert from 'node:assert/strict';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import {
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { listDirectoryRequest, readAssetRequest, readBytesRequest, readDirectoryRequest, readFileRequest, type Method } from '../../server/src/protocol';
import { inProcess, type Peer } from './peers';

export { SERVER } from './peers';

/** Files that the client reads for the server. */
export interface Files {
  readonly texts: Readonly<Record<string, string>>;
  readonly asset?: (name: string) => Promise<Uint8Array>;
  /** Files that are read as they are, by their URIs. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  /** What the reading of a file or folder waits for. */
  readonly gate?: (uri: string) => Promise<void> | undefined;
}

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** Answers `workspace/configuration` for a document; its presence says that the client can. */
  readonly configuration?: (uri: string) => unknown;
  /** Its presence says that the client reads files for the server. */
  readonly files?: Files;
  /** URIs of the workspace's folders; a client that has them says so in its capabilities. */
  readonly workspaceFolders?: readonly string[];
  /** Where the server runs; a process of its own unless said otherwise. */
  readonly peer?: () => Promise<Peer>;
}

/** Whole documents on both sides of an incremental change: what an editor would send for it. */
interface Open {
  text: string;
  version: number;
}

/** The built server as a process of its own, with the client's end of a real connection. */
export class TestServer {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly registered: string[] = [];
  /** What the server asked the client to read, in order. */
  readonly read: string[] = [];
  /** Folders that the server asked the client to list. */
  readonly listed: string[] = [];
  refreshes = 0;
  result!: InitializeResult;
  private readonly documents = new Map<string, Open>();
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly peer: Peer) {}

  get connection(): ProtocolConnection {
    return this.peer.connection;
  }

  /** The server's process; only where it is one. */
  get process(): ChildProcessWithoutNullStreams {
    assert.ok(this.peer.process, 'the server is a process of its own');
    return this.peer.process;
  }

  static async start({ capabilities = {}, initializationOptions, locale, configuration, files, workspaceFolders, peer = () => inProcess() }: StartOptions = {}): Promise<TestServer> {
    const server = new TestServer(await peer());
    const { connection } = server;
    // Whoever waits for a server that has ended waits in vain: pending requests fail now.
    server.peer.onEnd(() => server.happened(() => connection.dispose()));
    if (files) server.serve(files);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => server.happened(() => server.published.push(params)));
    connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => server.happened(() => server.logged.push(message)));
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      server.happened(() => server.registered.push(...registrations.map(({ method }) => method)));
      return null;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      server.happened(() => server.refreshes++);
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) => items.map(({ scopeUri }) => configuration?.(scopeUri ?? '') ?? null));
    connection.onRequest('workspace/workspaceFolders', () => workspaceFolders?.map((uri) => ({ uri, name: uri })) ?? null);
    connection.listen();
    const workspace = configuration ? { ...capabilities.workspace, configuration: true } : capabilities.workspace;
    server.result = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { ...capabilities, ...(workspace ? { workspace } : {}) },
      ...(initializationOptions === undefined && !files ? {} : { initializationOptions: files ? { files: true, ...Object(initializationOptions) as object } : initializationOptions }),
      ...(locale === undefined ? {} : { locale }),
    });
    await connection.sendNotification('initialized', {});
    return server;
  }

  /** Resolves as soon as `condition` holds; it is asked after every message of the server. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      assert.equal(this.peer.ended(), undefined, 'the server has ended');
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  private happened(record: () => void): void {
    record();
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const resolve of waiting) resolve();
  }

  async open(uri: string, text: string, languageId = 'typescript'): Promise<void> {
    this.documents.set(uri, { text, version: 1 });
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the first occurrence of `from`, as one incremental change. */
  async replace(uri: string, from: string, to: string): Promise<void> {
    const document = this.get(uri);
    const start = document.text.indexOf(from);
    assert.ok(start >= 0, `${from} is not in the text`);
    const range = rangeAt(document.text, start, start + from.length);
    document.text = document.text.slice(0, start) + to + document.text.slice(start + from.length);
    document.version++;
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges: [{ range, text: to }] });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.get(uri).text;
  }

  /** What the server published about the text as it is now. */
  async pushed(uri: string): Promise<Diagnostic[]> {
    const find = () => this.published.findLast((params) => params.uri === uri && params.version === this.get(uri).version);
    await this.until(() => find() !== undefined);
    return find()?.diagnostics ?? [];
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    assert.equal(report.kind, 'full');
    return report.kind === 'full' ? report.items : [];
  }

  hover(uri: string, at: string): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', this.place(uri, at));
  }

  complete(uri: string, at: string, context?: object): Promise<CompletionItem[]> {
    return this.connection.sendRequest('textDocument/completion', { ...this.place(uri, at), ...(context ? { context } : {}) });
  }

  async actions(uri: string, diagnostics: readonly Diagnostic[], only?: readonly string[]): Promise<CodeAction[]> {
    const range = diagnostics[0]?.range ?? rangeAt(this.text(uri), 0, 0);
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics, ...(only ? { only } : {}) } });
  }

  ask<P, R>(method: Method<P, R>, params: P): Promise<R> {
    return this.connection.sendRequest(method.name, params);
  }

  /** Applies an edit to the open document as an editor does, and tells the server. */
  async apply(edit: WorkspaceEdit | undefined, uri: string): Promise<void> {
    const edits = edit?.changes?.[uri] ?? edit?.documentChanges?.flatMap((change) => ('edits' in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : []));
    assert.ok(edits && edits.length > 0, 'the edit changes the document');
    const document = this.get(uri);
    document.text = applyTextEdits(document.text, edits);
    document.version++;
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges: [{ text: document.text }] });
  }

  /** Ends the server as the protocol says, and resolves to its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.peer.end();
  }

  private serve({ texts, asset, bytes = {}, gate }: Files): void {
    const on = <P, R>({ name }: Method<P, R>, key: (params: P) => string, answer: (params: P) => R | Promise<R>) =>
      this.connection.onRequest(name, (params: P): unknown => {
        this.happened(() => this.read.push(key(params)));
        return answer(params);
      });
    on(readFileRequest, ({ uri }) => uri, async ({ uri }) => {
      await gate?.(uri);
      return texts[uri] ?? null;
    });
    on(readDirectoryRequest, ({ uri }) => `${uri}/`, ({ uri }) => Object.keys(texts).filter((file) => file.startsWith(`${uri}/`)).map((file) => file.slice(uri.length + 1).replace(/\/.*/, '')));
    this.connection.onRequest(listDirectoryRequest.name, async ({ uri }: { uri: string }) => {
      this.listed.push(uri);
      await gate?.(uri);
      const below = [...Object.keys(texts), ...Object.keys(bytes)].filter((file) => file.startsWith(`${uri}/`)).map((file) => file.slice(uri.length + 1));
      return [...new Set(below.map((file) => file.split('/')[0] ?? ''))].map((name) => ({ name: decodeURIComponent(name), folder: !below.includes(name) }));
    });
    on(readBytesRequest, ({ uri }) => uri, ({ uri, base64 }): ReturnType<NonNullable<typeof readBytesRequest.types>> => {
      const file = bytes[uri];
      const written = Date.UTC(2026, 2, 20);
      if (!file) return { kind: Object.keys(bytes).some((other) => other.startsWith(`${uri}/`)) ? 'folder' : 'missing' };
      return base64 ? { kind: 'base64', bytes: Buffer.from(file).toString('base64'), written } : { kind: 'bytes', bytes: Uint8Array.from(file), written };
    });
    on(readAssetRequest, ({ name }) => name, ({ name }) => asset?.(name) ?? Promise.reject(new Error(`There is no ${name}.`)));
  }

  private get(uri: string): Open {
    const document = this.documents.get(uri);
    assert.ok(document, `${uri} is open`);
    return document;
  }

  /** The place where `|` stands in `at`, which must occur in the document without it. */
  private place(uri: string, at: string): { textDocument: { uri: string }; position: Range['start'] } {
    const bar = at.indexOf('|');
    const found = this.text(uri).indexOf(at.replace('|', ''));
    assert.ok(bar >= 0 && found >= 0, `${at} is in the text, and has a |`);
    return { textDocument: { uri }, position: rangeAt(this.text(uri), found + bar, found + bar).start };
  }
}

/** Written apart from the server's own conversion, so that the two check each other. */
export function rangeAt(text: string, start: number, end: number): Range {
  const position = (offset: number) => {
    const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  return { start: position(start), end: position(end) };
}

function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const offset = ({ line, character }: Range['start']): number => {
    const ends = [...text.matchAll(/\r\n|\n|\r/g)];
    const before = ends[line - 1];
    return (before ? before.index + before[0].length : 0) + character;
  };
  const ordered = edits.map((edit, index) => ({ start: offset(edit.range.start), end: offset(edit.range.end), newText: edit.newText, index }));
  ordered.sort((a, b) => b.start - a.start || b.index - a.index);
  return ordered.reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
