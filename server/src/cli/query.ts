import { ERROR_NAMES } from '../core/catalog';
import { fieldsOf, isFieldName, QUERY_ENGINES, wantedOf } from '../core/logs/queries';
import { unknown, UsageError, type Arguments, type CommandSpec } from './args';
import type { Io } from './io';

export const querySpec: CommandSpec = {
  name: 'query',
  summary: 'the query that finds an error in a log engine',
  usage: 'query NAME|STATUS [options]',
  details: [
    'Prints the query that finds the records of an error (already_exists), or those with a status (409, 5xx), where logs of many machines are kept: one for each engine, or only that of --engine.',
    `Engines: ${QUERY_ENGINES.map(({ id, title }) => `${id} (${title})`).join(', ')}.`,
  ],
  options: {
    engine: { value: 'ENGINE', choices: QUERY_ENGINES.map(({ id }) => id), help: 'print only the query of this engine' },
    field: { value: 'KEY=NAME', many: true, help: 'what the fields error and status are called in your logs, as in error=log.error; can be given more than once' },
  },
};

/** Runs `query`; its exit code is 0. */
export function query({ operands, values, lists }: Arguments, io: Io): Promise<number> {
  const [subject, ...more] = operands;
  if (subject === undefined || more.length > 0) throw new UsageError('`query` takes one name or one status.');
  const wanted = wantedOf(subject);
  if (!wanted) throw new UsageError(unknown('error', subject, ERROR_NAMES, 'plusauth-errors query --help'));
  const given: Record<string, string> = {};
  for (const pair of lists['field'] ?? []) {
    const [, key, name = ''] = /^(error|status)=(.*)$/s.exec(pair) ?? [];
    if (key === undefined || !isFieldName(name)) throw new UsageError(`--field is error=NAME or status=NAME, not ${JSON.stringify(pair)}. A name has letters, digits, _ @ $ - and dots between its parts.`);
    given[key] = name;
  }
  const fields = fieldsOf(given);
  const engines = QUERY_ENGINES.filter(({ id }) => values['engine'] === undefined || id === values['engine']);
  const texts = engines.map((engine) => (values['engine'] === undefined ? `# ${engine.title}\n${engine.query(wanted, fields)}\n` : `${engine.query(wanted, fields)}\n`));
  io.out(texts.join('\n'));
  return Promise.resolve(0);
}
