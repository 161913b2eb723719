import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { Queue } from '../../../server/src/host/scan/queue';
import { startSearch, type SearchResult } from '../../../server/src/host/scan/search';
import { makeFolder, type Folder } from '../folder';

describe('Searching many files', () => {
  let folder: Folder;
  let worker: string;
  const files: string[] = [];
  before(async () => {
    folder = makeFolder();
    worker = join(folder.path, 'worker.cjs');
    // A file that ends at once, one that never starts, and the real one.
    folder.write({ 'ends.cjs': '', 'fails.cjs': 'throw new Error("no");' });
    const { assemblyScriptPlugin } = (await import(pathToFileURL('scripts/assemblyScript.mjs').href)) as { assemblyScriptPlugin: esbuild.Plugin };
    await esbuild.build({ entryPoints: ['server/src/host/scan/worker.ts'], outfile: worker, bundle: true, platform: 'node', format: 'cjs', plugins: [assemblyScriptPlugin], logLevel: 'error' });
    for (let index = 0; index < 3000; index++) files.push(folder.write({ [`src/${index % 40}/${index}.ts`]: index % 7 === 0 ? 'AlreadyExists' : 'nothing' }));
    rmSync(files[100] ?? '');
  });
  after(() => folder.remove());

  const search = async (workerFile?: string, alone?: number): Promise<SearchResult> => {
    const started = startSearch(workerFile, alone);
    for (const file of files) started.add(file);
    return started.finish();
  };

  it('gives the files worth reading in their order, and those that were gone', async () => {
    const result = await search();
    assert.deepEqual(result.maybe, files.filter((_, index) => index % 7 === 0));
    assert.deepEqual(result.skipped, [{ file: files[100], reason: 'It was deleted while the check was running.', failed: false }]);
    assert.equal(result.searched, 2999);
  });

  it('gives the same with a second thread, whoever gets how much', async () => {
    const alone = await search();
    for (const start of [1, 600, 2900, 10_000]) assert.deepEqual(await search(worker, start), alone);
  });

  it('gives the same when the second thread fails or ends without an answer', async () => {
    const alone = await search();
    for (const file of ['ends.cjs', 'fails.cjs', 'nowhere.cjs']) assert.deepEqual(await search(join(folder.path, file), 1), alone);
  });

  it('hands out every index once', () => {
    const queue = new Queue();
    const other = new Queue(queue.memory);
    const taken: number[] = [];
    for (const known of [0, 5, 5, 100, 90, 333]) {
      for (const each of [queue, other]) {
        for (let share = each.take(known); share; share = each.take(known)) for (let index = share.start; index < share.end; index++) taken.push(index);
      }
    }
    assert.deepEqual(taken, Array.from({ length: 333 }, (_, index) => index));
  });
});
