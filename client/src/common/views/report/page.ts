import type { LogAnalysis, LogKind, LogPlace } from '../../../../../server/src/protocol';
import { documentHtml, escapeHtml } from '../html';
import { chart, course, isNarrowable, LOOKS, patch } from './chart';
import { shortNames, type Format } from './format';
import { SCRIPT, sending } from './messages';
import { STYLE } from './style';

/** What a report's page is made of. Paths and texts of logs in it are not trusted. */
export interface ReportPage {
  readonly analysis: LogAnalysis;
  readonly format: Format;
  /** What the page was narrowed to. */
  readonly range?: { readonly since: number; readonly until: number } | undefined;
  /** How many ranges there were before this one. */
  readonly depth: number;
  /** Fresh for each page. */
  readonly nonce: string;
}

const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;
/** The server's sentences have no markup but code. */
const inline = (markdown: string): string => markdown.split('`').map((part, index) => (index % 2 === 1 ? code(part) : escapeHtml(part))).join('');
const label = ({ name, status }: LogKind): string => name ?? status;

/** The report as a whole document, in the colours of the editor's theme. */
export function reportHtml(page: ReportPage): string {
  const { analysis, format, nonce } = page;
  const title = reportTitle(analysis, format);
  const names = shortNames(analysis.files);
  const looks = new Map(analysis.kinds.map(({ key }, index) => [key, index % LOOKS]));
  const sections = analysis.events === 0 ? [nothing(page)] : [timeline(page, looks), totals(analysis, looks, format), advice(analysis, names, format), requests(analysis, format), contradictions(analysis, names, format)];
  const body = [`<h1>${escapeHtml(title)}</h1>`, summary(page), tools(page), ...[...sections, skipped(analysis, format)].filter(Boolean)].join('\n');
  return documentHtml({ title, language: format.language, nonce, style: STYLE, body, script: SCRIPT });
}

/** The heading, and the name of the tab. */
export function reportTitle({ files, skipped: left }: LogAnalysis, { t }: Format): string {
  const [name] = shortNames(files.length > 0 ? files : left.map(({ uri }) => uri));
  return t.title(files.length === 0 ? Math.min(left.length, 1) : files.length, name ?? '');
}

function summary({ analysis, format, range }: ReportPage): string {
  const { t } = format;
  const { events, records, lines, bytes, files, first, last } = analysis;
  const read = t.read(format.number(lines), format.size(bytes), format.number(files.length));
  const out = [events === 0 ? '' : `<p class="lead"><strong>${escapeHtml(t.found(format.number(events), format.number(records)))}</strong></p>`];
  if (range) out.push(`<p><strong>${escapeHtml(t.range(format.moment(range.since), format.moment(range.until)))}</strong> ${escapeHtml(t.rangeLeavesOut)}</p>`);
  if (first !== null && last !== null) out.push(`<p>${first === last ? format.timeElement(first) : t.span(format.timeElement(first), format.timeElement(last))}. <span class="quiet">${escapeHtml(t.zone(format.zone))}</span></p>`);
  return [...out, `<p class="quiet">${escapeHtml(read)}</p>`].filter(Boolean).join('\n');
}

function tools({ format: { t }, range, depth }: ReportPage): string {
  const back = range ? `<button type="button" data-first ${sending({ type: 'back' })}>${escapeHtml(depth > 1 ? t.back : t.whole)}</button>` : '';
  const whole = depth > 1 ? `<button type="button" ${sending({ type: 'whole' })}>${escapeHtml(t.whole)}</button>` : '';
  const exports = `<button type="button" ${sending({ type: 'export', format: 'json' })}>${escapeHtml(t.exportJson)}</button><button type="button" ${sending({ type: 'export', format: 'csv' })}>${escapeHtml(t.exportCsv)}</button>`;
  return `<div class="tools" role="group" aria-label="${escapeHtml(t.tools)}">${back}${whole}${exports}</div>`;
}

function nothing({ format: { t }, range }: ReportPage): string {
  return range ? `<p class="lead">${escapeHtml(t.noneInRange)}</p>` : `<p class="lead">${escapeHtml(t.none)}</p>\n<p class="quiet">${escapeHtml(t.noneHint)}</p>`;
}

const section = (id: string, title: string, body: string): string => `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeHtml(title)}</h2>\n${body}\n</section>`;

interface Column {
  readonly title: string;
  readonly number?: boolean;
}

/** Cells are HTML; the first of a row is its heading. */
function table(caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const kind = (index: number): string => (columns[index]?.number ? ' class="number"' : '');
  const head = columns.map(({ title }, index) => `<th scope="col"${kind(index)}>${escapeHtml(title)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell, index) => (index === 0 ? `<th scope="row"${kind(0)}>${cell}</th>` : `<td${kind(index)}>${cell}</td>`)).join('')}</tr>`);
  return `<div class="scroll"><table>\n<caption>${escapeHtml(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`;
}

