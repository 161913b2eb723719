import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { createFileScanner, LARGEST_FILE } from '../../../server/src/host/scan/fileScanner';
import { PREFILTER } from '../../../server/src/host/scan/patterns';
import { prepare } from '../../../server/src/host/scan/scanner';
import { makeFolder, type Folder } from '../folder';

describe('Scanning files', () => {
  const prepared = prepare(PREFILTER);
  let folder: Folder;
  before(() => (folder = makeFolder()));
  after(() => folder.remove());

  it('finds a name that lies across two pieces, wherever it is cut', () => {
    const capacity = 128;
    const scan = createFileScanner(prepared, capacity);
    for (const name of ['invalid_authorization_scheme', 'PlusAuth', 'alreadyExists']) {
      for (let at = 0; at < 3 * capacity; at++) {
        assert.equal(scan(folder.write({ 'a.ts': `${' '.repeat(at)}${name}${' '.repeat(at % 7)}` })), 'maybe', `${name} at ${at}`);
        assert.equal(scan(folder.write({ 'a.ts': `${' '.repeat(at)}${name.slice(1)}${' '.repeat(at % 7)}` })), 'no', `part of ${name} at ${at}`);
      }
    }
  });

  it('finds nothing again that an earlier file left in the buffer', () => {
    const scan = createFileScanner(prepared, 256);
    assert.equal(scan(folder.write({ 'a.ts': 'x'.repeat(20) + 'already_exists' })), 'maybe');
    assert.equal(scan(folder.write({ 'b.ts': 'x' })), 'no');
    assert.equal(scan(folder.write({ 'c.ts': '' })), 'no');
  });

  it('leaves UTF-16 and binary files to who decodes them', () => {
    const scan = createFileScanner(prepared);
    assert.equal(scan(folder.write({ 'a.ts': Buffer.from('\uFEFFx', 'utf16le') })), 'maybe');
    assert.equal(scan(folder.write({ 'a.ts': Buffer.from('\uFEFFx', 'utf16le').swap16() })), 'maybe');
    assert.equal(scan(folder.write({ 'a.ts': Buffer.from('abc', 'utf16le') })), 'maybe');
  });

  it('does not read a file that is too large, and says so', () => {
    const path = folder.write({ 'a.ts': 'already_exists' });
    truncateSync(path, LARGEST_FILE + 1);
    const largeZeros = createFileScanner(prepared)(path);
    assert.equal(largeZeros, 'maybe', 'zero bytes are seen first');
    const text = folder.write({ 'b.ts': Buffer.alloc(LARGEST_FILE + 1, 'x') });
    assert.deepEqual(createFileScanner(prepared)(text), { file: text, reason: 'It is larger than 16 MB.', failed: false });
  });

  it('searches a minified file of 5 MB to its end', () => {
    const scan = createFileScanner(prepared);
    assert.equal(scan(folder.write({ 'a.js': 'x'.repeat(5_000_000) })), 'no');
    assert.equal(scan(folder.write({ 'a.js': `${'x'.repeat(5_000_000)}entity_not_found` })), 'maybe');
  });

  it('says so when a file is gone or is a folder', () => {
    const scan = createFileScanner(prepared);
    assert.deepEqual(scan(`${folder.path}/gone.ts`), { file: `${folder.path}/gone.ts`, reason: 'It was deleted while the check was running.', failed: false });
    assert.deepEqual(scan(folder.path), { file: folder.path, reason: 'It is a folder.', failed: true });
  });
});
