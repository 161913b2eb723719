import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { FINDING_CODES } from '../../../server/src/core/model/finding';
import { skippedTexts } from '../../../server/src/core/texts/skipped';
import { texts } from '../../../server/src/core/texts';
import type { FindingTexts, FixTexts, Texts } from '../../../server/src/core/texts';

const NAMES = ['already_exists', 'invalid_entity', 'plan_limit_exceeded'] as const;

/** Every sentence of a finding, with what it must name. */
const findings = (t: FindingTexts): [string, readonly string[]][] => [
  [t.unhandledError({ names: NAMES, more: 8, everything: false }), [...NAMES, '8']],
  [t.unhandledError({ names: NAMES, more: 11, everything: true }), [...NAMES, '11']],
  [t.unhandledError({ names: NAMES.slice(0, 2), more: 0, everything: false }), NAMES.slice(0, 2)],
  [t.unhandledError({ names: ['server_error'], more: 0, everything: false }), ['server_error']],
  [t.onlyFallback({ names: NAMES, more: 2 }), [...NAMES, '2']],
  [t.onlyFallback({ names: ['server_error'], more: 0 }), ['server_error']],
  [t.unknownError('entity_notfound', 'entity_not_found'), ['entity_notfound', 'entity_not_found']],
  [t.statusMismatch('server_error', 429, '5xx'), ['server_error', '429', '5xx']],
  [t.unreachableBranch('already_exists'), ['already_exists']],
  [t.unreachableBranch(409), ['409']],
  [t.unreachableBranch('missing_scope', 401), ['missing_scope', '401']],
  [t.unreachableBranch(409, 'already_exists'), ['409', 'already_exists']],
  [t.undocumentedStatus(418), ['418']],
  [t.undocumentedStatus(403, { status: 401, names: ['missing_scope', 'unauthorized_user'] }), ['403', '401', 'missing_scope', 'unauthorized_user']],
  [t.undocumentedStatus(410, { status: 404, names: ['entity_not_found'] }), ['410', '404', 'entity_not_found']],
  [t.swallowedError('catch'), []],
  [t.swallowedError('fallback'), []],
  [t.swallowedError('logOnly'), []],
  [t.unusedSuppression(), []],
  [t.unusedSuppression('unhandled-error'), ['unhandled-error']],
];

const titles = (t: FixTexts): [string, readonly string[]][] => [
  [t.addFallback('rethrow'), []],
  [t.addFallback('report'), []],
  [t.addAllMissing(1), []],
  [t.addAllMissing(8), ['8']],
  [t.addOne('already_exists'), ['already_exists']],
  [t.addByStatus(1), []],
  [t.addByStatus(4), ['4']],
  [t.changeName('already_exists'), ['already_exists']],
  [t.changeStatus(409), ['409']],
  [t.removeBranch, []],
  [t.removeSuppression, []],
  [t.insertHandler, []],
  [t.rethrow, []],
  [t.suppress('unhandled-error', 'line'), ['unhandled-error']],
  [t.suppress('unhandled-error', 'file'), ['unhandled-error']],
];

