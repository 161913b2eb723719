import type { Handler, Origin } from '../model/handler';
import type { Fix, FindingCode, RelatedLocation, Severity } from '../model/finding';
import type { Span } from '../model/span';
import type { Settings } from '../model/settings';
import type { Environment } from '../recognise/environment';
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

export const handlerConcerns = (handler: Handler, names: number, ownNames: number, environment: Environment): boolean =>
  concerns(handler.origin, names, ownNames, handler.otherNames, environment);

/** A look of its own: known names of other vendors beside it speak against it as they do in a handler. */
export const lookConcerns = (look: Look, environment: Environment, known: (name: string) => boolean): boolean =>
  concerns(look.origin, look.named, look.ownNames, look.others.filter(known).length, environment);
