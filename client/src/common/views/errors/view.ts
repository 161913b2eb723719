import * as vscode from 'vscode';
import { lookUpRequest, surveyFilesRequest, surveyRequest } from '../../../../../server/src/protocol';
import { aboutActiveDocument } from '../../editor';
import { isTold, type Server } from '../../server';
import type { Reports } from '../report/view';
import { ErrorTree, type Node } from './tree';

const VIEW = 'plusauthErrors.errors';
const FINDING = 'plusauthErrors.finding';
/** Typing, and what tools do to many files at once, is followed in one go. */
const QUIET_MS = 300;

/** The view of where errors are handled and where they are missing. It is filled when asked for; from then on it follows what changes. */
export class ErrorsView implements vscode.Disposable {
  readonly tree = new ErrorTree();
  private readonly view = vscode.window.createTreeView<Node>(VIEW, { treeDataProvider: this.tree, showCollapseAll: true });
  private readonly subscriptions: vscode.Disposable[] = [this.view];
  private readonly touched = new Set<string>();
  private running: vscode.CancellationTokenSource | undefined;
  private surveys = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private following = false;

  constructor(
    private readonly server: Server,
    reports: Reports,
  ) {
    this.subscriptions.push(reports.onDidAnalyze((analysis) => this.tree.setLogs(analysis)));
  }

  /** Searches the whole workspace; what runs already is given up. */
  async fill(): Promise<void> {
    this.cancel();
    const source = new vscode.CancellationTokenSource();
    const id = ++this.surveys;
    this.running = source;
    const isCurrent = () => this.running === source;
    await vscode.commands.executeCommand('setContext', FINDING, true);
    await vscode.window.withProgress({ location: { viewId: VIEW }, title: vscode.l10n.t('Finding errors') }, async () => {
      const errors = await this.server.ask(lookUpRequest, aboutActiveDocument(), source.token);
      if (errors === undefined || !isCurrent()) return;
      this.tree.setErrors(errors);
      this.tree.places.clear();
      this.tree.refresh();
      const listening = this.server.onDidSurvey((progress) => {
        if (progress.id !== id || !isCurrent()) return;
        this.view.message = vscode.l10n.t('{0} files searched…', progress.searched);
        if (progress.files.filter((file) => this.tree.places.set(file)).length > 0) this.tree.refresh();
      });
      const done = await this.server.ask(surveyRequest, { id }, source.token);
      listening.dispose();
      if (!isCurrent()) return;
      this.view.message = done === undefined ? vscode.l10n.t('The search was ended before all files were searched.') : '';
      this.follow();
    });
    source.dispose();
    if (!isCurrent()) return;
    this.running = undefined;
    await vscode.commands.executeCommand('setContext', FINDING, false);
  }

  /** Ends a search; what it found stays. */
  cancel(): void {
    this.running?.cancel();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.cancel();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** From the first search on: only the files that changed are looked at again. */
  private follow(): void {
    if (this.following) return;
    this.following = true;
    const touch = (uri: vscode.Uri) => {
      // Which files count may be otherwise everywhere below it.
      if (uri.path.endsWith('/.gitignore')) return void this.fill();
      this.touched.add(uri.toString());
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.update(), QUIET_MS);
    };
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const ofDocument = (document: vscode.TextDocument) => isTold(document) && touch(document.uri);
    this.subscriptions.push(
      watcher,
      watcher.onDidChange(touch),
      watcher.onDidCreate(touch),
      // Of a folder that is deleted with its files, only the folder is told.
      watcher.onDidDelete((uri) => [uri, ...this.tree.places.below(uri.toString()).map((file) => vscode.Uri.parse(file))].forEach(touch)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => ofDocument(document)),
      vscode.workspace.onDidCloseTextDocument(ofDocument),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.fill()),
      this.server.onDidOutdate(() => void this.fill()),
    );
  }

  private async update(): Promise<void> {
    // A search that runs may have passed these files already: they come after it.
    if (this.running) {
      this.timer = setTimeout(() => void this.update(), QUIET_MS);
      return;
    }
    const uris = [...this.touched];
    this.touched.clear();
    const files = await this.server.ask(surveyFilesRequest, { uris });
    if (files?.filter((file) => this.tree.places.set(file)).length) this.tree.refresh();
  }
}
