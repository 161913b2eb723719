import type { CommandSpec, OptionSpec } from './args';

export const PROGRAM = 'plusauth-errors';

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

const optionRow = ([name, option]: [string, OptionSpec]): [string, string] => [
  `--${name}${option.value === undefined ? '' : ` ${option.choices ? option.choices.join('|') : option.value}`}`,
  option.help,
];

export function programHelp(commands: readonly CommandSpec[]): string {
  return [
    'Finds code that forgets or misspells errors of the PlusAuth REST API, explains them, and counts them in logs.',
    '',
    'Usage:',
    ...commands.map(({ usage }) => `  ${PROGRAM} ${usage}`),
    '',
    'Commands:',
    ...table(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...table([['--help', 'print this, or with a command the help of that command'], ['--version', 'print the version']]),
    '',
    'Exit codes: 0 done, 1 `check` has found something, 2 wrong usage or something that could not be read.',
    'Nothing leaves this machine.',
    '',
  ].join('\n');
}

export function commandHelp(spec: CommandSpec): string {
  return [
    `Usage: ${PROGRAM} ${spec.usage}`,
    '',
    ...spec.details.flatMap((paragraph) => [paragraph, '']),
    'Options:',
    ...table([...Object.entries(spec.options).map(optionRow), ['--help', 'print this']]),
    '',
  ].join('\n');
}
