import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languageOf } from '../../../server/src/core/languages';
import { applyEdits } from '../../../server/src/core/model/edit';
import { Layers } from '../../../server/src/core/recognise/layers';
import { Parsers } from '../../../server/src/core/syntax/parsers';
import { readAsset } from '../../harness/host';

const PARTS = ['<!-- <script> -->\n', '<script>', '<script lang="ts" setup>', 'const a = 1;\n', 'b(); // x\n', '</script>', '\n<p v-if="a">{{ a }}</p>\n', '<template><i/></template>', '<script src="x"/>', '<style>a{}</style>'];
const TYPED = ['', 'x', ' ', '<', '/', '>', '"', 'script', '</script>', '<script>', '<!--', '-->', 'a < b', '\n'];

/** Where to look for another counter-example: FC_SEED in the environment. */
const seed = Number(process.env['FC_SEED'] ?? 16);

describe('The languages of one document', () => {
  const parsers = new Parsers(readAsset);
  after(() => parsers.dispose());

  for (const id of ['vue', 'svelte', 'html']) {
    it(`are where a fresh look finds them, whatever is typed: ${id}`, async () => {
      const language = languageOf(id);
      assert.ok(language);
      const grammars = [...new Set([language.grammar, ...['typescript', 'javascript', 'javascriptreact'].flatMap((other) => languageOf(other)?.grammar ?? [])])];
      const known = new Map(await Promise.all(grammars.map(async (grammar) => [grammar, await parsers.get(grammar)] as const)));
      const parserOf = (grammar: string) => {
        const parser = known.get(grammar);
        assert.ok(parser, grammar);
        return parser;
      };
      // What stands in markup is read in part after an edit, and may be mended otherwise than at once.
      const places = (layers: Layers) => layers.all().flatMap((layer) => (layer.declares ? [[layer.language.ids[0], layer.base, ...layer.units().all.map((unit) => `${unit.type} ${layer.textOf(unit)}`)]] : []));
      const fresh = (text: string) => {
        const layers = new Layers(language, languageOf);
        layers.update(text, undefined, parserOf);
        const found = places(layers);
        layers.dispose();
        return found;
      };
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 8 }), fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 0, 1, 3, 9), fc.constantFrom(...TYPED)), { minLength: 1, maxLength: 6 }), (parts, edits) => {
          let text = parts.join('');
          const layers = new Layers(language, languageOf);
          layers.update(text, undefined, parserOf);
          for (const [at, length, newText] of edits) {
            const start = at % (text.length + 1);
            const end = Math.min(text.length, start + length);
            text = applyEdits(text, [{ span: { start, end }, newText }]);
            const changes = [{ start, end, newText }];
            layers.grammars(text, changes);
            layers.update(text, changes, parserOf);
            assert.deepEqual(places(layers), fresh(text), text);
          }
          layers.dispose();
        }),
        { seed, numRuns: 200 },
      );
    });
  }

  for (const id of ['vue', 'svelte']) {
    it(`leave the markup what it is while scripts are typed in: ${id}`, async () => {
      const language = languageOf(id);
      assert.ok(language);
      const grammars = [...new Set([language.grammar, ...['typescript', 'javascript', 'javascriptreact'].flatMap((other) => languageOf(other)?.grammar ?? [])])];
      const known = new Map(await Promise.all(grammars.map(async (grammar) => [grammar, await parsers.get(grammar)] as const)));
      const parserOf = (grammar: string) => known.get(grammar) ?? assert.fail(grammar);
      const markup = (layers: Layers) =>
        layers.all().flatMap((layer) => (layer.declares ? [] : layer.units().all.map((unit) => [unit.start, unit.end, layer.textOf(unit), layer.searched(unit, layer.textOf(unit)), layer.lower(unit, layer.textOf(unit))])));
      const failure = `<p v-if="e.error === 'already_exists'">{{ e.status }}</p>{#if e.error === 'missing_scope'}<b>{e}</b>{/if}`;
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 0, 1, 3), fc.constantFrom('', 'x', ' ', '\n', '"', '{', '}', '<', '</b>', 'already_exists')), { minLength: 1, maxLength: 8 }),
          fc.constantFrom(1, 2),
          (edits, together) => {
            let text = `<script>const a = 1;</script>\n<template>${failure}</template>\n<script lang="ts" setup>b(); // 'missing_scope'</script>\n${failure}`;
            const layers = new Layers(language, languageOf);
            layers.update(text, undefined, parserOf);
            markup(layers);
            edits.forEach(([at, length, newText], index) => {
              const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
              const script = scripts[at % scripts.length];
              const from = (script?.index ?? 0) + (script?.[0].indexOf('>') ?? 0) + 1;
              const content = script?.[1] ?? '';
              const start = from + (Math.floor(at / 2) % (content.length + 1));
              const end = Math.min(from + content.length, start + length);
              text = applyEdits(text, [{ span: { start, end }, newText }]);
              layers.update(text, [{ start, end, newText }], parserOf);
              if (index % together > 0) return;
              const fresh = new Layers(language, languageOf);
              fresh.update(text, undefined, parserOf);
              assert.deepEqual(markup(layers), markup(fresh), text);
              fresh.dispose();
            });
            layers.dispose();
          },
        ),
        { seed, numRuns: 100 },
      );
    });
  }

  it('are not looked for again while a script is typed in', async () => {
    const vue = languageOf('vue');
    const embedding = vue?.embedding;
    assert.ok(vue && embedding);
    let looks = 0;
    const layers = new Layers({ ...vue, embedding: { split: (text) => (looks++, embedding.split(text)) } }, languageOf);
    const known = new Map(await Promise.all(['typescript', 'javascript'].flatMap((id) => languageOf(id)?.grammar ?? []).map(async (grammar) => [grammar, await parsers.get(grammar)] as const)));
    const type = (text: string, start: number, newText: string): void => layers.update(text, [{ start, end: start, newText }], (grammar) => known.get(grammar) ?? assert.fail(grammar));
    const text = '<script lang="ts">const a = 1; const more = 2;</script>\n<script>b();</script>\n';
    layers.update(text, undefined, (grammar) => known.get(grammar) ?? assert.fail(grammar));
    assert.equal(looks, 1);
    const at = text.indexOf('a = 1');
    type(text.replace('a = 1', 'xa = 1'), at, 'x');
    assert.equal(looks, 1);
    assert.deepEqual(layers.all().map(({ base }) => base), [18, text.indexOf('b()') + 1]);
    type(text.replace('a = 1', '</script>xa = 1'), at, '</script>');
    assert.equal(looks, 2);
    layers.dispose();
  });
});
