import { compared, interleaved, milliseconds, percentile, type Row } from './measure';
import { TimedClient } from './client';
import { Random } from './random';
import { plusAuthFile } from './sources';

const LINES = 10_000;
const STARTS = 15;
const REQUESTS = 200;
const KEYSTROKES = 120;
const FRAME = 16;
const URI = 'file:///bench/big.ts';
/** What is typed, letter by letter, into the body of a branch in the middle of the file. */
const TYPED = "if (attempt < 3) return retry(input, attempt + 1); log.info('tried again', { attempt, reason: failure.error, status: failure.status });  ";

/** Our server beside one that does nothing, on the same messages. */
export async function benchServers(product: string, echo: string): Promise<Row[]> {
  const text = plusAuthFile(new Random(7), LINES);
  const lines = text.split('\n');
  const cases = lines.flatMap((line, index) => (/^\s*case '/.test(line) ? [index] : []));

  const start = (program: string) => async (): Promise<number> => {
    const client = await TimedClient.start(program);
    await client.stop();
    return client.started;
  };
  const starts = await interleaved(STARTS, { product: start(product), echo: start(echo) });

  const ours = await TimedClient.start(product);
  const theirs = await TimedClient.start(echo);
  try {
    await ours.open(URI, text);
    await theirs.open(URI, text);
    const ask = (client: TimedClient, method: string) => (round: number): Promise<number> => {
      const line = cases[(round * 37) % cases.length] ?? 0;
      return client.request(method, URI, line, (lines[line] ?? '').indexOf("'") + 3, (answer) => {
        if (!answer || (Array.isArray(answer) && answer.length === 0)) throw new Error(`No answer to ${method} in line ${line + 1}: ${lines[line]}`);
      });
    };
    const hovers = await interleaved(REQUESTS, { product: ask(ours, 'textDocument/hover'), echo: ask(theirs, 'textDocument/hover') });
    const completions = await interleaved(REQUESTS, { product: ask(ours, 'textDocument/completion'), echo: ask(theirs, 'textDocument/completion') });
    const middle = (cases[Math.floor(cases.length / 2)] ?? 0) + 1;
    const type = (client: TimedClient) => (round: number): Promise<number> => client.type(URI, middle, 8 + round, TYPED.charAt(round % TYPED.length));
    const edits = await interleaved(KEYSTROKES, { product: type(ours), echo: type(theirs) });
    const p95 = percentile(edits.product, 0.95);
    return [
      compared('Start to the answer to `initialize`', starts.product, 'echo server', starts.echo, 1.2),
      compared(`Hover, ${LINES.toLocaleString('en')} lines`, hovers.product, 'echo server', hovers.echo, 1.3),
      compared(`Completion, ${LINES.toLocaleString('en')} lines`, completions.product, 'echo server', completions.echo, 1.3),
      compared(`Keystroke to findings, ${LINES.toLocaleString('en')} lines`, edits.product, 'echo server', edits.echo, 4),
      { what: 'the same, 95th percentile', product: milliseconds(p95), peer: `echo server ${milliseconds(percentile(edits.echo, 0.95))}`, bound: `≤ ${FRAME} ms`, holds: p95 <= FRAME },
    ];
  } finally {
    await ours.stop();
    await theirs.stop();
  }
}
