import {
  entryOf, errorsPage, hasStatus, isUndocumentedStatus, meantStatus, nameOfIdentifier, nearestName, otherName, statusText, type CatalogEntry,
} from '../catalog';
import type { Locale } from '../model/settings';
import { texts } from '../texts';
import { briefCard, statusCard } from './card';
import { readResponse, type FoundError, type Reading } from './explainRead';
import { codeSpan, link } from './markdown';

/** Errors shown of one text. */
const MOST_SHOWN = 10;

const isHttpStatus = (status: number): boolean => Number.isInteger(status) && status >= 100 && status <= 599;

/** What does not fit together in an error whose name is in the catalogue, or in no catalogue at all. */
function remarks(error: FoundError, entry: CatalogEntry | undefined, reading: Reading, locale: Locale): string[] {
  const t = texts(locale).explain;
  const { name, status, outer } = error;
  const result: string[] = [];
  if (name !== undefined && entry && name !== entry.name) {
    result.push(nameOfIdentifier(name) === entry.name ? t.spelling(codeSpan(name), entry.name) : t.misspelt(codeSpan(name), entry.name));
  }
  for (const each of new Set([status, outer])) {
    if (each !== undefined && !isHttpStatus(each)) result.push(t.noStatus(codeSpan(String(each))));
  }
  const body = status !== undefined && isHttpStatus(status) ? status : undefined;
  const line = outer !== undefined && isHttpStatus(outer) ? outer : undefined;
  if (body !== undefined && line !== undefined && body !== line) result.push(t.bodyAndLine(String(body), line));
  const success = [body, line].find((each) => each !== undefined && each < 400);
  if (name !== undefined && success !== undefined) result.push(t.success(success));
  if (entry) {
    if (body !== undefined && body >= 400 && !hasStatus(entry, body)) result.push(t.nameAndStatus(entry.name, body, statusText(entry)));
    else if (body === undefined && line !== undefined && line >= 400 && !hasStatus(entry, line)) result.push(t.nameAndLine(entry.name, line, statusText(entry)));
    if (reading.oauth && entry.shared) result.push(t.alsoOAuth(entry.name));
  }
  return result;
}

/** What is said of a status that no documented error has, where no card of it follows. */
function statusRemarks(error: FoundError, locale: Locale): string[] {
  const t = texts(locale).card;
  const status = error.status ?? error.outer;
  if (status === undefined || !isUndocumentedStatus(status)) return [];
  const meant = meantStatus(status);
  return meant ? [t.notDocumented(status), t.meant(meant)] : [t.notDocumented(status)];
}

function explainError(error: FoundError, reading: Reading, locale: Locale): string[] {
  const { explain: t } = texts(locale);
  const status = error.status ?? error.outer;
  const { name } = error;
  const wanted = name === undefined ? undefined : (nameOfIdentifier(name) ?? nearestName(name));
  const entry = wanted === undefined ? undefined : entryOf(wanted);
  const doubts = remarks(error, entry, reading, locale);
  const lines: string[] = [];

  if (name !== undefined) {
    const shown = status === undefined ? (entry && statusText(entry)) : String(status);
    lines.push(`### ${codeSpan(name)}${shown === undefined ? '' : ` · ${shown}`}`, '');
    const other = otherName(name);
    if (other) lines.push(t.otherName(other.name, other.origin, other.source), '');
    else if (!entry) lines.push(t.unknownName(codeSpan(name)), '');
    if (!entry && !other) doubts.push(...statusRemarks(error, locale));
  }
  if (error.description !== undefined) lines.push(t.description(codeSpan(error.description, 300)), '');
  if (doubts.length > 0) lines.push(`**${t.inconsistent}**`, ...doubts.map((doubt) => `- ${doubt}`), '');
  if (entry) lines.push(briefCard(entry, locale), '');
  if (name === undefined && status !== undefined) {
    const card = statusCard(status, locale);
    lines.push(...(card !== undefined ? [card, '', t.noName] : doubts.length > 0 ? [] : [t.noError(status)]), '');
  }
  return lines;
}

const keyOf = (error: FoundError): string => JSON.stringify([error.name, error.status, error.outer]);

/**
 * Explains a pasted response as markdown: every error found in it, and what does not fit together. Never throws; a text in which nothing is found
 * gets a message that says what was expected.
 */
export function explain(text: string, locale: Locale): string {
  const t = texts(locale).explain;
  const reading = readResponse(text);
  if (!reading) return t.empty;
  const counts = new Map<string, number>();
  for (const error of reading.errors) counts.set(keyOf(error), (counts.get(keyOf(error)) ?? 0) + 1);
  const different = [...new Map([...reading.errors].reverse().map((error) => [keyOf(error), error])).values()].reverse();
  const shown = different.slice(0, MOST_SHOWN);

  const lines = [`# ${t.title}`, ''];
  if (reading.cut) lines.push(t.cut, '');
  if (reading.html) lines.push(t.html, '');
  shown.forEach((error, index) => {
    if (shown.length > 1) {
      const count = counts.get(keyOf(error)) ?? 1;
      lines.push(`## ${t.record(index + 1, different.length)}${count > 1 ? ` (${t.times(count)})` : ''}`, '');
    }
    lines.push(...explainError(error, reading, locale));
  });
  if (different.length > shown.length) lines.push(t.more(different.length - shown.length), '');
  if (reading.retryAfter !== undefined) lines.push(t.retryAfter(codeSpan(reading.retryAfter)), '');
  if (shown.length === 0 && !reading.html) lines.push(t.nothingFound, '');
  // The card of a status brings its links with it.
  if (shown.every((error) => error.name !== undefined)) lines.push(link(errorsPage.title[locale], errorsPage.url[locale]));
  return `${lines.join('\n').trim()}\n`;
}
