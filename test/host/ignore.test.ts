import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import ignore from 'ignore';
import { parseIgnore } from '../../server/src/host/ignore';
import { makeFolder } from './folder';

/** What the rules say of a path below them, its folders included: what is in an ignored folder is ignored. */
function ignores(text: string, path: string): boolean {
  const rules = parseIgnore(text);
  const parts = path.split('/');
  return parts.some((name, index) => {
    const folder = index < parts.length - 1;
    const said = rules.test(name, () => parts.slice(0, index + 1).join('/'), folder);
    assert.ok(said === undefined || rules.mayFit(name, folder), `${JSON.stringify(text)} may fit ${name}`);
    return said === true;
  });
}

describe('.gitignore', () => {
  const cases: readonly (readonly [rules: string, path: string, ignored: boolean])[] = [
    ['dist', 'dist/a.ts', true],
    ['dist', 'packages/one/dist/a.ts', true],
    ['/dist', 'packages/one/dist/a.ts', false],
    ['/dist', 'dist/a.ts', true],
    ['dist/', 'dist', false],
    ['src/generated', 'src/generated/a.ts', true],
    ['src/generated', 'packages/src/generated/a.ts', false],
    ['*.gen.ts', 'src/a.gen.ts', true],
    ['*.gen.ts', 'src/a.ts', false],
    ['*.ts\n!keep.ts', 'src/keep.ts', false],
    ['!keep.ts\n*.ts', 'src/keep.ts', true],
    ['logs/**', 'logs/a/b.ts', true],
    ['logs/**', 'logs', false],
    ['**/logs', 'a/b/logs/c.ts', true],
    ['a/**/b', 'a/b/c.ts', true],
    ['a/**/b', 'a/x/y/b/c.ts', true],
    ['a/*/b', 'a/x/y/b/c.ts', false],
    ['file?.ts', 'file1.ts', true],
    ['file?.ts', 'file10.ts', false],
    ['file[0-9].ts', 'file5.ts', true],
    ['file[!0-9].ts', 'file5.ts', false],
    ['file[[:digit:]].ts', 'file5.ts', true],
    ['file[a', 'file[a', false],
    ['a[x/y]b', 'ayb', true],
    ['*[xy]', 'ay', true],
    ['\\#a.ts', '#a.ts', true],
    ['#a.ts', '#a.ts', false],
    ['\\!a.ts', '!a.ts', true],
    ['a.ts   ', 'a.ts', true],
    ['a.ts\\ ', 'a.ts ', true],
    ['a.ts\r\nb.ts\r\n', 'a.ts', true],
    ['\uFEFFa.ts', 'a.ts', true],
    ['a+(b).ts', 'a+(b).ts', true],
    ['{a,b}.ts', 'a.ts', false],
    ['', 'a.ts', false],
    ['/', 'a.ts', false],
  ];
  for (const [rules, path, ignored] of cases) {
    it(`${JSON.stringify(rules)} ${ignored ? 'ignores' : 'keeps'} ${path}`, () => assert.equal(ignores(rules, path), ignored));
  }

  it('agrees with git', () => {
    const folder = makeFolder();
    try {
      for (const rules of new Set(cases.map(([each]) => each))) {
        const paths = cases.filter(([each]) => each === rules).map(([, path]) => path).concat('a.ts', 'src/b.ts', 'dist/x', 'a/b/c/d.ts');
        folder.write({ '.gitignore': rules });
        const git = spawnSync('git', ['-c', 'core.excludesFile=', 'check-ignore', '--no-index', '-z', '--stdin'], { cwd: folder.path, input: paths.join('\0'), env: { ...process.env, GIT_DIR: makeRepository(folder.path) } });
        assert.notEqual(git.status, 128, git.stderr.toString());
        const said = new Set(git.stdout.toString().split('\0'));
        for (const path of paths) assert.equal(ignores(rules, path), said.has(path), `${JSON.stringify(rules)} and ${path}`);
      }
    } finally {
      folder.remove();
    }
  });

  it('agrees with the `ignore` package on random rules', () => {
    const part = fc.constantFrom('a', 'b', 'ab', 'a.ts', 'b.ts', '*', '*.ts', 'a*', '?', '**', '[ab]');
    const rule = fc.tuple(fc.constantFrom('', '!'), fc.constantFrom('', '/'), fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '/')).map(([not, top, parts, end]) => not + top + parts.join('/') + end);
    const path = fc.array(fc.constantFrom('a', 'b', 'ab', 'a.ts', 'b.ts', 'c'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), fc.array(path, { minLength: 1, maxLength: 8 }), (rules, paths) => {
        const text = rules.join('\n');
        const oracle = ignore().add(text);
        for (const each of paths) assert.equal(ignores(text, each), oracle.ignores(each), `${JSON.stringify(text)} and ${each}`);
      }),
      { numRuns: 2000 },
    );
  });
});

function makeRepository(folder: string): string {
  const made = spawnSync('git', ['init', '--quiet', folder]);
  assert.equal(made.status, 0, made.stderr.toString());
  return `${folder}/.git`;
}
