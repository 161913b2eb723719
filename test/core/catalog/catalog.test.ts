import assert from 'node:assert/strict';
import fs from 'node:fs';
import { CATALOG, ERROR_NAMES, statusText, type CatalogEntry, type Localized } from '../../../server/src/core/catalog';
import { CATALOG_NAMES } from '../../harness/names';

interface Row {
  readonly status: string;
  readonly name: string;
  readonly description: string;
}

/** The rows of the table in PlusAuth's documentation. */
const rows: readonly Row[] = [...fs.readFileSync('test/fixtures/errors-table.md', 'utf8').matchAll(/^\| (\w{3}) \| `(\w+)` \| (.+) \|$/gm)].map((match) => ({
  status: match[1] ?? '',
  name: match[2] ?? '',
  description: match[3] ?? '',
}));

/** Every address that is known to exist. */
const PAGES = [
  'https://docs.plusauth.com/en/api/core/errors',
  'https://docs.plusauth.com/tr/api/core/errors',
  'https://docs.plusauth.com/api/core/rate-limits',
  'https://docs.plusauth.com/tr/api/core/rate-limits',
  'https://docs.plusauth.com/en/api/core/authorization',
  'https://docs.plusauth.com/concepts/user-management/access-control',
  'https://docs.plusauth.com/tr/concepts/user-management/access-control',
  'https://docs.plusauth.com/concepts/customization/views',
  'https://docs.plusauth.com/api/core/-/tenants/get-tenant-subscription',
];

/** Every sentence of an entry that is ours, with what it is. */
function sentences(entry: CatalogEntry): [string, Localized][] {
  return [
    ...entry.causes.map((cause, index): [string, Localized] => [`cause ${index}`, cause]),
    ['first check', entry.firstCheck],
    ['action', entry.action],
    ['retry', entry.retry],
    ...(entry.caution ? [['caution', entry.caution] as [string, Localized]] : []),
    ...entry.confusedWith.map((other): [string, Localized] => [`confused with ${other.name}`, other.why]),
    ...entry.links.map((link): [string, Localized] => ['link', link.title]),
    ['keywords', entry.keywords],
  ];
}

describe('catalogue', () => {
  it('has the 14 rows of the table, in its order', () => {
    assert.equal(rows.length, 14);
    assert.deepEqual(ERROR_NAMES, rows.map((row) => row.name));
    assert.deepEqual([...ERROR_NAMES].sort(), [...CATALOG_NAMES].sort());
  });

  for (const row of rows) {
    it(`${row.name}: status and PlusAuth's sentence as in the table`, () => {
      const entry = CATALOG.find((each) => each.name === row.name);
      assert.ok(entry);
      assert.equal(statusText(entry), row.status);
      assert.deepEqual(entry.status, row.status === '5xx' ? { from: 500, to: 599 } : { from: Number(row.status), to: Number(row.status) });
      assert.equal(entry.description, row.description);
    });
  }

  for (const entry of CATALOG) {
    it(`${entry.name}: every text in English and Turkish`, () => {
      for (const [what, text] of sentences(entry)) {
        for (const locale of ['en', 'tr'] as const) {
          assert.ok(text[locale].trim().length > 3, `${what} in ${locale}`);
          assert.equal(text[locale].trim(), text[locale], `${what} in ${locale} has no spaces around it`);
          assert.equal((text[locale].match(/`/g)?.length ?? 0) % 2, 0, `${what} in ${locale} closes its code`);
          if (what !== 'keywords') assert.doesNotMatch(text[locale].replace(/`[^`]*`/g, ''), /[|<>*_\n]/, `${what} in ${locale} is one line of markdown`);
        }
        assert.notEqual(text.en, text.tr, `${what} is translated`);
      }
      assert.ok(entry.descriptionTr.length > 10);
      assert.notEqual(entry.descriptionTr, entry.description);
      for (const sentence of [entry.firstCheck, entry.action, entry.retry, ...(entry.caution ? [entry.caution] : [])]) {
        assert.match(sentence.en, /\.$/);
        assert.match(sentence.tr, /\.$/);
      }
    });

    it(`${entry.name}: causes, links and what it is confused with`, () => {
      assert.ok(entry.causes.length >= 2);
      assert.ok(entry.confusedWith.length >= 1);
      assert.equal(new Set(entry.confusedWith.map((other) => other.name)).size, entry.confusedWith.length);
      assert.ok(entry.links.some((link) => link.url.en === PAGES[0] && link.url.tr === PAGES[1]), 'links the errors page');
      for (const link of entry.links) for (const url of Object.values(link.url)) assert.ok(PAGES.includes(url), url);
    });
  }

  it('only 429 and 5xx can be retried, and it is their turn', () => {
    const retryable = CATALOG.filter((entry) => entry.retryable).map((entry) => entry.name);
    assert.deepEqual(retryable, ['too_many_requests', 'server_error']);
    assert.deepEqual(CATALOG.filter((entry) => entry.turn === 'retry').map((entry) => entry.name), retryable);
  });

  it('names no error of its own that PlusAuth does not document', () => {
    for (const entry of CATALOG) {
      for (const [what, text] of sentences(entry)) {
        if (what.startsWith('confused') || what === 'keywords') continue;
        const named = [...`${text.en} ${text.tr}`.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map((match) => match[1]);
          const fields = ['error_description', 'sort_by', 'verify_email'];
        assert.deepEqual(named.filter((name) => name !== undefined && !ERROR_NAMES.includes(name) && !fields.includes(name)), [], `${entry.name}, ${what}`);
      }
    }
  });

  it('knows which names other APIs use, too', () => {
    const fixture = JSON.parse(fs.readFileSync('test/fixtures/other-names.json', 'utf8')) as { alsoStandard: string[] };
    const inTheWild = ['plan_limit_exceeded', 'invalid_authorization_scheme', 'missing_token'];
    assert.deepEqual(CATALOG.filter((entry) => entry.shared).map((entry) => entry.name).sort(), [...fixture.alsoStandard, ...inTheWild].sort());
  });
});
