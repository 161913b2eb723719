import { checkRecords } from './helper';

describe('JSON records', () => {
  it('of pino, with the error as an object', () => {
    checkRecords(
      String.raw`{"level":50,"time":1767323045123,"pid":4041,"hostname":"api-1","err":{"type":"PlusAuthRestError","message":"already_exists","stack":"Error: already_exists\n    at request (/app/node_modules/@plusauth/plusauth-rest-js/dist/index.js:404:11)","error":"already_exists","error_description":"User with this email exists","status":409},"msg":"createUser failed"}`,
      [{ name: 'already_exists', status: 409, time: '2026-01-02T03:04:05.123Z', description: 'User with this email exists', origin: 'plusauth', contradicts: false, format: 'json', mentions: 3 }],
    );
  });

  it('of pino-http: what the program itself answered is not the error’s status', () => {
    checkRecords(
      '{"level":50,"time":1767323045123,"req":{"id":409,"method":"POST","url":"/signup"},"res":{"statusCode":500},"err":{"error":"already_exists","status":409},"msg":"request errored"}',
      [{ name: 'already_exists', status: 409, contradicts: false, request: 'POST /signup', origin: 'unknown' }],
    );
    checkRecords('{"level":50,"time":1767323045123,"method":"POST","url":"/signup","status":500,"error":"already_exists"}', [{ name: 'already_exists', status: null, contradicts: false }]);
  });

  it('of winston', () => {
    checkRecords('{"error":"invalid_entity","error_description":"email is required","level":"error","message":"PlusAuth rejected the user","service":"signup","status":"422","timestamp":"2026-01-02T06:04:05.000+03:00"}', [
      { name: 'invalid_entity', status: 422, time: '2026-01-02T03:04:05.000Z', description: 'email is required', origin: 'plusauth' },
    ]);
  });

  it('of bunyan', () => {
    checkRecords(
      String.raw`{"name":"users","hostname":"h","pid":12,"level":50,"err":{"message":"entity_not_found","name":"Error","stack":"Error: entity_not_found\n    at x (a.js:404:1)"},"msg":"entity_not_found","time":"2026-01-02T03:04:05.678Z","v":0}`,
      [{ name: 'entity_not_found', status: null, mentions: 3, time: '2026-01-02T03:04:05.678Z' }],
    );
  });

  it('of structlog and zap', () => {
    checkRecords('{"event": "could not assign role", "error": "missing_scope", "status_code": 401, "path": "/api/v1/users/7/roles", "method": "post", "logger": "jobs", "level": "error", "timestamp": "2026-01-02T03:04:05.123456Z"}', [
      { name: 'missing_scope', status: 401, request: 'POST /api/v1/users/7/roles', time: '2026-01-02T03:04:05.123Z' },
    ]);
    checkRecords(String.raw`{"level":"error","ts":1767323045.1234567,"caller":"users/client.go:404","msg":"create user","error":"plusauth: already_exists (409)","stacktrace":"main.create\n\t/src/main.go:409"}`, [
      { name: 'already_exists', status: 409, time: '2026-01-02T03:04:05.123Z', origin: 'plusauth' },
    ]);
  });

  it('of Serilog’s compact form', () => {
    checkRecords(String.raw`{"@t":"2026-01-02T03:04:05.1230000Z","@mt":"Create failed: {Error}","@l":"Error","Error":"plan_limit_exceeded","StatusCode":402,"RequestPath":"/api/v1/clients","RequestMethod":"POST"}`, [
      { name: 'plan_limit_exceeded', status: 402, time: '2026-01-02T03:04:05.123Z', request: 'POST /api/v1/clients' },
    ]);
  });

  it('in Docker’s wrapper, with the inner line in quotes', () => {
    checkRecords(String.raw`{"log":"{\"level\":50,\"time\":1767323045123,\"err\":{\"error\":\"already_exists\",\"status\":400,\"error_description\":\"taken: \\\"ada\\\"\"},\"msg\":\"x\"}\n","stream":"stdout","time":"2026-01-02T09:09:09.000000001Z"}`, [
      { name: 'already_exists', status: 400, contradicts: true, time: '2026-01-02T03:04:05.123Z', description: 'taken: "ada"' },
    ]);
    checkRecords(String.raw`{"log":"\u001b[31mError: \u001b[1mtoo_many_requests\u001b[0m\n","stream":"stderr","time":"2026-01-02T09:09:09.5Z"}`, [{ name: 'too_many_requests', time: '2026-01-02T09:09:09.500Z' }]);
  });

  it('with a body that is JSON in a string', () => {
    checkRecords(String.raw`{"level":"error","message":"PlusAuth answered","response":{"status":409,"body":"{\"error\":\"already_exists\",\"error_description\":\"taken\"}"},"request":{"method":"POST","url":"https:\/\/acme.plusauth.com\/api\/v1\/users?x=1"}}`, [
      { name: 'already_exists', status: 409, description: 'taken', request: 'POST /api/v1/users', origin: 'plusauth', contradicts: false },
    ]);
    checkRecords(String.raw`{"level":"error","message":"PlusAuth answered","response":{"status":400,"data":{"error":"already_exists"}}}`, [{ name: 'already_exists', status: 400, contradicts: true }]);
  });

  it('of axios, as a whole', () => {
    checkRecords(String.raw`{"level":"error","message":"Request failed with status code 404","name":"AxiosError","config":{"baseURL":"https://acme.plusauth.com/api/v1","url":"/users/7","method":"get"},"code":"ERR_BAD_REQUEST","status":404}`, [
      { name: null, status: 404, request: 'GET /api/v1/users/7', origin: 'plusauth' },
    ]);
  });

  it('that contradict themselves', () => {
    checkRecords('{"level":"error","msg":"x","error":"already_exists","status":400}', [{ name: 'already_exists', status: 400, contradicts: true }]);
    checkRecords('{"level":"error","msg":"x","error":"server_error","status":503}', [{ name: 'server_error', status: 503, contradicts: false }]);
  });

  it('that are the entries of a document', () => {
    const found = checkRecords(
      `{
  "logs": [
    { "time": "2026-01-02T03:04:05.000Z", "level": "error", "event_type": "4041", "message": "Create User", "details": { "error": "already_exists", "status": 409 } },
    { "time": "2026-01-02T03:04:06.000Z", "level": "info", "event_type": "2001", "message": "" },
    { "time": "2026-01-02T03:04:07.000Z", "level": "error", "event_type": "103", "message": "Delete Role", "details": { "error": "entity_not_found" } }
  ],
  "total": 3, "limit": 500, "offset": 409
}
`,
      [
        { name: 'already_exists', status: 409, time: '2026-01-02T03:04:05.000Z' },
        { name: 'entity_not_found', status: null, time: '2026-01-02T03:04:07.000Z' },
      ],
    );
    if (found[0] && found[1] && found[0].span.end > found[1].span.start) throw new Error('The entries overlap.');
  });

  it('of jobs, whose error is a text or an object', () => {
    checkRecords('[{"level":"error","job_id":"409","execution_id":"e","event":"create.failed","error":"invalid_entity"},{"level":"error","job_id":"j","event":"update.failed","error":{"error":"entity_not_found","error_description":"No such user"}}]', [
      { name: 'invalid_entity' },
      { name: 'entity_not_found', description: 'No such user' },
    ]);
  });

  it('as a single object, pretty-printed or cut short', () => {
    checkRecords('{\n  "error": "missing_token",\n  "status": "401"\n}\n', [{ name: 'missing_token', status: 401 }]);
    checkRecords('{"level":50,"err":{"error":"missing_token","status":401},"msg":"cut he', [{ name: 'missing_token', status: 401 }]);
  });

  it('in lines, each by itself, with any line end', () => {
    const lines = ['{"msg":"a","error":"missing_token"}', '{"msg":"b","error":"missing_token"}', '{"msg":"c","error":"missing_scope"}'];
    for (const end of ['\n', '\r\n']) checkRecords(lines.join(end), [{ name: 'missing_token' }, { name: 'missing_token' }, { name: 'missing_scope' }]);
  });
});
