import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { CATALOG_NAMES } from '../harness/names';
import { makeFolder } from '../host/folder';

const SOURCE = `import { PlusAuthRestClient, type PlusAuthRestError } from '@plusauth/plusauth-rest-js';
const plusAuth = new PlusAuthRestClient('https://acme.plusauth.com', { token: '' });

export async function create(): Promise<unknown> {
  try {
    return await plusAuth.users.create({});
  } catch (e) {
    const error = e as PlusAuthRestError;
    switch (error.error) {
      case 'already_exists':
        console.warn('there is one');
        break;
    }
  }
}
`;

interface Step {
  readonly step: string;
  readonly [key: string]: unknown;
}

describe('In Neovim', () => {
  it('findings are pushed; hover, completion, its resolution and a fix work', () => {
    const folder = makeFolder();
    try {
      folder.write({ 'src/a.ts': SOURCE });
      const env = { ...process.env, NODE: process.execPath, SERVER: resolve('dist/server/node.js'), NVIM_LOG_FILE: '/dev/null' };
      const { stdout, stderr, error } = spawnSync('nvim', ['--headless', '--clean', '-n', 'src/a.ts', '-c', `luafile ${resolve('test/editors/neovim.lua')}`], { cwd: folder.path, env, encoding: 'utf8', timeout: 120_000 });
      assert.equal(error, undefined, `Neovim (nvim, 0.7 or later) could not be started: ${error?.message}`);
      const steps = new Map(stdout.split('\n').filter((line) => line.startsWith('{')).map((line): [string, Step] => { const step = JSON.parse(line) as Step; return [step.step, step]; }));
      assert.equal(steps.get('failed')?.['problem'], undefined, stderr);
      const [finding, ...others] = steps.get('findings')?.['found'] as { line: number; message: string }[];
      assert.deepEqual([finding?.line, others], [8, []]);
      assert.match(finding?.message ?? '', /entity_not_found|invalid_entity|plan_limit_exceeded/);
      assert.match(String(steps.get('hover')?.['text']), /already_exists[^]*409/);
      assert.deepEqual([...(steps.get('completion')?.['labels'] as string[])].sort(), [...CATALOG_NAMES].sort());
      assert.ok(String(steps.get('resolve')?.['documentation']).length > 200);
      assert.ok((steps.get('actions')?.['titles'] as string[]).length >= 3);
      assert.match(String(steps.get('fixed')?.['text']), /\n {6}default:\n {8}throw e;\n {4}\}/);
    } finally {
      folder.remove();
    }
  });
});
