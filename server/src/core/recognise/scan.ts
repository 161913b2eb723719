import { ERROR_NAMES, nearestName } from '../catalog';
import { findEvidence } from '../context/evidence';

// Every spelling of a name in one pass: snake_case, kebab-case, camelCase, CONSTANT_CASE.
export const NAMES = new RegExp(ERROR_NAMES.map((name) => name.replaceAll('_', '[_-]?')).join('|'), 'i');
const STATUS = /(?<![\w.])[45](?:\d\d|xx)(?!\w)|[Ss]tatus|STATUS|\b(?:HTTP|SC)_[A-Z]/;
/** Quoted words that can be a name or nearly one; bounded, for it runs over whole files. */
export const QUOTED = /(['"`])([A-Za-z][A-Za-z_-]{6,34})\1/g;
/** What every silencing comment begins with. */
const SILENCE = 'plusauth-errors-ignore';
const CATCH = /catch|except|rescue|\btry\b|\bErr\(/;

/** Whether a text can hold anything to say something about: the test that keeps all other files free of work. */
export const isCandidate = (text: string): boolean => findEvidence(text) !== undefined || NAMES.test(text);

export const holdsName = (text: string): boolean => NAMES.test(text);

/** What a piece of code must be looked at for. */
export interface Traces {
  readonly name: boolean;
  readonly evidence: boolean;
  readonly status: boolean;
  readonly nearMiss: boolean;
  readonly catches: boolean;
  /** It may hold a comment that silences findings. */
  readonly silences: boolean;
}

export function scan(text: string): Traces {
  let nearMiss = false;
  for (const match of text.matchAll(QUOTED)) {
    if (nearestName(match[2] ?? '') !== undefined) {
      nearMiss = true;
      break;
    }
  }
  return { name: NAMES.test(text), evidence: findEvidence(text) !== undefined, status: STATUS.test(text), nearMiss, catches: CATCH.test(text), silences: text.includes(SILENCE) };
}
