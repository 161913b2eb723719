import { errorsPage } from '../../catalog';
import type { LogRecord } from '../../logs';
import type { Locale } from '../../model/settings';
import type { Link, RecordLink } from '../../service';
import { texts } from '../../texts';
import { logHoverAt } from './hover';

/** An editor draws every one of them. */
export const MOST_LINKS = 1000;

/** A link to PlusAuth's errors reference on every name, the first 1,000. */
export function logLinks(records: readonly LogRecord[], locale: Locale): readonly Link[] {
  const spans = records.flatMap(({ mentions }) => mentions).slice(0, MOST_LINKS);
  return spans.map((span) => ({ span, target: errorsPage.url[locale], tooltip: texts(locale).log.openReference }));
}

/** The names in records that are not in a document, such as a terminal's lines, each with its card. */
export function recordLinks(records: readonly LogRecord[], locale: Locale): readonly RecordLink[] {
  return records.flatMap((record) =>
    record.mentions.flatMap((span) => {
      const card = logHoverAt([record], span.start, locale);
      const name = record.name?.value;
      return card && name !== undefined ? [{ span, name, tooltip: texts(locale).log.openCard(name), card: card.markdown }] : [];
    }),
  );
}
