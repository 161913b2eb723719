import assert from 'node:assert/strict';
import { checkHover } from '../../harness/features';
import { checkFix } from '../../harness/fixes';
import { findingsOf, settingsOf, withDocument, type CheckOptions } from '../../harness/document';
import { sharedHost } from '../../harness/host';

const log: CheckOptions = { languageId: 'log', path: 'app.log' };
const json: CheckOptions = { languageId: 'json', path: 'data.json' };
const MANIFEST = '{"dependencies":{"@plusauth/plusauth-rest-js":"2.4.0"}}';
const linksOf = (text: string, options: CheckOptions) => withDocument(text, options, (uri) => sharedHost().service.doLinks(uri, settingsOf(options)));

describe('hover in a log', () => {
  it('shows the card with the description and the request of the same record', async () => {
    const card = await checkHover('{"level":50,"method":"POST","url":"https://acme.plusauth.com/api/v1/users","error":"already‸_exists","error_description":"E-mail `ada` is *taken*","status":409}', /409/, log);
    assert.match(card ?? '', /Provided resource already exists/);
    assert.match(card ?? '', /\*\*In this record:\*\* the description ``E-mail `ada` is \*taken\*``, the request `POST acme\.plusauth\.com\/api\/v1\/users`, the status `409`/);
  });

  it('takes nothing from the records around it', async () => {
    const card = await checkHover(
      'PlusAuth: {"error":"missing_token","error_description":"alpha","status":401}\nPlusAuth: {"error":"missing_‸scope","error_description":"second","status":401}\nPlusAuth: {"error":"missing_token","error_description":"omega"}',
      /second/,
      log,
    );
    assert.doesNotMatch(card ?? '', /alpha|omega/);
  });

  it('shows the same on the status, and says when it cannot be', async () => {
    await checkHover('PlusAuth said already_exists, status=4‸09', /already_exists.*409/, log);
    const card = await checkHover('PlusAuth said already_exists, status=4‸00', /invalid_request/, log);
    assert.match(card ?? '', /already\\_exists.*cannot occur together.*409/);
    await checkHover('10.0.0.1 - - [02/Jan/2026:03:04:05 +0000] "POST /api/v1/users HTTP/1.1" 40‸9 120 "-" "plusauth-rest-js"', /already_exists/, log);
  });

  it('stays with the lines of a stack trace and of an inspected object', () =>
    checkHover("PlusAuthRestError: already_exists\n    at f (/app/a.js:1:1) {\n  error: 'already_‸exists',\n  error_description: 'taken',\n  status: 409\n}\nother", /taken/, log));

  it('is in the editor’s language', () => checkHover('{"error":"already_‸exists","error_description":"x","plusauth":true}', /Bu kayıtta/, { ...log, settings: { locale: 'tr' } }));

  it('is in the output of a program, and in JSON lines', async () => {
    for (const languageId of ['Log', 'jsonl']) await checkHover('{"plusauth":1}\n{"level":50,"error":"already_‸exists"}', /409/, { languageId, path: 'x' });
  });

  it('is silent on a name that is none, and on other numbers', async () => {
    for (const text of ['plusauth internal_server‸_error', 'plusauth server_error.l‸og', 'plusauth already_exists in 40‸9ms', 'plusauth event_type=40‸01 x=1 y=2', 'plusauth GET /api/v1/users 200 4‸04']) await checkHover(text, undefined, log);
  });
});

describe('evidence for a log', () => {
  const line = '2026-01-02 03:04:05 ERROR upload failed: already_‸exists';
  it('a name alone is none', () => checkHover(line, undefined, log));
  it('nor is one in an OAuth server’s or a gRPC service’s log', async () => {
    await checkHover('level=error msg="token request failed" error=invalid_‸request client=x', undefined, log);
    await checkHover('rpc error: code = already_‸exists', undefined, log);
    await checkHover('[oauth2] invalid_‸request', undefined, { ...log, manifest: MANIFEST });
  });
  it('the file is', () => checkHover(`starting with plusauth-rest-js 2.4.0\n${line}`, /409/, log));
  it('the project is', () => checkHover(line, /409/, { ...log, manifest: MANIFEST }));
  it('the record is, with an address or the whole body', async () => {
    await checkHover(`${line} for POST https://acme.plusauth.com/api/v1/users`, /409/, log);
    await checkHover('{"error":"entity_not_‸found","error_description":"No such role","status":404}', /404/, log);
  });
  it('the setting is, and silences', async () => {
    await checkHover(line, /409/, { ...log, settings: { context: 'always' } });
    await checkHover(`plusauth ${line}`, undefined, { ...log, settings: { context: 'never' } });
  });
  it('another API’s record stays silent in a file that speaks of PlusAuth', () =>
    checkHover('plusauth\nPOST https://api.example.com/api/v1/users failed: already_‸exists', undefined, log));
});

