import assert from 'node:assert/strict';
import { compileErrors } from './compile';

describe('The compiler of the tests', () => {
  it('knows types', () => assert.equal(compileErrors("export const count: number = 'one';").length, 1));
  it('knows what is caught as unknown', () => assert.equal(compileErrors('try { JSON.parse(""); } catch (e) { throw e.error; }').length, 1));
  it('knows the packages that generated code imports', () => {
    assert.deepEqual(compileErrors("import { PlusAuthRestError } from '@plusauth/plusauth-rest-js';\nimport axios from 'axios';\nexport const all = [PlusAuthRestError, axios];"), []);
    assert.equal(compileErrors("import x from 'no-such-package';\nexport const y = x;").length, 1);
  });
  it('reads JavaScript for its syntax', () => {
    assert.deepEqual(compileErrors('export const f = (e) => e.error;', 'js'), []);
    assert.notEqual(compileErrors('export const f = (;', 'js').length, 0);
  });
});
