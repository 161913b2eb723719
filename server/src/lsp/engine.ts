import type { LanguageService, Ports } from '../core/service';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { ClientFiles } from '../host/clientFiles';
import type { OpenDocument } from './documents';
import type { Log } from './guards';
import type { ServerHost } from './host';

/** The open documents and the service that knows them. The service is loaded when it is first needed, and then told what is open. */
export class Engine {
  private readonly documents = new Map<string, OpenDocument>();
  private loading: Promise<LanguageService> | undefined;
  private service: LanguageService | undefined;

  readonly ports: Ports;

  constructor(
    private readonly host: ServerHost,
    files: ClientFiles | undefined,
    log: Log,
  ) {
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

  didChangeFile(uri: string): void {
    this.service?.didChangeFile(uri);
  }

  dispose(): void {
    this.documents.clear();
    this.service?.dispose();
  }
}
