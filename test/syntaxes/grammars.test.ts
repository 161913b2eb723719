import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import { CATALOG, ERROR_NAMES } from '../../server/src/core/catalog';

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { grammars: readonly Contribution[] } };
const contributions = manifest.contributes.grammars;

const WRONG = { match: String.raw`[^\s\]}]`, name: 'invalid.illegal.expected-separator.json' };

/** What the injections meet in VS Code: quoted texts, dates and numbers with scopes of their own. In logs a quoted text is one match, into which no rule reaches. */
const BASES: Readonly<Record<string, object>> = {
  'text.log': { scopeName: 'text.log', patterns: [{ match: String.raw`\d{4}-\d\d-\d\d`, name: 'constant.numeric.date.log' }, { match: '"[^"]*"', name: 'string log.string' }, { match: String.raw`(?<!\w)'[^']*'`, name: 'string log.string' }, { match: String.raw`\b\d+\b`, name: 'constant.numeric.log' }] },
  'source.json': json('source.json'),
  'source.json.lines': json('source.json.lines'),
};

function json(scopeName: string): object {
  return {
    scopeName,
    patterns: [{ include: '#value' }],
    // As in VS Code, what stands where a comma belongs is marked as wrong.
    repository: {
      value: { patterns: [{ include: '#object' }, { include: '#list' }, { include: '#string' }, { match: String.raw`-?\d+`, name: 'constant.numeric.json' }] },
      object: { begin: String.raw`\{`, end: String.raw`\}`, name: 'meta.structure.dictionary.json', patterns: [{ begin: '"', end: '"', name: 'string.json support.type.property-name.json' }, { begin: ':', end: String.raw`(,)|(?=\})`, name: 'meta.structure.dictionary.value.json', patterns: [{ include: '#value' }, WRONG] }, WRONG] },
      list: { begin: String.raw`\[`, end: String.raw`\]`, name: 'meta.structure.array.json', patterns: [{ include: '#value' }, { match: ',' }, WRONG] },
      string: { begin: '"', end: '"', name: 'string.quoted.double.json', patterns: [{ match: String.raw`\\.`, name: 'constant.character.escape.json' }] },
    },
  };
}

let registry: Registry;

/** The texts that a grammar with its injections marks as an error or a status, line by line. */
async function marked(text: string, scope = 'text.log'): Promise<string[]> {
  const grammar: IGrammar | null = await registry.loadGrammar(scope);
  assert.ok(grammar);
  const found: string[] = [];
  let state = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    for (const { startIndex, endIndex, scopes } of tokens) if (scopes.some((s) => /(?:error|status)\.plusauth-errors$/.test(s))) found.push(line.slice(startIndex, endIndex));
    state = ruleStack;
  }
  return found;
}

before(async () => {
  await loadWASM(readFileSync(path.join(path.dirname(createRequire(path.resolve('package.json')).resolve('vscode-oniguruma')), 'onig.wasm')));
  registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope) => {
      const contribution = contributions.find(({ scopeName }) => scopeName === scope);
      const text = contribution ? readFileSync(contribution.path, 'utf8') : JSON.stringify(BASES[scope]);
      return Promise.resolve(parseRawGrammar(text, `${scope}.json`));
    },
    getInjections: (scope) => contributions.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName),
  });
});

