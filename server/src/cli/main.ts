import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from './help';
import { wantsColours, type Io } from './io';
import { run } from './run';
import { harmless } from '../text/style';

// Whoever reads our output may have seen enough (`| head`): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`${PROGRAM}: The output cannot be written: ${error.message}\n`);
  process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 2);
});

const complain = (message: string): void => void process.stderr.write(`${PROGRAM}: ${harmless(message)}\n`);

const io: Io = {
  out: (text) => void process.stdout.write(text),
  complain,
  async input() {
    if (process.stdin.isTTY) complain('Paste the response, then press Ctrl+D.');
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
  stdin: () => process.stdin,
  stopped: () => new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  }),
  env: process.env,
  terminal: { colours: wantsColours(process.stdout.isTTY, process.env), columns: process.stdout.isTTY ? process.stdout.columns : undefined },
};

const version = (): string => (JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string }).version;

run(process.argv.slice(2), io, version).then(
  (code) => {
    process.exitCode = code;
    // The search's second thread would be waited for; but what is written must have left first.
    process.stdout.write('', () => process.exit());
  },
  (error: unknown) => {
    complain(`This is a mistake of this program; please report it. ${(error instanceof Error ? (error.stack ?? error.message) : String(error)).replace(/\s+/g, ' ')}`);
    process.exitCode = 2;
  },
);
