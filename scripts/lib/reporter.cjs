// Mocha's spec reporter that also writes its counts, as JSON, to the file that TEST_RESULTS names.
'use strict';
const fs = require('node:fs');
/** @type {any} a class, or from Node 22 on a module namespace */
const loaded = require('mocha');
/** @type {typeof import('mocha')} */
const Mocha = loaded.default ?? loaded;

module.exports = class extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { TEST_RESULTS } = process.env;
      if (!TEST_RESULTS) return;
      const { passes, failures, pending } = runner.stats;
      fs.writeFileSync(TEST_RESULTS, JSON.stringify({ passes, failures, pending }));
    });
  }
};
