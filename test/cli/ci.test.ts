import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { makeFolder, type Folder } from '../host/folder';

const MAIN = resolve('dist/cli/main.js');
const HEAD = "import { PlusAuthRestClient, type PlusAuthRestError } from '@plusauth/plusauth-rest-js';\nconst plusAuth = new PlusAuthRestClient('https://acme.plusauth.com', { token: '' });\n";
const handler = (method: string, name: string): string => `export async function ${method}(): Promise<unknown> {
  try {
    return await plusAuth.users.create({});
  } catch (e) {
    const ${method}Error = e as PlusAuthRestError;
    switch (${method}Error.error) {
      case '${name}':
        console.warn('there is one');
        break;
    }
  }
}
`;
const INCOMPLETE = HEAD + handler('create', 'already_exists');

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly text: string; readonly markdown: string } }[] } };
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly object[] }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number; readonly startColumn: number } } }[];
      readonly fixes: readonly { readonly artifactChanges: readonly { readonly replacements: readonly object[] }[] }[];
    }[];
  }[];
}

describe('check in continuous integration', () => {
  let folder: Folder;
  beforeEach(() => (folder = makeFolder()));
  afterEach(() => folder.remove());

  const check = (args: readonly string[], input = ''): SpawnSyncReturns<string> => spawnSync(process.execPath, [MAIN, 'check', ...args], { cwd: folder.path, encoding: 'utf8', input, env: { ...process.env, LANG: 'C', LC_ALL: '', NO_COLOR: '1' } });

  describe('--format sarif', () => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync('test/fixtures/sarif-schema-2.1.0.json', 'utf8')) as object);
    const sarif = (...args: string[]): Sarif => {
      const { stdout, stderr } = check(['--format', 'sarif', ...args]);
      assert.ok(stdout, stderr);
      const log: unknown = JSON.parse(stdout);
      assert.ok(validate(log), JSON.stringify(validate.errors));
      return log as Sarif;
    };

    it('is valid, with the rules and their help, places that count from 1, and fixes', () => {
      folder.write({ 'src/a b.ts': INCOMPLETE, 'src/ğ.ts': HEAD + handler('create', 'already_exist'), 'table.ts': `${HEAD}const texts: Record<string, string> = { already_exists: 'taken' };\nexport const textOf = (e: PlusAuthRestError): string | undefined => texts[e.error ?? ''];\n` });
      const [run] = sarif().runs;
      assert.equal(check([]).status, 1);
      assert.ok(run && run.results.length >= 3);
      const [first] = run.results;
      assert.deepEqual([first?.ruleId, first?.level, first?.locations[0]?.physicalLocation.artifactLocation.uri], ['unhandled-error', 'warning', 'src/a%20b.ts']);
      assert.deepEqual([first?.locations[0]?.physicalLocation.region.startLine, first?.locations[0]?.physicalLocation.region.startColumn], [8, 5]);
      assert.ok(run.results.every((r) => /^[0-9a-f]{16}$/.test(r.partialFingerprints['plusauthErrors/v1'] ?? '')));
      assert.ok(first?.fixes.every((fix) => fix.artifactChanges[0]?.replacements.length));
      assert.equal(run.tool.driver.rules.length, 7);
      for (const { id, help } of run.tool.driver.rules) assert.ok(help.text.length > 20 && help.markdown.includes('#'), id);
    });

    it('says what was skipped, and is valid when nothing is found', () => {
      folder.write({ 'a.ts': '' });
      const [empty] = sarif().runs;
      assert.deepEqual([empty?.results, empty?.invocations[0]?.executionSuccessful], [[], true]);
      const [failed] = sarif('gone.ts').runs;
      assert.deepEqual([failed?.invocations[0]?.executionSuccessful, failed?.invocations[0]?.toolExecutionNotifications.length], [false, 1]);
    });

    it('has fingerprints that stay when lines move, and tell equal findings apart', () => {
      const of = (text: string): string[] => {
        folder.write({ 'a.ts': text });
        return sarif().runs[0]?.results.map((r) => r.partialFingerprints['plusauthErrors/v1'] ?? '') ?? [];
      };
      const twice = HEAD + handler('a', 'already_exists') + handler('a', 'already_exists').replace('function a', 'function b');
      const before = of(twice);
      assert.equal(new Set(before).size, 2);
      assert.deepEqual(of(`// a comment\n\n${twice.replaceAll('\n    switch', '\n\n      switch')}`), before);
      assert.notDeepEqual(of(twice.replaceAll('aError', 'failure')), before);
    });
  });

  it('--format github writes workflow commands', () => {
    folder.write({ 'a,b.ts': INCOMPLETE });
    const { stdout, status } = check(['--format', 'github', '--rule', 'unhandled-error=error']);
    assert.equal(status, 1);
    assert.match(stdout, /^::error file=a%2Cb\.ts,line=8,endLine=8,col=5,endColumn=\d+,title=unhandled-error::[^\n]+\n$/);
    const hint = check(['--format', 'github', '--rule=unhandled-error=hint']).stdout;
    assert.match(hint, /^::notice /);
  });

  it('--rule switches rules off, and --max-warnings allows some', () => {
    folder.write({ 'a.ts': INCOMPLETE, 'b.ts': INCOMPLETE });
    assert.equal(check(['--rule', 'unhandled-error=off']).status, 0);
    assert.deepEqual([check(['--max-warnings', '2']).status, check(['--max-warnings', '1']).status, check(['--max-warnings=5', '--rule', 'unhandled-error=error']).status, check(['--max-warnings=0', '--rule', 'unhandled-error=hint']).status], [0, 1, 1, 0]);
    for (const [args, message] of [
      [['--rule', 'unhandled-eror=off'], /There is no rule "unhandled-eror"\. Did you mean unhandled-error\?/],
      [['--rule', 'unhandled-error=fatal'], /--rule unhandled-error needs a severity/],
      [['--max-warnings', 'many'], /--max-warnings is a number/],
      [['--update-baseline'], /needs --baseline FILE/],
      [['--baseline', 'b.json'], /There is no baseline b\.json\. --update-baseline writes it/],
    ] as const) {
      const { stderr, status } = check(args);
      assert.match(stderr, message);
      assert.equal(status, 2);
    }
  });

  it('reads the configuration file above each file; the command line goes before it', () => {
    folder.write({ 'a.ts': INCOMPLETE, 'old/b.ts': INCOMPLETE, 'old/plusauth-errors.json': '{ "severity": { "unhandledError": "off" } }', 'plusauth-errors.json': '{ "severity": { "unhandledError": "error" }, "language": "tr" }' });
    const { stdout } = check([]);
    assert.match(stdout, /a\.ts[^]*error {2}unhandled-error/);
    assert.doesNotMatch(stdout, /b\.ts/);
    assert.match(check(['--rule', 'unhandled-error=hint', 'old']).stdout, /hint {2}unhandled-error/);
    folder.write({ 'plusauth-errors.json': '{ "strict": 1 }' });
    const wrong = check([]);
    assert.match(wrong.stderr, /plusauth-errors\.json: "strict" is 1; it can be true, false\./);
    assert.equal(wrong.status, 2);
  });

  it('--stdin checks a text under a name', () => {
    folder.write({ 'plusauth-errors.json': '{ "severity": { "unhandledError": "error" } }' });
    const { stdout, status } = check(['--stdin', '--stdin-filename', 'src/new.ts'], INCOMPLETE);
    assert.equal(status, 1);
    assert.match(stdout, /^src\/new\.ts\n {2}8:5 {2}error {2}unhandled-error/);
    assert.equal(check(['--stdin', '--stdin-filename', 'src/new.ts'], 'const a = 1;\n').status, 0);
    for (const args of [['--stdin'], ['--stdin', '--stdin-filename', 'a.txt'], ['--stdin', '--stdin-filename', 'a.ts', 'src'], ['--stdin', '--stdin-filename', 'a.ts', '--fix']]) {
      const wrong = check(args, INCOMPLETE);
      assert.equal(wrong.status, 2, args.join(' '));
      assert.ok(wrong.stderr.length > 40);
    }
    assert.equal(check(['--stdin', '--stdin-filename', 'a.ts'], 'a\0b').status, 2);
  });

  it('--baseline lets only new findings count', () => {
    folder.write({ 'src/a.ts': INCOMPLETE, 'lib/b.ts': INCOMPLETE });
    const wrote = check(['--baseline', 'known.json', '--update-baseline']);
    assert.deepEqual([wrote.status, wrote.stdout], [0, 'The baseline holds 2 findings.\n']);
    assert.deepEqual(check(['--baseline', 'known.json']).stdout, 'No findings in 2 files. 2 known findings in the baseline.\n');
    folder.write({ 'src/a.ts': `// moved\n${INCOMPLETE}${handler('other', 'invalid_entity')}` });
    const more = check(['--baseline', 'known.json']);
    assert.equal(more.status, 1);
    assert.match(more.stdout, /21:5 {2}warning {2}unhandled-error/);
    assert.match(more.stdout, /1 finding \(1 warning\) in 2 files\. --fix fixes it\. 2 known findings in the baseline\.\n$/);
    folder.write({ 'lib/b.ts': '' });
    assert.match(check(['--baseline', 'known.json', 'lib']).stdout, /1 finding of the baseline is gone: --update-baseline takes it out\./);
    assert.equal(check(['--baseline', 'known.json', '--update-baseline', 'src']).stdout, 'The baseline holds 3 findings.\n');
    assert.equal(check(['--baseline', 'known.json', '--update-baseline', 'lib']).stdout, 'The baseline holds 2 findings.\n');
    const document = JSON.parse(readFileSync(join(folder.path, 'known.json'), 'utf8')) as { findings: { file: string }[] };
    assert.deepEqual(document.findings.map((f) => f.file), ['src/a.ts', 'src/a.ts']);
    folder.write({ 'known.json': '[]' });
    assert.match(check(['--baseline', 'known.json']).stderr, /known\.json is no baseline of this version/);
  });
});
