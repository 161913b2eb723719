import assert from 'node:assert/strict';
import fs from 'node:fs';
import { ERROR_NAMES, OPERATIONS, anyError, isOperation, likelihood, plausibleErrors, plausibleErrorsOfRequest } from '../../../server/src/core/catalog';

interface Operation {
  readonly service: string;
  readonly clientProperty: string | null;
  readonly method: string;
  readonly http: string;
  readonly path: string;
  readonly errors: Readonly<Record<string, string>>;
}

const operations = JSON.parse(fs.readFileSync('test/fixtures/operations.json', 'utf8')) as readonly Operation[];
/** The ticket service is exported by the SDK without being a property of its client. */
const propertyOf = (operation: Operation): string => operation.clientProperty ?? 'tickets';
const asRecord = (errors: readonly { readonly name: string; readonly weight: string }[]) =>
  Object.fromEntries(errors.map(({ name, weight }) => [name, weight]));

describe('plausible errors', () => {
  it('knows the 111 operations of the SDK, and no other', () => {
    assert.equal(operations.length, 111);
    const known = Object.entries(OPERATIONS).flatMap(([property, methods]) => Object.keys(methods).map((method) => `${property}.${method}`));
    assert.deepEqual(known.sort(), operations.map((operation) => `${propertyOf(operation)}.${operation.method}`).sort());
  });

  for (const operation of operations) {
    const property = propertyOf(operation);
    it(`${property}.${operation.method}`, () => {
      assert.ok(isOperation(property, operation.method));
      assert.deepEqual(asRecord(plausibleErrors(property, operation.method)), operation.errors);
    });
  }

  it('puts the more plausible first, and names nothing twice', () => {
    const order = ['high', 'medium', 'general'];
    for (const operation of operations) {
      const errors = plausibleErrors(propertyOf(operation), operation.method);
      const keys = errors.map((error) => order.indexOf(error.weight) * 100 + likelihood.indexOf(error.name));
      assert.deepEqual(keys, [...keys].sort((a, b) => a - b));
      assert.equal(new Set(errors.map((error) => error.name)).size, errors.length);
      assert.ok(errors.every((error) => ERROR_NAMES.includes(error.name)));
    }
    assert.deepEqual(plausibleErrors('users', 'create').slice(0, 3).map((error) => error.name), ['already_exists', 'invalid_entity', 'plan_limit_exceeded']);
  });

  it('knows the names before version 2.0.0 of the SDK', () => {
    assert.deepEqual(plausibleErrors('users', 'addRoles'), plausibleErrors('users', 'assignRoles'));
    assert.ok(isOperation('roles', 'removePermissions'));
    assert.equal(isOperation('clients', 'addRoles'), false);
  });

  it('gives an unknown call what every call can meet', () => {
    const general = plausibleErrors('logs', 'getAll');
    assert.equal(general.length, 9);
    for (const [property, method] of [['users', 'nothing'], ['nothing', 'create'], ['constructor', 'toString'], ['users', '__proto__'], ['', '']] as const) {
      assert.equal(isOperation(property, method), false);
      assert.deepEqual(plausibleErrors(property, method), general);
    }
    assert.deepEqual(anyError().map((error) => error.name), likelihood);
  });

  it('infers the same from a request, as far as a path can say it', () => {
    const names = (method: string, path?: string) =>
      plausibleErrorsOfRequest(method, path).filter((error) => error.weight !== 'general').map((error) => error.name).sort();
    assert.deepEqual(names('post', '/users'), ['already_exists', 'invalid_entity', 'plan_limit_exceeded']);
    assert.deepEqual(names('POST', 'https://acme.plusauth.com/api/v1/users/?q=a/b'), ['already_exists', 'invalid_entity', 'plan_limit_exceeded']);
    assert.deepEqual(names('POST', '${base}/users'), ['already_exists', 'invalid_entity', 'plan_limit_exceeded']);
    assert.deepEqual(names('GET', '/users'), []);
    assert.deepEqual(names('GET', '/users/1'), ['entity_not_found']);
    assert.deepEqual(names('DELETE'), ['entity_not_found']);
    assert.deepEqual(names('PATCH', '/api/v1/users/${id}'), ['already_exists', 'entity_not_found', 'invalid_entity']);
    assert.deepEqual(names('PATCH', '/views/login'), ['invalid_entity', 'unsupported_view_template']);
    for (const operation of operations.filter((each) => ['create', 'get', 'remove'].includes(each.method) && each.clientProperty !== 'keys')) {
      const found = asRecord(plausibleErrorsOfRequest(operation.http, operation.path));
      const expected = Object.keys(operation.errors).filter((name) => operation.errors[name] === 'high');
      for (const name of expected) assert.ok(found[name], `${operation.http} ${operation.path}: ${name}`);
    }
  });
});
