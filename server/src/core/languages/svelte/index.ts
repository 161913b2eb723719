import { splitMarkup } from '../embedded';
import type { Language } from '../language';
import { lower } from './lower';

const show = (subject: string): string => `<p>Unexpected error: {${subject}}</p>`;

/** Svelte's components. `script` is the language of expressions in the markup. */
export const svelte = (script: Language): Language => ({
  ...script,
  ids: ['svelte'],
  grammar: 'tree-sitter-svelte.wasm',
  templates: {
    ...script.templates,
    shownWhen: (test, subject) => `{#if ${test}}${show(subject)}{/if}`,
    shownElse: (test, subject, indent, inline, style) => `{:else if ${test}}${inline ? show(subject) : `${style.eol}${indent}${style.indent}${show(subject)}${style.eol}${indent}`}`,
    // Most quotes of the markup are those of attributes.
    literal: (text) => `'${text}'`,
  },
  embedding: {
    split: splitMarkup,
    markup: {
      root: 'document', lower,
      code: new Set(['svelte_raw_text']), heads: new Set(['if_start', 'else_if_start', 'else_start', 'if_end']), binds: /^\{\s*(?:#each|@const|#await|:then)\b/,
      beside: (type) => (/^(?:else_block|else_if_block)$/.test(type) ? 'outline' : 'nothing'),
    },
  },
});
