import assert from 'node:assert/strict';
import { highlightsAt, namesAt, surveyOf } from '../../../server/src/core/features/survey';
import type { Analysis } from '../../../server/src/core/recognise/analysis';
import { environmentOf } from '../../../server/src/core/recognise/declarations';
import type { Sighting } from '../../../server/src/core/service';
import { settingsOf, withDocument, type CheckOptions } from '../../harness/document';
import { sharedHost } from '../../harness/host';
import { SAMPLES } from '../property/samples';

const IMPORT = "import { PlusAuthRestError } from '@plusauth/plusauth-rest-js';\n";
const SWITCH = `${IMPORT}
export async function create(client: PlusAuthRestClient): Promise<string | undefined> {
  try {
    await client.users.create({});
  } catch (e) {
    switch (e.error) {
      case 'already_exists': return 'taken';
      case 'plan_limit_exceeded': return 'full';
    }
    if (e.status === 401) return 'who';
  }
}
`;
const FOREIGN = `import { grpc } from 'grpc';
export function tell(e: { code: string }): void {
  switch (e.code) {
    case 'already_exists':
      console.log('taken');
  }
}
`;

const survey = (text: string, options: CheckOptions = {}): Promise<readonly Sighting[]> => withDocument(text, options, (uri) => sharedHost().service.doSurvey(uri, settingsOf(options)));
const shown = (text: string, found: readonly Sighting[], standing: Sighting['standing']): string[] => found.filter((s) => s.standing === standing).map(({ span, names }) => `${text.slice(span.start, span.end)}: ${names.length > 3 ? names.length : names.join(' ')}`);
const service = () => sharedHost().service;
/** Asks at the place of `|` in `at`. */
const at = (text: string, mark: string): number => {
  const start = text.indexOf(mark.replace('|', ''));
  assert.ok(start >= 0, `${mark} is in the text`);
  return start + mark.indexOf('|');
};
const highlights = async (text: string, mark: string, options: CheckOptions = {}): Promise<string[]> => {
  const spans = await withDocument(text, options, (uri) => service().doHighlight(uri, at(text, mark), settingsOf(options)));
  return spans.map((s) => text.slice(s.start, s.end));
};
const names = (text: string, mark: string, options: CheckOptions = {}): Promise<readonly string[]> => withDocument(text, options, (uri) => service().doNames(uri, at(text, mark), settingsOf(options)));

