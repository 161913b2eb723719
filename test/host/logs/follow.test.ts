import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { follow } from '../../../server/src/host/logs/follow';
import { makeFolder } from '../folder';

describe('Following logs', () => {
  afterEach(() => mock.restoreAll());

  it('ends, and leaves nothing behind, when the last file can be followed no more', async () => {
    const folder = makeFolder();
    const [opened, closed] = [mock.method(fs, 'openSync'), mock.method(fs, 'closeSync')];
    const path = folder.write({ 'app.log': '' });
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    // By then the timer of the test itself runs.
    await setImmediate();
    const before = timers();
    const failed: string[] = [];
    const take = (): never => {
      throw new Error('Nobody takes it.');
    };
    const following = follow({ files: [{ path, offset: 0 }], zone: () => 0, take, fail: (file, error) => failed.push(`${file}: ${String(error)}`), stopped: new Promise(() => undefined) });
    assert.equal(timers(), before + 1);
    fs.appendFileSync(path, '2026-03-14T06:00:00Z ERROR PlusAuth answered missing_scope\n');
    await following;
    assert.deepEqual(failed, [`${path}: Error: Nobody takes it.`]);
    assert.equal(timers(), before);
    assert.equal(closed.mock.callCount(), opened.mock.callCount());
    assert.ok(opened.mock.callCount() > 0);
    folder.remove();
  });
});
