import * as vscode from 'vscode';
import { commandLink, pageHtml, plainBody } from './page';
import { REPORT_TEXTS } from './report/texts';

/** All that a link in a card can run. */
const QUERY = 'plusauthErrors.copyLogQuery';

/** Shows markdown beside the code. One panel is reused, so that looking things up does not fill the window. */
export class CardView implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;

  /** Shows a page; the focus stays where people type. `subject`: the name or status that it is about, if there is one. */
  async show(title: string, markdown: string, language: 'en' | 'tr', subject?: string): Promise<void> {
    const query = subject === undefined ? '' : `\n<p>${commandLink(REPORT_TEXTS[language].query, QUERY, subject)}</p>`;
    const body = `${await render(markdown)}${query}`;
    if (this.panel === undefined) {
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      const panel = vscode.window.createWebviewPanel('plusauthErrors.card', title, place, { enableFindWidget: true, localResourceRoots: [], enableCommandUris: [QUERY] });
      panel.onDidDispose(() => {
        if (this.panel === panel) this.panel = undefined;
      });
      this.panel = panel;
    } else {
      this.panel.reveal(undefined, true);
    }
    this.panel.title = title;
    this.panel.webview.html = pageHtml({ title, body, language, nonce: crypto.randomUUID() });
  }

  dispose(): void {
    this.panel?.dispose();
  }
}

/** By VS Code's own renderer, which people know from previews; plain where that extension is switched off. */
async function render(markdown: string): Promise<string> {
  try {
    return await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
  } catch {
    return plainBody(markdown);
  }
}
