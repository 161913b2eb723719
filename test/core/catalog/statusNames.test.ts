import assert from 'node:assert/strict';
import { statusLike, statusOfName } from '../../../server/src/core/catalog';

describe('Names of statuses', () => {
  it('are known in every spelling', () => {
    for (const name of ['NotFound', 'NOT_FOUND', 'notFound', 'not_found']) assert.equal(statusOfName(name), 404, name);
    for (const name of ['toString', 'constructor', 'Found', '']) assert.equal(statusOfName(name), undefined, name);
  });

  for (const [sample, expected] of [
    ['403', '401'], ['(HttpStatusCode)403', '(HttpStatusCode)401'], ['HttpStatusCode.Forbidden', 'HttpStatusCode.Unauthorized'], ['StatusCodes.Status403Forbidden', 'StatusCodes.Status401Unauthorized'],
    ['http.StatusForbidden', 'http.StatusUnauthorized'], ['HttpStatus.FORBIDDEN', 'HttpStatus.UNAUTHORIZED'], ['HttpStatus.SC_FORBIDDEN', 'HttpStatus.SC_UNAUTHORIZED'], ['HttpStatus.HTTP_403_FORBIDDEN', 'HttpStatus.HTTP_401_UNAUTHORIZED'],
    ['Response::HTTP_FORBIDDEN', 'Response::HTTP_UNAUTHORIZED'], ['StatusCode::FORBIDDEN', 'StatusCode::UNAUTHORIZED'], [':forbidden', ':unauthorized'], ['HttpStatus.forbidden', 'HttpStatus.unauthorized'],
  ] as const) {
    it(`are written like ${sample}`, () => assert.equal(statusLike(401, sample), expected));
  }

  it('of several words', () => {
    assert.equal(statusLike(429, 'HttpStatusCode.NotFound'), 'HttpStatusCode.TooManyRequests');
    assert.equal(statusLike(429, 'HttpStatus.notFound'), 'HttpStatus.tooManyRequests');
    assert.equal(statusLike(429, ':not_found'), ':too_many_requests');
  });

  it('cannot be told from other names', () => {
    assert.equal(statusLike(401, 'Codes.Denied'), undefined);
    assert.equal(statusLike(401, 'FORBIDDEN_STATUS'), undefined);
    assert.equal(statusLike(418, 'HttpStatusCode.Forbidden'), undefined);
  });
});
