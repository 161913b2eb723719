import { entryOf, nameOfIdentifier } from '../catalog';
import { touches, type Span } from '../model/span';
import type { Settings } from '../model/settings';
import { unitsAt, type AnalysedUnit, type Analysis } from '../recognise/analysis';
import { lookConcerns } from '../rules/rule';
import { errorCard, statusCard } from './card';
import type { Hover } from '../service';

const WORD = /[A-Za-z0-9_-]/;

/** The card of the name or status at an offset, where the code there is about PlusAuth. */
export function hoverAt(analysis: Analysis, offset: number, settings: Settings): Hover | undefined {
  const [unit] = unitsAt(analysis, offset);
  const word = wordAt(analysis.text, offset);
  const name = word && nameAt(analysis.text.slice(word.start, word.end));
  if (word && name !== undefined) {
    const look = unit?.facts.looks.find((l) => l.unit === undefined && within(l.atom.operand, unit, word));
    if (look ? !lookConcerns(look, analysis.environment) : !analysis.environment.fileSpeaks) return undefined;
    const markdown = errorCard(name, settings.locale);
    return markdown === undefined ? undefined : { span: word, markdown };
  }
  return unit && statusAt(unit, analysis, offset, settings);
}

function wordAt(text: string, offset: number): Span | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < 80 && WORD.test(text.charAt(start - 1))) start--;
  while (end < text.length && end - offset < 80 && WORD.test(text.charAt(end))) end++;
  return start < end ? { start, end } : undefined;
}

/** A name as PlusAuth writes it, or an identifier in one of the spellings people give to constants. */
const nameAt = (word: string): string | undefined => (entryOf(word) ? word : /^(?:[A-Z][A-Z_]+[A-Z]|[A-Z][A-Za-z]+)$/.test(word) ? nameOfIdentifier(word) : undefined);

const within = (span: Span, unit: AnalysedUnit, word: Span): boolean => span.start + unit.start <= word.start && word.end <= span.end + unit.start;

function statusAt(unit: AnalysedUnit, analysis: Analysis, offset: number, settings: Settings): Hover | undefined {
  const at = offset - unit.start;
  const shift = (s: Span): Span => ({ start: s.start + unit.start, end: s.end + unit.start });
  const look = unit.facts.looks.find((l) => l.unit === undefined && l.atom.kind === 'status' && touches(l.atom.operand, at));
  const labelled = unit.facts.labelled.find((s) => touches(s, at));
  const found = look?.atom.status !== undefined ? { span: look.atom.operand, status: look.atom.status } : labelled && { span: labelled, status: labelled.status };
  if (!found || (look && !lookConcerns({ ...look, named: Math.max(1, look.named) }, analysis.environment))) return undefined;
  if (!look && !analysis.environment.fileSpeaks) return undefined;
  const markdown = statusCard(found.status, settings.locale);
  return markdown === undefined ? undefined : { span: shift(found.span), markdown };
}
