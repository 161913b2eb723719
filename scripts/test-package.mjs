// Packs the extension and the command line, checks what is in the packages, installs it into real VS Code and runs test/package/suite/*.suite.ts there.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runMocha } from './lib/mocha.mjs';
import { root } from './lib/paths.mjs';
import { runHere } from './lib/run.mjs';
import { runSuite } from './lib/vscode-suite.mjs';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'plusauth-errors-package-'));
const results = process.env.TEST_RESULTS;
const counted = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : { passes: 0, failures: 1, pending: 0 });
try {
  const file = path.join(scratch, 'extension.vsix');
  const parts = [path.join(scratch, 'contents.json'), path.join(scratch, 'suite.json'), path.join(scratch, 'npm.json')];
  const again = path.join(scratch, 'again.vsix');
  let passed = true;
  for (const target of [again, file]) passed = passed && (await runHere(process.execPath, ['scripts/package.mjs', target])) === 0;
  if (passed) {
    const env = { ...process.env, PACKAGE_FILE: file, PACKAGE_AGAIN: again, TEST_RESULTS: parts[0] };
    passed = (await runMocha('package-contents', ['test/package/contents.test.ts', 'test/package/trust.test.ts'], [], env)) === 0;
    passed = (await runMocha('package-npm', ['test/package/npm.test.ts'], ['--timeout', '120000'], { ...process.env, TEST_RESULTS: parts[2] })) === 0 && passed;
    passed = (await runSuite({ name: 'package', folder: 'test/package/suite', extension: path.join(root, 'test/package/driver'), host: 'node', install: file, results: parts[1] })) && passed;
  }
  if (results) {
    const sum = parts.map(counted).reduce((a, b) => ({ passes: a.passes + b.passes, failures: a.failures + b.failures, pending: a.pending + b.pending }));
    fs.writeFileSync(results, JSON.stringify(sum));
  }
  process.exitCode = passed ? 0 : 1;
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
