import type { Settings } from '../model/settings';
import { FINDING_CODES } from '../model/finding';
import { nameOf, Nearest, type Files } from './nearest';
import { isRecord, readSettings, severityKey } from './settings';

/** The file that a team commits, so that editors and the command line judge alike. */
export const CONFIGURATION_FILE = 'plusauth-errors.json';
const KEYS = ['$schema', 'context', 'strict', 'language', 'severity'];

export interface Configuration {
  readonly uri: string;
  readonly settings: Partial<Settings>;
  /** What is wrong with the file, one sentence each; the rest of it holds. */
  readonly problems: readonly string[];
}

/** Finds the configuration file that holds for a document: the nearest one in its folder or above. */
export class Configurations {
  private readonly nearest = new Nearest((folder) => this.read(`${folder}/${CONFIGURATION_FILE}`));

  constructor(private readonly files: Pick<Files, 'readFile'>) {}

  of(uri: string): Promise<Configuration | undefined> {
    return this.nearest.of(uri);
  }

  /** Forgets what was read where a configuration file changed; says whether it did. */
  didChange(uri: string): boolean {
    if (nameOf(uri) !== CONFIGURATION_FILE) return false;
    this.nearest.forget();
    return true;
  }

  private async read(uri: string): Promise<Configuration | undefined> {
    const text = await this.files.readFile(uri);
    return text === undefined ? undefined : { uri, ...parseConfiguration(text) };
  }
}

export function parseConfiguration(text: string): Omit<Configuration, 'uri'> {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { settings: {}, problems: [`It is not valid JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  if (!isRecord(raw)) return { settings: {}, problems: ['It must hold one object, such as { "strict": true }.'] };
  const problems = unknownKeys(raw, KEYS, '');
  const { severity } = raw;
  if (isRecord(severity)) problems.push(...unknownKeys(severity, FINDING_CODES.flatMap((code) => [severityKey(code), code]), 'severity.'));
  else if (severity !== undefined) problems.push('"severity" must be an object, such as { "unhandledError": "error" }.');
  const settings = readSettings(raw, (name, value, allowed) => problems.push(`"${name}" is ${JSON.stringify(value)}; it can be ${allowed.map((each) => JSON.stringify(each)).join(', ')}.`));
  return { settings, problems };
}

const unknownKeys = (raw: Readonly<Record<string, unknown>>, known: readonly string[], prefix: string): string[] =>
  Object.keys(raw).flatMap((key) => (known.includes(key) ? [] : [`There is no setting "${prefix}${key}"; there are ${known.join(', ')}.`]));
