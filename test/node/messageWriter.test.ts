import assert from 'node:assert/strict';
import { PassThrough, Writable } from 'node:stream';
import { StreamMessageReader } from 'vscode-languageserver/node';
import { WholeMessageWriter } from '../../server/src/node/messageWriter';

describe('Messages on standard output', () => {
  const message = (id: number, result: string) => ({ jsonrpc: '2.0', id, result });

  it('leave in one piece, header and content', async () => {
    const chunks: string[] = [];
    const target = new Writable({ write: (chunk: Buffer, _encoding, done: () => void) => (chunks.push(chunk.toString()), done()) });
    const writer = new WholeMessageWriter(target);
    await writer.write(message(1, 'ş'));
    await writer.write(message(2, ''));
    assert.deepEqual(chunks, ['Content-Length: 38\r\n\r\n{"jsonrpc":"2.0","id":1,"result":"ş"}', 'Content-Length: 36\r\n\r\n{"jsonrpc":"2.0","id":2,"result":""}']);
  });

  it('are read as they were written, in order, however many there are at once', async () => {
    const target = new PassThrough();
    const read: unknown[] = [];
    const all = new Promise<void>((resolve) => new StreamMessageReader(target).listen((m) => (read.push(m), read.length === 50 && resolve())));
    const writer = new WholeMessageWriter(target);
    const sent = Array.from({ length: 50 }, (_, i) => message(i, 'Content-Length: '.repeat(i)));
    await Promise.all(sent.map((m) => writer.write(m)));
    await all;
    assert.deepEqual(read, sent);
  });

  it('tell their writer when nobody reads any more', async () => {
    const target = new Writable({ write: (_chunk, _encoding, done: (error: Error) => void) => done(new Error('EPIPE')) });
    const writer = new WholeMessageWriter(target);
    const failed = new Promise<Error>((resolve) => writer.onError(([error]) => resolve(error)));
    await assert.rejects(writer.write(message(1, '')), /EPIPE/);
    assert.match((await failed).message, /EPIPE/);
  });

  it('that are no JSON fail alone', async () => {
    const chunks: string[] = [];
    const target = new Writable({ write: (chunk: Buffer, _encoding, done: () => void) => (chunks.push(chunk.toString()), done()) });
    const writer = new WholeMessageWriter(target);
    const counts: unknown[] = [];
    writer.onError(([, , count]) => counts.push(count));
    await assert.rejects(writer.write(Object.assign(message(1, ''), { result: 1n })), /BigInt/);
    await writer.write(message(2, ''));
    assert.deepEqual(chunks, ['Content-Length: 36\r\n\r\n{"jsonrpc":"2.0","id":2,"result":""}']);
    assert.deepEqual(counts, [1]);
  });
});