describe('the survey of a document', () => {
  it('says where an error is handled, by name or by status, and what the handler forgets', async () => {
    const found = await survey(SWITCH);
    assert.deepEqual(shown(SWITCH, found, 'handled'), ['already_exists: already_exists', 'plan_limit_exceeded: plan_limit_exceeded', '401: 6']);
    const missing = found.filter((s) => s.standing === 'missing');
    assert.equal(missing.length, 1);
    assert.ok(missing[0]?.names.includes('too_many_requests'));
    assert.ok(!missing[0]?.names.includes('already_exists'));
  });

  it('says nothing of a handler as forgetful that has a fallback, or that a comment silences', async () => {
    const careful = SWITCH.replace("return 'who';", "return 'who';\n    throw e;");
    assert.deepEqual(shown(careful, await survey(careful), 'missing'), []);
    const silenced = SWITCH.replace('    switch', '    // plusauth-errors-ignore-next-line unhandled-error\n    switch');
    assert.deepEqual(shown(silenced, await survey(silenced), 'missing'), []);
    assert.equal(shown(silenced, await survey(silenced), 'handled').length, 3);
  });

  it('tells what is merely named from what is handled', async () => {
    const text = `${IMPORT}export const retryable = (e: PlusAuthRestError) => e.error === 'too_many_requests';\n// invalid_entity is shown by the form.\n`;
    const found = await survey(text);
    assert.deepEqual(shown(text, found, 'handled'), []);
    assert.deepEqual(shown(text, found, 'mentioned'), ['too_many_requests: too_many_requests', 'invalid_entity: invalid_entity']);
  });

  it('names the entries of a table that stands elsewhere', async () => {
    const text = `${IMPORT}const TEXTS: Record<string, string> = {\n  already_exists: 'Taken',\n  invalid_entity: 'Wrong',\n};\nexport const textOf = (e: PlusAuthRestError) => TEXTS[e.error];\n`;
    const found = await survey(text);
    assert.deepEqual(shown(text, found, 'handled'), ['already_exists: already_exists', 'invalid_entity: invalid_entity']);
    assert.equal(found.filter((s) => s.standing === 'missing').length, 1);
  });

  it('names the entries of a list that stands elsewhere', async () => {
    const text = `${IMPORT}const FORM = ['already_exists', 'invalid_entity'];\nexport function f(e: PlusAuthRestError) {\n  if (FORM.includes(e.error)) return showForm();\n  throw e;\n}\n`;
    assert.deepEqual(shown(text, await survey(text), 'handled'), ['already_exists: already_exists', 'invalid_entity: invalid_entity']);
  });

  it('follows constants to the place where they are compared', async () => {
    const text = `${IMPORT}const TAKEN = 'already_exists';\nexport function f(e: PlusAuthRestError) { if (e.error === TAKEN) return 1; throw e; }\n`;
    const found = await survey(text);
    assert.deepEqual(shown(text, found, 'handled'), ['TAKEN: already_exists']);
    assert.deepEqual(shown(text, found, 'mentioned'), ['already_exists: already_exists']);
  });

  it('leaves code alone that is not about PlusAuth, also in a file that is', async () => {
    assert.deepEqual(await survey(FOREIGN), []);
    const mixed = `${IMPORT}${FOREIGN.replace('tell(e: { code: string })', 'tellOAuth(e: OAuthError)').replace("import { grpc } from 'grpc';", 'import { OAuthError } from "oauth4webapi";').replace('already_exists', 'invalid_request')}`;
    assert.deepEqual(await survey(mixed), []);
    assert.deepEqual(await survey(SWITCH, { settings: { context: 'never' } }), []);
  });

  it('finds the handlers that a project’s manifest vouches for', async () => {
    const manifest = JSON.stringify({ dependencies: { '@plusauth/plusauth-rest-js': '1.0.0' } });
    assert.deepEqual(await survey(FOREIGN), []);
    const found = await survey(FOREIGN.replace("import { grpc } from 'grpc';", ''), { manifest });
    assert.deepEqual(shown(FOREIGN.replace("import { grpc } from 'grpc';", ''), found, 'handled'), ['already_exists: already_exists']);
  });

  it('has only places that lie in the text, in their order, in every language', async () => {
    for (const { name, languageId, text } of SAMPLES) {
      const found = await survey(text, { languageId });
      for (const [index, { span, names: of }] of found.entries()) {
        assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, `${name}: ${JSON.stringify(found[index])}`);
        assert.ok(index === 0 || (found[index - 1]?.span.start ?? 0) <= span.start, name);
        assert.ok(of.length > 0, name);
      }
    }
  });
});

describe('highlights', () => {
  it('show every branch of the handler that takes the name at the cursor', async () => {
    const text = SWITCH.replace('e.status === 401', 'e.status === 409');
    assert.deepEqual(await highlights(text, "'already|_exists'"), ['already_exists', '409']);
    assert.deepEqual(await highlights(text, "'plan|_limit_exceeded'"), ['plan_limit_exceeded']);
    assert.deepEqual(await highlights(text, '=== 4|09'), ['already_exists', '409']);
  });

  it('show the name in the rest of the document as well, as an editor would', async () => {
    const text = `${SWITCH}// already_exists: the address is taken.\n`;
    assert.deepEqual(await highlights(text, "'already|_exists'"), ['already_exists', 'already_exists']);
  });

  it('show all branches at the head', async () => {
    assert.deepEqual((await highlights(SWITCH, 'sw|itch (e.error)')).slice(1), ['already_exists', 'plan_limit_exceeded', '401']);
  });

  it('show nothing elsewhere, nor in foreign code', async () => {
    assert.deepEqual(await highlights(SWITCH, "return 'ta|ken'"), []);
    assert.deepEqual(await highlights(FOREIGN, "'already|_exists'"), []);
  });
});

