import { FINDING_CODES, SEVERITIES, type FindingCode, type Severity } from '../model/finding';
import { DEFAULT_SETTINGS, type ContextMode, type Locale, type Settings } from '../model/settings';

export const CONTEXT_MODES: readonly ContextMode[] = ['auto', 'always', 'never'];
export const LEVELS = [...SEVERITIES, 'off'] as const;
const LANGUAGES = ['auto', 'en', 'tr'] as const;

/** Key of a rule's severity setting: `unhandled-error` → `unhandledError`. */
export const severityKey = (code: FindingCode): string => code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The language of the texts for an editor's locale such as `tr` or `tr-TR`. */
export const localeOf = (tag: string | undefined): Locale => (/^tr\b/i.test(tag ?? '') ? 'tr' : 'en');

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a person wrote, as far as it can be understood; only what is there is set. `complain` is told of the rest: the setting, what it is and what it can be. */
export function readSettings(raw: unknown, complain: (setting: string, value: unknown, allowed: readonly unknown[]) => void): Partial<Settings> {
  const section = isRecord(raw) ? raw : {};
  const oneOf = <T>(name: string, value: unknown, allowed: readonly T[]): T | undefined => {
    if (value === undefined || value === null) return undefined;
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) complain(name, value, allowed);
    return found;
  };
  const levels = isRecord(section['severity']) ? section['severity'] : {};
  const severity: Partial<Record<FindingCode, Severity | 'off'>> = {};
  for (const code of FINDING_CODES) {
    const key = severityKey(code);
    const level = oneOf(`severity.${key}`, levels[key] ?? levels[code], LEVELS);
    if (level !== undefined) severity[code] = level;
  }
  const context = oneOf('context', section['context'], CONTEXT_MODES);
  const strict = oneOf('strict', section['strict'], [true, false]);
  const language = oneOf('language', section['language'], LANGUAGES);
  return {
    ...(context !== undefined && { context }),
    ...(strict !== undefined && { strict }),
    ...(language !== undefined && language !== 'auto' && { locale: language }),
    ...(Object.keys(severity).length > 0 && { severity }),
  };
}

/** Settings in which those of `over` take precedence; severities rule by rule. */
export const overlay = (settings: Settings, over: Partial<Settings>): Settings => ({ ...settings, ...over, severity: { ...settings.severity, ...over.severity } });

/** The defaults, in a language. */
export const defaultsIn = (locale: Locale): Settings => ({ ...DEFAULT_SETTINGS, locale });
