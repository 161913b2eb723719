import assert from 'node:assert/strict';
import fs from 'node:fs';
import { LANGUAGES } from '../../server/src/core/languages';
import { documents, sources } from './files';

const LONGEST = 400;
/** Tables of data, which may be as long as they are. */
const DATA = /^server\/src\/core\/catalog\//;

const code = [...['server/src', 'client/src', 'scripts', 'test'].flatMap(sources), 'esbuild.mjs', 'eslint.config.mjs'];
const read = (file: string) => fs.readFileSync(file, 'utf8');
/** Where `pattern` stands, as `file:line`. */
const places = (files: readonly string[], pattern: RegExp) =>
  files.flatMap((file) => read(file).split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])));
// Written in parts, so that this file is not found itself.
const either = (...words: string[][]) => words.map((word) => word.join('')).join('|');

describe('code', () => {
  it(`has no file of more than ${LONGEST} lines`, () => {
    const long = code.filter((file) => !DATA.test(file)).map((file) => ({ file, lines: read(file).split('\n').length }));
    assert.deepEqual(long.filter(({ lines }) => lines > LONGEST), []);
  });

  it('has no test that is left out or runs alone', () => {
    const pattern = new RegExp(String.raw`\b(?:describe|context|it|specify)\.(?:only|skip)\b|\bx(?:it|describe|context)\(|\bthis\.${either(['sk', 'ip'])}\(`);
    assert.deepEqual(places(sources('test').filter((file) => file !== 'test/tidy/code.test.ts'), pattern), []);
  });

  it('has no note about work that is not done', () => {
    assert.deepEqual(places(code, new RegExp(String.raw`\b(?:${either(['TO', 'DO'], ['FIX', 'ME'], ['XX', 'X'])})\b`)), []);
  });

  it('waits for events, never for time', () => {
    // The core has nothing to wait for; its tests hold code of others, which may wait.
    const tests = sources('test').filter((file) => !/^test\/(bench|core)\//.test(file) && file !== 'test/tidy/code.test.ts');
    assert.deepEqual(places(tests, /\bawait\s+(?:sleep|delay|wait)\(\s*\d|setTimeout\(\s*(?:resolve|r|done)\s*,/), []);
  });

  it('ends every text file with one line feed, and has no tab in code', () => {
    const wrong = code.filter((file) => !/[^\n]\n$/.test(read(file)) || /\t/.test(read(file)));
    assert.deepEqual(wrong, []);
  });
});

describe('languages', () => {
  it('are asked for by nobody outside of their own folders', () => {
    const names = LANGUAGES.flatMap((language) => language.ids).join('|');
    const folders = ['catalog', 'context', 'edits', 'features', 'logs', 'model', 'recognise', 'rules', 'syntax', 'texts'].flatMap((folder) => sources(`server/src/core/${folder}`));
    const harness = sources('test/harness');
    assert.ok(folders.length > 100 && harness.length > 10);
    // A comparison with a language, in whatever way it is told: by its identifier, its grammar or its file's ending.
    assert.deepEqual(places([...folders, ...harness], new RegExp(String.raw`(?:languageId|grammar|extension)\)?\s*[!=]==?\s*['"]|[!=]==?\s*['"](?:${names})['"]|\.ids\.|case ['"](?:${names})['"]`)), []);
  });
});

describe('code and documents', () => {
  it('name no folder of anyone’s machine', () => {
    const pattern = new RegExp(`(?:^|[\\s"'\`(=:/])(?:${either(['/ro', 'ot/'], ['/work/', 'main'], ['/work/', 'shared'], ['/ho', 'me/[a-z]'], ['/Us', 'ers/[a-z]'], ['C:\\\\Us', 'ers'])})`);
    assert.deepEqual(places([...code, ...documents()], pattern), []);
  });
});
