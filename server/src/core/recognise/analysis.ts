import { findEvidence, type Evidence } from '../context/evidence';
import type { Language } from '../languages';
import type { Code } from '../model/code';
import type { Change } from '../model/document';
import type { SyntaxTree, Unit } from '../syntax/syntaxTree';
import { declarationsOf, environmentOf, fingerprint, NO_DECLARATIONS, type Declarations } from './declarations';
import type { Environment } from './environment';
import { scan, type Traces } from './scan';
import { NO_FACTS, recogniseUnit, type UnitFacts } from './unit';

/** A unit with all that is known of it; everything but `start` counts from the unit's own start. */
export interface AnalysedUnit {
  readonly id: number;
  /** Where it stands in the document now. */
  start: number;
  end: number;
  readonly text: string;
  readonly facts: UnitFacts;
  readonly code: Code | undefined;
}

export interface Analysis {
  readonly text: string;
  readonly units: readonly AnalysedUnit[];
  readonly environment: Environment;
  /** What names PlusAuth in the document itself. */
  readonly evidence: Evidence | undefined;
}

interface Kept {
  readonly traces: Traces;
  readonly text: string;
  readonly type: string;
  code: Code | undefined;
  declarations: Declarations;
  facts: { readonly environment: Environment; readonly value: UnitFacts } | undefined;
}

/** A copy that does not keep the whole text alive, as a slice does: units outlive many versions of the document. */
const detached = (text: string): string => (text.length > 12 ? ` ${text}`.slice(1) : text);

/** Node types of declarations that can hold a constant, a table or a client. */
const DECLARATION = /^(?!.*(?:function|class|method|interface|alias)).*(?:declaration|definition|assignment|property|program|group)/;
const MAX_DECLARATION = 4000;
const IMPORT = /import|require|use/;

/** Analyses one text again and again; what an edit did not touch is kept. */
export class Analyzer {
  private kept = new Map<number, Kept>();
  private environment: { readonly declarations: readonly Declarations[]; readonly key: string; readonly value: Environment } | undefined;

  constructor(
    private readonly tree: SyntaxTree,
    private readonly language: Language,
  ) {}

  /** `speaks` says that the project or the user vouches for PlusAuth whatever the text says. */
  analyse(text: string, changes: readonly Change[] | undefined, ranges: readonly { start: number; end: number }[] | undefined, speaks: boolean): Analysis {
    this.tree.parse(text, changes, ranges);
    const evidence = findEvidence(text);
    const fileSpeaks = speaks || evidence !== undefined;
    const next = new Map<number, Kept>();
    const units = this.tree.units(this.language.containers, this.language.loose);
    for (const unit of units) next.set(unit.id, this.keep(unit, text));
    this.kept = next;
    const environment = this.environmentFor(units.flatMap((u) => next.get(u.id)?.declarations ?? []).filter((d) => d !== NO_DECLARATIONS), fileSpeaks);
    const analysed = units.map((unit): AnalysedUnit => {
      const kept = next.get(unit.id);
      if (!kept) return { id: unit.id, start: unit.start, end: unit.end, text: '', facts: NO_FACTS, code: undefined };
      if (kept.facts?.environment !== environment) kept.facts = { environment, value: this.recognise(unit, kept, environment) };
      return { id: unit.id, start: unit.start, end: unit.end, text: kept.text, facts: kept.facts.value, code: kept.code };
    });
    return { text, units: analysed, environment, evidence };
  }

  /** The lowered code of a unit that was not worth analysing, for a feature that asks at a place in it. */
  codeOf(unit: AnalysedUnit): Code | undefined {
    const kept = this.kept.get(unit.id);
    return kept && this.lower(unit, kept);
  }

  /** The code of a text of its own: a piece of the document with what is half typed in it made whole. */
  read(text: string): Code {
    const tree = this.tree.beside();
    try {
      tree.parse(text, undefined, undefined);
      const node = tree.copyAll();
      return node ? this.language.lower(node, text) : { kind: 'other', start: 0, end: text.length, children: [] };
    } finally {
      tree.dispose();
    }
  }

  dispose(): void {
    this.tree.dispose();
    this.kept.clear();
  }

  private keep(unit: Unit, text: string): Kept {
    const old = this.kept.get(unit.id);
    if (old) return old;
    const own = detached(text.slice(unit.start, unit.end));
    const kept: Kept = { traces: scan(own), text: own, type: unit.type, code: undefined, declarations: NO_DECLARATIONS, facts: undefined };
    if (kept.traces.name || kept.traces.evidence || kept.traces.status || IMPORT.test(unit.type) || (own.length < MAX_DECLARATION && DECLARATION.test(unit.type)) || /\brequire\s*\(|:\/\//.test(own.slice(0, MAX_DECLARATION))) {
      kept.declarations = declarationsOf(this.lower(unit, kept), unit.id, (code) => own.slice(code.start, code.end), this.language.idioms);
    }
    return kept;
  }

  private lower(unit: { id: number; start: number; end: number }, kept: Kept): Code {
    if (!kept.code) {
      const node = this.tree.copy(unit);
      kept.code = node ? this.language.lower(node, kept.text) : { kind: 'other', start: 0, end: kept.text.length, children: [] };
    }
    return kept.code;
  }

  private recognise(unit: Unit, kept: Kept, environment: Environment): UnitFacts {
    const { name, nearMiss, status, catches } = kept.traces;
    const wanted = name || nearMiss || (environment.fileSpeaks && (status || catches)) || this.usesDeclared(kept.text, environment);
    return wanted ? recogniseUnit(this.lower(unit, kept), kept.text, environment, this.language.idioms) : NO_FACTS;
  }

  /** The same environment as long as nothing in it changes: units are recognised anew only when it does. */
  private environmentFor(declarations: readonly Declarations[], fileSpeaks: boolean): Environment {
    const known = this.environment;
    if (known?.value.fileSpeaks === fileSpeaks && known.declarations.length === declarations.length && known.declarations.every((d, i) => d === declarations[i])) return known.value;
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
