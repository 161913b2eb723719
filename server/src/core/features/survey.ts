import { ERROR_NAMES, entriesWithStatus, entryOf, statusText } from '../catalog';
import type { Finding } from '../model/finding';
import type { Atom, Branch, Handler } from '../model/handler';
import type { Settings } from '../model/settings';
import { touches, type Span } from '../model/span';
import type { AnalysedUnit, Analysis } from '../recognise/analysis';
import { namesOf } from '../recognise/names';
import type { UnitFacts } from '../recognise/unit';
import { handlerConcerns, lookConcerns } from '../rules/rule';
import type { Hint, Sighting } from '../service';
import { texts } from '../texts';

/** A sighting, with what only features ask of it. */
interface Placed extends Sighting {
  /** Which handler of the document it belongs to. */
  readonly handler?: number;
  /** End of the constant that names the error; undefined where nothing is compared. */
  readonly operandEnd?: number;
}

interface Seen {
  readonly places: readonly Placed[];
  readonly heads: readonly Span[];
}

const WORDS = new RegExp(`(?<![\\w-])(?:${ERROR_NAMES.join('|')})(?![\\w-])`, 'g');
const shifted = (s: Span, by: number): Span => ({ start: s.start + by, end: s.end + by });
const length = ({ start, end }: Span): number => end - start;

