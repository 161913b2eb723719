import assert from 'node:assert/strict';
import { Parser, Tree } from 'web-tree-sitter';
import { settingsOf } from '../../harness/document';
import { createHost } from '../../harness/host';

const TEXTS: Readonly<Record<string, string>> = {
  vue: `<!-- PlusAuth --><script>const a = 'already_exists';</script>\n<script setup lang="ts">if (e.error === a) x();</script>\n<template><p v-if="failure.error === 'missing_scope'">{{ x }}</p></template>`,
  svelte: `<!-- PlusAuth --><script>const a = 'already_exists';</script>\n{#if failure.error === a}<p>{x}</p>{/if}`,
  html: `<!-- PlusAuth --><script>const a = 'already_exists';</script>\n<script type="module">if (e.error === a) x();</script>`,
};

describe('Trees', () => {
  const parse = Object.getOwnPropertyDescriptor(Parser.prototype, 'parse')?.value as (this: Parser, ...args: unknown[]) => Tree | null;
  const free = Object.getOwnPropertyDescriptor(Tree.prototype, 'delete')?.value as (this: Tree) => void;
  let alive = 0;

  before(() => {
    Parser.prototype.parse = function (this: Parser, ...args: unknown[]) {
      const tree = parse.apply(this, args);
      if (tree) alive++;
      return tree;
    };
    Tree.prototype.delete = function (this: Tree) {
      alive--;
      free.call(this);
    };
  });

  after(() => {
    Reflect.set(Parser.prototype, 'parse', parse);
    Tree.prototype.delete = free;
  });

  for (const [languageId, start] of Object.entries(TEXTS)) {
    it(`do not grow in number with edits, and go with their document: ${languageId}`, async () => {
      const { service, logged } = createHost();
      const uri = `file:///project/code.${languageId}`;
      let text = start;
      let version = 1;
      const edit = async (at: number, length: number, newText: string): Promise<void> => {
        text = text.slice(0, at) + newText + text.slice(at + length);
        service.update({ uri, languageId, version: ++version, text }, [{ start: at, end: at + length, newText }]);
        await service.doDiagnose(uri, settingsOf({}));
      };
      service.update({ uri, languageId, version, text });
      assert.ok((await service.doDiagnose(uri, settingsOf({}))).length > 0);
      await edit(text.indexOf(`'already`), 0, ' ');
      const few = alive;
      assert.ok(few > 0);
      for (let i = 0; i < 40; i++) {
        // In a script, in the markup, and one script more or less.
        await edit(text.indexOf(`'already`), 0, ' ');
        await edit(text.lastIndexOf('x'), 1, 'xy');
        await edit(0, 0, '<script>let b;</script>');
        await edit(0, '<script>let b;</script>'.length, '');
      }
      service.rest();
      await edit(text.indexOf(`'already`), 0, ' ');
      const waiting = alive;
      service.rest();
      assert.ok(alive < waiting, 'The trees of the last edit are freed when there is time.');
      assert.ok(alive <= few + 4, `${alive} trees after many edits, ${few} after one`);
      service.close(uri);
      assert.equal(alive, 0);
      assert.deepEqual(logged, []);
      service.dispose();
    });
  }
});
