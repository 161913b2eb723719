import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TimedClient } from './client';
import { LANGUAGES } from './code';
import { handlingFile } from './code/make';
import { branchesIn } from './languages';
import type { Row } from './measure';
import { Random } from './random';

const EDITS = 100_000;
/** After which memory must not grow: by then every grammar is in use, and what is kept is kept. */
const SETTLED = 20_000;
const LINES = 300;
const MOST = 350;
/** What may be kept at the end for each MiB at the beginning. Leaving one tree behind whenever findings are asked for is much more. */
const GROWTH = 1.1;
const MIB = 2 ** 20;

interface Memory {
  /** Of objects, after a collection. */
  readonly heap: number;
  /** Of the parser: trees and grammars. */
  readonly parser: number;
  /** Of the process. */
  readonly resident: number;
  /** The most there ever was. */
  readonly peak: number;
}

/** Loaded beside the server: says what it takes. */
const WATCHER = `const memories = [];
const { Memory } = WebAssembly;
WebAssembly.Memory = class extends Memory {
  constructor(...args) {
    super(...args);
    memories.push(this);
  }
};
process.on('message', () => {
  gc();
  const { heapUsed, rss } = process.memoryUsage();
  process.send({ heap: heapUsed, parser: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0), resident: rss, peak: process.resourceUsage().maxRSS * 1024 });
});
process.channel.unref();
`;

/** A document of each language in one server, and edits all over them: what is typed is deleted again, letter by letter, and looked at in between. */
export async function benchMemory(product: string, edits = EDITS, settled = SETTLED): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plusauth-errors-bench-'));
  const watcher = join(folder, 'watcher.cjs');
  writeFileSync(watcher, WATCHER);
  const client = await TimedClient.start(product, ['--expose-gc', '--require', watcher]);
  try {
    const documents = LANGUAGES.map((sample) => {
      const text = handlingFile(new Random(5), sample, LINES, 'parts');
      return { sample, text, uri: `file:///bench/memory${sample.extension}`, branches: branchesIn(text, sample) };
    });
    for (const { uri, text, sample } of documents) await client.open(uri, text, sample.languageId);
    const look = async (): Promise<Memory> => (await client.ask('memory')) as Memory;
    let early: Memory | undefined;
    let done = 0;
    for (let round = 0; done < edits; round++) {
      for (const { uri, sample, branches } of documents) {
        const { line, character } = branches[round % branches.length] ?? { line: 0, character: 0 };
        const letters = [...sample.typed];
        await client.edit(uri, letters.map((text, i) => ({ line, from: character + i, to: character + i, text })));
        await client.edit(uri, letters.map((_, i) => ({ line, from: character + letters.length - i - 1, to: character + letters.length - i, text: '' })));
        done += 2 * letters.length;
      }
      if (done >= settled) early ??= await look();
    }
    const late = await look();
    return early ? rows(early, late, settled, edits) : [];
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const mib = (bytes: number): string => `${Math.round(bytes / MIB)} MiB`;

/** What two looks at the server's memory say. */
export function rows(early: Memory, late: Memory, settled: number, edits: number): Row[] {
  const grown = (of: 'heap' | 'parser'): Pick<Row, 'product' | 'peer' | 'ratio' | 'bound' | 'holds'> => {
    if (early[of] <= 0) throw new Error(`The server did not say what its ${of} takes.`);
    const ratio = late[of] / early[of];
    return { product: mib(late[of]), peer: `after ${settled.toLocaleString('en')} ${mib(early[of])}`, ratio, bound: `≤ ${GROWTH} ×`, holds: ratio <= GROWTH };
  };
  const most = Math.max(late.peak, late.resident);
  return [
    { what: `Objects after ${edits.toLocaleString('en')} edits in all languages`, ...grown('heap') },
    { what: 'the same, memory of the parser', ...grown('parser') },
    { what: 'the same, whole process at most, every grammar in use', product: mib(most), peer: `after ${settled.toLocaleString('en')} ${mib(early.resident)}`, bound: `≤ ${MOST} MiB`, holds: most <= MOST * MIB },
  ];
}
