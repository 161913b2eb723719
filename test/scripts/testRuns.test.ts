import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, type Folder } from '../host/folder';

const ANY = 'test/client/indentation.test.ts';

describe('A run of tests', () => {
  let folder: Folder;
  before(() => (folder = makeFolder()));
  after(() => folder.remove());
  const run = (script: string, ...args: string[]): { status: number | null; out: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}`, ...args], { encoding: 'utf8', env: { ...process.env, TEST_RESULTS: join(folder.path, 'counts.json') } });
    return { status, out: stdout + stderr };
  };
  const counts = (): unknown => JSON.parse(readFileSync(join(folder.path, 'counts.json'), 'utf8'));

  it('passes with those whose names hold what was asked for', () => {
    const { status, out } = run('test-unit.mjs', ANY, '--grep', 'keep blank lines');
    assert.equal(status, 0, out);
    assert.deepEqual(counts(), { passes: 1, failures: 0, pending: 0 });
  });

  it('fails where none does, and says so', () => {
    const { status, out } = run('test-unit.mjs', ANY, '--grep', 'no such name');
    assert.equal(status, 1, out);
    assert.match(out, /No test was run: none has a name that was asked for\./);
    assert.deepEqual(counts(), { passes: 0, failures: 1, pending: 0 });
  });

  it('fails where there is no such file, before anything else is run', () => {
    const { status, out } = run('test-unit.mjs', 'test/clinet');
    assert.equal(status, 1, out);
    assert.match(out, /There is no test\/clinet\. Tests are chosen by their names with --grep\./);
    assert.doesNotMatch(out, /passing/);
  });

  it('starts no VS Code for words that it would not look for', () => {
    const { status, out } = run('test-vscode.mjs', 'node', 'two', 'words');
    assert.equal(status, 1, out);
    assert.match(out, /there is two words\. Quote a text of several words\./);
  });
});