function timeline({ analysis, format }: ReportPage, looks: ReadonlyMap<string, number>): string {
  const { t } = format;
  const timeless = analysis.kinds.reduce((sum, kind) => sum + kind.timeless, 0);
  const { buckets, milliseconds } = analysis.timeline;
  if (buckets.length === 0) return section('timeline', t.timeline, `<p>${escapeHtml(t.noTimes)}</p>`);
  const legend = analysis.kinds.map((kind) => `<li>${patch(looks.get(kind.key) ?? 0)}${code(label(kind))}</li>`).join('');
  const caption = t.chart(format.duration(milliseconds));
  const cells = (byKind: Readonly<Record<string, number>>): string => analysis.kinds.filter(({ key }) => byKind[key]).map((kind) => `${code(label(kind))} ${format.number(byKind[kind.key] ?? 0)}`).join(', ');
  const rows = buckets.map(({ start, byKind }) => [
    format.timeElement(start), format.number(Object.values(byKind).reduce((sum, count) => sum + count, 0)), cells(byKind),
  ]);
  return section('timeline', t.timeline, [
    `<figure>\n<figcaption>${escapeHtml(caption)}${isNarrowable(analysis.timeline) ? ` <span class="quiet">${escapeHtml(t.chartHint)}</span>` : ''}</figcaption>`,
    chart(analysis, looks, format),
    `<ul class="legend">${legend}</ul>\n</figure>`,
    timeless > 0 ? `<p>${escapeHtml(t.someTimeless(format.number(timeless)))}</p>` : '',
    `<details><summary>${escapeHtml(t.asTable)}</summary>${table(caption, [{ title: t.from }, { title: t.count, number: true }, { title: t.errors }], rows)}</details>`,
  ].filter(Boolean).join('\n'));
}

function totals(analysis: LogAnalysis, looks: ReadonlyMap<string, number>, format: Format): string {
  const { t } = format;
  const timed = analysis.timeline.buckets.length > 0;
  const columns: Column[] = [{ title: t.error }, { title: t.status }, { title: t.count, number: true }, { title: t.share, number: true }, ...(timed ? [{ title: t.first }, { title: t.last }, { title: t.course }] : [])];
  const rows = analysis.kinds.map((kind, index) => [
    openButton(`${patch(looks.get(kind.key) ?? 0)}${kind.name === null ? escapeHtml(t.noName) : code(kind.name)}`, kind.places[0] && { type: 'open', list: 'kind', kind: index, place: 0 }, t.open(label(kind))),
    escapeHtml(kind.status),
    format.number(kind.count),
    format.share(kind.share),
    ...(timed ? [format.timeElement(kind.first), format.timeElement(kind.last), course(analysis, kind.key, looks.get(kind.key) ?? 0, t.courseOf(label(kind)))] : []),
  ]);
  return section('totals', t.totals, table(t.totalsCaption, columns, rows));
}

function openButton(content: string, message: Parameters<typeof sending>[0] | undefined, title: string): string {
  return message ? `<button type="button" class="link" title="${escapeHtml(title)}" ${sending(message)}>${content}</button>` : content;
}

const where = (place: LogPlace, names: readonly string[]): string => `${names[place.file] ?? '?'}:${place.line + 1}`;

function advice({ kinds }: LogAnalysis, names: readonly string[], format: Format): string {
  const { t } = format;
  const items = kinds.map((kind, index) => {
    const places = kind.places.map((place, number) => {
      const text = where(place, names);
      return `<li>${format.timeElement(place.time)} ${openButton(escapeHtml(text), { type: 'open', list: 'kind', kind: index, place: number }, t.open(text))}</li>`;
    });
    const turn = kind.turn === null ? '' : `<strong>${escapeHtml(t.turn[kind.turn])}</strong> `;
    const subject = label(kind);
    return `<li>
<header><h3>${code(subject)}${kind.name === null ? '' : ` · ${escapeHtml(kind.status)}`}</h3>
<button type="button" class="link" aria-label="${escapeHtml(t.cardOf(subject))}" ${sending({ type: 'card', kind: index })}>${escapeHtml(t.card)}</button>
<button type="button" class="link" aria-label="${escapeHtml(t.queryOf(subject))}" ${sending({ type: 'query', kind: index })}>${escapeHtml(t.query)}</button></header>
<p>${kind.next === null ? escapeHtml(t.noAdvice) : `${turn}${inline(kind.next)}`}</p>
<details><summary>${escapeHtml(t.records(format.number(kind.places.length), format.number(kind.count)))}</summary><ol class="places">${places.join('\n')}</ol></details>
</li>`;
  });
  return section('next', t.next, `<p class="quiet">${escapeHtml(t.nextHint)}</p>\n<ul class="advice">\n${items.join('\n')}\n</ul>`);
}

function requests({ requests: all }: LogAnalysis, format: Format): string {
  const { t } = format;
  if (all.length === 0) return '';
  const rows = all.map(({ method, path, count, byKind }) => [
    code(method === null ? path : `${method} ${path}`),
    format.number(count),
    Object.entries(byKind).map(([kind, number]) => `${code(kind)} ${format.number(number)}`).join(', '),
  ]);
  return section('requests', t.requests, table(t.requestsCaption, [{ title: t.request }, { title: t.count, number: true }, { title: t.errors }], rows));
}

function contradictions({ contradictions: { count, places } }: LogAnalysis, names: readonly string[], format: Format): string {
  const { t } = format;
  if (count === 0) return '';
  const rows = places.map((place, index) => {
    const text = where(place, names);
    return [openButton(escapeHtml(text), { type: 'open', list: 'contradictions', place: index }, t.open(text)), code(place.name), escapeHtml(String(place.status)), format.timeElement(place.time)];
  });
  const caption = t.contradictionsCaption(format.number(places.length), format.number(count));
  return section('contradictions', t.contradictions, table(caption, [{ title: t.record }, { title: t.error }, { title: t.status }, { title: t.time }], rows));
}

function skipped({ skipped: all }: LogAnalysis, { t }: Format): string {
  if (all.length === 0) return '';
  const names = shortNames(all.map(({ uri }) => uri));
  return section('skipped', t.skipped, table(t.skipped, [{ title: t.file }, { title: t.reason }], all.map(({ reason }, index) => [escapeHtml(names[index] ?? ''), escapeHtml(reason)])));
}
