import assert from 'node:assert/strict';
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder, type Folder } from '../host/folder';

const MAIN = resolve('dist/cli/main.js');

const IMPORT = "import { PlusAuthRestClient, type PlusAuthRestError } from '@plusauth/plusauth-rest-js';\nconst plusAuth = new PlusAuthRestClient('https://acme.plusauth.com', { token: '' });\n";
const handler = (name: string, fallback = ''): string => `export async function create(): Promise<unknown> {
  try {
    return await plusAuth.users.create({});
  } catch (e) {
    const error = e as PlusAuthRestError;
    switch (error.error) {
      case '${name}':
        console.warn('there is one');
        break;${fallback}
    }
  }
}
`;
const INCOMPLETE = IMPORT + handler('already_exists');
const COMPLETE = IMPORT + handler('already_exists', '\n      default:\n        throw error;');
const MISSPELT = IMPORT + handler('already_exist', '\n      default:\n        throw error;');

interface Document {
  readonly findings: readonly { file: string; code: string; severity: string; message: string; range: object; missing?: string[]; fixes: { title: string; edits: object[] }[] }[];
  readonly files: number;
  readonly skipped: readonly { file: string; reason: string }[];
  readonly fixed?: readonly { file: string; code: string; title: string }[];
}

describe('The command line', () => {
  let folder: Folder;
  beforeEach(() => (folder = makeFolder()));
  afterEach(() => folder.remove());

  const run = (args: readonly string[], options: { input?: string | Uint8Array; env?: Record<string, string>; cwd?: string } = {}): SpawnSyncReturns<string> => {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NO_COLOR' && name !== 'FORCE_COLOR'));
    return spawnSync(process.execPath, [MAIN, ...args], { cwd: folder.path, encoding: 'utf8', input: '', ...options, env: { ...env, LANG: 'C', LC_ALL: '', ...options.env } });
  };
  const json = (...args: string[]): { document: Document; status: number | null; stderr: string } => {
    const { stdout, stderr, status } = run(['check', '--format', 'json', ...args]);
    return { document: JSON.parse(stdout) as Document, status, stderr };
  };

  describe('check', () => {
    it('exits with 0 when there is nothing to find, and loads no parser for it', () => {
      folder.write({ 'a.ts': 'export const a = 1;', 'b.txt': 'x' });
      const { stdout, stderr, status } = run(['check'], { env: { PLUSAUTH_ERRORS_DEBUG: '1' } });
      assert.deepEqual({ stdout, stderr, status }, { stdout: 'No findings in 1 file.\n', stderr: '', status: 0 });
    });

    it('exits with 1 and one document of what it found', () => {
      folder.write({ 'src/b.ts': INCOMPLETE, 'src/a.ts': MISSPELT, 'c.ts': COMPLETE, 'node_modules/x/d.ts': INCOMPLETE, 'out/e.ts': INCOMPLETE, '.gitignore': 'out/' });
      const { document, status, stderr } = json();
      assert.equal(status, 1, stderr);
      assert.equal(document.files, 3);
      assert.deepEqual(document.skipped, []);
      assert.deepEqual(document.findings.map(({ file, code, severity }) => [file, code, severity]), [['src/a.ts', 'unknown-error', 'warning'], ['src/b.ts', 'unhandled-error', 'warning']]);
      const [unknown, unhandled] = document.findings;
      assert.deepEqual(unknown?.range, { start: { line: 8, character: 11 }, end: { line: 8, character: 26 } });
      assert.equal(unknown.missing, undefined);
      assert.equal(unhandled?.missing?.length, 13);
      assert.ok(unhandled.fixes.length > 1 && unhandled.fixes.every(({ title, edits }) => title !== '' && edits.length > 0));
    });

    it('shows the same to a person', () => {
      folder.write({ 'src/a.ts': MISSPELT });
      const { stdout, status } = run(['check', 'src']);
      assert.equal(status, 1);
      assert.match(stdout, /^src\/a\.ts\n {2}9:12 {2}warning {2}unknown-error .*already_exists/);
      assert.match(stdout, /\n {4}\|\n {2}9 \| case 'already_exist':\n {4}\| {6}\^{15}\n/);
      assert.match(stdout, /\n1 finding \(1 warning\) in 1 file\. --fix fixes it\.\n$/);
    });

    it('takes paths relative to the current folder, whatever form they are given in', () => {
      folder.write({ 'a/b.ts': INCOMPLETE, 'c/x.txt': '' });
      const cwd = join(folder.path, 'c');
      for (const path of ['../a', join(folder.path, 'a'), '../a/b.ts', '../c/../a/']) {
        const { stdout } = run(['check', '--format=json', path], { cwd });
        assert.deepEqual((JSON.parse(stdout) as Document).findings.map(({ file }) => file), ['../a/b.ts']);
      }
    });

    it('says the context aloud, keeps silent, and is strict when it is told to', () => {
      folder.write({ 'a.ts': "declare const e: { error?: string };\nexport function f(): void {\n  if (e.error === 'already_exists') console.warn('x');\n}\n", 'b.ts': COMPLETE });
      assert.deepEqual(json('--context', 'always').document.findings.map(({ file }) => file), ['a.ts']);
      assert.deepEqual(json().document.findings, []);
      assert.deepEqual(json('--context', 'never', '--strict').document.findings, []);
      assert.deepEqual(json('--strict').document.findings.map(({ file, code }) => [file, code]), [['b.ts', 'unhandled-error']]);
    });

    it('takes the manifest for evidence', () => {
      folder.write({ 'package.json': '{ "dependencies": { "@plusauth/plusauth-rest-js": "2.4.0" } }', 'src/a.ts': "import { api } from './api';\nexport async function f(): Promise<void> {\n  try {\n    await api.create();\n  } catch (e: any) {\n    if (e.error === 'already_exists') console.warn('x');\n  }\n}\n" });
      assert.deepEqual(json().document.findings.map(({ file, code }) => [file, code]), [['src/a.ts', 'unhandled-error']]);
    });

    it('speaks Turkish when asked to, or by the environment', () => {
      folder.write({ 'a.ts': INCOMPLETE });
      const english = run(['check']).stdout;
      const turkish = run(['check', '--lang', 'tr']).stdout;
      assert.notEqual(english, turkish);
      assert.equal(run(['check'], { env: { LANG: 'tr_TR.UTF-8' } }).stdout, turkish);
    });

    it('has colours only where they are wanted', () => {
      folder.write({ 'a.ts': INCOMPLETE });
      assert.doesNotMatch(run(['check']).stdout, /\x1b/);
      assert.match(run(['check'], { env: { FORCE_COLOR: '1' } }).stdout, /\x1b\[33m/);
    });

    it('finds the same among thousands of files, with its second thread', () => {
      const files: Record<string, string> = {};
      for (let index = 0; index < 4000; index++) files[`src/${index % 100}/${index}.ts`] = index % 500 === 0 ? INCOMPLETE : `export const a${index} = ${index};\n`;
      folder.write(files);
      const { document } = json();
      assert.equal(document.files, 4000);
      assert.deepEqual(document.findings.map(({ file }) => file), ['src/0/0.ts', 'src/0/1000.ts', 'src/0/1500.ts', 'src/0/2000.ts', 'src/0/2500.ts', 'src/0/3000.ts', 'src/0/3500.ts', 'src/0/500.ts']);
    });
  });

  describe('check --fix', () => {
    it('writes the preferred fixes, keeps encoding, mark, line ends and mode, and then finds nothing', () => {
      const crlf = INCOMPLETE.replaceAll('\n', '\r\n');
      folder.write({ 'a.ts': `\uFEFF${crlf}`, 'b.ts': Buffer.from(`\uFEFF${MISSPELT}`, 'utf16le'), 'c.ts': COMPLETE, 'd.ts': Buffer.from(MISSPELT.replace('there is one', 'v\u00e9rit\u00e9'), 'latin1') });
      chmodSync(join(folder.path, 'a.ts'), 0o600);
      const { document, status } = json('--fix');
      assert.equal(status, 0);
      assert.deepEqual(document.findings, []);
      assert.deepEqual(document.fixed?.map(({ file, code }) => [file, code]), [['a.ts', 'unhandled-error'], ['b.ts', 'unknown-error'], ['d.ts', 'unknown-error']]);
      const a = readFileSync(join(folder.path, 'a.ts'), 'utf8');
      assert.ok(a.startsWith('\uFEFFimport') && a.includes('default:\r\n') && !/[^\r]\n/.test(a));
      assert.equal(statSync(join(folder.path, 'a.ts')).mode & 0o777, 0o600);
      assert.deepEqual(readFileSync(join(folder.path, 'b.ts')), Buffer.from(`\uFEFF${MISSPELT.replace("'already_exist'", "'already_exists'")}`, 'utf16le'));
      assert.equal(readFileSync(join(folder.path, 'c.ts'), 'utf8'), COMPLETE);
      assert.deepEqual(readFileSync(join(folder.path, 'd.ts')), Buffer.from(MISSPELT.replace('there is one', 'v\u00e9rit\u00e9').replace("'already_exist'", "'already_exists'"), 'latin1'));
      assert.deepEqual(readdirSync(folder.path), ['a.ts', 'b.ts', 'c.ts', 'd.ts']);
      assert.match(run(['check', '--fix']).stdout, /^No findings in 4 files\. Nothing was fixed\.\n$/);
    });
  });

  describe('bad input', () => {
    it('is left out with a reason', () => {
      folder.write({
        'binary.ts': Buffer.concat([Buffer.from([0x47, 0x40, 0, 0x10, 0, 0]), Buffer.from('already_exists plusauth')]),
        'minified.js': `${`a("${'x'.repeat(990)}");`.repeat(5000)}if(e.error==="already_exists")plusAuth.x();`,
        'surrogates.ts': Buffer.from(`\uFEFF${INCOMPLETE}const a = '\ud800 \udc00';`, 'utf16le'),
        'half.ts': `${IMPORT}try { plusAuth.users.get(1) } catch (e) { switch (e.error) { case 'already_`,
        'braces.ts': `${IMPORT}${'{'.repeat(1000)} if (e.error === 'already_exists') {`,
        'deep.ts': `${IMPORT}${'if (a) {'.repeat(1000)} if (e.error === 'already_exists') { f(); } ${'}'.repeat(1000)}`,
        'huge.ts': 'x',
        'empty.ts': '',
        'real/a.ts': COMPLETE,
      });
      truncateSync(join(folder.path, 'huge.ts'), 17 * 1024 * 1024);
      symlinkSync('nowhere', join(folder.path, 'broken.ts'));
      symlinkSync('.', join(folder.path, 'loop'));
      const { document, status, stderr } = json();
      assert.equal(status, 1, stderr);
      assert.equal(stderr, '');
      assert.deepEqual(document.skipped.map(({ file, reason }) => `${file}: ${reason}`), [
        'binary.ts: It is not text: it holds zero bytes.',
        'broken.ts: It is a symbolic link to something that does not exist.',
        'huge.ts: It is larger than 16 MB.',
        'loop: It is a symbolic link, and links are not followed; name it on the command line to check it.',
        'minified.js: It is generated or minified code: its lines are over 1,000 characters long on average.',
      ]);
      assert.equal(document.files, 6);
      assert.ok(document.findings.some(({ file }) => file === 'surrogates.ts'));
    });

    it('exits with 2 and says why when a path does not exist, and checks the others', () => {
      folder.write({ 'a.ts': INCOMPLETE });
      const { document, status, stderr } = json('nowhere', 'a.ts');
      assert.equal(status, 2);
      assert.equal(stderr, 'plusauth-errors: nowhere: There is no such file or folder.\n');
      assert.deepEqual(document.skipped, [{ file: 'nowhere', reason: 'There is no such file or folder.' }]);
      assert.equal(document.findings.length, 1);
    });

    it('says so when a named file is not supported', () => {
      folder.write({ 'a.md': 'already_exists' });
      const { stdout, status } = run(['check', 'a.md']);
      assert.equal(stdout, 'skipped  a.md: Files with this extension are not supported.\n\nNo findings in 0 files, 1 skipped.\n');
      assert.equal(status, 0);
    });

    it('exits with 2 and says why when something cannot be read', function () {
      folder.write({ 'a/a.ts': INCOMPLETE, 'b.ts': INCOMPLETE, 'c.ts': 'x' });
      for (const path of ['a', 'b.ts']) chmodSync(join(folder.path, path), 0);
      // Who may read everything is tried as somebody who may not.
      const root = process.getuid?.() === 0;
      chmodSync(folder.path, 0o755);
      try {
        const source = `process.argv.splice(1, 1); process.setgid?.(65534); process.setuid?.(65534); require(process.argv[1]);`;
        const args = root ? ['-e', source, 'x', MAIN, 'check', '--format=json', '.'] : [MAIN, 'check', '--format=json', '.'];
        const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8' });
        assert.equal(status, 2, stderr);
        assert.equal(stderr, 'plusauth-errors: a: It cannot be read: permission denied.\nplusauth-errors: b.ts: It cannot be read: permission denied.\n');
        assert.equal((JSON.parse(stdout) as Document).files, 1);
      } finally {
        for (const path of ['a', 'b.ts']) chmodSync(join(folder.path, path), 0o700);
      }
    });
  });

  describe('explain', () => {
    it('prints the card of a name in any spelling, and of a status', () => {
      for (const name of ['already_exists', 'AlreadyExists', 'ALREADY_EXISTS']) assert.match(run(['explain', name]).stdout, /^already_exists · 409\n\n│ Provided resource already exists\./);
      assert.match(run(['explain', '401']).stdout, /missing_token.*\n.*/);
      assert.match(run(['explain', '--lang=tr', '429']).stdout, /too_many_requests/);
      assert.notEqual(run(['explain', '--lang=tr', '429']).stdout, run(['explain', '429']).stdout);
    });

    it('explains a response from standard input', () => {
      const { stdout, status } = run(['explain', '-'], { input: '{"error":"already_exists","status":400}' });
      assert.equal(status, 0);
      assert.match(stdout, /already_exists and status 400 cannot occur together/);
    });

    const wrong: readonly (readonly [args: string[], input: string | Uint8Array, message: RegExp])[] = [
      [['explain'], '', /takes one name, one status or `-`/],
      [['explain', 'a', 'b'], '', /takes one name/],
      [['explain', 'alredy_exists'], '', /no documented error or status "alredy_exists"\. Did you mean already_exists\?/],
      [['explain', 'nonsense'], '', /The documented ones are .*server_error/],
      [['explain', '-'], '', /Nothing came on standard input/],
      [['explain', '-'], Buffer.from([1, 0, 2, 0, 0]), /not text/],
      [['explain', '-'], ' '.repeat(5_000_000), /at most 4194304 are read/],
    ];
    for (const [args, input, message] of wrong) {
      it(`exits with 2 for ${args.join(' ')} with ${input.length} bytes: ${message.source}`, () => {
        const { stdout, stderr, status } = run(args, { input });
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, message);
      });
    }
  });

  describe('usage', () => {
    it('prints help and version', () => {
      const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
      assert.equal(run(['--version']).stdout, `${version}\n`);
      assert.match(run(['--help']).stdout, /Usage:\n {2}plusauth-errors check \[paths…\] \[options\]\n/);
      assert.match(run(['check', 'x', '--help']).stdout, /--context auto\|always\|never/);
      assert.equal(run(['help', 'explain']).stdout, run(['explain', '--help']).stdout);
    });

    const wrong: readonly (readonly [args: string[], message: string])[] = [
      [[], 'What shall be done? `plusauth-errors --help` lists the commands.'],
      [['chekc'], 'There is no command "chekc". Did you mean check? `plusauth-errors --help` lists them.'],
      [['--verison'], 'There is no option "--verison". `plusauth-errors --help` lists them.'],
      [['check', '--formt=json'], 'There is no option "--formt". Did you mean --format? `plusauth-errors check --help` lists them.'],
    ];
    for (const [args, message] of wrong) {
      it(`exits with 2 for ${JSON.stringify(args)}`, () => {
        const { stdout, stderr, status } = run(args);
        assert.deepEqual({ stdout, stderr, status }, { stdout: '', stderr: `plusauth-errors: ${message}\n`, status: 2 });
      });
    }

    it('is quiet when whoever reads has seen enough', async () => {
      const files: Record<string, string> = {};
      for (let index = 0; index < 300; index++) files[`${index}.ts`] = INCOMPLETE;
      folder.write(files);
      const child = spawn(process.execPath, [MAIN, 'check', '--format=json'], { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'] });
      let errors = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
      child.stdout.destroy();
      const [code] = (await once(child, 'close')) as [number];
      assert.equal(errors, '');
      assert.equal(code, 1);
    });
  });
});
