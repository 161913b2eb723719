import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { ERROR_NAMES } from '../../../../server/src/core/catalog';
import { DEFAULT_FIELDS, QUERY_ENGINES, wantedOf, type LogFields } from '../../../../server/src/core/logs/queries';
import { makeFolder, type Folder } from '../../../host/folder';

const LINES = [
  'not JSON: already_exists',
  '[1, 2]',
  '"already_exists"',
  '42',
  '{"error":"already_exists","status":409}',
  '{"error":"already_exists_too","status":"409"}',
  '{"error":null,"status":null}',
  '{"error":{"code":1},"status":4090}',
  '{"log":{"error-code":"missing_scope","$status":401},"status":502}',
  '{"log":"text","msg":"{\\"error\\":\\"server_error\\",\\"status\\": \\"503\\"}"}',
  'time=1 http_status=500 status=500 error=server_error',
];
const NESTED: LogFields = { error: 'log.error-code', status: 'log.$status' };

describe('queries for the shell find their lines and no others', () => {
  let folder: Folder;
  before(() => {
    folder = makeFolder();
    folder.write({ 'app.log': `${LINES.join('\n')}\n` });
  });
  after(() => folder.remove());

  /** Numbers of the lines that come out. */
  const found = (id: string, subject: string, fields = DEFAULT_FIELDS): number[] => {
    const engine = QUERY_ENGINES.find((each) => each.id === id) ?? assert.fail(id);
    const { stdout, stderr, status } = spawnSync('sh', ['-c', engine.query(wantedOf(subject) ?? assert.fail(subject), fields)], { cwd: folder.path, encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.ok(status === 0 || status === 1, `${id} ended with ${status}`);
    return stdout.split('\n').filter(Boolean).map((line) => LINES.indexOf(line));
  };

  it('jq, in lines of JSON', () => {
    assert.deepEqual(found('jq', 'already_exists'), [4]);
    assert.deepEqual(found('jq', '409'), [4, 5]);
    assert.deepEqual(found('jq', '5xx'), [8]);
    assert.deepEqual(found('jq', 'missing_scope', NESTED), [8]);
    assert.deepEqual(found('jq', '401', NESTED), [8]);
  });

  it('ripgrep, in any text', () => {
    assert.deepEqual(found('rg', 'already_exists'), [0, 2, 4]);
    assert.deepEqual(found('rg', '409'), [4, 5]);
    assert.deepEqual(found('rg', '5xx'), [8, 9, 10]);
    assert.deepEqual(found('rg', '401', NESTED), [8]);
    for (const name of ERROR_NAMES) found('rg', name);
  });
});
