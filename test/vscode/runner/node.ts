import { createRequire } from 'node:module';
import path from 'node:path';
import type Mocha from 'mocha';
import { runTests } from './run';

// From Node 22 on, requiring mocha gives a module namespace; before, the class itself.
const loaded = createRequire(__filename)('mocha') as typeof Mocha | { readonly default: typeof Mocha };
const MochaClass = 'default' in loaded ? loaded.default : loaded;

/**
 * What VS Code calls in its Node extension host: runs the suites bundled beside this file.
 * @throws when a test fails
 */
export function run(): Promise<void> {
  const mocha = new MochaClass({ ui: 'bdd', color: false });
  mocha.addFile(path.join(__dirname, 'suites.cjs'));
  return runTests(mocha);
}
