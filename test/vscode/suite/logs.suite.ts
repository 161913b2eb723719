import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, place, show, tab, until } from './workbench';

const LOG = `PlusAuth client ready
2026-01-02T03:04:05Z ERROR POST https://acme.plusauth.com/api/v1/users failed {"error":"already_exists","error_description":"ada is taken","status":409}
PlusAuthRestError: missing_scope
    at request (/app/index.js:404:11) {
  error: 'missing_scope',
  error_description: 'write:user',
  status: 401
}
`;
const CONTRADICTION = '{\n  "error": "already_exists",\n  "status": 400\n}\n';

interface Exports {
  readonly terminalLinks: vscode.TerminalLinkProvider;
}

const cardAt = async (editor: vscode.TextEditor, at: string) => {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, place(editor, at));
  return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n');
};

describe('logs', () => {
  before(async () => {
    // The server answers from here on: a hover asks whoever is there, and does not wait.
    const { document } = await show('src/answer.json', CONTRADICTION);
    await diagnostics(document.uri, (found) => found.length === 1);
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('a .log file has cards with what the record says', async () => {
    const editor = await show('app.log', LOG);
    assert.equal(editor.document.languageId, 'log');
    const card = await cardAt(editor, '"already|_exists"');
    assert.match(card, /409/);
    assert.match(card, /ada is taken/);
    assert.match(await cardAt(editor, "'missing|_scope'"), /write:user/);
  });

  it('a .log file links names to the reference', async () => {
    const { document } = await show('app.log', LOG);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const names = links.filter(({ target }) => target?.toString(true).endsWith('/api/core/errors')).map(({ range }) => document.getText(range));
    assert.deepEqual(names, ['already_exists', 'missing_scope', 'missing_scope']);
  });

  it('a JSON document shows a name and a status that cannot be together, and mends it', async () => {
    const { document } = await show('src/answer.json', CONTRADICTION);
    const [finding] = await diagnostics(document.uri, (found) => found.length === 1);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), '400');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, finding.range, vscode.CodeActionKind.QuickFix.value);
    const fix = actions.find(({ isPreferred, edit }) => isPreferred && edit !== undefined);
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /"status": 409/);
    await diagnostics(document.uri, (found) => found.length === 0);
  });

  it('an output channel has cards, whatever its language is called', async () => {
    for (const languageId of [undefined, 'log']) {
      const name = `records ${languageId ?? 'plain'}`;
      const channel = languageId === undefined ? vscode.window.createOutputChannel(name) : vscode.window.createOutputChannel(name, languageId);
      try {
        channel.append(LOG);
        channel.show();
        const editor = await until(
          () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'output' && document.uri.path.includes(name) && document.getText().includes('already_exists')),
          (listener) => vscode.window.onDidChangeVisibleTextEditors(listener),
          (listener) => vscode.workspace.onDidChangeTextDocument(listener),
          (listener) => vscode.workspace.onDidOpenTextDocument(listener),
        );
        assert.match(await cardAt(editor, '"already|_exists"'), /ada is taken/, editor.document.languageId);
      } finally {
        channel.dispose();
      }
    }
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('a log of 20 MB answers a hover at its end, and what is typed there', async () => {
    const line = '{"level":50,"time":1767323045123,"error":"already_exists","error_description":"taken","status":409,"msg":"POST /api/v1/users failed"}\n';
    const editor = await show('large.log', `PlusAuth\n${line.repeat(Math.floor(20_000_000 / line.length))}`);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    assert.ok(await editor.edit((edit) => edit.insert(end, 'PlusAuth: {"error":"missing_scope","error_description":"write:user"}\n')));
    assert.match(await cardAt(editor, '"missing|_scope"'), /write:user/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('highlighting is contributed to logs and JSON', () => {
    const { contributes } = vscode.extensions.getExtension('plusauth-errors.plusauth-errors')?.packageJSON as { contributes: { grammars: { injectTo: string[] }[] } };
    const targets = new Set(contributes.grammars.flatMap(({ injectTo }) => injectTo));
    assert.deepEqual([...targets].sort(), ['source.json', 'source.json.comments', 'source.json.lines', 'text.log']);
  });
});

describe('lines of a terminal', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('have links, and choosing one opens the card', async () => {
    const { terminalLinks } = (await vscode.extensions.getExtension<Exports>('plusauth-errors.plusauth-errors')?.activate()) ?? {};
    assert.ok(terminalLinks);
    await cardAt(await show('app.log', LOG), '"already|_exists"');
    const terminal = vscode.window.createTerminal({ name: 'records', cwd: vscode.workspace.workspaceFolders?.[0]?.uri ?? '' });
    const { token } = new vscode.CancellationTokenSource();
    try {
      const line = "PlusAuthRestError: plan_limit_exceeded { error_description: 'no more clients', status: 402 }";
      const [link, ...others] = (await terminalLinks.provideTerminalLinks({ terminal, line }, token)) ?? [];
      assert.ok(link);
      assert.deepEqual([line.slice(link.startIndex, link.startIndex + link.length), others.length], ['plan_limit_exceeded', 0]);
      await terminalLinks.handleTerminalLink(link);
      await tab('plan_limit_exceeded');
      assert.deepEqual(await terminalLinks.provideTerminalLinks({ terminal, line: 'internal_server_error in server_error.log' }, token), []);
    } finally {
      terminal.dispose();
    }
  });
});
