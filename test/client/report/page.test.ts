import assert from 'node:assert/strict';
import { Format } from '../../../client/src/common/views/report/format';
import { readMessage } from '../../../client/src/common/views/report/messages';
import { reportHtml, type ReportPage } from '../../../client/src/common/views/report/page';
import type { LogAnalysis } from '../../../server/src/protocol';
import { empty, sample, single, START, timeless } from './sample';

const html = (analysis: LogAnalysis, more: Partial<ReportPage> = {}, language: 'en' | 'tr' = 'en') =>
  reportHtml({ analysis, format: new Format(language, 'UTC'), depth: 0, nonce: 'n0nce', ...more });

const unescape = (text: string) => text.replace(/&#(\d+);/g, (_, number: string) => String.fromCharCode(Number(number)));
const all = (page: string, pattern: RegExp) => Array.from(page.matchAll(pattern), (match) => unescape(match[1] ?? ''));
/** The text of a table's rows, cell by cell. */
const rows = (page: string, id: string) => {
  const [, section = ''] = new RegExp(`<section aria-labelledby="${id}">([^]*?)</section>`).exec(page) ?? [];
  return Array.from(section.matchAll(/<tr>([^]*?)<\/tr>/g), ([row]) => Array.from(row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g), ([, cell = '']) => unescape(cell.replace(/<[^>]*>/g, ''))));
};
const messages = (page: string) => all(page, /data-send="([^"]*)"/g).map((text) => JSON.parse(text) as unknown);

