import * as vscode from 'vscode';
import { SECTION, statusRequest, type Status } from '../../../server/src/protocol';
import { isSupported, SELECTOR } from './languages';
import { fitted } from './text/fitted';
import type { Server } from './server';

/** How many characters VS Code shows of an item: it neither wraps nor scrolls, and the command stands last. */
const ROOM = 72;

/** Typing is not followed letter by letter. */
const QUIET_MS = 250;

/** The language status item: whether PlusAuth was detected in the active document, by what, and how many findings it has. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('plusauthErrors.status', SELECTOR);
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(private readonly server: Server) {
    this.item.name = 'PlusAuth Errors';
    const soon = (delay: number) => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.update(), delay);
    };
    const isActive = (uri: vscode.Uri) => uri.toString() === vscode.window.activeTextEditor?.document.uri.toString();
    this.subscriptions = [
      this.item,
      server.onDidChangeState(() => soon(0)),
      vscode.window.onDidChangeActiveTextEditor(() => soon(0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => isActive(document.uri) && soon(QUIET_MS)),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.some(isActive) && soon(QUIET_MS)),
      vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(SECTION) && soon(QUIET_MS)),
    ];
    soon(0);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async update(): Promise<void> {
    const request = ++this.asked;
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isSupported(document.languageId)) return;
    if (this.server.state !== 'running') {
      this.showServer();
      return;
    }
    const status = await this.server.ask(statusRequest, { uri: document.uri.toString() });
    if (request === this.asked && status) this.show(status);
  }

  private showServer(): void {
    const failed = this.server.state === 'failed';
    this.item.busy = this.server.state === 'starting';
    this.item.severity = failed ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    this.item.text = failed ? vscode.l10n.t('PlusAuth: the language server does not run') : vscode.l10n.t('PlusAuth: starting');
    this.item.detail = '';
    this.item.command = { command: 'plusauthErrors.showOutput', title: vscode.l10n.t('Show Output') };
  }

  private show({ speaks, reason, findings }: Status): void {
    this.item.busy = false;
    this.item.severity = vscode.LanguageStatusSeverity.Information;
    this.item.text = speaks ? describeFindings(findings) : vscode.l10n.t('PlusAuth: not detected');
    const title = vscode.l10n.t('Change…');
    this.item.detail = fitted(reason, ROOM - this.item.text.length - title.length);
    this.item.command = { command: 'plusauthErrors.chooseContext', title, tooltip: `${reason} ${vscode.l10n.t('Choose when code in this folder is checked')}` };
  }
}

function describeFindings(count: number): string {
  if (count === 0) return vscode.l10n.t('PlusAuth: no findings');
  return count === 1 ? vscode.l10n.t('PlusAuth: 1 finding') : vscode.l10n.t('PlusAuth: {0} findings', count);
}
