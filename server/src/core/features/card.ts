import { entriesWithStatus, entryOf, errorsPage, isUndocumentedStatus, meantStatus, nameOfIdentifier, statusText, type CatalogEntry } from '../catalog';
import type { Locale } from '../model/settings';
import { texts } from '../texts';
import { escapeMarkdown, link, tableCell } from './markdown';

/** PlusAuth's sentence as a quotation that says whose it is; in Turkish followed by our translation, since PlusAuth publishes none. */
function quotation(entry: CatalogEntry, locale: Locale): string[] {
  const t = texts(locale).card;
  const quote = `> ${escapeMarkdown(entry.description)} — *${t.quoted}*`;
  return t.translation === undefined ? [quote] : [quote, '>', `> *${t.translation}* ${escapeMarkdown(entry.descriptionTr)}`];
}

function links(entries: readonly CatalogEntry[], locale: Locale): string {
  const all = new Map([errorsPage, ...entries.flatMap((entry) => entry.links)].map((each) => [each.url[locale], each.title[locale]]));
  return [...all].map(([url, title]) => link(title, url)).join(' · ');
}

/** Names as code, explanations such as `(OAuth)` and statuses as they are. */
function confusable(name: string): string {
  const [, code = name, rest = ''] = /^(\S+)(.*)$/.exec(name) ?? [];
  return `\`${code}\`${escapeMarkdown(rest)}`;
}

/**
 * The card of a documented error as markdown, short enough for a hover; undefined when there is no such name.
 * @param occurrence lines of markdown about the place it was asked for
 */
export function errorCard(name: string, locale: Locale, occurrence: readonly string[] = []): string | undefined {
  const entry = entryOf(name);
  if (!entry) return undefined;
  if (occurrence.length > 0) return makeErrorCard(entry, locale, occurrence);
  const cards = CARDS[locale];
  let card = cards.get(entry);
  if (card === undefined) cards.set(entry, (card = makeErrorCard(entry, locale, occurrence)));
  return card;
}

/** The cards without an occurrence, once they were made: the pointer meets the same few again and again. */
const CARDS: Readonly<Record<Locale, Map<CatalogEntry, string>>> = { en: new Map(), tr: new Map() };

function makeErrorCard(entry: CatalogEntry, locale: Locale, occurrence: readonly string[]): string {
  const t = texts(locale).card;
  const lines = [
    `### \`${entry.name}\` · ${statusText(entry)}`,
    '',
    ...quotation(entry, locale),
    '',
    ...occurrence,
    ...(occurrence.length > 0 ? [''] : []),
    `*${t.advice}* **${t.turn[entry.turn]}** ${entry.action[locale]}`,
    `- **${t.causes}:** ${entry.causes.map((cause) => cause[locale]).join('; ')}`,
    `- **${t.check}:** ${entry.firstCheck[locale]}`,
    `- **${t.retryable(entry.retryable)}.** ${entry.retry[locale]}`,
  ];
  if (entry.caution) lines.push(`- **${t.careful}:** ${entry.caution[locale]}`);
  if (entry.confusedWith.length > 0) {
    lines.push(`- **${t.confused}:** ${entry.confusedWith.map((other) => `${confusable(other.name)}: ${other.why[locale]}`).join('; ')}`);
  }
  lines.push('', links([entry], locale));
  return lines.join('\n');
}

/** The part of a card that says what it is and what to do, for lists of several errors. */
export function briefCard(entry: CatalogEntry, locale: Locale): string {
  const t = texts(locale).card;
  return [
    ...quotation(entry, locale),
    '',
    `*${t.advice}* **${t.turn[entry.turn]}** ${entry.action[locale]}`,
    `- **${t.check}:** ${entry.firstCheck[locale]}`,
    `- **${t.retryable(entry.retryable)}.** ${entry.retry[locale]}`,
  ].join('\n');
}

/** The table of the names that come with a status. */
function statusTable(entries: readonly CatalogEntry[], locale: Locale): string {
  const t = texts(locale).card;
  const row = (cells: readonly string[]): string => `| ${cells.map(tableCell).join(' | ')} |`;
  return [
    row([t.nameColumn, t.sentenceColumn, t.turnColumn]),
    '|---|---|---|',
    ...entries.map((entry) => row([`\`${entry.name}\``, escapeMarkdown(entry.description), t.shortTurn[entry.turn]])),
  ].join('\n');
}

function undocumentedCard(status: number, locale: Locale): string {
  const t = texts(locale).card;
  const meant = meantStatus(status);
  const entries = (meant?.names ?? []).map(entryOf).filter((entry) => entry !== undefined);
  const lines = [`### ${t.statusTitle(String(status))}`, '', t.notDocumented(status)];
  if (meant) lines.push('', t.meant(meant), '', statusTable(entries, locale));
  return [...lines, '', t.incomplete, '', links(entries, locale)].join('\n');
}

/**
 * The card of an HTTP status: the table of its names, or for an error status without one a remark that says so.
 * Undefined for what is no error status: redirects, successes, numbers outside 400 to 599.
 */
export function statusCard(status: number, locale: Locale): string | undefined {
  if (isUndocumentedStatus(status)) return undocumentedCard(status, locale);
  const entries = entriesWithStatus(status);
  const [first] = entries;
  if (!first || !Number.isInteger(status)) return undefined;
  const t = texts(locale).card;
  const hints = [entries.length === 1 ? t.oneName(first.name) : t.manyNames(entries.length, status)];
  if (first.status.from !== first.status.to) hints.splice(0, 1, t.serverRange);
  if (status === 401) hints.push(t.refreshOnce);
  return [
    `### ${t.statusTitle(String(status))}`,
    '',
    statusTable(entries, locale),
    '',
    `*${t.advice}* ${hints.join(' ')}`,
    ...(entries.length === 1 ? [`- **${t.check}:** ${first.firstCheck[locale]}`, `- **${t.retryable(first.retryable)}.** ${first.retry[locale]}`] : []),
    '',
    links(entries, locale),
  ].join('\n');
}

/** The card of what a person typed: a name in any spelling (`ALREADY_EXISTS`, `already exists`), a status (`409`) or `5xx`. */
export function cardFor(text: string, locale: Locale): string | undefined {
  const word = text.trim();
  if (/^\d{3}$/.test(word)) return statusCard(Number(word), locale);
  if (/^5xx$/i.test(word)) return errorCard('server_error', locale);
  const name = nameOfIdentifier(word) ?? nameOfIdentifier(word.replace(/\s+/g, '_'));
  return name === undefined ? undefined : errorCard(name, locale);
}

/** A card in one line: the sentence of a name, or the names of a status. */
export function oneLine(subject: string, locale: Locale): string {
  const entry = entryOf(nameOfIdentifier(subject) ?? subject);
  if (entry) return locale === 'tr' ? entry.descriptionTr : entry.description;
  return texts(locale).completion.status(entriesWithStatus(Number(subject)).map((e) => e.name));
}
