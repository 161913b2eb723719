import { checkRecords } from './helper';

const NOW = Date.UTC(2026, 0, 10);

describe('lines of key=value', () => {
  it('are read as one object', () => {
    checkRecords('time=2026-01-02T03:04:05Z level=error msg="create user failed" error=already_exists status=409 method=POST path=/api/v1/users duration=404ms', [
      { name: 'already_exists', status: 409, time: '2026-01-02T03:04:05.000Z', request: 'POST /api/v1/users', format: 'keyValue', contradicts: false },
    ]);
    checkRecords('ts=1767323045 lvl=eror err="plusauth: missing_scope" code=401 status=403', [{ name: 'missing_scope', status: 403, contradicts: true, origin: 'plusauth' }]);
    checkRecords('2026-01-02 03:04:05,123 ERROR [users] error=invalid_entity, status=422, description="x=1"', [{ name: 'invalid_entity', status: 422, time: '2026-01-02T03:04:05.123Z' }]);
    checkRecords("level=error error.code='entity_not_found' error_description='No such role' http.status_code=404 http.method=DELETE http.url=https://acme.plusauth.com/api/v1/roles/9", [
      { name: 'entity_not_found', status: 404, description: 'No such role', request: 'DELETE /api/v1/roles/9', origin: 'plusauth' },
    ]);
  });

  it('may have a status alone', () => {
    checkRecords('level=warn msg="call failed" method=GET path=/api/v1/users/7 status=404 bytes=500', [{ name: null, status: 404, request: 'GET /api/v1/users/7', origin: 'unknown' }]);
  });
});

describe('access logs', () => {
  it('of Apache and nginx', () => {
    checkRecords('10.0.0.1 - - [02/Jan/2026:06:04:05 +0300] "POST /api/v1/users HTTP/1.1" 409 120', [
      { name: null, status: 409, time: '2026-01-02T03:04:05.000Z', request: 'POST /api/v1/users', format: 'access', origin: 'unknown' },
    ]);
    checkRecords('1.2.3.4 - bob [02/Jan/2026:03:04:05 +0000] "GET /api/v1/users/409?q=404 HTTP/2.0" 500 404 "https://app.example.com/" "Mozilla/5.0 (X11)" 0.404', [{ name: null, status: 500 }]);
    checkRecords('1.2.3.4 - - [02/Jan/2026:03:04:05 +0000] "POST /api/v1/users HTTP/1.1" 409 88 "-" "curl" error="already_exists"', [{ name: 'already_exists', status: 409 }]);
  });

  it('of Python’s urllib3 and httpx', () => {
    checkRecords('2026-01-02 03:04:05,123 DEBUG urllib3.connectionpool: https://acme.plusauth.com:443 "POST /api/v1/users HTTP/1.1" 409 None', [{ name: null, status: 409 }].map((e) => ({ ...e, origin: 'plusauth' as const })));
    checkRecords('INFO httpx HTTP Request: POST https://acme.plusauth.com/api/v1/users "HTTP/1.1 409 Conflict"', [{ name: null, status: 409, request: 'POST /api/v1/users', origin: 'plusauth' }]);
  });
});

