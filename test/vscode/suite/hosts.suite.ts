import assert from 'node:assert/strict';
import { host } from './workbench';

describe('the extension host', () => {
  it('is the one that these tests are meant for', () => {
    assert.equal(host, 'process' in globalThis && typeof globalThis.process?.versions?.node === 'string' ? 'node' : 'web');
    assert.equal(host, 'importScripts' in globalThis ? 'web' : 'node');
  });
});
