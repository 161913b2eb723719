import type { Evidence } from '../context/evidence';
import type { Language } from '../languages';
import type { Code } from '../model/code';
import { replaceItems } from '../model/list';
import type { Unit } from '../syntax/units';
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
  /** The same for all analyses of a document: what is found in one is remembered by it for the next. */
  readonly document: object;
  /** The whole text; it can cost a copy to make it. */
  readonly text: string;
  readonly units: readonly AnalysedUnit[];
  /** Those of them that show anything of errors. */
  readonly telling: readonly AnalysedUnit[];
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

/**
 * One thing that is asked of each unit at every keystroke; undefined for most. Most of a long text is never looked at in
 * between and has left the processor's caches: a keystroke touches the units that are new, and no others.
 */
class Row<T> {
  private readonly row: (T | undefined)[] = [];
  /** What is not undefined, in order. It is not changed in place. */
  some: readonly T[] = [];

  /** Has `fresh` in place of so many others. */
  replace(from: number, gone: number, fresh: readonly (T | undefined)[]): void {
    const lost = this.row.slice(from, from + gone).filter((value) => value !== undefined);
    replaceItems(this.row, from, gone, fresh);
    const won = fresh.filter((value) => value !== undefined);
    if (lost.length === 0 && won.length === 0) return;
    const at = lost[0] !== undefined ? this.some.indexOf(lost[0]) : this.row.slice(0, from).filter((value) => value !== undefined).length;
    this.some = this.some.slice(0, at).concat(won, this.some.slice(at + lost.length));
  }
}

/** The units of a layer, and what is asked of them. */
class Rows {
  /** Not changed in place: analyses have it. */
  kept: readonly Kept[] = [];
  readonly declarations = new Row<Declarations>();
  /** Units that show anything of errors. */
  readonly telling = new Row<Kept>();
  /** Those that may hold comments that silence findings. */
  readonly silent = new Row<Kept>();

  /** Has `fresh` in place of so many others; what they tell is not known yet. */
  replace(from: number, gone: number, fresh: readonly Kept[]): void {
    this.kept = this.kept.slice(0, from).concat(fresh, this.kept.slice(from + gone));
    this.declarations.replace(from, gone, fresh.map(({ declarations }) => (declarations === NO_DECLARATIONS ? undefined : declarations)));
    this.silent.replace(from, gone, fresh.map((kept) => (kept.traces.silences ? kept : undefined)));
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

/** Node types of declarations that can hold a constant, a table or a client. */
const DECLARATION = /^(?!.*(?:function|class|method|interface|alias)).*(?:declaration|definition|assignment|property|program|group)/;
const MAX_DECLARATION = 4000;
const IMPORT = /import|require|use/;

/** Analyses one text again and again; what an edit did not touch is kept. */
export class Analyzer {
  private environment: { readonly declarations: readonly Declarations[]; readonly key: string; readonly value: Environment } | undefined;
  /** What is known of the layers of the last text. */
  private rows = new Map<Layer, Rows>();

  constructor(private readonly layers: Layers) {}

  /** Analyses the text that the layers hold. `evidence` is what names PlusAuth in it; `speaks` says that the project or the user vouches for PlusAuth whatever the text says. */
  analyse(speaks: boolean, evidence: Evidence | undefined): Analysis {
    const last = this.environment?.value;
    const known = this.rows;
    this.rows = new Map();
    const moved: { readonly rows: Rows; readonly from: number; readonly until: number; readonly gone: number }[] = [];
    for (const layer of this.layers.all()) {
      const rows = known.get(layer) ?? new Rows();
      this.rows.set(layer, rows);
      const { all, from, until, gone } = layer.units();
      if (gone > 0 || until > from) rows.replace(from, gone, all.slice(from, until).map((unit) => this.keep(layer, unit)));
      moved.push({ rows, from, until, gone });
    }
    const rows = [...this.rows.values()];
    const environment = this.environmentFor(joined(rows.map(({ declarations }) => declarations.some)), speaks || evidence !== undefined);
    for (const { rows: { kept, telling }, ...fresh } of moved) {
      const { from, until, gone } = environment === last ? fresh : { from: 0, until: kept.length, gone: kept.length - (fresh.until - fresh.from) + fresh.gone };
      telling.replace(from, gone, kept.slice(from, until).map((unit) => (this.tells(unit, environment) ? unit : undefined)));
    }
    const { text } = this.layers;
    const layers = rows.map(({ kept }) => kept);
    return {
      document: this.layers,
      get text() { return text.toString(); },
      units: joined(layers),
      telling: joined(rows.map(({ telling }) => telling.some)),
      layers, environment, evidence,
      silences: rows.some(({ silent }) => silent.some.length > 0),
    };
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
    const own = layer.textOf(unit);
    const searched = layer.searched(unit, own);
    const kept = new Kept(layer, unit, own, searched, scan(searched));
    unit.kept = kept;
    if (layer.declares && (kept.traces.name || kept.traces.evidence || kept.traces.status || IMPORT.test(unit.type) || (own.length < MAX_DECLARATION && DECLARATION.test(unit.type)) || /\brequire\s*\(|:\/\//.test(own.slice(0, MAX_DECLARATION)))) {
      kept.declarations = declarationsOf(lower(kept), unit.id, (code) => own.slice(code.start, code.end), layer.language.idioms);
    }
    return kept;
  }

  /** Makes the facts of a unit those that hold in an environment; whether there are any. */
  private tells(unit: Kept, environment: Environment): boolean {
    if (unit.recognisedIn !== environment) unit.facts = this.factsOf(unit, environment);
    unit.recognisedIn = environment;
    return unit.facts !== NO_FACTS;
  }

  private factsOf(kept: Kept, environment: Environment): UnitFacts {
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

/** Some lists as one, which is the list itself where there is but one. */
const joined = <T>(lists: readonly (readonly T[])[]): readonly T[] => (lists.length === 1 && lists[0] ? lists[0] : ([] as T[]).concat(...lists));

const lower = (kept: Kept): Code => (kept.code ??= kept.layer.lower(kept.unit, kept.text));