describe('the names at a place', () => {
  it('are the name, or those of a status', async () => {
    assert.deepEqual(await names(SWITCH, "'plan|_limit_exceeded'"), ['plan_limit_exceeded']);
    assert.equal((await names(SWITCH, '=== 40|1')).length, 6);
    assert.deepEqual(await names(SWITCH, 'exp|ort'), []);
    assert.deepEqual(await names(FOREIGN, "'already|_exists'"), []);
  });

  it('are those of a log’s record', async () => {
    const log = '2026-01-02T03:04:05Z ERROR PlusAuth answered {"error":"plan_limit_exceeded","status":402}\n';
    assert.deepEqual(await names(log, 'plan|_limit', { languageId: 'log' }), ['plan_limit_exceeded']);
    assert.deepEqual(await names(log, 'ER|ROR', { languageId: 'log' }), []);
  });
});

describe('what was seen in an analysis', () => {
  it('is looked for once, however much is asked', () => {
    let reads = 0;
    const analysis: Analysis = {
      document: {}, units: [], telling: [], layers: [], environment: environmentOf([], true), evidence: undefined, silences: false,
      get text() {
        reads++;
        return '// missing_scope, and missing_scope';
      },
    };
    assert.equal(highlightsAt(analysis, 5).length, 2);
    const once = reads;
    assert.deepEqual(namesAt(analysis, 5), ['missing_scope']);
    assert.equal(surveyOf(analysis, []).length, 2);
    assert.ok(once > 0);
    assert.equal(reads, once);
  });

  it('holds each name once: where one is compared, or handled, it is no mere word', async () => {
    const text = SWITCH.replace("return 'taken'", "return e.code === 'missing_token' ? missing_scope : 'missing_token_at' // missing_token,missing_scope\n");
    assert.deepEqual(shown(text, await survey(text), 'mentioned'), ['missing_scope: missing_scope', 'missing_token: missing_token', 'missing_scope: missing_scope']);
  });
});

describe('hints', () => {
  const hints = async (text: string, kinds: readonly ('status' | 'missing')[], part = { start: 0, end: text.length }, locale: 'en' | 'tr' = 'en'): Promise<string[]> => {
    const options: CheckOptions = { settings: { hints: kinds, locale } };
    const found = await withDocument(text, options, (uri) => service().doHints(uri, part, settingsOf(options)));
    return found.map(({ offset, label, tooltip }) => {
      assert.ok(tooltip.length > 5);
      return `${text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim()} «${label}»`;
    });
  };

  it('are none unless wanted', async () => assert.deepEqual(await hints(SWITCH, []), []));

  it('give the status behind a name', async () => {
    assert.deepEqual(await hints(SWITCH, ['status']), ["case 'already_exists' «409»", "case 'plan_limit_exceeded' «402»"]);
    const [only] = await hints(SWITCH, ['status'], { start: at(SWITCH, "|case 'plan"), end: at(SWITCH, "|return 'full'") });
    assert.equal(only, "case 'plan_limit_exceeded' «402»");
  });

  it('give the number of forgotten errors at the head of a handler', async () => {
    const [en] = await hints(SWITCH, ['missing']);
    const [tr] = await hints(SWITCH, ['missing'], undefined, 'tr');
    assert.match(en ?? '', /^switch \(e\.error\).*«\d not handled»$/);
    assert.match(tr ?? '', /«\d hata ele alınmıyor»$/);
  });

  it('are none in foreign code', async () => assert.deepEqual(await hints(FOREIGN, ['status', 'missing']), []));
});
