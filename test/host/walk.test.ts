import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Skipped } from '../../server/src/host/skipped';
import { walk, type WalkFs } from '../../server/src/host/walk';
import { makeFolder, type Folder } from './folder';

describe('Walking folders', () => {
  let folder: Folder;
  beforeEach(() => (folder = makeFolder()));
  afterEach(() => folder.remove());

  function list(paths: readonly string[] = ['.'], cwd = folder.path, using?: WalkFs): { files: string[]; skipped: Skipped[] } {
    const files: string[] = [];
    const skipped: Skipped[] = [];
    walk(paths, { cwd, supports: (name) => name.endsWith('.ts'), file: (path) => void files.push(path), skip: (each) => void skipped.push(each), ...(using && { fs: using }) });
    return { files, skipped };
  }

  it('lists supported files with forward slashes, folders after files', () => {
    folder.write({ 'b/c/d.ts': '', 'a.ts': '', 'b/a.ts': '', 'b/a.md': '', 'z.ts': '' });
    assert.deepEqual(list().files, ['a.ts', 'z.ts', 'b/a.ts', 'b/c/d.ts']);
  });

  it('leaves out .git and node_modules at every depth, and takes them when they are named', () => {
    folder.write({ '.git/a.ts': '', 'node_modules/x/a.ts': '', 'b/node_modules/a.ts': '', 'b/a.ts': '' });
    assert.deepEqual(list().files, ['b/a.ts']);
    assert.deepEqual(list(['node_modules/x']).files, ['node_modules/x/a.ts']);
  });

  it('obeys nested .gitignore files, the inner before the outer', () => {
    folder.write({ '.gitignore': '*.gen.ts\nout/\n', 'a.gen.ts': '', 'out/a.ts': '', 'b/.gitignore': '!a.gen.ts\n/local.ts\n', 'b/a.gen.ts': '', 'b/b.gen.ts': '', 'b/local.ts': '', 'b/c/local.ts': '' });
    assert.deepEqual(list().files, ['b/a.gen.ts', 'b/c/local.ts']);
  });

  it('cannot take back a file of an ignored folder', () => {
    folder.write({ '.gitignore': 'out/\n!out/a.ts\n', 'out/a.ts': '' });
    assert.deepEqual(list().files, []);
  });

  it('obeys the .gitignore files above, up to the repository, and none above it', () => {
    folder.write({ '.gitignore': 'outer.ts\n', 'repo/.git/HEAD': '', 'repo/.gitignore': '/src/a/ignored.ts\n*.tmp.ts\n', 'repo/src/a/ignored.ts': '', 'repo/src/a/b.tmp.ts': '', 'repo/src/a/outer.ts': '' });
    assert.deepEqual(list(['.'], join(folder.path, 'repo/src/a')).files, ['outer.ts']);
    assert.deepEqual(list(['src'], join(folder.path, 'repo')).files, ['src/a/outer.ts']);
    assert.deepEqual(list(['repo/src']).files, ['repo/src/a/outer.ts']);
  });

  it('takes files and folders that are named, whatever .gitignore says', () => {
    folder.write({ '.git/HEAD': '', '.gitignore': 'out/\na.ts\n', 'out/b.ts': '', 'out/deep/c.ts': '', 'a.ts': '' });
    assert.deepEqual(list(['a.ts', 'out']).files, ['a.ts', 'out/b.ts', 'out/deep/c.ts']);
  });

  it('lists nothing twice', () => {
    folder.write({ 'a/b/c.ts': '', 'a/d.ts': '' });
    assert.deepEqual(list(['a/b', 'a', '.', 'a/d.ts', 'a/d.ts', join(folder.path, 'a')]).files.sort(), ['a/b/c.ts', 'a/d.ts']);
  });

  it('gives paths outside of the current folder relative to it', () => {
    folder.write({ 'a/b.ts': '', 'c/d.ts': '' });
    assert.deepEqual(list(['../c'], join(folder.path, 'a')).files, ['../c/d.ts']);
  });

  it('says so when a path does not exist, or a named file is not supported', () => {
    folder.write({ 'a.md': '' });
    assert.deepEqual(list(['nowhere', 'a.md', 'a.md/b.ts']).skipped, [
      { file: 'nowhere', reason: 'There is no such file or folder.', failed: true },
      { file: 'a.md', reason: 'Files with this extension are not supported.', failed: false },
      { file: 'a.md/b.ts', reason: 'There is no such file or folder.', failed: true },
    ]);
  });

  it('does not follow links in a folder, broken ones and loops included, and says so', () => {
    folder.write({ 'real/a.ts': '' });
    fs.symlinkSync('real', join(folder.path, 'folder'));
    fs.symlinkSync('real/a.ts', join(folder.path, 'file.ts'));
    fs.symlinkSync('nowhere', join(folder.path, 'broken.ts'));
    fs.symlinkSync('nowhere', join(folder.path, 'broken.md'));
    fs.symlinkSync('loop.ts', join(folder.path, 'loop.ts'));
    fs.symlinkSync('..', join(folder.path, 'real/up'));
    const { files, skipped } = list();
    assert.deepEqual(files, ['real/a.ts']);
    assert.deepEqual(skipped.map(({ file, reason, failed }) => [file, reason.replace(/[,;:].*| that leads.*| to something.*/, ''), failed]), [
      ['broken.ts', 'It is a symbolic link', false],
      ['file.ts', 'It is a symbolic link', false],
      ['folder', 'It is a symbolic link', false],
      ['loop.ts', 'It is a symbolic link', false],
      ['real/up', 'It is a symbolic link', false],
    ]);
  });

  it('follows a link that is named, and says so when it is broken or a loop', () => {
    folder.write({ 'real/a.ts': '' });
    fs.symlinkSync('real', join(folder.path, 'folder'));
    fs.symlinkSync('nowhere', join(folder.path, 'broken.ts'));
    fs.symlinkSync('loop.ts', join(folder.path, 'loop.ts'));
    const { files, skipped } = list(['folder', 'broken.ts', 'loop.ts']);
    assert.deepEqual(files, ['folder/a.ts']);
    assert.deepEqual(skipped, [
      { file: 'broken.ts', reason: 'It is a symbolic link to something that does not exist.', failed: true },
      { file: 'loop.ts', reason: 'It is a symbolic link that leads back to itself.', failed: true },
    ]);
  });

  it('goes on past a folder and a .gitignore that cannot be read, and says so', () => {
    folder.write({ 'a/a.ts': '', 'b/.gitignore': '*.ts', 'b/b.ts': '', 'c.ts': '' });
    const denied = (): never => {
      throw Object.assign(new Error('denied'), { code: 'EACCES' });
    };
    const readdirSync = ((path: string, options: never) => (/[\/]a$/.test(path) ? denied() : fs.readdirSync(path, options))) as unknown as WalkFs['readdirSync'];
    const { files, skipped } = list(['.'], folder.path, { ...fs, readdirSync, readFileSync: denied });
    assert.deepEqual(files, ['c.ts', 'b/b.ts']);
    assert.deepEqual(skipped, ['a', 'b/.gitignore'].map((file) => ({ file, reason: 'It cannot be read: permission denied.', failed: true })));
  });

  it('goes on past a folder that is deleted meanwhile', () => {
    folder.write({ 'a/a.ts': '', 'b/b.ts': '' });
    const gone = (path: string, options: never): unknown => {
      if (/[\/]a$/.test(path)) fs.rmSync(path, { recursive: true, force: true });
      return fs.readdirSync(path, options);
    };
    const { files, skipped } = list(['.'], folder.path, { ...fs, readdirSync: gone as WalkFs['readdirSync'] });
    assert.deepEqual(files, ['b/b.ts']);
    assert.deepEqual(skipped, [{ file: 'a', reason: 'It was deleted while the check was running.', failed: false }]);
  });
});
