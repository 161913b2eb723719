// Runs every test/**/*.test.ts but those that need VS Code or the package.
//   npm run test:unit                          all of them
//   npm run test:unit -- --grep X              mocha's own options
//   npm run test:unit -- test/core/rules       only the files under a path
import fs from 'node:fs';
import path from 'node:path';
import { runMocha } from './lib/mocha.mjs';
import { root } from './lib/paths.mjs';

const given = process.argv.slice(2);
const isPath = (argument) => !argument.startsWith('-') && fs.existsSync(path.resolve(root, argument));
// What stands behind an option may be its value.
const missing = given.filter((argument, index) => !argument.startsWith('-') && !given[index - 1]?.startsWith('-') && !isPath(argument));
const only = given.filter(isPath).map((argument) => path.relative(root, path.resolve(root, argument)));

const within = (file, folder) => file === folder || file.startsWith(folder + path.sep);
const files = fs
  .readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((file) => path.join('test', file))
  .filter((file) => file.endsWith('.test.ts') && !['test/vscode', 'test/package', 'test/fixtures'].some((folder) => within(file, path.normalize(folder))))
  .filter((file) => only.length === 0 || only.some((folder) => within(file, folder)))
  .sort();

if (missing.length > 0 || files.length === 0) {
  console.error(missing.length > 0 ? `There is no ${missing.join(', ')}. Tests are chosen by their names with --grep.` : `There is no *.test.ts under ${only.length ? only.join(', ') : 'test/'}.`);
  process.exitCode = 1;
} else {
  // Each run has a folder of its own when it is not the whole: several may be under way.
  const name = only.length === 0 && given.length === 0 ? 'test' : `test-${process.pid}`;
  process.exitCode = await runMocha(name, files, given.filter((argument) => !isPath(argument)));
  if (name !== 'test') fs.rmSync(path.join(root, '.build', name), { recursive: true, force: true });
}
