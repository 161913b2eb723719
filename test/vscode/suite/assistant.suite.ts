import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exports } from '../../../client/src/common/extension';
import { extension, FORGETFUL, workspaceUri } from './workbench';

interface Models {
  readonly lm?: { readonly tools?: readonly { readonly name: string }[]; invokeTool?(name: string, options: object): Promise<{ readonly content: readonly { readonly value?: string }[] }> };
}

describe('tools of assistants', () => {
  before(() => vscode.workspace.fs.writeFile(workspaceUri('assisted.ts'), new TextEncoder().encode(FORGETFUL)));
  after(() => vscode.workspace.fs.delete(workspaceUri('assisted.ts')));

  /** By VS Code where it has tools; that they are registered is asserted then. */
  async function ask(name: string, input: object): Promise<string> {
    const { tools } = (await extension().activate()) as Exports;
    const { lm } = vscode as unknown as Models;
    if (lm?.invokeTool && lm.tools) {
      assert.ok(lm.tools.some((tool) => tool.name === name), `${name} is registered`);
      const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
      return content.map(({ value }) => value ?? '').join('');
    }
    const tool = tools[name];
    assert.ok(tool, `${name} is there`);
    return tool(input);
  }

  it('look up an error by name, status or words, and say what to ask instead', async () => {
    for (const query of ['already_exists', '409', 'already exists']) assert.match(await ask('plusauth_look_up_error', { query }), /already_exists[^]*409|409[^]*already_exists/, query);
    assert.match(await ask('plusauth_look_up_error', { query: 'teapot' }), /teapot[^]*plan_limit_exceeded/);
  });

  it('check a file that is not open, or a part of it', async () => {
    const whole = await ask('plusauth_check_error_handling', { path: 'assisted.ts' });
    assert.match(whole, /assisted\.ts:9:\d+ warning unhandled-error: /);
    assert.doesNotMatch(await ask('plusauth_check_error_handling', { path: 'assisted.ts', firstLine: 1, lastLine: 3 }), /unhandled-error/);
    assert.match(await ask('plusauth_check_error_handling', { path: 'nowhere.ts' }), /nowhere\.ts/);
  });
});
