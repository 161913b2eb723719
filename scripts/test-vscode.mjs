// Runs test/vscode/suite/*.suite.ts in real VS Code.    npm run test:vscode -- [text of the tests' names]
import { runSuite } from './lib/vscode-suite.mjs';
import { root } from './lib/paths.mjs';

const [grep] = process.argv.slice(2);
const passed = await runSuite({ name: 'vscode', folder: 'test/vscode/suite', extension: root, env: grep ? { TEST_GREP: grep } : {} });
process.exitCode = passed ? 0 : 1;
