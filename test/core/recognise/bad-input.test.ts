import assert from 'node:assert/strict';
import { checkFindings } from '../../harness/check';
import { findingsOf, withDocument, settingsOf } from '../../harness/document';
import { sharedHost } from '../../harness/host';
import { parseMarked } from '../../harness/marked';
import { sdk, sdkCatch } from '../../harness/sources';

const head = `import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';\n`;

/** Findings come, however few, and so do hover and completion at the end. */
async function survives(text: string, languageId = 'typescript'): Promise<void> {
  const { service } = sharedHost();
  const findings = await findingsOf(text, { languageId });
  for (const { span } of findings) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
  await withDocument(text, { languageId }, async (uri) => {
    await service.doHover(uri, text.length, settingsOf({}));
    await service.doComplete(uri, text.length, settingsOf({}));
  });
}

describe('Code that is being typed', () => {
  const halves = [
    `switch (e.error) {`,
    `switch (e.error`,
    `switch (e.error) { case `,
    `switch (e.error) { case 'already_exists`,
    `switch (e.error) { case 'already_exists': return 1; default`,
    `switch () { case 'already_exists': }`,
    `if (e.error === `,
    `if (e.error === 'already_exists'`,
    `if (e.error === 'already_exists') { } else if (`,
    `if (['already_exists', `,
    `if (['already_exists'].includes(`,
    `const texts = { already_exists: `,
    `const texts = { already_exists: 'x', }; texts[e.`,
    `try { plusAuth.users.get(id) } catch`,
    `try { plusAuth.users.get(id) } catch (e) {`,
    `plusAuth.users.get(id).catch(`,
    `plusAuth.users.get(id).catch((e) => e.error === 'entity_not_found' ? `,
    `match(e.error).with('already_exists', `,
    `}}}}{{{{ 'already_exists' ((( `,
    `\`already_exists\${`,
    `/* already_exists`,
  ];
  for (const half of halves) {
    it(`survives ${half}`, async () => {
      await survives(head + half);
      await survives(head + half, 'javascriptreact');
      await survives(`${head}${half}\n\nexport function after(e) { if (e.error === 'missing_scope') ask(); }\n`);
      await survives(`<script setup lang="ts">\n${head}${half}\n</script>\n<template><p v-if="e.error === '"></p>`, 'vue');
      await survives(`<script>\n${head}${half}\n</script>\n{#if e.error === 'already_exists'`, 'svelte');
      await survives(`<script>\n${head}${half}`, 'html');
    });
  }
});

