import * as vscode from 'vscode';
import { assistantTools, registerAssistant, type Tool } from './assistant';
import { analyzeLogs } from './commands/analyzeLogs';
import { cancelFind } from './commands/cancelFind';
import { chooseContext } from './commands/chooseContext';
import { copyLogQuery } from './commands/copyLogQuery';
import { explainResponse } from './commands/explainResponse';
import { findErrors } from './commands/findErrors';
import { insertHandler } from './commands/insertHandler';
import { lookUp } from './commands/lookUp';
import { openExample } from './commands/openExample';
import { openReference } from './commands/openReference';
import { restartServer } from './commands/restartServer';
import { showOutput } from './commands/showOutput';
import { showPlace } from './commands/showPlace';
import { RecordFiles } from './records';
import { isTold, Server, type ClientFactory } from './server';
import { StatusItem } from './status';
import { TerminalLinks } from './terminal';
import { CardView } from './views/card';
import { ErrorsView } from './views/errors/view';
import { Reports } from './views/report/view';

/** What the commands work with. */
export interface Product {
  readonly extensionUri: vscode.Uri;
  readonly server: Server;
  readonly output: vscode.LogOutputChannel;
  readonly cards: CardView;
  readonly reports: Reports;
  readonly records: RecordFiles;
  readonly errors: ErrorsView;
}

const COMMANDS: Readonly<Record<string, (product: Product, ...args: unknown[]) => unknown>> = {
  lookUp,
  explainResponse,
  insertHandler,
  openReference,
  openExample,
  restartServer,
  showOutput,
  chooseContext,
  analyzeLogs,
  copyLogQuery,
  findErrors,
  cancelFind,
  showPlace,
};

let running: Server | undefined;

/** What other extensions can call: the links on error names in a line, for a terminal or a console of their own, the reports on logs, the view of all errors, and the tools of assistants. */
export interface Exports {
  readonly reports: Reports;
  readonly terminalLinks: vscode.TerminalLinkProvider;
  readonly errors: ErrorsView;
  readonly tools: Readonly<Record<string, Tool>>;
}

/** Starts the product; the server starts with the first document in sight that it understands, or with the first command or link that asks it. */
export function start(context: vscode.ExtensionContext, factory: ClientFactory): Exports {
  const output = vscode.window.createOutputChannel('PlusAuth Errors', { log: true });
  const server = new Server(factory, context.extensionUri, output);
  const cards = new CardView();
  const records = new RecordFiles(server);
  const reports = new Reports({ server, cards, records });
  const product: Product = { extensionUri: context.extensionUri, server, output, cards, reports, records, errors: new ErrorsView(server, reports) };
  running = server;
  context.subscriptions.push(output, cards, product.errors, product.reports, records.register(), new StatusItem(server));
  for (const [name, run] of Object.entries(COMMANDS)) {
    context.subscriptions.push(vscode.commands.registerCommand(`plusauthErrors.${name}`, (...args: unknown[]) => run(product, ...args)));
  }
  const terminalLinks = new TerminalLinks(server, cards);
  context.subscriptions.push(vscode.window.registerTerminalLinkProvider(terminalLinks));
  // Only for what people see: other extensions open manifests and settings, and nobody looks at them.
  const startFor = (editors: readonly vscode.TextEditor[]) => {
    if (editors.some(({ document }) => isTold(document))) void server.start();
  };
  const look = () => startFor(vscode.window.visibleTextEditors);
  // A document that gets another language is opened anew.
  context.subscriptions.push(vscode.window.onDidChangeVisibleTextEditors(startFor), vscode.workspace.onDidOpenTextDocument(look));
  look();
  const tools = assistantTools(server);
  context.subscriptions.push(...registerAssistant(tools));
  return { terminalLinks, reports, errors: product.errors, tools };
}

/** Ends the server. VS Code waits for it. */
export async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}
