import assert from 'node:assert/strict';
import fs from 'node:fs';
import { FINDING_CODES } from '../../server/src/core/model/finding';
import { findingsOf } from '../harness/document';

/** The TypeScript examples of a page: ` ```ts wrong `, ` ```ts right `, each perhaps for strict mode. */
const examplesOf = (code: string) =>
  [...fs.readFileSync(`docs/rules/${code}.md`, 'utf8').matchAll(/^```ts (wrong|right)( strict)?\n([\s\S]*?)^```$/gm)].map(([, kind, strict, text]) => ({
    kind,
    strict: strict !== undefined,
    text: text ?? '',
  }));

describe('examples in the documentation', () => {
  for (const code of FINDING_CODES) {
    for (const [index, { kind, strict, text }] of examplesOf(code).entries()) {
      it(`${code}: example ${index + 1} is ${kind}`, async () => {
        const found = (await findingsOf(text, { settings: { strict } })).map((finding) => finding.code);
        assert.deepEqual(found, kind === 'wrong' ? [code] : []);
      });
    }
  }
});
