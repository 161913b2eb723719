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

  constructor(
    private readonly host: ServerHost,
    private readonly files: ClientFiles | undefined,
    private readonly log: Log,
  ) {}

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
    const ports: Ports = { ...this.host.ports(this.files), log: this.log };
    const service = await this.host.load(ports);
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
