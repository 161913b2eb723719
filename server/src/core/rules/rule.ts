import type { Handler, Origin } from '../model/handler';
import type { Fix, FindingCode, RelatedLocation, Severity } from '../model/finding';
import type { Span } from '../model/span';
import type { Settings } from '../model/settings';
import { entryOf, KNOWN_OTHER_NAMES } from '../catalog';
import type { Environment } from '../recognise/environment';
import { namesOf } from '../recognise/names';
import type { Look, UnitFacts } from '../recognise/unit';
import type { Texts } from '../texts';
import type { Place } from '../edits/place';

/** What a rule finds; spans count from the start of the piece of code, or of `unit` where that is another one. */
export interface RuleFinding {
  readonly span: Span;
  readonly message: string;
  /** Another piece of code that the finding belongs to: the table whose look-up was checked. */
  readonly unit?: number;
  readonly unnecessary?: boolean;
  readonly missing?: readonly string[];
  readonly related?: readonly RelatedLocation[];
  fixes(places: Places): readonly Fix[];
}

/** Where edits are made: in the piece of code that was checked, or in another one. */
export interface Places {
  readonly own: Place;
  of(unit: number): Place | undefined;
}

/** What a rule may look at: one piece of code, in the language-neutral model. */
export interface RuleContext {
  readonly facts: UnitFacts;
  readonly environment: Environment;
  readonly settings: Settings;
  readonly texts: Texts;
  readonly source: (span: Span) => string;
}

/** One check with its fixes; its documentation is `docs/rules/<code>.md`. */
export interface Rule {
  readonly code: FindingCode;
  readonly severity: Severity;
  check(context: RuleContext): Iterable<RuleFinding>;
}

/** Whether findings may be made of a value with this origin that is compared with these names. */
export function concerns(origin: Origin, named: number, ownNames: number, otherNames: number, environment: Environment): boolean {
  if (origin === 'foreign' || (otherNames > 0 && otherNames >= named)) return false;
  return origin === 'plusauth' || environment.fileSpeaks || ownNames >= 2;
}

/** Whether a handler is about PlusAuth's errors, as far as it and its file show. */
export function handlerConcerns(handler: Handler, environment: Environment): boolean {
  const atoms = handler.branches.flatMap((b) => b.atoms);
  const others = new Set(atoms.flatMap((a) => (a.other !== undefined && KNOWN_OTHER_NAMES.has(a.other) ? [a.other] : []))).size;
  const compared = new Set(atoms.flatMap((a) => a.name ?? []));
  // The names of a table that stands elsewhere are known by what it handles.
  const names = compared.size > 0 ? [...compared] : handler.hasNames ? namesOf(handler.handled) : [];
  if (names.length > 0) return concerns(handler.origin, names.length, names.filter((n) => entryOf(n)?.shared === false).length, others, environment);
  // Statuses alone say little: the value must be PlusAuth's, or at least nobody else's in a file that speaks of it.
  return handler.handled !== 0 && others === 0 && concerns(handler.origin, 1, 0, 0, environment);
}

/** Whether it can be said of a handler what it misses: it is about PlusAuth's errors, and what it covers is known. */
export const canJudge = (handler: Handler, environment: Environment): boolean => !handler.silent && handlerConcerns(handler, environment);

/** Whether a look at a value is one at a PlusAuth error: known names of other services beside it speak against it. */
export const lookConcerns = ({ origin, named, ownNames, others }: Pick<Look, 'origin' | 'named' | 'ownNames' | 'others'>, environment: Environment): boolean =>
  concerns(origin, named, ownNames, others.filter((o) => KNOWN_OTHER_NAMES.has(o)).length, environment);
