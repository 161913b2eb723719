import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Configurations } from '../core/context/configuration';
import { CONTEXT_MODES, defaultsIn, LEVELS, overlay } from '../core/context/settings';
import { FINDING_CODES, type FindingCode, type Severity } from '../core/model/finding';
import type { Settings } from '../core/model/settings';
import { unknown, UsageError, type Arguments } from './args';
import { localeOf, type Io } from './io';

/** Settings of each file: what the command line says goes before the configuration file, and that before the defaults. */
export class CheckSettings {
  private readonly configurations: Configurations;
  private readonly said: Partial<Settings>;
  private readonly base: Settings;

  constructor(
    { values, lists, switches }: Arguments,
    io: Io,
    readFile: (uri: string) => Promise<string | undefined>,
  ) {
    this.configurations = new Configurations({ readFile });
    this.base = defaultsIn(localeOf(undefined, io.env));
    const context = CONTEXT_MODES.find((mode) => mode === values['context']);
    const severity = severities(lists['rule'] ?? []);
    this.said = {
      ...(context && { context }),
      ...(switches.has('strict') && { strict: true }),
      ...(values['lang'] !== undefined && { locale: localeOf(values['lang'], io.env) }),
      ...(Object.keys(severity).length > 0 && { severity }),
    };
  }

  /**
   * The settings of a file that need not exist.
   * @throws UsageError when its configuration file is wrong: a check that only seems to follow it protects nobody
   */
  async of(path: string): Promise<Settings> {
    const found = await this.configurations.of(pathToFileURL(resolve(path)).href);
    if (found && found.problems.length > 0) throw new UsageError(`${relative('', fileURLToPath(found.uri))}: ${found.problems.join(' ')}`);
    return overlay(overlay(this.base, found?.settings ?? {}), this.said);
  }

  /** Whether any of the paths, files or folders, is in a folder where every file counts. */
  async speaksAlways(paths: readonly string[]): Promise<boolean> {
    // What is asked for is a name below the path: for a file, the search goes on above it.
    for (const path of paths) if ((await this.of(resolve(path, 'any'))).context === 'always') return true;
    return false;
  }
}

/** @throws UsageError for a rule or a severity that does not exist */
function severities(given: readonly string[]): Partial<Record<FindingCode, Severity | 'off'>> {
  const found: Partial<Record<FindingCode, Severity | 'off'>> = {};
  for (const each of given) {
    const [name = '', level] = each.split('=', 2);
    const code = FINDING_CODES.find((known) => known === name);
    if (!code) throw new UsageError(unknown('rule', name, FINDING_CODES, 'plusauth-errors check --help'));
    const severity = LEVELS.find((known) => known === level);
    if (!severity) throw new UsageError(`--rule ${name} needs a severity: ${name}=${LEVELS.join('|')}.`);
    found[code] = severity;
  }
  return found;
}
