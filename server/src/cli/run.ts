import { isUsageError, parseArguments, unknown, UsageError, type Arguments, type CommandSpec } from './args';
import { checkSpec } from './checkSpec';
import { explain, explainSpec } from './explain';
import { commandHelp, PROGRAM, programHelp } from './help';
import type { Io } from './io';
import { logsSpec } from './logsSpec';
import { query, querySpec } from './query';

interface Command {
  readonly spec: CommandSpec;
  run(args: Arguments, io: Io, version: () => string): Promise<number>;
}

const COMMANDS: readonly Command[] = [
  // The bundler leaves this import alone, and that of the logs.
  { spec: checkSpec, run: async (args, io, version) => (await import('./check')).check(args, io, version) },
  { spec: explainSpec, run: explain },
  { spec: logsSpec, run: async (args, io) => (await import('./logs')).logs(args, io) },
  { spec: querySpec, run: query },
];

/** Runs the command line and says its exit code. `version`: asked for only when it is printed. */
export async function run(given: readonly string[], io: Io, version: () => string): Promise<number> {
  const [name, ...rest] = given;
  const specs = COMMANDS.map(({ spec }) => spec);
  try {
    if (name === '--version' || name === '-v') {
      io.out(`${version()}\n`);
      return 0;
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      const about = specs.find((spec) => spec.name === rest[0]);
      io.out(about ? commandHelp(about) : programHelp(specs));
      return 0;
    }
    if (name === undefined) throw new UsageError(`What shall be done? \`${PROGRAM} --help\` lists the commands.`);
    const command = COMMANDS.find(({ spec }) => spec.name === name);
    if (!command) throw new UsageError(unknown(name.startsWith('-') ? 'option' : 'command', name, specs.map((spec) => spec.name), `${PROGRAM} --help`));
    const operandsFrom = rest.indexOf('--');
    if ((operandsFrom < 0 ? rest : rest.slice(0, operandsFrom)).some((word) => word === '--help' || word === '-h')) {
      io.out(commandHelp(command.spec));
      return 0;
    }
    return await command.run(parseArguments(rest, command.spec), io, version);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    io.complain(error.message);
    return 2;
  }
}
