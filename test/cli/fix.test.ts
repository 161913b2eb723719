import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixText } from '../../server/src/cli/fix';
import { readSource, writeSource } from '../../server/src/cli/sourceFile';
import type { Edit } from '../../server/src/core/model/edit';
import type { Finding } from '../../server/src/core/model/finding';
import { makeFolder, type Folder } from '../host/folder';

const finding = (start: number, end: number, edits: readonly Edit[], preferred = true): Finding => ({
  code: 'unknown-error', severity: 'warning', span: { start, end }, message: 'wrong', fixes: () => [{ title: `fix ${start}`, edits, preferred }],
});

/** Finds every `x`, which becomes `y`, and every `z`, which nothing fixes. */
const diagnose = (text: string): Promise<Finding[]> =>
  Promise.resolve([...text.matchAll(/x|z/g)].map(({ index, 0: letter }) => finding(index, index + 1, [{ span: { start: index, end: index + 1 }, newText: 'y' }], letter === 'x')));

describe('Fixing a text', () => {
  it('applies every preferred fix and no other', async () => {
    const { text, findings, fixed } = await fixText('x-x z', diagnose);
    assert.equal(text, 'y-y z');
    assert.deepEqual(findings.map(({ span }) => span), [{ start: 4, end: 5 }]);
    assert.deepEqual(fixed, [{ code: 'unknown-error', title: 'fix 0' }, { code: 'unknown-error', title: 'fix 2' }]);
  });

  it('applies fixes that touch one another one after the other', async () => {
    const { text, fixed } = await fixText('xxx', diagnose);
    assert.equal(text, 'yyy');
    assert.equal(fixed.length, 3);
  });

  it('applies all edits of a fix or none', async () => {
    const both = (text: string): Promise<Finding[]> =>
      Promise.resolve(text.startsWith('a') ? [finding(0, 1, [{ span: { start: 0, end: 1 }, newText: 'b' }]), finding(2, 3, [{ span: { start: 0, end: 1 }, newText: 'c' }, { span: { start: 2, end: 3 }, newText: 'd' }])] : []);
    assert.equal((await fixText('a a', both)).text, 'b a');
  });

  it('ends with fixes that undo each other', async () => {
    const flip = (text: string): Promise<Finding[]> => Promise.resolve([finding(0, 1, [{ span: { start: 0, end: 1 }, newText: text === 'a' ? 'b' : 'a' }])]);
    assert.equal((await fixText('a', flip)).findings.length, 1);
  });

  it('ends with fixes that change nothing', async () => {
    const { fixed } = await fixText('a', () => Promise.resolve([finding(0, 1, [{ span: { start: 0, end: 1 }, newText: 'a' }])]));
    assert.deepEqual(fixed, []);
  });
});

describe('Writing a fixed file', () => {
  let folder: Folder;
  beforeEach(() => (folder = makeFolder()));
  afterEach(() => folder.remove());

  it('keeps encoding, mark, line ends and mode, and leaves nothing behind', () => {
    const path = folder.write({ 'a.ts': Buffer.from('\uFEFFa\r\nb\r\n', 'utf16le') });
    chmodSync(path, 0o640);
    const mode = statSync(path).mode;
    const source = readSource(path);
    assert.ok('text' in source);
    assert.equal(writeSource(source, source.text.replace('b', 'ş')), undefined);
    assert.deepEqual(readFileSync(path), Buffer.from('\uFEFFa\r\nş\r\n', 'utf16le'));
    assert.equal(statSync(path).mode, mode);
    assert.deepEqual(readdirSync(folder.path), ['a.ts']);
  });

  it('writes through a link', () => {
    const path = folder.write({ 'real/a.ts': 'a' });
    const link = join(folder.path, 'link.ts');
    symlinkSync(path, link);
    const source = readSource(link);
    assert.ok('text' in source);
    assert.equal(writeSource(source, 'b'), undefined);
    assert.equal(readFileSync(path, 'utf8'), 'b');
    assert.deepEqual(readdirSync(folder.path), ['link.ts', 'real']);
  });

  it('leaves a file alone that was changed meanwhile, is gone, or cannot take the new letters, and says so', () => {
    const path = folder.write({ 'a.ts': 'a' });
    const source = readSource(path);
    assert.ok('text' in source);
    writeFileSync(path, 'c');
    assert.deepEqual(writeSource(source, 'b'), { file: path, reason: 'It was changed while the check was running; it is left as it is.', failed: true });
    assert.equal(readFileSync(path, 'utf8'), 'c');
    const latin = readSource(folder.write({ 'b.ts': Buffer.from([0xe9]) }));
    assert.ok('text' in latin);
    assert.match(writeSource(latin, 'ş')?.reason ?? '', /^It cannot be fixed\. The file is not in UTF-8/);
    folder.remove();
    assert.match(writeSource(source, 'b')?.reason ?? '', /^It cannot be written: /);
  });
});