describe('highlighting of logs', () => {
  it('knows every name and status of the catalogue', async () => {
    for (const { name, status } of CATALOG) assert.deepEqual(await marked(`level=error error=${name} status=${status.from}`), [name, String(status.from)]);
    const known = (file: string) => new Set(readFileSync(`syntaxes/${file}.tmLanguage.json`, 'utf8').match(/[a-z]+(?:_[a-z]+)+(?=[|)])/g));
    for (const file of ['log-records', 'json-lines-records', 'errors', 'json']) assert.deepEqual([...known(file)].filter((word) => !['http', 'error_description'].includes(word)).sort(), [...ERROR_NAMES].sort());
  });

  it('marks names and statuses in records', async () => {
    assert.deepEqual(await marked('{"level":50,"time":1767323045123,"err":{"message":"already_exists","error":"already_exists","status":409},"msg":"x"}'), ['already_exists', 'already_exists', '409']);
    assert.deepEqual(await marked(String.raw`{"log":"{\"error\":\"already_exists\",\"status\":400}\n","stream":"stdout"}`), ['already_exists', '400']);
    assert.deepEqual(await marked('2026-01-02 03:04:05,123 ERROR users PlusAuth said missing_scope (HTTP 401)'), ['missing_scope', '401']);
    assert.deepEqual(await marked("PlusAuthRestError: already_exists\n    at f (/app/a.js:409:1) {\n  error: 'already_exists',\n  status: 409\n}"), ['already_exists', 'already_exists']);
    assert.deepEqual(await marked("createUser failed { error: 'too_many_requests', statusCode: 429 }"), ['too_many_requests', '429']);
    assert.deepEqual(await marked('10.0.0.1 - - [02/Jan/2026:03:04:05 +0000] "POST /api/v1/users HTTP/1.1" 409 120'), ['409']);
    assert.deepEqual(await marked('already_exists\n    at f (/app/a.js:1:1)'), ['already_exists']);
    assert.deepEqual(await marked('\u001b[31mERROR\u001b[39m PlusAuth \u001b[0m already_exists'), ['already_exists']);
  });

  it('keeps what the log’s own grammar says of the rest of the line', async () => {
    const grammar = await registry.loadGrammar('text.log');
    const line = '2026-01-02 "PlusAuth: missing_scope" 7';
    const tokens = grammar?.tokenizeLine(line, INITIAL).tokens ?? [];
    const scopesAt = (word: string) => tokens.find(({ startIndex, endIndex }) => startIndex <= line.indexOf(word) && line.indexOf(word) < endIndex)?.scopes.join(' ') ?? '';
    assert.match(scopesAt('2026'), /constant\.numeric\.date\.log/);
    assert.match(scopesAt('PlusAuth'), /string log\.string/);
    assert.match(scopesAt('missing_scope'), /string log\.string.*error\.plusauth-errors/);
    assert.match(scopesAt('7'), /constant\.numeric\.log/);
  });

  it('leaves decoys alone', async () => {
    for (const line of [
      'internal_server_error', 'loading errors/already_exists.json', 'wrote server_error.log', 'http_server_error_total 5', 'stats.server_error:3|c', 'server_error=3 missing_token=0', 'plusauth_errors_total{error="already_exists"} 12',
      'at Object.already_exists (/app/x.js:1:1)', 'already_exists()', 'GET /callback?error=server_error&state=x', '{"counts":{"server_error":3}}', 'status=404 path=/index.html', 'code 409 in 409ms',
      '10.0.0.1 - - [02/Jan/2026:03:04:05 +0000] "GET /api/v1/users HTTP/1.1" 200 404', '10.0.0.1 - - [02/Jan/2026:03:04:05 +0000] "GET /api/v1/invoices HTTP/1.1" 404 12',
      'level=error component=oauth error=invalid_request', 'rpc error: grpc already_exists', 'https://api.example.com/api/v1/users answered already_exists', '{"event_type":"4041","status":"failed"}',
    ]) assert.deepEqual(await marked(line), [], line);
    assert.deepEqual(await marked('already_exists in 404ms on port 443'), ['already_exists']);
    assert.deepEqual(await marked('https://app.example.com/cb?error=server_error gave missing_token'), ['missing_token']);
  });
});

describe('highlighting of JSON', () => {
  it('marks records of JSON lines', async () => {
    assert.deepEqual(await marked('{"level":50,"error":"already_exists","status":409}\n{"level":30}\n{"level":50,"msg":"invalid_entity"}', 'source.json.lines'), ['already_exists', '409', 'invalid_entity']);
  });

  it('leaves the rest of a line as JSON’s own grammar has it', async () => {
    const record = '{"error":"already_exists","status":409,"path":"/api/v1/users", "error_description": "x"}';
    for (const scope of ['source.json', 'source.json.lines']) {
      const grammar = await registry.loadGrammar(scope);
      const { tokens = [], ruleStack } = grammar?.tokenizeLine(record, INITIAL) ?? {};
      assert.equal(ruleStack?.depth, 1, scope);
      const scopesAt = (offset: number) => tokens.find(({ startIndex, endIndex }) => startIndex <= offset && offset < endIndex)?.scopes.join(' ') ?? '';
      for (const { startIndex, endIndex, scopes } of tokens) assert.ok(!scopes.some((s) => s.startsWith('invalid.')), `${scope}: ${record.slice(startIndex, endIndex)}`);
      for (const text of [':', ',']) for (let at = record.indexOf(text); at >= 0; at = record.indexOf(text, at + 1)) assert.doesNotMatch(scopesAt(at), /string/, `${scope}: ${at}`);
      for (const text of ['path', 'error_description']) assert.match(scopesAt(record.indexOf(text)), /property-name/, scope);
      assert.match(scopesAt(record.indexOf('/api')), /string\.quoted/, scope);
    }
  });

  it('marks in a document only what shows that it is PlusAuth’s', async () => {
    assert.deepEqual(await marked('[\n  { "error": "already_exists", "status": 409 },\n  { "error": "already_exists" }\n]', 'source.json'), ['already_exists']);
    assert.deepEqual(await marked('{\n  "error": "entity_not_found",\n  "status": 404\n}', 'source.json'), ['entity_not_found']);
    for (const text of ['{ "already_exists": "Taken" }', '{ "keywords": ["server_error"] }', '{ "error": "invalid_request" }', '{ "error": "invalid_request", "error_uri": "x" }', '{ "text": "entity_not_found" }']) assert.deepEqual(await marked(text, 'source.json'), [], text);
  });
});
