import assert from 'node:assert/strict';
import { compileErrors } from '../../harness/compile';
import { insert, insertClean, isAll, isFallback, itemsOf } from '../../harness/insertion';
import { onError, SDK_HEAD } from '../../harness/sources';

describe('Completion of branches', () => {
  it('in a switch whose branches break', async () => {
    const code = await insert(SDK_HEAD, onError("switch (e.error) {\n  case 'already_exists':\n    showTaken();\n    break;\n  ‸\n}"), /^case 'entity_not_found'$/);
    assert.match(code, / {4}case 'entity_not_found':\n {6}\/\/ Requested resource doesn't exist\.\n {6}break;\n {2}\}\n\}/);
    assert.deepEqual(compileErrors(code), []);
  });

  it('in a switch whose branches return texts', async () => {
    const source = onError("switch (e.error) {\n  case 'already_exists':\n    return 'Taken';\n  ca‸\n  default:\n    return 'Oops';\n}", 'string');
    const code = await insertClean(SDK_HEAD, source, /^case 'invalid_entity'$/);
    assert.match(code, /case 'invalid_entity':\n {6}return 'The request was unacceptable, .*';\n {4}default:/);
  });

  it('with braces', async () => {
    const code = await insert(SDK_HEAD, onError("switch (e.error) {\n  case 'already_exists': {\n    showTaken();\n    break;\n  }\n  ‸\n}"), /^case 'missing_scope'$/);
    assert.match(code, /case 'missing_scope': \{\n.*\n {6}break;\n {4}\}\n {2}\}/);
  });

  it('on one line', async () => {
    const source = onError("switch (e.error) {\n  case 'already_exists': return 'Taken';\n  case 'invalid_entity': return 'Wrong';\n  ‸\n  default: return 'Oops';\n}", 'string');
    const code = await insertClean(SDK_HEAD, source, /^case 'missing_scope'$/);
    assert.match(code, /\n {4}case 'missing_scope': return '.*';\n {4}default/);
  });

  it('right before another case', async () => {
    const source = onError("switch (e.error) {\n  ‸  case 'already_exists':\n      return 'Taken';\n    default:\n      return 'Oops';\n}", 'string');
    const code = await insertClean(SDK_HEAD, source, /^case 'missing_scope'$/);
    assert.match(code, /\{\n {6}case 'missing_scope':\n {8}return '.*';\n {6}case 'already_exists':/);
  });

  it('with double quotes, tabs and no semicolons', async () => {
    const source = 'import { PlusAuthRestError } from "@plusauth/plusauth-rest-js"\n\nexport function onError(e: PlusAuthRestError): string {\n\tswitch (e.error) {\n\t\tcase "already_exists":\n\t\t\treturn "Taken"\n\t\t‸\n\t\tdefault:\n\t\t\treturn "Oops"\n\t}\n}\n';
    const code = await insertClean('', source, /^case "missing_scope"$/);
    assert.match(code, /\n\t\tcase "missing_scope":\n\t\t\treturn ".*"\n\t\tdefault:/);
  });

  it('at the indentation of the cases, wherever the cursor is', async () => {
    const code = await insert(SDK_HEAD, onError("switch (e.error) {\n  case 'already_exists':\n    showTaken();\n    break;\n    ‸\n}"), /^case 'entity_not_found'$/);
    assert.match(code, /\n {4}case 'entity_not_found':/);
  });

  it('all at once: nothing is missing then', async () => {
    const code = await insertClean(SDK_HEAD, onError("switch (e.error) {\n  case 'already_exists':\n    showTaken();\n    break;\n  ‸\n}"), isAll);
    assert.equal(code.match(/case '/g)?.length, 14);
  });

  it('all at once in an empty switch', async () => {
    const code = await insertClean(SDK_HEAD, onError('switch (e.error) { ‸ }'), isAll);
    assert.match(code, / {2}switch \(e\.error\) \{\n {4}case '/);
    assert.match(code, /\n {2}\}\n\}/);
  });

  it('the fallback', async () => {
    const code = await insertClean(SDK_HEAD, onError("switch (e.error) {\n  case 'already_exists':\n    showTaken();\n    break;\n  ‸\n}"), isFallback);
    assert.match(code, / {4}default:\n {6}throw /);
  });

  it('no second fallback, and nothing behind the first', async () => {
    const items = await itemsOf(SDK_HEAD, onError("switch (e.error) {\n  case 'already_exists':\n    return;\n  ‸\n  default:\n    throw e;\n}"));
    assert.ok(items.length > 12);
    assert.ok(!items.some((item) => item.kind === 'fallback'));
    assert.deepEqual(await itemsOf(SDK_HEAD, onError("switch (e.error) {\n  case 'already_exists':\n    return;\n  default:\n    throw e;\n  ‸\n}")), []);
  });

  it('of a switch on statuses', async () => {
    const code = await insert(SDK_HEAD, onError("switch (e.status) {\n  case 404:\n    return;\n  ‸\n}"), /^case 409$/);
    assert.match(code, /case 409:\n {6}return ?;/);
    assert.ok((await itemsOf(SDK_HEAD, onError("switch (e.status) {\n  case 404:\n    return;\n  ‸\n}"))).every((i) => !i.label.includes('404')));
  });

  it('behind the brace of a chain', async () => {
    const code = await insert(SDK_HEAD, onError("if (e.error === 'already_exists') {\n  showTaken();\n} ‸"), /entity_not_found/);
    assert.match(code, / {2}\} else if \(e\.error === 'entity_not_found'\) \{\n {4}\/\/ .*\n {2}\}\n\}/);
    assert.deepEqual(compileErrors(code), []);
  });

  it('behind the brace of a chain, all at once', () => insertClean(SDK_HEAD, onError("if (e.error === 'already_exists') {\n  showTaken();\n} ‸"), isAll));
  it('behind the brace of a chain, the fallback', async () => {
    const code = await insertClean(SDK_HEAD, onError("if (e.error === 'already_exists') {\n  showTaken();\n}‸"), isFallback);
    assert.match(code, /\} else \{\n {4}throw /);
  });

  it('behind guards', async () => {
    const code = await insert(SDK_HEAD, onError("if (e.error === 'already_exists') return showTaken();\n‸"), /missing_scope/);
    assert.match(code, /\n {2}if \(e\.error === 'missing_scope'\) return ?;\n\}/);
    await insertClean(SDK_HEAD, onError("if (e.error === 'already_exists') return showTaken();\n‸"), isFallback);
  });

  it('of a table', async () => {
    const source = `
      const TEXTS: Record<string, string> = {
        already_exists: 'Taken',
        ‸
      };
      export const text = (e: PlusAuthRestError): string => TEXTS[e.error ?? ''] ?? 'Oops';
    `;
    const one = await insertClean(SDK_HEAD, source, /^invalid_entity: /);
    assert.match(one, /\n {2}invalid_entity: 'The request was .*',\n\};/);
    const all = await insertClean(SDK_HEAD, source, isAll);
    assert.equal(all.match(/_\w+: '/g)?.length, 14);
  });

  it('are behind what the language offers, whatever it is', async () => {
    for (const item of await itemsOf(SDK_HEAD, onError("switch (e.error) {\n  case 'already_exists':\n    return;\n  ‸\n}"))) assert.ok(item.sortText > 'zzz');
  });
});
