import assert from 'node:assert/strict';
import { readRecords } from '../../../server/src/core/logs';
import { checkRecords, checkSilent } from './helper';

describe('what only looks like an error', () => {
  it('names inside other words, files, metrics, keys and addresses', () =>
    checkSilent([
      'internal_server_error', 'my_already_exists_check', 'already_existsX', '[info] loading errors/already_exists.json', 'wrote server_error.log', 'GET /metrics http_server_error_total 5',
      'stats.server_error:3|c', 'metric=plusauth.server_error value=3 x=1', 'server_error=3 missing_token=0 level=info', '{"counts":{"server_error":3,"missing_token":0}}',
      '# TYPE server_error counter', 'plusauth_errors_total{error="already_exists"} 12', 'at Object.already_exists (/app/x.js:1:1)', 'already_exists()', 'C:\\logs\\already_exists\\today',
      'GET /callback?error=server_error&state=x', 'redirecting to https://app.example.com/cb#error=invalid_request', '{"metric":"server_error","value":3}', '{"file":"already_exists","line":4}',
      '{"level":30,"key":"already_exists","msg":"translation loaded"}', 'src/missing_token.ts:409:1 - warning', 'errors.already_exists is not translated', 'missing_token.md', '@missing_token',
    ]));

  it('PlusAuth’s event codes, sizes, durations, ports, ids and line numbers', () =>
    checkSilent([
      '{"time":"2026-01-02T03:04:05Z","level":"warn","event_type":"4001","message":"Invalid user","details":{"status":"failed"}}',
      '{"time":"2026-01-02T03:04:05Z","level":"info","event_type":2001,"status":2001,"path":"/api/v1/users"}',
      '{"level":"info","path":"/api/v1/users","method":"GET","status":200,"size":404,"duration":500,"port":443,"user_id":409}',
      'method=GET path=/api/v1/users status=200 bytes=404 duration=409ms port=500',
      '10.0.0.1 - - [02/Jan/2026:03:04:05 +0000] "GET /api/v1/users HTTP/1.1" 200 404', '10.0.0.1 - - [02/Jan/2026:03:04:05 +0000] "GET /api/v1/users/404 HTTP/1.1" 204 -',
      'at /app/api/v1/users.js:404:15', 'GET /api/v1/users took 404ms', 'listening on http://localhost:409/api/v1/users', '{"job":"sync","status":"failed","path":"/api/v1/jobs/409"}',
    ]));

  it('statuses of requests that did not go to PlusAuth’s API', () =>
    checkSilent([
      '10.0.0.1 - - [02/Jan/2026:03:04:05 +0000] "GET /index.html HTTP/1.1" 404 12', '10.0.0.1 - - [02/Jan/2026:03:04:05 +0000] "GET /api/v1/invoices HTTP/1.1" 404 12',
      '{"level":"error","url":"https://api.example.com/v2/things","status":404}', 'method=GET path=/login status=500 took=3',
    ]));

  it('another host’s API, and the login endpoints of a tenant', () => {
    for (const text of [
      '{"level":"error","url":"https://api.example.com/api/v1/users","method":"GET","status":404}',
      '{"level":"error","url":"https://api.example.com/api/v1/users","method":"GET","status":404,"error":"entity_not_found"}',
      'POST https://acme.plusauth.com/oauth2/token failed: invalid_request (status 400)', '[oauth] token endpoint: invalid_request', 'oidc: server_error',
      '{"level":"error","error":"invalid_grant","message":"server_error"}', 'rpc error (grpc): already_exists', 'POST https://api.example.com/api/v1/users 409 already_exists',
    ]) {
      assert.deepEqual(readRecords(text).filter(({ origin }) => origin !== 'foreign'), [], text);
    }
  });

  it('nothing by which it is PlusAuth’s: it may be, and the reader says so', () => {
    checkRecords('upload failed: already_exists', [{ origin: 'unknown' }]);
    checkRecords('{"error":"invalid_request","status":400}', [{ origin: 'unknown' }]);
    checkRecords('{"error":"entity_not_found","status":404}', [{ origin: 'unknown' }]);
    checkRecords('{"error":"invalid_request","error_description":"limit","status":400}', [{ origin: 'unknown' }]);
    checkRecords('{"error":"entity_not_found","error_description":"No such role","status":404}', [{ origin: 'plusauth' }]);
  });

  it('no text at all, broken text, and text without end', () => {
    checkSilent(['', '\n', '{', '[', '{"error":', '\u0000\u0000', '"'.repeat(1000)]);
    for (const text of [`${'{'.repeat(5000)}"error":"already_exists"`, `${'[{"a":'.repeat(200)}"already_exists"`, '{"error":"already_exists"}}}}]]]', `{"log":"already_exists`, '\\already_exists\\', "{'error': 'already_exists"]) readRecords(text);
  });
});