describe('JSON documents', () => {
  it('a record has its hover, also in a list of logs', async () => {
    const logs = '{\n  "tenant": "acme.plusauth.com",\n  "logs": [\n    { "time": "2026-01-02T03:04:05Z", "message": "", "details": { "error": "missing_token" } },\n    { "time": "2026-01-02T03:04:05Z", "message": "", "details": { "error": "missing_sc‸ope", "error_description": "write:user" } }\n  ]\n}\n';
    await checkHover(logs, /write:user/, json);
  });

  it('are silent where nothing speaks of PlusAuth', async () => {
    for (const text of [
      '{ "name": "errors", "keywords": ["already_‸exists"], "version": "1.0.0" }',
      '{ "errors": { "already_exists": "Taken", "server_‸error": "Sorry" } }',
      '{ "request": { "method": "POST", "path": "/token" }, "response": { "status": 400, "body": { "error": "invalid_‸request" } } }',
      '{ "status": 409, "error": "already_‸exists" }', '{ "status": 404, "error": "entity_not_‸found" }',
      '{ "openapi": "3.1.0", "paths": {}, "components": { "schemas": { "Error": { "enum": ["missing_token", "missing_‸scope"], "example": { "error": "missing_scope", "status": 403 } } } } }',
    ]) {
      await checkHover(text, undefined, json);
      assert.deepEqual(await findingsOf(text.replace('‸', ''), json), []);
      assert.deepEqual(await linksOf(text.replace('‸', ''), json), []);
    }
  });

  it('of a PlusAuth project are silent where a name is no error that came', async () => {
    const options = { ...json, manifest: MANIFEST };
    for (const text of ['{ "already_‸exists": "Taken" }', '{ "keys": ["already_‸exists"] }', '{ "message": "already_‸exists" }', '{ "title": "server_‸error", "id": 409 }']) await checkHover(text, undefined, options);
    await checkHover('{ "error": "already_‸exists", "status": 409 }', /409/, options);
  });

  it('a name and a status that cannot be together are found, with fixes', async () => {
    const options = { ...json, manifest: MANIFEST };
    const text = '{\n  "error": "already_exists",\n  "status": 400\n}\n';
    const [finding] = await findingsOf(text, options);
    assert.equal(finding?.code, 'status-mismatch');
    assert.equal(text.slice(finding.span.start, finding.span.end), '400');
    await checkFix(text, { code: 'status-mismatch' }, '{\n  "error": "already_exists",\n  "status": 409\n}\n', options);
    await checkFix(text, { code: 'status-mismatch', title: /invalid_request/ }, '{\n  "error": "invalid_request",\n  "status": 400\n}\n', options);
    await checkFix('{ "error": "missing_scope", "status": "403" }', { code: 'status-mismatch' }, '{ "error": "missing_scope", "status": "401" }', options);
  });

  it('a comment silences a finding, and is told when it does not', async () => {
    const options = { languageId: 'jsonc', path: 'mock.jsonc', manifest: MANIFEST };
    const codes = async (text: string) => (await findingsOf(text, options)).map(({ code }) => code);
    assert.deepEqual(await codes('[\n  // plusauth-errors-ignore-next-line status-mismatch\n  { "error": "already_exists", "status": 400 }\n]'), []);
    assert.deepEqual(await codes('[\n  // plusauth-errors-ignore-next-line\n  { "error": "already_exists", "status": 409 }\n]'), ['unused-suppression']);
    assert.deepEqual(await codes('[ { "error": "already_exists", "status": 400, "note": "// plusauth-errors-ignore" } ]'), ['status-mismatch']);
  });
});

describe('status-mismatch in a log', () => {
  const text = 'PlusAuth started\n{"level":50,"error":"already_exists","status":400}\n{"level":50,"error":"already_exists","status":409}\nPOST /signup 500 already_exists\n';
  it('is found where name and status are of one error, and has no fix: what was logged has happened', async () => {
    const findings = await findingsOf(text, log);
    assert.deepEqual(findings.map(({ code, span }) => [code, text.slice(span.start, span.end)]), [['status-mismatch', '400']]);
    assert.deepEqual(findings[0]?.fixes(), []);
  });
  it('follows its setting', async () => {
    assert.deepEqual(await findingsOf(text, { ...log, settings: { severity: { 'status-mismatch': 'off' } } }), []);
    assert.equal((await findingsOf(text, { ...log, settings: { severity: { 'status-mismatch': 'error' } } }))[0]?.severity, 'error');
  });
  it('is listed 200 times at most', async () => assert.equal((await findingsOf(`PlusAuth\n${'{"error":"already_exists","status":400}\n'.repeat(300)}`, log)).length, 200));
});

describe('links', () => {
  it('lead from every name to the errors reference in the editor’s language', async () => {
    const text = 'PlusAuth: already_exists, see errors/already_exists.json\nPlusAuth: missing_scope';
    const english = await linksOf(text, log);
    assert.deepEqual(english.map(({ span, target }) => [text.slice(span.start, span.end), target]), [['already_exists', 'https://docs.plusauth.com/en/api/core/errors'], ['missing_scope', 'https://docs.plusauth.com/en/api/core/errors']]);
    assert.equal((await linksOf(text, { ...log, settings: { locale: 'tr' } }))[0]?.target, 'https://docs.plusauth.com/tr/api/core/errors');
  });
  it('are not in code', async () => assert.deepEqual(await linksOf("// PlusAuth\nif (e.error === 'already_exists') {}", {}), []));
});

describe('a line of a terminal', () => {
  const { service } = sharedHost();
  const names = async (text: string, folder?: string) => (await service.recordLinks(text, folder, settingsOf({}))).map(({ name, span }) => [name, text.slice(span.start, span.end)]);
  it('has links with the cards of its names', async () => {
    const text = "PlusAuthRestError: already_exists { error: 'already_exists', status: 409, error_description: 'taken' }";
    assert.deepEqual(await names(text), [['already_exists', 'already_exists'], ['already_exists', 'already_exists']]);
    assert.match((await service.recordLinks(text, undefined, settingsOf({})))[0]?.card ?? '', /taken/);
  });
  it('needs evidence: in itself, or of the project it works in', async () => {
    const text = 'upload failed: already_exists';
    assert.deepEqual(await names(text), []);
    await withDocument('', { manifest: MANIFEST, path: 'a.ts' }, async (uri) => assert.equal((await names(text, uri.replace('/a.ts', ''))).length, 1));
  });
  it('of anything else has none', async () => {
    for (const text of ['', 'PlusAuth ready', 'wrote plusauth/already_exists.json', 'plusauth '.repeat(10_000)]) assert.deepEqual(await names(text), []);
  });
});
