// Mocha's spec reporter that also writes its counts, as JSON, to the file that TEST_RESULTS names, and ends a run that cannot end by itself.
'use strict';
const fs = require('node:fs');
/** @type {any} a class, or from Node 22 on a module namespace */
const loaded = require('mocha');
/** @type {typeof import('mocha')} */
const Mocha = loaded.default ?? loaded;

const PATIENCE_MS = 5000;

module.exports = class extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats;
      if (passes + failures + pending === 0) {
        // mocha's --fail-zero fails the run, but does not say why.
        console.error('No test was run: none has a name that was asked for. That counts as a failure.');
        this.record(0, 1, 0);
      } else this.record(passes, failures, pending);
      // Without a reference, so that it fires only when something else keeps the process alive: a server that no test stopped, a timer.
      setTimeout(() => {
        console.error(`The tests have ended, but left this open: ${process.getActiveResourcesInfo().join(', ')}. That counts as a failure.`);
        this.record(passes, failures + 1, pending);
        process.exit(1);
      }, PATIENCE_MS).unref();
    });
  }

  record(passes, failures, pending) {
    const { TEST_RESULTS } = process.env;
    if (TEST_RESULTS) fs.writeFileSync(TEST_RESULTS, JSON.stringify({ passes, failures, pending }));
  }
};
