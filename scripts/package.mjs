// npm run package: writes plusauth-errors-<version>.vsix.    npm run package -- FILE   writes it there
import { createVSIX } from '@vscode/vsce';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './lib/paths.mjs';
import { runHere } from './lib/run.mjs';

const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = path.resolve(root, process.argv[2] ?? `${name}-${version}.vsix`);
if ((await runHere(process.execPath, ['esbuild.mjs', '--production'])) !== 0) {
  console.error('The build failed: see above. Nothing was packed.');
  process.exit(1);
}
// Everything is bundled, so no package is packed; pictures of the README stay relative, for there is no published repository to point to.
// Files carry the time of no build, so that two builds of the same sources are the same.
process.env.SOURCE_DATE_EPOCH ??= '946684800';
await createVSIX({ cwd: root, packagePath: file, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
console.log(`${path.relative(root, file)}: ${Math.round(fs.statSync(file).size / 1024)} KB`);
