import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type Mocha from 'mocha';

// From Node 22 on, requiring mocha gives a module namespace; before, the class itself.
const loaded = createRequire(__filename)('mocha') as typeof Mocha | { readonly default: typeof Mocha };
const MochaClass = 'default' in loaded ? loaded.default : loaded;

/**
 * What VS Code calls in its extension host: runs the suites bundled beside this file. The two marks tell the launcher which part of the
 * workbench's log is ours; the counts go to the file that TEST_RESULTS names.
 * @throws when a test fails
 */
export async function run(): Promise<void> {
  console.log('[tests] start');
  const mocha = new MochaClass({ ui: 'bdd', timeout: 60_000, color: false });
  if (process.env.TEST_GREP) mocha.grep(process.env.TEST_GREP);
  mocha.addFile(path.join(__dirname, 'suites.cjs'));
  const { passes, failures, pending } = await new Promise<Mocha.Stats>((resolve) => {
    const runner: Mocha.Runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
  });
  if (process.env.TEST_RESULTS) writeFileSync(process.env.TEST_RESULTS, JSON.stringify({ passes, failures, pending }));
  console.log('[tests] end');
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
