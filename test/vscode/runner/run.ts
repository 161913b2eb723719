import type Mocha from 'mocha';
import * as vscode from 'vscode';

/** Text of the tests' names, or empty for all of them; the bundle's build fills it in, because a web worker has no environment. */
declare const GREP: string;

/**
 * Runs tests in an extension host. The two marks tell the launcher which part of the workbench's log is ours; the counts go to
 * `results.json` beside the first folder of the workspace, through VS Code, because a web worker has no files.
 * @throws when a test fails, or none was run
 */
export async function runTests(mocha: Pick<Mocha, 'run' | 'grep' | 'timeout'>): Promise<void> {
  console.log('[tests] start');
  mocha.timeout(60_000);
  if (GREP) mocha.grep(GREP);
  const { passes, failures, pending } = await new Promise<Mocha.Stats>((resolve) => {
    const runner: Mocha.Runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
  });
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The tests need a workspace.');
  const results = vscode.Uri.joinPath(folder.uri, '..', 'results.json');
  await vscode.workspace.fs.writeFile(results, new TextEncoder().encode(JSON.stringify({ passes, failures, pending })));
  const none = passes + failures + pending === 0;
  if (none) console.error(GREP ? `No test was run: none has "${GREP}" in its name.` : 'No test was run: the suites have none.');
  console.log('[tests] end');
  if (none) throw new Error('No test was run.');
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
