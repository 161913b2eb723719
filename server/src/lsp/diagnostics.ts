import type { Diagnostic } from 'vscode-languageserver';
import { toDiagnostic } from './convert';
import type { Engine } from './engine';
import { describeError, type Log } from './guards';
import type { SettingsStore } from './settings';

/** Findings of the open documents as diagnostics: on request, and for clients that never ask, on their way as soon as something changed. */
export class Diagnostics {
  private readonly waiting = new Set<string>();
  private readonly running = new Set<string>();
  private deferred = false;

  constructor(
    private readonly engine: Engine,
    private readonly settings: SettingsStore,
    private readonly docs: string | undefined,
    private readonly log: Log,
    private readonly defer: (task: () => void) => void,
    private readonly publish: (uri: string, version: number | undefined, diagnostics: Diagnostic[]) => void,
  ) {}

  /** Diagnostics of the document as it is when its settings and the service are at hand; empty when it is not open. */
  async compute(uri: string): Promise<{ readonly version: number | undefined; readonly diagnostics: Diagnostic[] }> {
    const [service, settings] = await Promise.all([this.engine.get(), this.settings.get(uri)]);
    const document = this.engine.document(uri);
    if (document === undefined) return { version: undefined, diagnostics: [] };
    const findings = await service.doDiagnose(uri, settings);
    this.engine.rest();
    return { version: document.version, diagnostics: findings.map((finding) => toDiagnostic(finding, document, this.docs)) };
  }

  /** Has the document's diagnostics published; calls in the same turn are one. */
  schedule(uri: string): void {
    this.waiting.add(uri);
    if (this.deferred) return;
    this.deferred = true;
    this.defer(() => {
      this.deferred = false;
      for (const next of [...this.waiting]) if (!this.running.has(next)) void this.run(next);
    });
  }

  /** Takes back what was published about a document that was closed. */
  clear(uri: string): void {
    this.waiting.delete(uri);
    this.publish(uri, undefined, []);
  }

  /** One document is never computed twice at a time: what changes meanwhile is computed after it. */
  private async run(uri: string): Promise<void> {
    this.waiting.delete(uri);
    this.running.add(uri);
    try {
      const { version, diagnostics } = await this.compute(uri);
      if (version !== undefined && version === this.engine.document(uri)?.version) this.publish(uri, version, diagnostics);
    } catch (error) {
      this.log(`Checking ${uri} failed: ${describeError(error)}`);
    } finally {
      this.running.delete(uri);
      if (this.waiting.has(uri)) this.schedule(uri);
    }
  }
}
