import { runTests } from './run';

// Mocha's types declare its global for browsers.

/**
 * What VS Code calls in its web worker extension host, after mocha's build for browsers was loaded.
 * @param load runs the suites, which then find `describe` and `it`
 * @throws when a test fails
 */
export function run(load: () => void): Promise<void> {
  // The default reporter writes into a page, and a worker has none.
  // Suites take their time limit over when they are defined.
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 60_000 });
  load();
  return runTests(mocha);
}
