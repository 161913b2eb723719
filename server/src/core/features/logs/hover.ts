import { entryOf, hasStatus, statusText } from '../../catalog';
import type { LogRecord } from '../../logs';
import type { Locale } from '../../model/settings';
import { touches } from '../../model/span';
import type { Hover } from '../../service';
import { texts } from '../../texts';
import { errorCard, statusCard } from '../card';
import { codeSpan, escapeMarkdown } from '../markdown';

/** Characters of a description that are shown. */
const LONGEST_DESCRIPTION = 300;

/** What a record says beside the name, as a line of markdown, and a line about what cannot be. */
function occurrence({ name, status, description, request, contradicts }: LogRecord, locale: Locale): string[] {
  const t = texts(locale);
  const target = request && [request.method, `${request.host ?? ''}${request.path ?? ''}`].filter((part) => part !== undefined && part !== '').join(' ');
  const parts = [
    ...(description === undefined ? [] : [t.log.description(codeSpan(description, LONGEST_DESCRIPTION))]),
    ...(target === undefined || target === '' ? [] : [t.log.request(codeSpan(target, LONGEST_DESCRIPTION))]),
    ...(status === undefined ? [] : [t.log.status(`\`${status.value}\``)]),
  ];
  const entry = name && entryOf(name.value);
  return [
    ...(parts.length > 0 ? [`**${t.log.inRecord}:** ${parts.join(', ')}`] : []),
    ...(contradicts && entry && status ? ['', `⚠ ${escapeMarkdown(t.log.contradiction(entry.name, status.value, statusText(entry)))}`] : []),
  ];
}

/** The card of the error one of the records has at an offset, on its name or on its status, with what the record says of it. */
export function logHoverAt(records: readonly LogRecord[], offset: number, locale: Locale): Hover | undefined {
  for (const record of records) {
    const { name, status } = record;
    const mention = record.mentions.find((span) => touches(span, offset));
    const about = occurrence(record, locale);
    if (name && mention) {
      const markdown = errorCard(name.value, locale, about);
      if (markdown !== undefined) return { span: mention, markdown };
    }
    if (!status || !touches(status.span, offset)) continue;
    const entry = name && entryOf(name.value);
    const card = entry && hasStatus(entry, status.value) ? errorCard(entry.name, locale, about) : statusCard(status.value, locale);
    if (card === undefined) continue;
    return { span: status.span, markdown: entry && hasStatus(entry, status.value) ? card : [card, '', ...about].join('\n') };
  }
  return undefined;
}