describe('inspected objects', () => {
  it('of Node, after the stack', () => {
    checkRecords(
      `PlusAuthRestError: already_exists
    at HttpService.request (/app/node_modules/@plusauth/plusauth-rest-js/dist/index.js:404:15)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)
    at async createUser (/app/src/users.ts:409:3) {
  error: 'already_exists',
  error_description: "User with email 'ada@example.com' exists",
  status: 409,
  [Symbol(raw)]: Response { status: 409, ok: false, url: 'https://acme.plusauth.com/api/v1/users' }
}
next line`,
      [{ name: 'already_exists', status: 409, description: "User with email 'ada@example.com' exists", mentions: 2, origin: 'plusauth', format: 'inspected', contradicts: false }],
    );
  });

  it('of Node, on one line', () => {
    checkRecords("createUser failed { error: 'already_exists', status: 400 }", [{ name: 'already_exists', status: 400, contradicts: true }]);
  });

  it('of axios', () => {
    checkRecords(
      `AxiosError: Request failed with status code 422
    at settle (/app/node_modules/axios/dist/node/axios.cjs:1967:12) {
  code: 'ERR_BAD_REQUEST',
  config: { method: 'post', url: 'https://acme.plusauth.com/api/v1/users', data: '{"email":""}' },
  response: {
    status: 422,
    statusText: 'Unprocessable Entity',
    headers: Object [AxiosHeaders] { date: 'Fri, 02 Jan 2026 03:04:05 GMT' },
    data: { error: 'invalid_entity', error_description: 'email', status: 422 }
  }
}`,
      [{ name: 'invalid_entity', status: 422, request: 'POST /api/v1/users', description: 'email' }],
    );
  });

  it('whose status does not depend on numbers elsewhere', () => {
    for (const time of ['2026-03-10T00:00:00.400Z', '2026-03-10T00:00:00.000Z']) checkRecords(`${time} WARN "invalid_request" -> 302`, [{ name: 'invalid_request', status: null, contradicts: false }]);
    checkRecords('2026-03-10T00:00:00.000Z WARN "invalid_request" -> 404', [{ name: 'invalid_request', contradicts: true }]);
  });

  it('of Python and Ruby', () => {
    checkRecords("2026-01-02 03:04:05,123 ERROR users: PlusAuth said {'error': 'entity_not_found', 'error_description': None, 'status': 404}", [{ name: 'entity_not_found', status: 404, time: '2026-01-02T03:04:05.123Z' }]);
    checkRecords('E, [2026-01-02T03:04:05.123456 #409] ERROR -- : PlusAuth: {"error"=>"missing_token", "status"=>401}', [{ name: 'missing_token', status: 401, time: '2026-01-02T03:04:05.123Z' }]);
    checkRecords('{:error=>"missing_token", :status=>400}', [{ name: 'missing_token' }]);
  });

  it('as JSON behind a message', () => {
    checkRecords('[2026-01-02 03:04:05] production.ERROR: PlusAuth request failed {"error":"invalid_request","error_description":"limit","status":400} []', [{ name: 'invalid_request', status: 400, origin: 'plusauth', time: '2026-01-02T03:04:05.000Z' }]);
  });
});

