import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ERROR_NAMES } from '../../server/src/core/catalog';
import { compared, interleaved, type Row } from './measure';
import { Random } from './random';
import { mixedTree } from './code/make';
import { plainTree } from './sources';

const FILES = 20_000;
const RUNS = 15;

/** `check` on trees in which there is nothing to find, beside ripgrep looking for the names there. */
export async function benchCheck(cli: string, say: (message: string) => void): Promise<Row[]> {
  const ripgrep = spawnSync('rg', ['--version'], { encoding: 'utf8' });
  if (ripgrep.error) {
    say(`rg is not on the PATH, so \`check\` is not compared with it (${ripgrep.error.message}). Install ripgrep to see those rows.`);
    return [];
  }
  const peer = `ripgrep ${/ripgrep (\S+)/.exec(ripgrep.stdout)?.[1] ?? ''} \`-l\``;
  const count = FILES.toLocaleString('en');
  return [
    await benchTree(cli, `\`check\` on ${count} files without PlusAuth`, peer, plainTree(new Random(1), FILES)),
    await benchTree(cli, `\`check\` on ${count} files of all languages without PlusAuth`, peer, mixedTree(new Random(1), FILES)),
  ];
}

async function benchTree(cli: string, what: string, peerName: string, files: Iterable<readonly [path: string, text: string]>): Promise<Row> {
  const tree = mkdtempSync(join(tmpdir(), 'plusauth-errors-bench-'));
  try {
    // ripgrep obeys .gitignore in a repository only.
    mkdirSync(join(tree, '.git'));
    const made = new Set<string>();
    for (const [path, text] of files) {
      const folder = dirname(join(tree, path));
      if (!made.has(folder)) {
        mkdirSync(folder, { recursive: true });
        made.add(folder);
      }
      writeFileSync(join(tree, path), text);
    }
    const run = (program: string, args: readonly string[], status: number, output: RegExp) => (): Promise<number> => {
      const begin = performance.now();
      const done = spawnSync(program, args, { cwd: tree, encoding: 'utf8' });
      const time = performance.now() - begin;
      if (done.status !== status || !output.test(done.stdout)) throw new Error(`${program} ended with ${done.status}: ${done.stdout}${done.stderr}`);
      return Promise.resolve(time);
    };
    const things = {
      product: run(process.execPath, [cli, 'check', '.'], 0, new RegExp(`^No findings in ${FILES} files\\.`)),
      ripgrep: run('rg', ['-l', '-F', ...ERROR_NAMES.flatMap((name) => ['-e', name]), '.'], 1, /^$/),
    };
    await interleaved(2, things);
    const { product, ripgrep: peer } = await interleaved(RUNS, things);
    return compared(what, product, peerName, peer, 2);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}
