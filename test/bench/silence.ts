import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLanguageService } from '../../server/src/core';
import { DEFAULT_SETTINGS } from '../../server/src/core/model/settings';
import { percentile, type Row } from './measure';
import { Random } from './random';
import { plainFile, plusAuthFile } from './sources';

/** What the service fetched of the parser to diagnose, hover and complete in a text. */
export async function grammarsLoaded(text: string, grammars: string): Promise<readonly string[]> {
  const loaded: string[] = [];
  const service = createLanguageService({
    readAsset(name) {
      loaded.push(name);
      return readFile(join(grammars, name));
    },
    readFile: () => Promise.resolve(undefined),
    readDirectory: () => Promise.resolve([]),
    log: (message) => {
      throw new Error(message);
    },
  });
  const uri = 'file:///bench/a.ts';
  service.update({ uri, languageId: 'typescript', version: 1, text });
  const settings = DEFAULT_SETTINGS;
  await service.doDiagnose(uri, settings);
  await service.doHover(uri, Math.floor(text.length / 2), settings);
  await service.doComplete(uri, Math.floor(text.length / 2), settings);
  service.update({ uri, languageId: 'typescript', version: 2, text: `${text}\n` }, [{ start: text.length, end: text.length, newText: '\n' }]);
  await service.doDiagnose(uri, settings);
  service.dispose();
  return loaded;
}

/** A text in which there is nothing to find costs a search through it: no grammar is loaded, so nothing can be parsed. */
export async function benchSilence(grammars: string): Promise<Row[]> {
  const text = plainFile(new Random(3), 400_000);
  const plain = await grammarsLoaded(text, grammars);
  const control = await grammarsLoaded(plusAuthFile(new Random(3), 1000), grammars);
  const search = /already_exists|PlusAuth/i;
  const time = async (work: () => unknown): Promise<number> => {
    const begin = performance.now();
    await work();
    return performance.now() - begin;
  };
  const service = createLanguageService({ readAsset: () => Promise.reject(new Error('no parser')), readFile: () => Promise.resolve(undefined), readDirectory: () => Promise.resolve([]), log: () => undefined });
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let version = 1; version <= 60; version++) {
    // A new string each time, as after an edit.
    const edited = `${text}// ${version}`;
    theirs.push(await time(() => search.test(edited)));
    service.update({ uri: 'file:///bench/b.ts', languageId: 'typescript', version, text: edited });
    ours.push(await time(() => service.doDiagnose('file:///bench/b.ts', DEFAULT_SETTINGS)));
  }
  service.dispose();
  const rate = (times: readonly number[]): string => `${(text.length / percentile(times) / 1000).toFixed(0)} MB/s`;
  return [
    {
      what: 'A file without names and evidence: grammars loaded', product: `${plain.length}`, peer: `${control.length} for a file with PlusAuth`,
      bound: '0', holds: plain.length === 0 && control.length > 0,
    },
    {
      what: 'the same, letters searched', product: rate(ours), peer: `one RegExp of two names ${rate(theirs)}`,
      ratio: percentile(ours) / percentile(theirs), bound: 'one text search', holds: plain.length === 0,
    },
  ];
}
