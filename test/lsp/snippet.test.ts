import assert from 'node:assert/strict';
import { plainText } from '../../server/src/lsp/snippet';

describe('snippets for clients that cannot insert them', () => {
  const cases: readonly [string, string][] = [
    ['plain', 'plain'],
    ['a$1b$0', 'ab'],
    ['${1:name}', 'name'],
    ['${1:outer ${2:inner} end}!', 'outer inner end!'],
    ['${1|one,two|}', 'one'],
    ['${1|a\\,b,c|}', 'a,b'],
    ['${TM_SELECTED_TEXT:none}', 'none'],
    ['${1}', ''],
    ['\\$x \\} \\\\ ', '$x } \\ '],
    ['`\\${e.error}`', '`${e.error}`'],
    ['case 1: {\n  $0\n}', 'case 1: {\n  \n}'],
    ['costs $ 5', 'costs $ 5'],
    ['${broken', '${broken'],
  ];
  for (const [snippet, text] of cases) it(`${JSON.stringify(snippet)} is ${JSON.stringify(text)}`, () => assert.equal(plainText(snippet), text));
});
