import type { Settings } from '../../model/settings';
import type { Analysis, Analyzer } from '../../recognise/analysis';
import { holdsName } from '../../recognise/scan';
import type { Completion } from '../../service';
import { texts } from '../../texts';
import { literalItems } from './literals';
import { mend } from './mend';
import { View } from './view';

/** Words without which there is no error to handle: code that has neither them nor a name is not made whole to look closer. */
const WORTH_MENDING = /err|status|catch|switch|fail|\bex?\b/i;

/** What can be inserted at an offset of an analysed document. */
export function completionsAt(analysis: Analysis, analyzer: Analyzer, offset: number, settings: Settings): Completion[] {
  const say = texts(settings.locale);
  const exact = View.of(analysis, analyzer, offset);
  const found = exact ? itemsOf(exact) : [];
  if (found.length > 0) return found;
  const code = analyzer.codeAt(offset);
  const mended = code && mend(analysis.text, offset, code.language, code);
  return code && mended && (WORTH_MENDING.test(mended.text) || holdsName(mended.text)) ? itemsOf(View.ofMended(mended, analysis, analyzer, code.language)) : [];

  function itemsOf(view: View): Completion[] {
    return literalItems(view, say);
  }
}
