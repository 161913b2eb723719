import * as vscode from 'vscode';
import { recordLinksRequest } from '../../../server/src/protocol';
import { textLanguage } from './editor';
import type { Server } from './server';
import type { CardView } from './views/card';

/** An error name in a terminal, with what is shown when it is chosen. */
export class ErrorLink extends vscode.TerminalLink {
  constructor(
    start: number,
    length: number,
    tooltip: string,
    readonly name: string,
    readonly card: string,
  ) {
    super(start, length, tooltip);
  }
}

/** Where a terminal works, as far as it says, else the first folder of the workspace: its project tells whether errors are PlusAuth's. */
function folderOf({ creationOptions }: vscode.Terminal): vscode.Uri | undefined {
  const cwd = 'cwd' in creationOptions ? creationOptions.cwd : undefined;
  return typeof cwd === 'string' ? vscode.Uri.file(cwd) : (cwd ?? vscode.workspace.workspaceFolders?.[0]?.uri);
}

/** Links on error names in records that programs print in a terminal. VS Code hands over whole lines, however they are wrapped, and without colours. */
export class TerminalLinks implements vscode.TerminalLinkProvider<ErrorLink> {
  constructor(
    private readonly server: Server,
    private readonly cards: CardView,
  ) {}

  async provideTerminalLinks({ line, terminal }: vscode.TerminalLinkContext): Promise<ErrorLink[]> {
    // Nobody asked for links: a server that does not run is not complained about here.
    if (this.server.state !== 'running') return [];
    const uri = folderOf(terminal)?.toString();
    const links = await this.server.ask(recordLinksRequest, { text: line, ...(uri === undefined ? {} : { uri }) });
    return (links ?? []).map(({ start, length, tooltip, name, card }) => new ErrorLink(start, length, tooltip, name, card));
  }

  handleTerminalLink({ name, card }: ErrorLink): Promise<void> {
    return this.cards.show(name, card, textLanguage(), name);
  }
}
