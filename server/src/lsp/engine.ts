import type { LanguageService, Ports } from '../core/service';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { ClientFiles } from '../host/clientFiles';
import type { Finder } from '../host/finder';
import type { OpenDocument } from './documents';
import { describeError, type Log } from './guards';
import type { ServerHost } from './host';

/** Whoever types pauses for less than this between two keys. In milliseconds. */
const QUIET = 300;

/** The open documents and the service that knows them. The service is loaded when it is first needed, and then told what is open. */
export class Engine {
  private readonly documents = new Map<string, OpenDocument>();
  private loading: Promise<LanguageService> | undefined;
  private service: LanguageService | undefined;

  private asked = 0;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  readonly ports: Ports;
  readonly finder: Finder;

  constructor(
    private readonly host: ServerHost,
    files: ClientFiles | undefined,
    private readonly log: Log,
    /** Is told of documents that did not change, but of which something else can be said now. */
    private readonly onOther: (uris: readonly string[]) => void,
  ) {
    this.finder = host.finder(files);
    this.ports = { ...host.ports(files), log };
  }

  document(uri: string): OpenDocument | undefined {
    return this.documents.get(uri);
  }

  get uris(): readonly string[] {
    return [...this.documents.keys()];
  }

  /** The service; it knows every open document. */
  get(): Promise<LanguageService> {
    return (this.loading ??= this.load());
  }

  private async load(): Promise<LanguageService> {
    const service = await this.host.load(this.ports);
    for (const document of this.documents.values()) service.update(document);
    this.service = service;
    return service;
  }

  open(document: OpenDocument): void {
    this.documents.set(document.uri, document);
    this.service?.update(document);
  }

  /** @throws RangeError when the document is not open. */
  change(uri: string, events: readonly TextDocumentContentChangeEvent[], version: number): void {
    const before = this.documents.get(uri);
    if (before === undefined) throw new RangeError(`${uri} was changed but is not open.`);
    const { document, changes } = before.apply(events, version);
    this.documents.set(uri, document);
    this.service?.update(document, changes);
  }

  close(uri: string): void {
    this.documents.delete(uri);
    this.service?.close(uri);
  }

  /** Has the service know a text for one question only, by a name that no open document has. */
  async once<T>(document: OpenDocument, ask: (uri: string) => Promise<T>): Promise<T> {
    const service = await this.get();
    const uri = `${document.uri}#once-${++this.asked}`;
    service.update({ uri, languageId: document.languageId, version: 0, text: document.text });
    try {
      return await ask(uri);
    } finally {
      service.close(uri);
    }
  }

  /** Has the service do, once all that is to be sent is sent, what it put off, and the rest of it when nobody has typed for a moment. */
  rest(): void {
    clearTimeout(this.quiet);
    this.host.defer(() => {
      if (!this.service?.rest()) return;
      clearTimeout(this.quiet);
      this.quiet = setTimeout(() => this.settle(), QUIET);
    });
  }

  private settle(): void {
    try {
      const others = this.service?.settle() ?? [];
      if (others.length > 0) this.onOther(others);
    } catch (error) {
      this.log(`Reading what was typed once more failed: ${describeError(error)}`);
    }
  }

  didChangeFile(uri: string): void {
    this.service?.didChangeFile(uri);
  }

  dispose(): void {
    clearTimeout(this.quiet);
    this.documents.clear();
    this.service?.dispose();
  }
}
