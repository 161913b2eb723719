import type { Arguments, CommandSpec } from './args';
import { closest, UsageError } from './args';
import { decode } from './encoding';
import { localeOf, type Io } from './io';
import { loadEngine } from './loadEngine';
import { renderMarkdown } from '../text/markdown';

/** A response is small; what is longer is something else. */
const LONGEST_RESPONSE = 4 * 1024 * 1024;

export const explainSpec: CommandSpec = {
  name: 'explain',
  summary: 'explain an error, a status or a response',
  usage: 'explain NAME|STATUS|- [options]',
  details: ['Prints what is known about an error (already_exists), about the errors of a status (409), or about a response that comes from standard input (-): a JSON body, a header block or a line of a log.'],
  options: { lang: { value: 'LANGUAGE', choices: ['en', 'tr'], help: 'language of the texts; by LANG if not given' } },
};

export async function explain({ operands, values }: Arguments, io: Io): Promise<number> {
  const [subject, ...more] = operands;
  if (subject === undefined || more.length > 0) throw new UsageError('`explain` takes one name, one status or `-`.');
  const locale = localeOf(values['lang'], io.env);
  const response = subject === '-' ? await readResponse(io) : undefined;
  const service = await loadEngine(io);
  try {
    const markdown = response === undefined ? service.card(subject, locale) : service.explain(response, locale);
    if (markdown === undefined) {
      const items = service.lookUp(locale);
      const near = closest(subject.replaceAll('-', '_'), items.map(({ name }) => name));
      const known = near === undefined ? `The documented ones are ${items.map(({ name }) => name).join(', ')}.` : `Did you mean ${near}?`;
      throw new UsageError(`There is no documented error or status ${JSON.stringify(subject)}. ${known}`);
    }
    io.out(renderMarkdown(markdown, io.terminal));
    return 0;
  } finally {
    service.dispose();
  }
}

async function readResponse(io: Io): Promise<string> {
  const bytes = Buffer.from(await io.input());
  if (bytes.length > LONGEST_RESPONSE) throw new UsageError(`The response on standard input has ${bytes.length} bytes; at most ${LONGEST_RESPONSE} are read.`);
  const text = decode(bytes)?.text;
  if (text === undefined) throw new UsageError('What came on standard input is not text.');
  if (text.trim() === '') throw new UsageError('Nothing came on standard input. Pipe a response into `plusauth-errors explain -`.');
  return text;
}
