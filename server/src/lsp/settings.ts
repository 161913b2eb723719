import { FINDING_CODES, SEVERITIES, type FindingCode, type Severity } from '../core/model/finding';
import { DEFAULT_SETTINGS, type ContextMode, type Locale, type Settings } from '../core/model/settings';
import { SECTION } from '../protocol';
import type { Log } from './guards';

const CONTEXT_MODES: readonly ContextMode[] = ['auto', 'always', 'never'];
const LANGUAGES = ['auto', 'en', 'tr'] as const;
const LEVELS = [...SEVERITIES, 'off'] as const;

/** Key of a rule's severity setting: `unhandled-error` → `unhandledError`. */
export const severityKey = (code: FindingCode): string => code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The language of the texts for an editor's locale such as `tr` or `tr-TR`. */
export const localeOf = (tag: string | undefined): Locale => (/^tr\b/i.test(tag ?? '') ? 'tr' : 'en');

/** Settings from whatever the client sent. What cannot be understood is reported through `complain` and replaced by its default. */
export function parseSettings(raw: unknown, editor: Locale, complain: (message: string) => void): Settings {
  const section = isRecord(raw) ? raw : {};
  const oneOf = <T extends string>(name: string, value: unknown, allowed: readonly T[]): T | undefined => {
    if (value === undefined || value === null) return undefined;
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) complain(`Setting ${SECTION}.${name} is ${JSON.stringify(value)}; it can be ${allowed.join(', ')}. Its default is used.`);
    return found;
  };
  const levels = isRecord(section['severity']) ? section['severity'] : {};
  const severity: Partial<Record<FindingCode, Severity | 'off'>> = {};
  for (const code of FINDING_CODES) {
    const key = severityKey(code);
    const level = oneOf(`severity.${key}`, levels[key] ?? levels[code], LEVELS);
    if (level !== undefined) severity[code] = level;
  }
  const language = oneOf('language', section['language'], LANGUAGES) ?? 'auto';
  const strict = section['strict'];
  if (strict !== undefined && strict !== null && typeof strict !== 'boolean') {
    complain(`Setting ${SECTION}.strict is ${JSON.stringify(strict)}; it can be true or false. Its default is used.`);
  }
  return {
    context: oneOf('context', section['context'], CONTEXT_MODES) ?? DEFAULT_SETTINGS.context,
    severity,
    strict: typeof strict === 'boolean' ? strict : DEFAULT_SETTINGS.strict,
    locale: language === 'auto' ? editor : language,
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Settings per document, asked for once and kept until the client says that they changed. */
export class SettingsStore {
  private readonly cache = new Map<string, Promise<Settings>>();
  private readonly complaints = new Set<string>();
  private global: Settings;

  /**
   * @param request asks the client for the section as it applies to a document; undefined when the client cannot answer
   * @param fallback the section for such a client
   */
  constructor(
    private readonly request: ((uri: string) => Promise<unknown>) | undefined,
    fallback: unknown,
    private readonly editor: Locale,
    private readonly log: Log,
  ) {
    this.global = this.parse(fallback);
  }

  /** The settings of a document, or those that hold where there is none. */
  get(uri: string | undefined): Promise<Settings> {
    if (this.request === undefined || uri === undefined) return Promise.resolve(this.global);
    let settings = this.cache.get(uri);
    if (settings === undefined) {
      const asked = this.request(uri).then(
        (raw) => this.parse(raw),
        (error: unknown) => {
          if (this.cache.get(uri) === asked) this.cache.delete(uri);
          this.log(`The client did not answer for the settings of ${uri} (${String(error)}); the defaults are used.`);
          return this.global;
        },
      );
      this.cache.set(uri, (settings = asked));
    }
    return settings;
  }

  forget(uri: string): void {
    this.cache.delete(uri);
  }

  /** Something changed: ask again, or take what a client without `workspace/configuration` sent along. */
  didChange(sent: unknown): void {
    this.cache.clear();
    this.complaints.clear();
    if (isRecord(sent) && isRecord(sent[SECTION])) this.global = this.parse(sent[SECTION]);
  }

  private parse(raw: unknown): Settings {
    return parseSettings(raw, this.editor, (message) => {
      if (this.complaints.has(message)) return;
      this.complaints.add(message);
      this.log(message);
    });
  }
}