describe('free text', () => {
  it('of Python', () => {
    checkRecords(
      `2026-01-02 03:04:05,123 ERROR users Could not create user
Traceback (most recent call last):
  File "/app/users.py", line 409, in create
    raise PlusAuthError(body["error"])
app.plusauth.PlusAuthError: already_exists
2026-01-02 03:04:06,123 ERROR users already_exists`,
      [
        { name: 'already_exists', time: '2026-01-02T03:04:05.123Z', mentions: 1, origin: 'plusauth' },
        { name: 'already_exists', time: '2026-01-02T03:04:06.123Z', origin: 'unknown' },
      ],
    );
  });

  it('of Logback', () => {
    checkRecords(
      `02.01.2026 03:04:05.123 [http-nio-8080-exec-4] ERROR c.acme.Users - 409 Conflict on POST request for "https://acme.plusauth.com/api/v1/users": "{"error":"already_exists","status":409}"
org.springframework.web.client.HttpClientErrorException$Conflict: 409 Conflict: already_exists
\tat org.springframework.web.client.HttpClientErrorException.create(HttpClientErrorException.java:422)
Caused by: java.io.IOException: already_exists
\t... 404 more`,
      [{ name: 'already_exists', status: 409, time: '2026-01-02T03:04:05.123Z', request: 'POST /api/v1/users' }, { name: 'already_exists' }],
    );
  });

  it('of Serilog, syslog, Go and klog', () => {
    checkRecords('[2026-01-02 06:04:05.123 +03:00 ERR] PlusAuth said too_many_requests (429)', [{ name: 'too_many_requests', status: 429, time: '2026-01-02T03:04:05.123Z' }]);
    checkRecords('[03:04:05 ERR] PlusAuth said too_many_requests', [{ name: 'too_many_requests', time: null }]);
    checkRecords('<11>Jan  2 03:04:05 web-1 signup[409]: PlusAuth: missing_scope', [{ name: 'missing_scope', time: '2026-01-02T03:04:05.000Z', status: null }], { now: NOW });
    checkRecords('<11>1 2026-01-02T03:04:05.003Z web-1 signup 409 ID47 - PlusAuth: missing_scope', [{ name: 'missing_scope', time: '2026-01-02T03:04:05.003Z', status: null }]);
    checkRecords('2026/01/02 03:04:05 main.go:409: create: plusauth: already_exists: taken', [{ name: 'already_exists', time: '2026-01-02T03:04:05.000Z', status: null }]);
    checkRecords('E0102 03:04:05.123456   409 users.go:404] "PlusAuth" err="already_exists"', [{ name: 'already_exists', time: '2026-01-02T03:04:05.123Z' }], { now: NOW });
  });

  it('that starts with the name, with its stack', () => {
    checkRecords('already_exists\n    at f (/app/a.js:1:1)\n    at g (/app/b.js:404:1)\nmissing_token\n    at f (/app/a.js:1:1)', [{ name: 'already_exists', mentions: 1 }, { name: 'missing_token' }]);
    checkRecords('Error: already_exists\n    at f (/app/a.js:1:1)\nError: already_exists\n    at f (/app/a.js:1:1)', [{ name: 'already_exists' }, { name: 'already_exists' }]);
  });

  it('with colours', () => {
    checkRecords('\u001b[31mERROR\u001b[39m PlusAuth \u001b[1malready_exists\u001b[22m \u001b[90mstatus=\u001b[33m400\u001b[0m', [{ name: 'already_exists', status: 400, contradicts: true }]);
    checkRecords("{\n  error: \u001b[32m'already_exists'\u001b[39m,\n  status: \u001b[33m409\u001b[39m\n}", [{ name: 'already_exists', status: 409 }]);
  });

  it('behind the prefix of compose, kubectl and the container runtime', () => {
    checkRecords('web-1  | Error: already_exists\nweb-1  |     at f (/app/a.js:1:1)\nweb-1  |   error: \'already_exists\'', [{ name: 'already_exists', mentions: 2 }]);
    checkRecords('2026-01-02T03:04:05.123456789Z stderr F Error: already_exists\n2026-01-02T03:04:05.123456790Z stderr F     at f (/app/a.js:1:1)', [{ name: 'already_exists', time: '2026-01-02T03:04:05.123Z' }]);
    checkRecords('[pod/api-7/api] {"level":50,"error":"already_exists","status":409}', [{ name: 'already_exists', status: 409 }]);
  });

  it('with several names is several events', () => {
    checkRecords('PlusAuth: first already_exists, then too_many_requests, then already_exists', [{ name: 'already_exists', mentions: 2 }, { name: 'too_many_requests' }]);
  });

  it('with the status beside the name', () => {
    checkRecords('PlusAuth answered 404 entity_not_found', [{ name: 'entity_not_found', status: 404 }]);
    checkRecords('tenant 500 entity_not_found', [{ name: 'entity_not_found', status: null, contradicts: false }]);
    checkRecords('Mar 14 06:00:00 host shop[409]: already_exists', [{ name: 'already_exists', status: null }]);
    checkRecords('failed: [409] already_exists', [{ name: 'already_exists', status: 409 }]);
    checkRecords('POST https://acme.plusauth.com/api/v1/users failed: already_exists (HTTP 400)', [{ name: 'already_exists', status: 400, contradicts: true, request: 'POST /api/v1/users' }]);
  });
});
