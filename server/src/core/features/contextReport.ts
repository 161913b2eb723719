import { entryOf } from '../catalog';
import type { Evidence } from '../context/evidence';
import type { Settings } from '../model/settings';
import type { Analysis } from '../recognise/analysis';
import type { ContextReport } from '../service';
import { texts } from '../texts';

/** Whether the product speaks in a document, and why, for people. */
export function contextReport(settings: Settings, evidence: Evidence | undefined, manifest: string | undefined, analysis: Analysis | undefined): ContextReport {
  const say = texts(settings.locale).reason;
  if (settings.context === 'never') return { speaks: false, reason: say.never };
  if (settings.context === 'always') return { speaks: true, reason: say.always };
  if (evidence) return { speaks: true, reason: say[evidence.kind === 'name' ? 'identifier' : evidence.kind](evidence.text), evidence: evidence.span };
  if (manifest !== undefined) return { speaks: true, reason: say.manifest(manifest.slice(manifest.lastIndexOf('/') + 1)), manifest };
  for (const unit of analysis?.telling ?? []) {
    const look = unit.facts.looks.find((l) => l.ownNames >= 2 && l.origin !== 'foreign');
    if (!look) continue;
    const names = new Set(unit.facts.looks.flatMap((l) => (l.atom.name !== undefined && entryOf(l.atom.name)?.shared === false ? [l.atom.name] : [])));
    return { speaks: true, reason: say.handlerNames([...names]), evidence: { start: look.atom.span.start + unit.start, end: look.atom.span.end + unit.start } };
  }
  return { speaks: false, reason: say.nothing };
}
