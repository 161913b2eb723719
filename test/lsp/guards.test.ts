import assert from 'node:assert/strict';
import { CancellationToken, CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { guarded, guardedNotification } from '../../server/src/lsp/guards';

const isCancellation = (error: unknown) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;

describe('guards', () => {
  it('answer empty, and log, when a handler throws or rejects', async () => {
    const logged: string[] = [];
    const log = (message: string) => logged.push(message);
    const throws = guarded<object, string[]>(log, 'first', [], () => {
      throw new Error('broken');
    });
    const rejects = guarded<object, null>(log, 'second', null, () => Promise.reject(new TypeError('worse')));
    assert.deepEqual(await throws({}, CancellationToken.None), []);
    assert.equal(await rejects({}, CancellationToken.None), null);
    assert.match(logged[0] ?? '', /^first failed: Error: broken/);
    assert.match(logged[1] ?? '', /^second failed: TypeError: worse/);
  });

  it('do no work for a request that was cancelled before', async () => {
    const handler = guarded<object, null>(assert.fail, 'x', null, () => assert.fail('it was called'));
    await assert.rejects(handler({}, CancellationToken.Cancelled), isCancellation);
  });

  it('send no late answer to a request that was cancelled meanwhile', async () => {
    const source = new CancellationTokenSource();
    const handler = guarded<object, string>(assert.fail, 'x', '', () => {
      source.cancel();
      return 'late';
    });
    await assert.rejects(handler({}, source.token), isCancellation);
  });

  it('keep a notification’s failure to themselves', () => {
    const logged: string[] = [];
    guardedNotification<null>((message) => logged.push(message), 'didX', () => {
      throw new RangeError('not open');
    })(null);
    assert.match(logged.join(), /^didX failed: RangeError: not open/);
  });
});
