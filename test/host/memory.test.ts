import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LANGUAGES } from '../bench/code';
import { handlingFile } from '../bench/code/make';
import { Random } from '../bench/random';

/** What the whole product may take with every grammar in use, in MiB. */
const MOST = 350;

const FUNCTION = `    func handle(_ e: PlusAuthError) {
        if e.error == "already_exists" { showTaken() } else { report("\\(e)", [1, 2.5, 0x1f], #selector(go)) }
    }
`;

describe('The memory of a process that reads the largest grammar', () => {
  let folder: string;
  before(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plusauth-errors-memory-'))));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  it(`stays under ${MOST} MiB, whatever V8 does to its lexer`, function () {
    this.timeout(60_000);
    // V8's optimizing compiler takes 3 GB for Swift's on Node 24, as soon as it has run for a while, and many seconds on others.
    for (let i = 0; i < 12; i++) fs.writeFileSync(path.join(folder, `Users${i}.swift`), `import PlusAuth\n\nfinal class Users${i} {\n${FUNCTION.repeat(150)}}\n`);
    peakOf(folder);
  });

  it('stays under it with every grammar in use', function () {
    this.timeout(60_000);
    for (const sample of LANGUAGES) fs.writeFileSync(path.join(folder, `users${sample.extension}`), handlingFile(new Random(9), sample, 1000, 'parts'));
    peakOf(folder, 1);
  });

  it('leaves the large grammars to the baseline compiler, and nothing else', function () {
    this.timeout(60_000);
    for (const sample of LANGUAGES) fs.writeFileSync(path.join(folder, `users${sample.extension}`), handlingFile(new Random(9), sample, 3000, 'parts'));
    const { stdout, stderr } = spawnSync(process.execPath, ['--trace-wasm-compilation-times', path.resolve('dist/cli/main.js'), 'check', folder], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    const functions = [...stdout.matchAll(/^Compiled function (\w+)#(\d+) using (\w+),.* bodysize (\d+)/gm)].map(([, module, index, compiler, size]) => ({ module, index: Number(index), compiler, size: Number(size) }));
    const optimized = functions.filter((f) => f.compiler === 'TurboFan').map((f) => f.module);
    // The lexers of Swift, Kotlin and Ruby and the two of C#; that of PHP comes next.
    const large = functions.filter((f) => f.size > 30_000);
    assert.deepEqual(large.map((f) => f.compiler), Array<string>(5).fill('Liftoff'), stderr);
    for (const { module } of large) assert.ok(!optimized.includes(module), 'Some of a large grammar was optimized.');
    // Grammars have a dozen functions.
    const runtime = functions.find((f) => f.index > 100);
    assert.ok(runtime && optimized.includes(runtime.module), `None of ${functions.length} functions of the runtime was optimized.`);
  });
});

/** Checks a folder: it must end with `expected`, and never take more than the most. */
function peakOf(folder: string, expected = 0): void {
  const hook = path.join(folder, 'peak.cjs');
  fs.writeFileSync(hook, `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'));`);
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, path.resolve('dist/cli/main.js'), 'check', folder], { encoding: 'utf8' });
  assert.equal(status, expected, stderr);
  const peak = Math.max(...[...stderr.matchAll(/peak (\d+)/g)].map(([, kib]) => Number(kib))) / 1024;
  assert.ok(peak > 0 && peak < MOST, `${Math.round(peak)} MiB on V8 ${process.versions.v8}`);
}
