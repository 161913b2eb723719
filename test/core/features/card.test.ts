import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CATALOG, entriesWithStatus, entryOf, statusText } from '../../../server/src/core/catalog';
import { cardFor, errorCard, statusCard } from '../../../server/src/core/features/card';
import { codeSpan, escapeMarkdown, link, tableCell } from '../../../server/src/core/features/markdown';
import { texts } from '../../../server/src/core/texts';
import { CATALOG_STATUS } from '../../harness/names';

const LOCALES = ['en', 'tr'] as const;
/** Lines that fit into a hover without much scrolling. */
const MOST_LINES = 18;

/** Asserts that all parts are in the text, one after the other. */
function inOrder(text: string, parts: readonly string[]): void {
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    assert.ok(found >= 0, `${part}\nis missing, or in the wrong place, in\n${text}`);
    at = found + part.length;
  }
}

describe('card of an error', () => {
  for (const entry of CATALOG) {
    for (const locale of LOCALES) {
      it(`${entry.name} in ${locale}: everything to act on, in its order`, () => {
        const t = texts(locale).card;
        const card = errorCard(entry.name, locale);
        assert.ok(card);
        inOrder(card, [
          `### \`${entry.name}\` · ${statusText(entry)}`,
          `> ${entry.description}`,
          t.quoted,
          ...(locale === 'tr' ? [entry.descriptionTr] : []),
          t.advice,
          t.turn[entry.turn],
          entry.action[locale],
          t.causes,
          ...entry.causes.map((cause) => cause[locale]),
          t.check,
          entry.firstCheck[locale],
          t.retryable(entry.retryable),
          entry.retry[locale],
          ...(entry.caution ? [t.careful, entry.caution[locale]] : []),
          t.confused,
          ...entry.confusedWith.map((other) => other.why[locale]),
          ...entry.links.map((each) => `](${each.url[locale]})`),
        ]);
        assert.ok(card.split('\n').length <= MOST_LINES);
      });
    }
  }

  it('quotes PlusAuth and nobody else: our advice is outside the quotation', () => {
    for (const entry of CATALOG) {
      const quoted = errorCard(entry.name, 'en')?.split('\n').filter((line) => line.startsWith('>')) ?? [];
      assert.deepEqual(quoted, [`> ${entry.description} — *${texts('en').card.quoted}*`]);
      const turkish = errorCard(entry.name, 'tr')?.split('\n').filter((line) => line.startsWith('>')).join('\n') ?? '';
      inOrder(turkish, [entry.description, texts('tr').card.quoted, texts('tr').card.translation ?? 'none', entry.descriptionTr]);
    }
  });

  it('is undefined for what is no name', () => {
    for (const name of ['', 'ALREADY_EXISTS', 'user_not_found', 'constructor']) assert.equal(errorCard(name, 'en'), undefined);
  });
});

describe('card of a status', () => {
  for (const locale of LOCALES) {
    it(`in ${locale}: a table of exactly its names, with PlusAuth’s sentences`, () => {
      for (const status of [...new Set(Object.values(CATALOG_STATUS)), 502, 599]) {
        const card = statusCard(status, locale);
        assert.ok(card);
        const rows = card.split('\n').filter((line) => line.startsWith('| `'));
        assert.deepEqual(
          rows.map((row) => row.split(' | ').slice(0, 2)),
          entriesWithStatus(status).map((entry) => [`| \`${entry.name}\``, entry.description]),
        );
        assert.ok(card.split('\n').length <= MOST_LINES);
        assert.ok(card.includes(String(status)));
      }
    });

    it(`in ${locale}: says that 403 is not documented, and what comes with 401`, () => {
      const card = statusCard(403, locale) ?? '';
      inOrder(card, [texts(locale).card.notDocumented(403), '**401**', '| `missing_scope` |', '| `unauthorized_user` |']);
      assert.equal(card.split('\n').filter((line) => line.startsWith('| `')).length, 2);
    });
  }

  it('says what is shared and what is retryable', () => {
    assert.match(statusCard(401, 'en') ?? '', /6 names share 401/);
    assert.match(statusCard(400, 'en') ?? '', /2 names share 400/);
    assert.match(statusCard(409, 'en') ?? '', /only documented name/);
    assert.match(statusCard(429, 'en') ?? '', /Bounded exponential backoff with jitter/);
    assert.match(statusCard(503, 'en') ?? '', /500 to 599/);
    assert.match(statusCard(418, 'en') ?? '', /documents no error with status 418/);
    assert.doesNotMatch(statusCard(418, 'en') ?? '', /\| `/);
  });

  it('is undefined for what is no error status', () => {
    for (const status of [0, 100, 200, 204, 302, 399, 600, 4001, -409, 409.5, NaN, Infinity]) assert.equal(statusCard(status, 'en'), undefined, String(status));
  });
});

describe('card of what a person typed', () => {
  it('takes names in any spelling, statuses and 5xx', () => {
    for (const text of ['already_exists', ' ALREADY_EXISTS ', 'AlreadyExists', 'already-exists', 'already exists', 'Already  Exists']) {
      assert.equal(cardFor(text, 'en'), errorCard('already_exists', 'en'), text);
    }
    assert.equal(cardFor('409', 'tr'), statusCard(409, 'tr'));
    assert.equal(cardFor('5XX', 'en'), errorCard('server_error', 'en'));
    for (const text of ['', '200', '40', 'already', '4091', 'user_not_found']) assert.equal(cardFor(text, 'en'), undefined, text);
  });
});

describe('markdown', () => {
  it('escapes what has a meaning, and keeps the rest', () => {
    assert.equal(escapeMarkdown('a_b *c* `d` [e](f) <g> | h\n# i'), 'a\\_b \\*c\\* \\`d\\` \\[e\\](f) \\<g\\> \\| h \\# i');
    for (const entry of CATALOG) assert.equal(escapeMarkdown(entry.description), entry.description);
    assert.equal(entryOf('missing_scope')?.description.includes('('), true);
  });

  it('makes one span of code of any text', () => {
    assert.equal(codeSpan('already_exists'), '`already_exists`');
    assert.equal(codeSpan('a\n b'), '`a b`');
    assert.equal(codeSpan('``'), '``` `` ```');
    assert.equal(codeSpan(''), '` `');
    assert.equal(codeSpan('abcdef', 3), '`abc…`');
    const unit = fc.oneof(fc.constantFrom('`', '\n', '|', '\ud800', '\u202e'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const span = codeSpan(text);
        const fence = /^`+/.exec(span)?.[0] ?? '';
        assert.ok(span.endsWith(fence) && span.length > 2 * fence.length);
        const inner = span.slice(fence.length, -fence.length);
        assert.ok(![...inner.matchAll(/`+/g)].some((run) => run[0].length === fence.length), span);
        assert.doesNotMatch(inner, /[\n\r\p{Cs}\p{Cf}]/u);
      }),
    );
  });

  it('keeps cells and links whole', () => {
    assert.equal(tableCell('a | b\nc'), 'a \\| b c');
    assert.equal(tableCell(escapeMarkdown('a | b')), 'a \\| b');
    assert.equal(link('a [b]', 'https://docs.plusauth.com/a(b) c'), '[a \\[b\\]](https://docs.plusauth.com/a%28b%29%20c)');
  });
});
