import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/**
 * Writes messages with headers to a stream, each in one piece and at once. The library's writer sends header and content one after the
 * other, and waits in between: the client would be woken twice for a message.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  private failures = 0;

  constructor(private readonly target: NodeJS.WritableStream) {
    super();
    target.on('error', (error: Error) => this.fireError(error));
    target.on('close', () => this.fireClose());
  }

  /** Resolves when the stream has taken the message; rejects, and tells `onError`, when it cannot be written or is no JSON. */
  async write(message: Message): Promise<void> {
    try {
      const content = JSON.stringify(message);
      const whole = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
      await new Promise<void>((resolve, reject) => this.target.write(whole, 'utf8', (error) => (error ? reject(error) : resolve())));
    } catch (error) {
      this.fireError(error, message, ++this.failures);
      throw error;
    }
  }

  end(): void {
    this.target.end();
  }
}
