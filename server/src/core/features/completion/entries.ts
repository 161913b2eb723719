import { entryOf, statusText } from '../../catalog';
import type { Code, RecordEntry, RecordLiteral } from '../../model/code';
import { setOf } from '../../recognise/names';
import type { Completion } from '../../service';
import type { Texts } from '../../texts';
import type { Slot } from './literals';
import { hole, toSnippet } from './snippet';
import type { View } from './view';

/** Whole entries of a look-up table: one for each name that has none, and all of them at once. */
export function entryItems(table: RecordLiteral, slot: Slot, view: View, texts: Texts): Completion[] {
  const { place } = view;
  const names = slot.order.filter((name) => (slot.handled & setOf(name)) === 0);
  const sample = table.entries.find((e) => e.value && e.value.start !== e.keySpan.start);
  const lines = names.map((name) => lineOf(name, sample, slot, view));
  const found = names.map((name, index): Completion => {
    const entry = entryOf(name);
    return {
      label: `${name}: …`, kind: 'branch', detail: texts.completion.branch(name, entry ? statusText(entry) : ''), note: entry ? statusText(entry) : '', sortText: `~0${String(index).padStart(2, '0')}`, snippet: true,
      edit: { span: slot.span, newText: toSnippet(lines[index] ?? '') }, subject: name,
    };
  });
  if (names.length < 2) return found;
  const all = texts.completion.allMissing(names.length);
  const first = table.entries[0];
  const indent = first ? place.indentAt(first.start) : place.indentAt(view.at);
  const multiline = /[\r\n]/.test(view.text.slice(table.start, table.end));
  const text = multiline ? place.lines(lines, indent) : lines.join(' ');
  return [...found, { label: all, kind: 'branch', detail: all, note: '', sortText: '~100', snippet: true, edit: { span: slot.span, newText: toSnippet(text) } }];
}

function lineOf(name: string, sample: RecordEntry | undefined, slot: Slot, view: View): string {
  const { templates } = view.language;
  const { style } = view.place;
  const key = slot.quoted ? name : templates.literal(name, style);
  return templates.tableEntry(key, valueLike(sample?.value, name, view), style, sample ? view.source(sample) : '');
}

/** A value of the kind that the table's other values have. */
function valueLike(sample: Code | undefined, name: string, view: View): string {
  const { templates } = view.language;
  const { style } = view.place;
  const text = templates.literal(entryOf(name)?.description ?? name, style);
  if (!sample || sample.kind === 'string' || sample.kind === 'interpolation') return hole(text);
  if (sample.kind === 'function') {
    const param = sample.params[0]?.name;
    const statement = param === undefined ? templates.raise('Unexpected PlusAuth error: ', templates.literal(name, style), style) : templates.rethrow(param, style, false);
    return templates.callback(param ?? '', hole(statement), style) ?? hole('');
  }
  return hole('');
}
