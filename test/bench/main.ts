import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { resolve } from 'node:path';
import { markdownTable } from './measure';
import { benchLanguages } from './languages';
import { benchLogs } from './logs';
import { benchMemory } from './memory';
import { benchServers } from './servers';
import { benchSilence } from './silence';
import { benchCheck } from './trees';

// npm run bench: one table, the product beside its peers, each pair measured in turn in one run. Its times hold for this machine and hour; its ratios for longer.

const RESULTS = resolve('test/bench/results.md');
const product = { server: resolve('dist/server/node.js'), cli: resolve('dist/cli/main.js'), grammars: resolve('dist/grammars') };
const echo = resolve('.build/bench/echoServer.js');

// Node reads these certificates at each start, for some 30 ms: a setting of the machine, which would hide how a server's start compares to another's.
delete process.env['NODE_EXTRA_CA_CERTS'];

const say = (message: string): void => void process.stderr.write(`${message}\n`);

async function main(): Promise<void> {
  for (const file of Object.values(product)) if (!existsSync(file)) throw new Error(`${file} does not exist: run \`npm run build\` first.`);
  say('Language server…');
  const servers = await benchServers(product.server, echo);
  say('Every language…');
  const languages = await benchLanguages(product.server, echo, say);
  say('Memory…');
  const memory = await benchMemory(product.server);
  say('Files with nothing to find…');
  const silence = await benchSilence(product.grammars);
  say('Command line…');
  const check = await benchCheck(product.cli, say);
  say('Logs…');
  const logs = await benchLogs(product.cli, say);
  const machine = `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${process.platform}, without NODE_EXTRA_CA_CERTS. Medians of interleaved runs; the ratio is what counts.`;
  const table = `${markdownTable([...servers, ...languages, ...check, ...logs, ...silence, ...memory])}\n\n${machine}\n`;
  process.stdout.write(`${table}`);
  writeFileSync(RESULTS, `# Benchmark\n\nMade by \`npm run bench\`.\n\n${table}`);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
