// Runs test/vscode/suite/*.suite.ts in real VS Code, in each of its extension hosts.
//   npm run test:vscode -- [node|web] [text of the tests' names]
import { HOSTS, runSuite } from './lib/vscode-suite.mjs';
import { root } from './lib/paths.mjs';

const given = process.argv.slice(2);
const hosts = HOSTS.filter((host) => given[0] === host);
const [grep, ...more] = given.slice(hosts.length);
let passed = more.length === 0 && !grep?.startsWith('-');
if (!passed) {
  console.error(`After the host there can be one text, which the tests' names hold; there is ${[grep, ...more].join(' ')}. Quote a text of several words.`);
  process.exit(1);
}
for (const host of hosts.length > 0 ? hosts : HOSTS) {
  const results = process.env.TEST_RESULTS;
  passed = (await runSuite({ name: 'vscode', folder: 'test/vscode/suite', extension: root, host, folders: ['mobile'], results, ...(grep && { grep }) })) && passed;
}
process.exitCode = passed ? 0 : 1;
