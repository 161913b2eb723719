// npm start: real VS Code with the extension, on the example workspace. Ctrl+C stops everything.
import path from 'node:path';
import { cache, root } from './lib/paths.mjs';
import { installPackages, runHere } from './lib/run.mjs';

try {
  await installPackages();
  if ((await runHere(process.execPath, ['esbuild.mjs'])) !== 0) throw new Error('The build failed: see above.');
  // Only now: these need the packages.
  const { pickHost } = await import('./host/pick.mjs');
  const { writeSettings } = await import('./host/server.mjs');
  const host = await pickHost();
  const data = path.join(cache, 'start');
  writeSettings(data);
  process.exitCode = await runHere(host.program, [
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes', '--disable-workspace-trust'],
    `--user-data-dir=${data}`,
    `--extensions-dir=${path.join(data, 'extensions')}`,
    `--extensionDevelopmentPath=${root}`,
    path.join(root, 'examples'),
  ]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
