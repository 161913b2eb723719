import type { Readable } from 'node:stream';

/** What a command needs of the process it runs in. */
export interface Io {
  out(text: string): void;
  /** A message for the person: on standard error, with the program's name before it. */
  complain(message: string): void;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
  /** Standard input as it comes. */
  stdin(): Readable & { readonly isTTY?: boolean };
  /** Resolves when the person or the system wants the program to end. */
  stopped(): Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: { readonly colours: boolean; readonly columns: number | undefined };
}

/** Whether standard output gets colours: only a terminal, unless NO_COLOR or FORCE_COLOR say otherwise. */
export function wantsColours(isTerminal: boolean, env: Io['env']): boolean {
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '') return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  if (env['NO_COLOR']) return false;
  return isTerminal && env['TERM'] !== 'dumb';
}

/** The language of the texts: what was asked for, else what the environment says. */
export function localeOf(asked: string | undefined, env: Io['env']): 'en' | 'tr' {
  const said = asked ?? [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value);
  return /^tr\b|^tr_/i.test(said ?? '') ? 'tr' : 'en';
}
