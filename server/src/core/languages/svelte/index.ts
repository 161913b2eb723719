import { splitMarkup } from '../embedded';
import type { Language } from '../language';
import { lower } from './lower';

const show = (subject: string): string => `<p>Unexpected error: {${subject}}</p>`;

/** Svelte's components. `script` is the language of expressions in the markup. */
export const svelte = (script: Language): Language => ({
  ...script,
  ids: { svelte: ['.svelte'] },
  grammar: 'tree-sitter-svelte.wasm',
  templates: {
    ...script.templates,
    shownWhen: (test, subject) => `{#if ${test}}${show(subject)}{/if}`,
    shownElse: (test, subject, style, inline) => (inline ? `{:else if ${test}}${show(subject)}` : `{:else if ${test}}${style.eol}${style.indent}${show(subject)}${style.eol}`),
  },
  embedding: { split: splitMarkup, markup: { root: 'document', lower } },
});
