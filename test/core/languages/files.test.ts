import assert from 'node:assert/strict';
import { LANGUAGES } from '../../../server/src/core/languages';
import { EXTENSIONS, LANGUAGE_IDS, languageOfFile } from '../../../server/src/core/languages/files';

describe('Files of languages', () => {
  it('are known for every language, and for no other', () => assert.deepEqual(LANGUAGES.flatMap((language) => language.ids).sort(), [...LANGUAGE_IDS].sort()));

  it('are told by their extension, whatever its case', () => {
    assert.equal(new Set(EXTENSIONS).size, EXTENSIONS.length);
    assert.deepEqual(['a/b.TS', 'c:\\x\\y.py', 'a.d.cs', '.go', 'ts', 'a.ts/b', 'a.tsx'].map(languageOfFile), ['typescript', 'python', 'csharp', 'go', undefined, undefined, 'typescriptreact']);
  });
});
