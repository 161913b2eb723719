// npm test: everything, from a fresh clone. Its last line is `N passed, N failed`; it exits with 1 when anything failed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installPackages, runHere } from './lib/run.mjs';

const node = (...args) => ({ program: process.execPath, args });
/** A step with `counts` writes how many tests passed and failed; any other is one check. */
const STEPS = [
  { name: 'Build', ...node('esbuild.mjs') },
  { name: 'Types', ...node('node_modules/typescript/bin/tsc', '--build') },
  { name: 'Lint', ...node('node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0') },
  { name: 'Unit tests', ...node('scripts/test-unit.mjs'), counts: true },
  { name: 'In VS Code', ...node('scripts/test-vscode.mjs', 'node'), counts: true },
  { name: 'In VS Code, in a web worker', ...node('scripts/test-vscode.mjs', 'web'), counts: true },
  { name: 'The package', ...node('scripts/test-package.mjs'), counts: true },
];

let passed = 0;
let failed = 0;

/** Adds what a step came to. A test that was left out counts as failed: it is no evidence of anything. */
function add(step, code, file) {
  if (!step.counts) {
    if (code === 0) passed++;
    else failed++;
    return;
  }
  const { passes, failures, pending } = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : { passes: 0, failures: 0, pending: 0 };
  passed += passes;
  failed += failures + pending;
  if (code !== 0 && failures + pending === 0) failed++;
  else if (passes + failures + pending === 0) failed++;
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'plusauth-errors-test-'));
process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));
try {
  await installPackages();
  for (const [index, step] of STEPS.entries()) {
    console.log(`\n── ${step.name}`);
    const file = path.join(scratch, `${index}.json`);
    const code = await runHere(step.program, step.args, { env: { ...process.env, TEST_RESULTS: file } });
    if (code === 130) throw new Error('Interrupted.');
    if (code !== 0) console.log(`── ${step.name}: failed`);
    add(step, code, file);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed++;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
