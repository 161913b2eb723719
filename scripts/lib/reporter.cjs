// Mocha's spec reporter that also writes its counts, as JSON, to the file that TEST_RESULTS names.
'use strict';
const fs = require('node:fs');
const Mocha = require('mocha');

module.exports = class extends (Mocha.default ?? Mocha).reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { TEST_RESULTS } = process.env;
      if (!TEST_RESULTS) return;
      const { passes, failures, pending } = this.stats;
      fs.writeFileSync(TEST_RESULTS, JSON.stringify({ passes, failures, pending }));
    });
  }
};
