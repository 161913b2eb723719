import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import * as ts from 'typescript';
import { isCandidate } from '../../server/src/core/recognise/scan';
import { compared, interleaved, markdownTable, percentile } from './measure';
import { Random } from './random';
import { grammarsLoaded } from './silence';
import { plainFile, plainTree, plusAuthFile } from './sources';

const syntaxErrors = (text: string): readonly unknown[] => ts.transpileModule(text, { reportDiagnostics: true }).diagnostics ?? [];

describe('What the benchmark measures', () => {
  it('is the same in every run', () => {
    assert.equal(plusAuthFile(new Random(7), 500), plusAuthFile(new Random(7), 500));
    assert.notEqual(plusAuthFile(new Random(7), 500), plusAuthFile(new Random(8), 500));
    assert.deepEqual([...plainTree(new Random(1), 50)], [...plainTree(new Random(1), 50)]);
  });

  it('is code that compiles, with handlers every forty lines', () => {
    const text = plusAuthFile(new Random(7), 10_000);
    assert.equal(text.split('\n').length, 10_000);
    assert.deepEqual(syntaxErrors(text), []);
    const handlers = text.match(/switch \(/g)?.length ?? 0;
    assert.ok(handlers > 200 && handlers < 300, `${handlers} handlers`);
  });

  it('has nothing to find where it must have none', () => {
    const text = plainFile(new Random(3), 100_000);
    assert.ok(!isCandidate(text));
    assert.deepEqual(syntaxErrors(text), []);
    const paths = new Set<string>();
    for (const [path, content] of plainTree(new Random(1), 300)) {
      paths.add(path);
      assert.ok(!isCandidate(content), path);
    }
    assert.equal(paths.size, 301);
  });

  it('loads no grammar where there is nothing to find, and one where there is', async () => {
    assert.deepEqual(await grammarsLoaded(plainFile(new Random(3), 20_000), resolve('dist/grammars')), []);
    assert.ok((await grammarsLoaded(plusAuthFile(new Random(3), 200), resolve('dist/grammars'))).length > 0);
  });

  it('is put into a table', async () => {
    assert.equal(percentile([3, 1, 2]), 2);
    assert.equal(percentile(Array.from({ length: 100 }, (_, index) => index), 0.95), 95);
    const order: string[] = [];
    const note = (name: string) => (): Promise<number> => Promise.resolve(order.push(name));
    await interleaved(2, { a: note('a'), b: note('b') });
    assert.deepEqual(order, ['a', 'b', 'b', 'a']);
    assert.equal(markdownTable([compared('It', [10], 'other', [4], 2), compared('That', [1], 'other', [4], 2)]).split('\n').slice(2).join('\n'), [
      '| It | 10 ms | other 4.00 ms | 2.50 | ≤ 2 × | **exceeded** |', '| That | 1.00 ms | other 4.00 ms | 0.25 | ≤ 2 × | holds |',
    ].join('\n'));
  });
});
