import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Resolves with the first defined answer of `ask`, asked now and after every event. */
function eventually<T>(event: vscode.Event<unknown>, ask: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const now = ask();
    if (now !== undefined) return resolve(now);
    const subscription = event(() => {
      const later = ask();
      if (later === undefined) return;
      subscription.dispose();
      resolve(later);
    });
  });
}

describe('the installed package', () => {
  let document: vscode.TextDocument;

  before(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder, 'the example workspace is open');
    document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'src/createUser.ts'));
    await vscode.window.showTextDocument(document);
  });

  it('is what runs, not the sources', async () => {
    const extension = vscode.extensions.getExtension('plusauth-errors.plusauth-errors');
    assert.ok(extension);
    assert.match(extension.extensionPath, /[\\/]extensions[\\/]plusauth-errors\.plusauth-errors-\d/);
    await extension.activate();
  });

  it('underlines a switch that forgets errors', async () => {
    const finding = await eventually(vscode.languages.onDidChangeDiagnostics, () =>
      vscode.languages.getDiagnostics(document.uri).find((diagnostic) => diagnosticCode(diagnostic) === 'unhandled-error'),
    );
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(document.lineAt(finding.range.start.line).text.trim(), 'switch (err.error) {');
  });

  it('shows the card of a name', async () => {
    const position = document.positionAt(document.getText().indexOf('already_exists') + 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const shown = hovers.flatMap((hover) => hover.contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n');
    assert.match(shown, /already_exists/);
    assert.match(shown, /409/);
    assert.match(shown, /Provided resource already exists\./);
  });
});

function diagnosticCode({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