describe('Strange texts', () => {
  it('a byte order mark', () => checkFindings(`\uFEFF${sdkCatch(`
    if (e.error === 'already_exists') showTaken();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
  `)}`));

  it('characters of two units before the code', () => checkFindings(sdk(`
    export const face = (e) => {
      /* 😀😀 */ if (e.error === 'already_exists') showTaken('😀');
               //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error missing 13
    };
  `)));

  it('lone surrogates', () => survives(`${head}const a = '\uD800'; if (e.error === 'already_exists\uDC00') {} if (e.error === 'already_exists') {}`));
  it('a binary file', () => survives(`${head}${String.fromCharCode(...Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256))} already_exists`));
  it('NUL characters', () => survives(`${head}if (e.error === 'already_exists\0') {\0}`));
  it('old Mac line ends', () => survives(sdkCatch(`if (e.error === 'already_exists') showTaken();`).replaceAll('\n', '\r')));

  it('a thousand nested blocks', () => survives(`${head}${'if (x) {'.repeat(1000)} if (e.error === 'already_exists') show(); ${'}'.repeat(1000)}`));
  it('a thousand nested blocks that never close', () => survives(`${head}${'{'.repeat(1000)} if (e.error === 'already_exists') show();`));
  it('a thousand nested calls', () => survives(`${head}${'f('.repeat(1000)}e.error === 'already_exists'${')'.repeat(1000)}`));
  it('an else if chain of a thousand', async () => {
    const chain = Array.from({ length: 1000 }, (_, i) => `if (e.error === 'own_${i}') f(${i});`).join(' else ');
    await survives(`${head}function g(e) { ${chain} else if (e.error === 'already_exists') show(); }`);
  });
  it('a disjunction of two thousand', () => survives(`${head}if (${Array.from({ length: 2000 }, () => `e.error === 'already_exists'`).join(' || ')}) show();`));
  it('long words in quotes that are no names', () => survives(`${head}const a = ['${'abcdefghij'.repeat(3000)}!', "${'ab_'.repeat(5000)}"]; if (e.error === 'already_exists') show();`));
  it('a long chain that returns everywhere and has nothing to do with the error', async () => {
    const chain = Array.from({ length: 200 }, (_, i) => `if (kind === ${i}) return ${i};`).join(' else ');
    await survives(`${head}function g(e, kind) { if (e.error === 'already_exists') show(); ${chain} else return 9; }`);
  });
  it('five megabytes of generated code', async () => {
    const text = `${head}if (e.error === 'already_exists') show();${'var a=function(b){return b&&b.c?d(b.c):void 0};'.repeat(110_000)}`;
    assert.deepEqual(await findingsOf(text, { languageId: 'javascript' }), []);
  });
  it('two hundred thousand declarations, read at once, replaced at once and typed in', async () => {
    const code = (what: string): string => `${head}function g(e) { if (e.error === 'already_exists') show(); }\n${Array.from({ length: 200_000 }, (_, i) => `function ${what}${i}() { return ${i}; }\n`).join('')}`;
    const { service } = sharedHost();
    const uri = 'file:///project/many.js';
    const found = async (): Promise<string[]> => (await service.doDiagnose(uri, settingsOf({}))).map(({ code: rule }) => rule);
    const first = code('f');
    service.update({ uri, languageId: 'javascript', version: 1, text: first });
    assert.deepEqual(await found(), ['unhandled-error']);
    const second = code('other');
    service.update({ uri, languageId: 'javascript', version: 2, text: second }, [{ start: 0, end: first.length, newText: second }]);
    assert.deepEqual(await found(), ['unhandled-error']);
    service.update({ uri, languageId: 'javascript', version: 3, text: `${second} ` }, [{ start: second.length, end: second.length, newText: ' ' }]);
    assert.deepEqual(await found(), ['unhandled-error']);
    service.close(uri);
  }).timeout(120_000);
  it('a long minified line', async () => {
    const piece = 'var a=function(b){return b&&b.c?d(b.c):void 0};';
    const marked = parseMarked(sdkCatch(`
      if (e.error === 'already_exists') showTaken();
    `));
    const text = `${marked.text};${piece.repeat(10_000)}`;
    const findings = await findingsOf(text, { languageId: 'javascript' });
    assert.deepEqual(findings.map(({ code }) => code), ['unhandled-error']);
  });

  it('a closed or unknown document has no findings', async () => {
    const { service } = sharedHost();
    assert.deepEqual(await service.doDiagnose('file:///nowhere.ts', settingsOf({})), []);
    assert.equal(await service.doHover('file:///nowhere.ts', 3, settingsOf({})), undefined);
    assert.deepEqual(await service.doComplete('file:///nowhere.ts', 3, settingsOf({})), []);
  });

  it('an offset outside the text', async () => {
    const { service } = sharedHost();
    await withDocument(`${head}const x = 'already_exists'`, {}, async (uri) => {
      for (const offset of [-1, 1e9]) {
        await service.doHover(uri, offset, settingsOf({}));
        await service.doComplete(uri, offset, settingsOf({}));
      }
    });
  });

  it('a language that is not known', async () => {
    assert.deepEqual(await findingsOf(`${head}if (e.error === 'already_exists') show();`, { languageId: 'cobol' }), []);
  });
});
