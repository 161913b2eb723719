import { Place } from '../../edits/place';
import type { Language } from './language';
import { someChild, sourceIn, type Code } from '../../model/code';
import type { Origin } from '../../model/handler';
import type { Span } from '../../model/span';
import { unitsAt, type AnalysedUnit, type Analysis, type Analyzer } from '../../recognise/analysis';
import { Conditions } from '../../recognise/condition';
import type { Environment } from '../../recognise/environment';
import { Origins, type Calls } from '../../recognise/origin';
import { Scope } from '../../recognise/scope';
import { Resolver, type Subject } from '../../recognise/subject';
import { NO_FACTS, originOf, recogniseUnit, type Look, type UnitFacts } from '../../recognise/unit';
import type { Mended } from './mend';

/** A value that code compares, and where it comes from. */
export interface Value {
  readonly subject: Subject;
  readonly origin: Origin;
  readonly calls: Calls;
}

/** What is known of the names in a piece of code. */
interface Reading {
  readonly environment: Environment;
  readonly resolver: Resolver;
  readonly conditions: Conditions;
  readonly origins: Origins;
}

/** Kept from one keystroke in a list to the next. */
const readings = new WeakMap<Code, Reading>();

function readingOf(code: Code, text: string, environment: Environment, language: Language): Reading {
  const known = readings.get(code);
  if (known?.environment === environment) return known;
  const source = sourceIn(text);
  const resolver = new Resolver(new Scope(code), environment, language.idioms, source);
  const reading = { environment, resolver, conditions: new Conditions(resolver), origins: new Origins(environment, source) };
  readings.set(code, reading);
  return reading;
}

/** A piece of code with the cursor in it, ready to be asked. Offsets count from the start of the piece. */
export class View {
  private made: Place | undefined;
  readonly environment: Environment;
  /** From the piece itself down to the innermost code at the cursor. */
  readonly path: readonly Code[];
  private found: UnitFacts | undefined;
  private looked: readonly Look[] | undefined;

  private constructor(
    readonly code: Code,
    readonly text: string,
    readonly at: number,
    /** What the user is typing, in the document. */
    readonly typed: Span,
    readonly analysis: Analysis,
    readonly language: Language,
    readonly unit: AnalysedUnit | undefined,
    /** The missing value at the cursor was put there to make the code whole. */
    readonly invented: boolean,
    /** How much stands at the cursor only for the parser's sake. */
    private readonly filled = 0,
  ) {
    this.environment = analysis.environment;
    this.path = pathTo(code, at);
    if (unit && unit.facts !== NO_FACTS) this.found = unit.facts;
  }

  /** The piece of the document at the cursor as it is; undefined where there is none. */
  static of(analysis: Analysis, analyzer: Analyzer, offset: number): View | undefined {
    const touching = unitsAt(analysis, offset);
    const unit = touching.find((u) => u.start < offset && offset < u.end) ?? touching[0];
    const code = unit && analyzer.codeOf(unit);
    return code && new View(code, unit.text, offset - unit.start, { start: offset, end: offset }, analysis, unit.language, unit, false);
  }

  static ofMended(mended: Mended, analysis: Analysis, analyzer: Analyzer, language: Language): View {
    return new View(analyzer.read(mended.text, mended.typed.start), mended.text, mended.at, mended.typed, analysis, language, undefined, mended.invented, mended.filled);
  }

  /** Where what is inserted stands; made when asked for, as a name between quotes looks the same everywhere. */
  get place(): Place {
    return (this.made ??= this.makePlace());
  }

  private makePlace(): Place {
    const { unit, analysis, language, text, at } = this;
    const around = this.path.findLast((c) => c.kind === 'function');
    const known = { results: around?.kind === 'function' ? around.results : undefined, document: analysis.text };
    return (unit ? new Place(analysis.text, unit.start, unit.text.length, language, at) : new Place(text, 0, text.length, language, at)).within(known);
  }

  /** Where the text goes on behind what stands at the cursor only for the parser's sake. */
  get behindFiller(): number {
    return this.at + this.filled;
  }

  isFiller(code: Span): boolean {
    return this.filled > 0 && code.start === this.at && code.end <= this.behindFiller;
  }

  /** The cursor is between the quotes of a text constant that is closed. */
  get isInText(): boolean {
    const literal = this.path.at(-1);
    return literal?.kind === 'string' && literal.content.start <= this.at && this.at <= literal.content.end && literal.content.end < literal.end;
  }

  /** Made when asked for: most of what is asked at a literal is known of the piece already. */
  private get reading(): Reading {
    return readingOf(this.code, this.text, this.environment, this.language);
  }
  get resolver(): Resolver {
    return this.reading.resolver;
  }
  get conditions(): Conditions {
    return this.reading.conditions;
  }
  get origins(): Origins {
    return this.reading.origins;
  }

  get facts(): UnitFacts {
    return (this.found ??= recogniseUnit(this.code, this.text, this.environment, this.language.idioms));
  }

  /** Looks at error values whose constants stand in this piece. */
  get looks(): readonly Look[] {
    return (this.looked ??= this.collectLooks());
  }

  private collectLooks(): readonly Look[] {
    const { unit } = this;
    const own = this.facts.looks.filter((l) => l.unit === undefined);
    // Only what a table or list declares here can be looked at from elsewhere.
    const declares = unit !== undefined && declaresIn(this.environment).has(unit.id);
    return declares ? [...own, ...this.analysis.telling.flatMap((u) => u.facts.looks.filter((l) => l.unit === unit.id))] : own;
  }

  source(s: Span): string {
    return sourceIn(this.text)(s);
  }

  value(compared: Code): Value | undefined {
    const subject = this.resolver.subject(compared);
    if (!subject) return undefined;
    const region = this.resolver.scope.functionAt(compared.start) ?? this.code;
    const atom = { span: compared, operand: compared, compared, kind: 'name', negated: false, onName: true } as const;
    const calls: Calls = [];
    return { subject, calls, origin: originOf({ subject, region, atoms: [atom] }, this.resolver, this.origins, calls) };
  }

  /** A span of the piece, in the document; only for pieces that are as they are in the document. */
  inDocument(s: Span): Span {
    const base = this.unit?.start ?? 0;
    return { start: base + s.start, end: base + s.end };
  }
}

const declaring = new WeakMap<Environment, ReadonlySet<number | undefined>>();

/** The pieces whose tables or lists other pieces can look at. */
function declaresIn(environment: Environment): ReadonlySet<number | undefined> {
  let units = declaring.get(environment);
  if (!units) declaring.set(environment, (units = new Set([...environment.declared.values()].map((d) => d.unit))));
  return units;
}

/** Code that holds the offset, outermost first; of two that meet there, the one that starts or ends with more of it. */
function pathTo(root: Code, at: number): Code[] {
  const path: Code[] = [];
  for (let code: Code | undefined = root; code; code = inner(code, at)) path.push(code);
  return path;
}

function inner(code: Code, at: number): Code | undefined {
  let around: Code | undefined;
  let literal: Code | undefined;
  let last: Code | undefined;
  someChild(code, (child) => {
    if (child.start > at || at > child.end) return false;
    last = child;
    if (child.kind === 'string' || child.kind === 'number') literal ??= child;
    if (child.start === at || at === child.end) return false;
    around = child;
    return true;
  });
  return around ?? literal ?? last;
}
