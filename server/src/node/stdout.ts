import { Writable } from 'node:stream';

/**
 * Standard output for messages with headers. The library writes header and content one after the other, and waits in between:
 * here they leave together, so that the client is woken once for a message.
 */
export class MessageOutput extends Writable {
  private header = '';

  constructor(private readonly target: NodeJS.WritableStream) {
    super({ decodeStrings: false });
    target.on('error', (error: Error) => this.destroy(error));
    target.on('close', () => this.destroy());
  }

  override _write(chunk: string | Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (typeof chunk === 'string' && chunk.startsWith('Content-Length: ')) {
      this.header += chunk;
      return done();
    }
    const message = this.header === '' ? chunk : Buffer.concat([Buffer.from(this.header, 'ascii'), Buffer.from(chunk)]);
    this.header = '';
    this.target.write(message, done);
  }
}