/** Every place of an analysed document that concerns an error, in the order of the text. */
export function surveyOf(analysis: Analysis, findings: readonly Finding[]): Sighting[] {
  const missing = findings.flatMap((f): Sighting[] => (f.code === 'unhandled-error' && f.missing ? [{ span: f.span, standing: 'missing', names: f.missing }] : []));
  return [...see(analysis).places.map(({ span, standing, names }) => ({ span, standing, names })), ...missing].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The names that the code at an offset is about: one, or those of a status. */
export const namesAt = (analysis: Analysis, offset: number): readonly string[] => placeAt(see(analysis), offset)?.names ?? [];

/** What belongs to the name or status at an offset: its branches in the same handler and its other places in the document; at a handler's head, that and all branches. */
export function highlightsAt(analysis: Analysis, offset: number): Span[] {
  const seen = see(analysis);
  const here = placeAt(seen, offset);
  const related = (p: Placed): boolean => here !== undefined && p.names.some((n) => here.names.includes(n)) && (p === here || (p.handler !== undefined && p.handler === here.handler) || (p.names.length === 1 && here.names.length === 1));
  if (here) return distinct(seen.places.filter(related));
  const head = smallest(seen.heads.flatMap((span, handler) => (touches(span, offset) ? [{ span, handler }] : [])));
  return head ? distinct([head, ...seen.places.filter((p) => p.handler === head.handler)]) : [];
}

/** What is written behind names and heads of handlers in a part of the document, as far as the settings want it. */
export function hintsIn(analysis: Analysis, findings: readonly Finding[], part: Span, settings: Settings): Hint[] {
  const say = texts(settings.locale).find;
  const hints = new Map<number, Hint>();
  if (settings.hints.includes('status')) {
    for (const { operandEnd, names } of see(analysis).places) {
      const entry = names.length === 1 && names[0] !== undefined ? entryOf(names[0]) : undefined;
      if (operandEnd !== undefined && entry) hints.set(operandEnd, { offset: operandEnd, label: statusText(entry), tooltip: say.statusOf(entry.name, statusText(entry)) });
    }
  }
  if (settings.hints.includes('missing')) {
    for (const { code, span, missing } of findings) {
      if (code === 'unhandled-error' && missing) hints.set(span.end, { offset: span.end, label: say.missingCount(missing.length), tooltip: say.missingNames(missing) });
    }
  }
  return [...hints.values()].filter(({ offset }) => touches(part, offset)).sort((a, b) => a.offset - b.offset);
}

const smallest = <T extends { readonly span: Span }>(items: readonly T[]): T | undefined => items.reduce<T | undefined>((best, item) => (!best || length(item.span) < length(best.span) ? item : best), undefined);
const placeAt = ({ places }: Seen, offset: number): Placed | undefined => smallest(places.filter((p) => touches(p.span, offset)));

function distinct(places: readonly { readonly span: Span }[]): Span[] {
  const spans = new Map(places.map(({ span }) => [`${span.start}-${span.end}`, span]));
  return [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What was seen in an analysis: each highlight, hint and reference asks anew. */
const kept = new WeakMap<Analysis, Seen>();

function see(analysis: Analysis): Seen {
  let seen = kept.get(analysis);
  if (!seen) kept.set(analysis, (seen = seeAnew(analysis)));
  return seen;
}

/** Handlers and looks first; then the names that merely stand in the text of a document that speaks of PlusAuth. */
function seeAnew(analysis: Analysis): Seen {
  const found = new Map<string, Placed>();
  const heads: Span[] = [];
  /** Where values are compared, about PlusAuth or not: their names are no mere words. */
  const compared: Span[] = [];
  const units = new Map(analysis.units.map((unit) => [unit.id, unit]));
  const add = (place: Placed): void => {
    const key = `${place.span.start}-${place.span.end}`;
    const known = found.get(key);
    found.set(key, known ? { ...known, names: [...new Set([...known.names, ...place.names])], standing: known.standing === 'handled' ? 'handled' : place.standing } : place);
  };
  const place = (operand: Span, unit: AnalysedUnit, name: string | undefined): { span: Span; operandEnd: number } => {
    const whole = shifted(operand, unit.start);
    const at = name === undefined ? -1 : analysis.text.slice(whole.start, whole.end).indexOf(name);
    return { span: at < 0 || name === undefined ? whole : { start: whole.start + at, end: whole.start + at + name.length }, operandEnd: whole.end };
  };
  for (const unit of analysis.telling) {
    const { facts } = unit;
    for (const handler of facts.handlers) {
      if (!handlerConcerns(handler, analysis.environment)) continue;
      const index = heads.push(shifted(handler.head, unit.start)) - 1;
      for (const { names, code, name, home } of branchesOf(handler, facts)) {
        const owner = home === undefined ? unit : units.get(home);
        if (owner) add({ ...withOperand(place(code, owner, name), name), names, standing: 'handled', handler: index });
      }
    }
    for (const look of facts.looks) {
      const owner = look.unit === undefined ? unit : units.get(look.unit);
      if (!owner || look.atom.operand === look.atom.compared || look.atom.kind !== 'name') continue;
      const at = place(look.atom.operand, owner, look.atom.name);
      compared.push(shifted(look.atom.operand, owner.start));
      if (look.atom.name === undefined || found.has(`${at.span.start}-${at.span.end}`) || !lookConcerns(look, analysis.environment)) continue;
      add({ ...at, names: [look.atom.name], standing: 'mentioned' });
    }
  }
  if (analysis.environment.fileSpeaks) {
    for (const span of untaken(analysis.text, [...[...found.values()].map((p) => p.span), ...compared])) {
      add({ span, names: [analysis.text.slice(span.start, span.end)], standing: 'mentioned' });
    }
  }
  return { places: [...found.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end), heads };
}

/** The names in a text that touch none of some spans. */
function untaken(text: string, spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  /** Where the last of those ends that begin before the end of the name. */
  let reached = -1;
  return [...text.matchAll(WORDS)].flatMap(({ index, 0: { length } }) => {
    const end = index + length;
    for (let other = sorted[next]; other && other.start <= end; other = sorted[++next]) reached = Math.max(reached, other.end);
    return reached < index ? [{ start: index, end }] : [];
  });
}

const withOperand = (at: { readonly span: Span; readonly operandEnd: number }, name: string | undefined): Pick<Placed, 'span' | 'operandEnd'> => (name === undefined ? { span: at.span } : at);

/** What a branch names, each with the code that says so; `home` is the piece of code where that is another one, such as a table's. */
interface Named {
  readonly names: readonly string[];
  readonly code: Span;
  /** Set where the code is the constant that names the error. */
  readonly name?: string;
  readonly home?: number;
}

function branchesOf(handler: Handler, facts: UnitFacts): Named[] {
  const branched = handler.branches.reduce((set, { takes }) => set | takes, 0);
  const looked = namesOf(handler.handled & ~branched).flatMap((name): Named[] => {
    const look = facts.looks.find((l) => l.atom.name === name && l.atom.operand !== l.atom.compared && l.origin === handler.origin);
    return look ? [{ names: [name], code: look.atom.operand, name, ...(look.unit === undefined ? {} : { home: look.unit }) }] : [];
  });
  const branches = handler.branches.flatMap((branch) => {
    const rest: string[] = [];
    const named: Named[] = [];
    for (const name of namesOf(branch.takes & handler.handled)) {
      const atom = branch.atoms.find((a) => a.name === name);
      // The entries of a list or table that stands elsewhere count from the start of their own piece of code.
      const elsewhere = facts.looks.find((l) => l.unit !== undefined && l.atom.name === name && (atom === undefined || atom.operand === l.atom.operand || atom.operand === atom.compared));
      if (elsewhere?.unit !== undefined) named.push({ names: [name], code: elsewhere.atom.operand, name, home: elsewhere.unit });
      else if (atom && atom.operand !== atom.compared) named.push({ names: [name], code: atom.operand, name });
      else rest.push(name);
    }
    return [...named, ...byStatus(branch, rest)];
  });
  return [...branches, ...looked];
}

/** The names that a branch takes by their status, with that status; what no single status says stands for the whole condition. */
function byStatus(branch: Branch, names: readonly string[]): Named[] {
  const groups = new Map<Span, string[]>();
  for (const name of names) {
    const says = (a: Atom): boolean => a.status !== undefined && entriesWithStatus(a.status).some((entry) => entry.name === name);
    const code: Span = branch.atoms.find(says)?.operand ?? branch.label;
    groups.set(code, [...(groups.get(code) ?? []), name]);
  }
  return [...groups].map(([code, group]) => ({ code, names: group }));
}
