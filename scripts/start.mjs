// npm start: real VS Code with the extension, on the example workspace. Ctrl+C stops everything.
//   npm start -- --web   the extension and its server run in web workers, as in VS Code for the Web
import path from 'node:path';
import { cache, root } from './lib/paths.mjs';
import { installPackages, runHere } from './lib/run.mjs';

const given = process.argv.slice(2);
try {
  const unknown = given.find((argument) => argument !== '--web');
  if (unknown !== undefined) throw new Error(`Unknown option ${unknown}. There is --web, which runs the extension as in a browser.`);
  await installPackages();
  if ((await runHere(process.execPath, ['esbuild.mjs'])) !== 0) throw new Error('The build failed: see above.');
  // Only now: these need the packages.
  const { pickHost } = await import('./host/pick.mjs');
  const { writeSettings } = await import('./host/server.mjs');
  const host = await pickHost();
  const web = given.includes('--web');
  // Each has settings of its own: where the extension runs can be one of them.
  const data = path.join(cache, web ? 'start-web' : 'start');
  writeSettings(data);
  process.exitCode = await runHere(host.program, [
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes', '--disable-workspace-trust'],
    `--user-data-dir=${data}`,
    `--extensions-dir=${path.join(data, 'extensions')}`,
    `--extensionDevelopmentPath=${root}`,
    ...(web ? ['--extensionDevelopmentKind=web'] : []),
    path.join(root, 'examples'),
  ]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
