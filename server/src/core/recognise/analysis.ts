import type { Evidence } from '../context/evidence';
import type { Language } from '../languages';
import type { Code } from '../model/code';
import type { Unit } from '../syntax/pieces';
import { declarationsOf, environmentOf, fingerprint, NO_DECLARATIONS, type Declarations } from './declarations';
import type { Environment } from './environment';
import type { Layer, Layers } from './layers';
import { scan, type Traces } from './scan';
import { NO_FACTS, recogniseUnit, type UnitFacts } from './unit';

/** A unit with all that is known of it. What it holds counts from its own start, which moves with the text around it. */
export interface AnalysedUnit {
  readonly id: number;
  /** Where it stands in the document as it is now. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What it is written in: one of the document's languages. */
  readonly language: Language;
  readonly facts: UnitFacts;
  readonly code: Code | undefined;
}

export interface Analysis {
  /** The whole text; it can cost a copy to make it. */
  readonly text: string;
  readonly units: readonly AnalysedUnit[];
  /** The units of each layer, in the order of the text. */
  readonly layers: readonly (readonly AnalysedUnit[])[];
  readonly environment: Environment;
  /** What names PlusAuth in the document itself. */
  readonly evidence: Evidence | undefined;
  /** It may hold comments that silence findings. */
  readonly silences: boolean;
}

class Kept implements AnalysedUnit {
  facts: UnitFacts = NO_FACTS;
  code: Code | undefined;
  declarations: Declarations = NO_DECLARATIONS;
  /** The environment that its facts hold in. */
  recognisedIn: Environment | undefined;

  constructor(
    readonly layer: Layer,
    readonly unit: Unit,
    readonly text: string,
    /** The text without what belongs to other units. */
    readonly searched: string,
    readonly traces: Traces,
  ) {}

  get id(): number {
    return this.unit.id;
  }
  get start(): number {
    return this.layer.base + this.unit.start;
  }
  get end(): number {
    return this.layer.base + this.unit.end;
  }
  get language(): Language {
    return this.layer.language;
  }
}

/** The units that an offset touches: of two that meet there, the one before it comes first. */
export function unitsAt({ layers }: Analysis, offset: number): AnalysedUnit[] {
  return layers.flatMap((units) => {
    let low = 0;
    let high = units.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((units[middle]?.end ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return units.slice(low, low + 2).filter((u) => u.start <= offset);
  });
}

/** A copy that does not keep the whole text alive, as a slice does: units outlive many versions of the document. */
const detached = (text: string): string => (text.length > 12 ? ` ${text}`.slice(1) : text);

/** Node types of declarations that can hold a constant, a table or a client. */
const DECLARATION = /^(?!.*(?:function|class|method|interface|alias)).*(?:declaration|definition|assignment|property|program|group)/;
const MAX_DECLARATION = 4000;
const IMPORT = /import|require|use/;

/** Analyses one text again and again; what an edit did not touch is kept. */
export class Analyzer {
  private environment: { readonly declarations: readonly Declarations[]; readonly key: string; readonly value: Environment } | undefined;

  constructor(private readonly layers: Layers) {}

  /** Analyses the text that the layers hold. `evidence` is what names PlusAuth in it; `speaks` says that the project or the user vouches for PlusAuth whatever the text says. */
  analyse(speaks: boolean, evidence: Evidence | undefined): Analysis {
    const units: Kept[] = [];
    const layers: Kept[][] = [];
    const declarations: Declarations[] = [];
    let silences = false;
    for (const layer of this.layers.all()) {
      const own: Kept[] = [];
      layers.push(own);
      for (const unit of layer.units()) {
        const kept = this.keep(layer, unit);
        units.push(kept);
        own.push(kept);
        silences ||= kept.traces.silences;
        if (kept.declarations !== NO_DECLARATIONS) declarations.push(kept.declarations);
      }
    }
    const environment = this.environmentFor(declarations, speaks || evidence !== undefined);
    for (const kept of units) {
      if (kept.recognisedIn === environment) continue;
      kept.facts = this.recognise(kept, environment);
      kept.recognisedIn = environment;
    }
    const { text } = this.layers;
    return { get text() { return text.toString(); }, units, layers, environment, evidence, silences };
  }

  /** The lowered code of a unit that was not worth analysing, for a feature that asks at a place in it. */
  codeOf(unit: AnalysedUnit): Code | undefined {
    return unit instanceof Kept ? lower(unit) : undefined;
  }

  /** The language of the code around an offset, and where that code starts and ends; undefined in markup. */
  codeAt(offset: number): { readonly language: Language; readonly start: number; readonly end: number } | undefined {
    const layer = this.layers.at(offset);
    return layer && { language: layer.language, start: layer.base, end: layer.end };
  }

  /** The code of a text of its own: a piece of the document, at `offset` if its scripts differ, with what is half typed in it made whole. */
  read(text: string, offset?: number): Code {
    return this.layers.at(offset)?.read(text) ?? { kind: 'other', start: 0, end: text.length, children: [] };
  }

  private keep(layer: Layer, unit: Unit): Kept {
    if (unit.kept instanceof Kept) return unit.kept;
    const own = detached(layer.textOf(unit));
    const searched = layer.searched(unit, own);
    const kept = new Kept(layer, unit, own, searched, scan(searched));
    unit.kept = kept;
    if (layer.declares && (kept.traces.name || kept.traces.evidence || kept.traces.status || IMPORT.test(unit.type) || (own.length < MAX_DECLARATION && DECLARATION.test(unit.type)) || /\brequire\s*\(|:\/\//.test(own.slice(0, MAX_DECLARATION)))) {
      kept.declarations = declarationsOf(lower(kept), unit.id, (code) => own.slice(code.start, code.end), layer.language.idioms);
    }
    return kept;
  }

  private recognise(kept: Kept, environment: Environment): UnitFacts {
    const { name, nearMiss, status, catches } = kept.traces;
    const wanted = name || nearMiss || (environment.fileSpeaks && (status || catches)) || this.usesDeclared(kept.searched, environment);
    return wanted ? recogniseUnit(lower(kept), kept.text, environment, kept.layer.language.idioms) : NO_FACTS;
  }

  /** The same environment as long as nothing in it changes: units are recognised anew only when it does. */
  private environmentFor(declarations: readonly Declarations[], fileSpeaks: boolean): Environment {
    const known = this.environment;
    if (known?.value.fileSpeaks === fileSpeaks && known.declarations.length === declarations.length && known.declarations.every((d, i) => d === declarations[i] || (d.key !== undefined && d.key === declarations[i]?.key))) return known.value;
    const value = environmentOf(declarations, fileSpeaks);
    const key = fingerprint(value);
    this.environment = { declarations, key, value: known?.key === key ? known.value : value };
    return this.environment.value;
  }

  private usesDeclared(text: string, environment: Environment): boolean {
    for (const name of environment.declared.keys()) if (text.includes(name)) return true;
    for (const name of environment.constants.keys()) if (text.includes(name.split('.')[0] ?? name)) return true;
    return false;
  }
}

const lower = (kept: Kept): Code => (kept.code ??= kept.layer.lower(kept.unit, kept.text));
