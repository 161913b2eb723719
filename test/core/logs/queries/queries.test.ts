import assert from 'node:assert/strict';
import { parser as logQlParser } from '@grafana/lezer-logql';
import * as lucene from 'lucene';
import { ERROR_NAMES } from '../../../../server/src/core/catalog';
import { DEFAULT_FIELDS, fieldsOf, isFieldName, QUERY_ENGINES, wantedOf, type LogFields } from '../../../../server/src/core/logs/queries';

const NESTED: LogFields = { error: 'log.error-code', status: 'log.@http_status' };
const SUBJECTS = [...ERROR_NAMES, '409', '5xx'];

const query = (id: string, subject: string, fields = DEFAULT_FIELDS): string => {
  const engine = QUERY_ENGINES.find((each) => each.id === id) ?? assert.fail(id);
  return engine.query(wantedOf(subject) ?? assert.fail(subject), fields);
};

describe('what a query looks for', () => {
  it('is a name, a status or a hundred of them', () => {
    assert.deepEqual(wantedOf('already_exists'), { name: 'already_exists' });
    assert.deepEqual(wantedOf('409'), { from: 409, to: 409 });
    assert.deepEqual(wantedOf('5xx'), { from: 500, to: 599 });
    for (const other of ['', 'unknown_name', '600', '99', '4x', '0xx', 'constructor']) assert.equal(wantedOf(other), undefined, other);
  });

  it('is in fields whose names are names; anything else is complained about, and the default', () => {
    assert.deepEqual(fieldsOf({ error: 'log.error', status: undefined }), { error: 'log.error', status: 'status' });
    const complaints: unknown[] = [];
    assert.deepEqual(fieldsOf({ error: `x' | rm`, status: 7 }, (field, value) => complaints.push([field, value])), DEFAULT_FIELDS);
    assert.deepEqual(complaints, [['error', `x' | rm`], ['status', 7]]);
    for (const name of ['a.', '.a', 'a b', 'a"b', 'a`b', 'a\\b', 'a:b', '', '1a', 'a\n']) assert.equal(isFieldName(name), false, JSON.stringify(name));
    for (const name of ['error', '@error', 'log.error-code', '$a._b', 'http.status_code']) assert.equal(isFieldName(name), true, name);
  });
});

describe('query languages', () => {
  it('have ids and titles of their own', () => {
    for (const key of ['id', 'title'] as const) assert.equal(new Set(QUERY_ENGINES.map((engine) => engine[key])).size, 8);
    for (const { id } of QUERY_ENGINES) assert.match(id, /^[a-z0-9-]+$/);
  });

  const expected: Readonly<Record<string, readonly [name: string, status: string, range: string, nested: string]>> = {
    kql: ['error: "already_exists"', 'status: 409', 'status >= 500 and status <= 599', 'log.error-code: "already_exists"'],
    splunk: ['index=* "already_exists" error="already_exists"', 'index=* status=409', 'index=* status>=500 status<=599', 'index=* "already_exists" "log.error-code"="already_exists"'],
    datadog: ['@error:"already_exists"', '@status:409', '@status:[500 TO 599]', '@log.error-code:"already_exists"'],
    cloudwatch: ['error = "already_exists"', 'status = 409', 'status >= 500 and status <= 599', '`log.error-code` = "already_exists"'],
  };
  for (const [id, texts] of Object.entries(expected)) {
    it(`${id} is as its reference says`, () => {
      const given = [query(id, 'already_exists'), query(id, '409'), query(id, '5xx'), query(id, 'already_exists', NESTED)];
      given.forEach((text, index) => assert.equal(id === 'cloudwatch' ? text.split('\n')[1] : text, id === 'cloudwatch' ? `| filter ${texts[index]}` : texts[index]));
    });
  }

  it('LogQL is understood by the parser of Grafana’s editor', () => {
    const nodes = (text: string): string[] => {
      const names: string[] = [];
      logQlParser.parse(text).iterate({ enter: ({ name }) => void names.push(name) });
      return names;
    };
    assert.ok(nodes('{app=~".+"} |= | json').includes('⚠'), 'the parser marks what is wrong');
    for (const subject of SUBJECTS) for (const fields of [DEFAULT_FIELDS, NESTED]) {
      const text = query('logql', subject, fields);
      const names = nodes(text);
      assert.ok(!names.includes('⚠'), text);
      assert.ok(names.includes('LabelFilter'), text);
    }
    assert.equal(query('logql', 'already_exists', NESTED), '{app=~".+"} |= "already_exists" | json plusauth_error="log[\\"error-code\\"]" | plusauth_error="already_exists"');
  });

  it('Datadog’s is understood by a parser of the syntax it builds on', () => {
    assert.throws(() => lucene.parse('@status:[500 TO'));
    for (const subject of SUBJECTS) for (const fields of [DEFAULT_FIELDS, NESTED]) {
      const { left } = lucene.parse(query('datadog', subject, fields)) as { left: { field: string; term?: string; term_min?: string; term_max?: string } };
      assert.equal(left.field, `@${ERROR_NAMES.includes(subject) ? fields.error : fields.status}`);
      assert.ok(left.term === subject || (subject === '5xx' && left.term_min === '500' && left.term_max === '599'), subject);
    }
  });

  it('the query DSL is one clause of a filter', () => {
    const clause = (subject: string, fields = DEFAULT_FIELDS): unknown => {
      const body = JSON.parse(query('dsl', subject, fields)) as { query: { bool: { filter: unknown[] } } };
      assert.deepEqual([Object.keys(body), Object.keys(body.query), Object.keys(body.query.bool), body.query.bool.filter.length], [['query'], ['bool'], ['filter'], 1]);
      return body.query.bool.filter[0];
    };
    for (const name of ERROR_NAMES) assert.deepEqual(clause(name, NESTED), { match_phrase: { 'log.error-code': name } });
    assert.deepEqual(clause('409'), { term: { status: 409 } });
    assert.deepEqual(clause('5xx'), { range: { status: { gte: 500, lte: 599 } } });
  });
});
