import type { Settings } from '../../model/settings';
import type { Analysis, Analyzer } from '../../recognise/analysis';
import { holdsName } from '../../recognise/scan';
import type { Completion } from '../../service';
import { texts, type Texts } from '../../texts';
import { branchItems } from './branches';
import { handlerItems } from './handlers';
import type { Language } from './language';
import { literalItems } from './literals';
import { mend } from './mend';
import { spotAt } from './spot';
import { View } from './view';

/** Words without which there is no error to handle: code that has neither them nor a name is not made whole to look closer. */
const WORTH_MENDING = /err|status|catch|except|rescue|switch|fail|\bex?c?\b|\.ok\b|success/i;

/** What can be inserted at an offset of an analysed document. */
export function completionsAt(analysis: Analysis, analyzer: Analyzer, offset: number, settings: Settings, isComment: (offset: number) => boolean): Completion[] {
  const say = texts(settings.locale);
  const exact = View.of(analysis, analyzer, offset);
  // What stands in a text constant is in no comment: the parser need not be asked.
  if (exact?.isInText) {
    const items = itemsOf(exact, say);
    if (items.length > 0) return items;
  }
  const code = analyzer.codeAt(offset);
  if (isComment(offset) || (code && isAtEndOfComment(analysis.text, offset, code.language, isComment))) return [];
  const found = exact ? itemsOf(exact, say) : [];
  if (found.length > 0) return found;
  const mended = code && mend(analysis.text, offset, code.language, code);
  if (!mended || !(WORTH_MENDING.test(mended.text) || holdsName(mended.text))) return [];
  return itemsOf(View.ofMended(mended, analysis, analyzer, code.language), say);
}

/** A comment goes on behind its last character, but for one that was closed. */
function isAtEndOfComment(text: string, offset: number, { comment }: Language, isComment: (offset: number) => boolean): boolean {
  if (offset === 0 || /[\r\n]/.test(text.charAt(offset - 1)) || !isComment(offset - 1)) return false;
  return comment.block === undefined || !text.slice(0, offset).endsWith(comment.block[1]);
}

function itemsOf(view: View, say: Texts): Completion[] {
  const literals = literalItems(view, say);
  if (literals.length > 0) return literals;
  // Where indentation makes blocks, a line that holds nothing yet is in one only by what would stand there.
  const spot = view.unit && view.language.templates.layout.indented ? undefined : spotAt(view);
  return spot ? [...branchItems(spot, view, say), ...handlerItems(spot, view, say)] : [];
}