/** Elements that are opened and closed in order; the page is read as strictly as XML. */
function assertBalanced(page: string): void {
  const open: string[] = [];
  const body = page.replace(/<(style|script)\b[^]*?<\/\1>/g, '').replace('<!DOCTYPE html>', '');
  for (const [, close, name = '', , selfClosing] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[\w-]+(?:="[^"<>]*")?)*)\s*(\/?)>/gi)) {
    if (name === 'meta' || selfClosing) continue;
    if (!close) open.push(name);
    else assert.equal(open.pop(), name);
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(body.replace(/<\/?[a-z][^<>]*>/gi, ''), /[<>]/, 'every < and > belongs to an element');
}

describe('the page of a report', () => {
  const page = html(sample);

  it('is well formed, whatever the logs hold', () => {
    for (const analysis of [sample, empty, single, timeless]) for (const language of ['en', 'tr'] as const) assertBalanced(html(analysis, {}, language));
    assert.match(page, /It is &#60;gone&#62;\./);
    assert.match(page, /\/api\/v1\/&#60;x&#62;/);
  });

  it('allows its own style and script, and nothing else', () => {
    assert.match(page, /content="default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce';"/);
    assert.doesNotMatch(page, /\b(?:src|href|style|on\w+)=/);
  });

  it('takes every colour from the theme', () => {
    const style = /<style[^>]*>([^]*)<\/style>/.exec(page)?.[1] ?? '';
    assert.deepEqual(style.match(/#[0-9a-f]{3,8}\b|\brgba?\(/gi) ?? [], []);
  });

  it('has a heading, a caption for every table, and a section for every heading', () => {
    assert.deepEqual(all(page, /<h1>(.*?)<\/h1>/g), ['Errors in 2 logs']);
    assert.equal(all(page, /(<table>)/g).length, all(page, /<table>\n<caption>(.+?)<\/caption>/g).length);
    assert.deepEqual(all(page, /<section aria-labelledby="(\w+)">/g), all(page, /<h2 id="(\w+)">/g));
    assert.deepEqual(all(page, /<h2 id="(\w+)">/g), ['timeline', 'totals', 'next', 'requests', 'contradictions', 'skipped']);
    assert.match(page, /<html lang="en">/);
    assert.match(html(sample, {}, 'tr'), /<html lang="tr">[^]*<h2 id="totals">Hatalar<\/h2>/);
  });

  it('says how much was read, and over which time', () => {
    assert.match(page, /8 errors in 8 records/);
    assert.match(page, /12,345 lines, 1\.2 MB, 2 files read/);
    assert.match(page, /Times are shown in the zone UTC/);
  });

  it('gives each kind its share, its first and last time', () => {
    assert.deepEqual(rows(page, 'totals').map((row) => row.slice(0, 4)), [
      ['Error', 'Status', 'Count', 'Share'],
      ['already_exists', '409', '5', '63%'],
      ['server_error', '5xx', '2', '25%'],
      ['(no name)', '401', '1', '13%'],
    ]);
    assert.deepEqual(rows(page, 'totals')[3]?.slice(4, 6), ['–no time', '–no time']);
  });

  it('has one bar for each bucket, where its time is, with all that it shows in words', () => {
    const labels = all(page, /<g class="bar"[^>]* aria-label="([^"]*)"/g);
    assert.deepEqual(labels, ['Mar 14, 2026, 10:00: 4 errors: already_exists 4', 'Mar 14, 2026, 10:01: 1 error: already_exists 1', 'Mar 14, 2026, 10:03: 2 errors: server_error 2']);
    assert.deepEqual(all(page, /<rect class="whole" x="([\d.]+)"/g), ['0', '250', '750']);
    assert.deepEqual(rows(page, 'timeline').map((row) => row.slice(1)), [['Count', 'Errors'], ['4', 'already_exists 4'], ['1', 'already_exists 1'], ['2', 'server_error 2']]);
  });

  it('is one stop of the Tab key for the whole chart', () => {
    assert.deepEqual(all(page, /<g class="bar" role="button" tabindex="(-?\d)"/g), ['0', '-1', '-1']);
  });

  it('narrows the range to a bar, and goes back', () => {
    assert.deepEqual(messages(page).filter((message) => (message as { type: string }).type === 'narrow')[1], { type: 'narrow', since: START + 60_000, until: START + 120_000 });
    assert.doesNotMatch(page, /<button[^>]* data-first/);
    const narrowed = html(single, { range: { since: START, until: START + 60_000 }, depth: 2 });
    assert.deepEqual(messages(narrowed).slice(0, 2), [{ type: 'back' }, { type: 'whole' }]);
    assert.match(narrowed, /<button type="button" data-first/);
    assert.match(narrowed, /Only from Mar 14, 2026, 10:00:00 to Mar 14, 2026, 10:01:00\./);
  });

  it('sends only messages that are understood', () => {
    const sent = [page, html(sample, { range: { since: 1, until: 2 }, depth: 2 })].flatMap(messages);
    assert.ok(sent.length > 15);
    for (const message of sent) assert.deepEqual(readMessage(message), message);
    for (const other of [undefined, null, 'open', {}, { type: 'open', list: 'kind', kind: -1, place: 0 }, { type: 'open', list: 'kind', kind: 0, place: '0' }, { type: 'narrow', since: 'x' }, { type: 'export', format: 'exe' }]) {
      assert.equal(readMessage(other), undefined);
    }
  });

  it('says what to do next in the server’s words, as ours', () => {
    assert.match(page, /Our advice, not PlusAuth’s words\./);
    assert.match(page, /<strong>Retry\.<\/strong> Look at the <code>status<\/code> and &#60;retry&#62;\./);
    assert.match(page, /None of PlusAuth’s documented errors has this status\./);
  });

  it('lists records where they are, telling files of one name apart', () => {
    assert.deepEqual(rows(page, 'contradictions'), [['Record', 'Error', 'Status', 'Time'], ['b/app.log:42', 'already_exists', '400', '–no time']]);
    assert.match(page, />a\/app\.log:1</);
  });

  it('lists the busiest requests and what was not read', () => {
    assert.deepEqual(rows(page, 'requests')[1], ['POST /api/v1/users', '4', 'already_exists 4']);
    assert.deepEqual(rows(page, 'skipped')[1], ['c&d.log', 'It is <gone>.']);
  });
});

describe('the page of a report on little', () => {
  it('says that there is nothing, and what would count', () => {
    const page = html(empty);
    assert.match(page, /There are no PlusAuth errors in these logs\./);
    assert.doesNotMatch(page, /<section|<svg/);
    assert.match(html(empty, { range: { since: 0, until: 1 }, depth: 1 }), /There are no PlusAuth errors in this range of time\./);
  });

  it('shows one record as one bar, in the middle, which cannot be narrowed', () => {
    const page = html(single);
    assert.match(page, /<h1>Errors in app\.log<\/h1>/);
    assert.match(page, /1 error in 1 record</);
    assert.match(page, /<div class="ticks single" aria-hidden="true"><span>Mar 14, 2026, 10:00<\/span><\/div>/);
    assert.doesNotMatch(page, /narrow/);
  });

  it('has no timeline where no record has a time', () => {
    const page = html(timeless);
    assert.match(page, /No record says when it was written/);
    assert.doesNotMatch(page, /class="timeline"/);
    assert.deepEqual(rows(page, 'totals')[0], ['Error', 'Status', 'Count', 'Share']);
  });

  it('says how many have no time where others have', () => assert.match(html(sample), /1 error has no time and is not in the timeline\./));
});