const others = (t: Texts): [string, readonly string[]][] => [
  [t.assist.notFound('teapot', NAMES), ['teapot', ...NAMES]],
  [t.assist.noQuery(), ['query']],
  [t.assist.noFile('a.ts'), ['a.ts']],
  [t.assist.unread('a.txt', ['.ts', '.py']), ['a.txt', '.ts', '.py']],
  [t.assist.silent('a.ts', 'BECAUSE.'), ['a.ts', 'BECAUSE.']],
  [t.assist.clean('a.ts'), ['a.ts']],
  [t.assist.findings('a.ts', 1), ['a.ts', '1']],
  [t.assist.findings('a.ts', 4), ['a.ts', '4']],
  [t.assist.fixes(['FIX', 'OTHER']), ['FIX', 'OTHER']],
  [t.assist.handled(NAMES), NAMES],
  [t.assist.advice, ['too_many_requests', 'server_error']],
  [t.find.handled, []],
  [t.find.missing, []],
  [t.find.statusOf('already_exists', '409'), ['already_exists', '409']],
  [t.find.missingCount(3), ['3']],
  [t.find.missingNames(NAMES), NAMES],
  [t.find.searching, []],
  [t.find.searched(1), ['1']],
  [t.find.searched(20), ['20']],
  ...(['import', 'identifier', 'url', 'comment', 'manifest'] as const).map((kind): [string, readonly string[]] => [t.reason[kind]('EVIDENCE'), ['EVIDENCE']]),
  [t.reason.handlerNames(['missing_scope', 'entity_not_found']), ['missing_scope', 'entity_not_found']],
  [t.reason.always, []],
  [t.reason.never, []],
  [t.reason.nothing, []],
  [t.completion.name('409', true), ['409']],
  [t.completion.branch('already_exists', '409'), ['already_exists', '409']],
  [t.completion.allMissing(1), []],
  [t.completion.allMissing(3), ['3']],
  [t.completion.fallback, []],
  [t.completion.handler('err'), ['err']],
  [t.completion.retry, ['too_many_requests', 'server_error']],
];

describe('texts', () => {
  for (const [what, of] of [
    ['finding', (t: Texts) => findings(t.finding)],
    ['fix', (t: Texts) => titles(t.fix)],
    ['other', others],
  ] as const) {
    it(`every ${what} text names what it is about, in English and Turkish, and no two are the same`, () => {
      const all = (['en', 'tr'] as const).flatMap((locale) => of(texts(locale)));
      for (const [text, parts] of all) {
        assert.ok(text.length > 5);
        assert.doesNotMatch(text, /undefined|\[object|\s$|^\s| {2}/, text);
        for (const part of parts) assert.ok(text.includes(part), `${part} in: ${text}`);
      }
      assert.equal(new Set(all.map(([text]) => text)).size, all.length);
    });
  }

  it('every reason why a file was not read is a sentence of its own, in English and Turkish', () => {
    const reasons = (['en', 'tr'] as const).flatMap((locale): string[] => {
      const say = skippedTexts(locale);
      const filled = [say.tooLarge(300, 256), say.damaged('WHY'), say.unread('WHY.')];
      assert.ok(filled[0]?.includes('300') && filled[0].includes('256') && filled.slice(1).every((reason) => reason.includes('WHY')));
      return [...Object.values(say).filter((reason): reason is string => typeof reason === 'string'), ...filled];
    });
    for (const reason of reasons) assert.match(reason, /^\p{Lu}.*\.$/u);
    assert.equal(new Set(reasons).size, reasons.length);
  });

  it('Turkish has one word for a fallback, and one for handling an error', () => {
    for (const file of ['package.nls.tr.json', 'l10n/bundle.l10n.tr.json', 'server/src/core/texts/tr.ts']) {
      const others = readFileSync(file, 'utf8').match(/.*(?:yedek dal|[iİ]şlen(?:iyor|miyor|meyen|en)).*/giu);
      assert.deepEqual(others, null, file);
    }
  });

  it('findings are one to three short sentences', () => {
    for (const locale of ['en', 'tr'] as const) {
      for (const [text] of findings(texts(locale).finding)) {
        assert.match(text, /[.?]$/);
        assert.ok(text.length <= 200, text);
      }
    }
  });

  it('titles of fixes have no full stop and fit into a menu', () => {
    for (const locale of ['en', 'tr'] as const) for (const [text] of titles(texts(locale).fix)) assert.ok(!text.endsWith('.') && text.length <= 60, text);
  });

  it('says the sentences as people see them', () => {
    const { finding } = texts('en');
    assert.equal(
      finding.unhandledError({ names: NAMES, more: 8, everything: false }),
      'Unhandled PlusAuth errors vanish here: \'already_exists\', \'invalid_entity\', \'plan_limit_exceeded\' and 8 more. Add a fallback or the missing branches.',
    );
    assert.equal(
      finding.unknownError('entity_notfound', 'entity_not_found'),
      'PlusAuth has no error \'entity_notfound\', so this never matches. Did you mean \'entity_not_found\'?',
    );
    assert.equal(FINDING_CODES.length, 7);
  });
});
