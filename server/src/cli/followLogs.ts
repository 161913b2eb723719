import { entryOf, statusText } from '../core/catalog';
import type { LogRecord } from '../core/logs';
import type { Locale } from '../core/model/settings';
import { csvCell } from '../host/logs/formats';
import { harmless, styles } from '../text/style';

export type Format = 'pretty' | 'json' | 'csv';

/** First line of a table of errors; nothing for the other formats. */
export const followHead = (format: Format): string => (format === 'csv' ? 'time,name,status,method,path,file\r\n' : '');

/** An error as it comes, in one line: for a person with what to do about it. */
export function followLine(path: string, record: LogRecord, format: Format, locale: Locale, colours: boolean): string {
  const name = record.name?.value;
  const status = record.status?.value;
  const { method, path: address } = record.request ?? {};
  const time = record.time === undefined ? null : new Date(record.time).toISOString();
  const entry = name === undefined ? undefined : entryOf(name);
  const next = entry?.action[locale].replaceAll('`', '');
  if (format === 'json') {
    return `${JSON.stringify({
      time, name: name ?? null, status: status ?? null, description: record.description ?? null, method: method ?? null, path: address ?? null, contradicts: record.contradicts, next: next ?? null, file: path,
    })}\n`;
  }
  if (format === 'csv') return `${[time ?? '', name ?? '', status ?? '', method ?? '', address ?? '', path].map(csvCell).join(',')}\r\n`;
  const style = styles(colours);
  const wrong = record.contradicts && entry && status !== undefined ? style.yellow(` ${status}, but ${name} is ${statusText(entry)}`) : '';
  const parts = [
    style.dim(time === null ? '-' : time.replace('T', ' ').replace(/\.\d+Z$/, 'Z')),
    style.bold(name ?? '(no name)') + (wrong === '' && (status !== undefined || entry) ? ` ${status ?? (entry ? statusText(entry) : '')}` : wrong),
    address === undefined ? '' : harmless(`${method ?? '?'} ${address}`),
    record.description === undefined ? '' : harmless(`“${record.description.slice(0, 200)}”`),
    next ?? '',
    style.dim(harmless(path)),
  ];
  return `${parts.filter((part) => part !== '').join('  ')}\n`;
}
