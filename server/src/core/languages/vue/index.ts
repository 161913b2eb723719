import { splitMarkup } from '../embedded';
import type { Language } from '../language';
import { attributeValue } from '../markup';
import { lower } from './lower';

const show = (subject: string): string => `Unexpected error: {{ ${subject} }}`;

/** Vue's single-file components. `script` is the language of expressions in the template. */
export const vue = (script: Language): Language => ({
  ...script,
  ids: { vue: ['.vue'] },
  grammar: 'tree-sitter-vue.wasm',
  templates: {
    ...script.templates,
    shownWhen: (test, subject) => attributeValue(test, (value) => `<p v-if=${value}>${show(subject)}</p>`),
    shownElse: (test, subject, indent, _inline, style) => attributeValue(test, (value) => `${style.eol}${indent}<p v-else-if=${value}>${show(subject)}</p>`),
    // The other quotes are the attribute's.
    literal: (text) => `'${text}'`,
  },
  embedding: { split: splitMarkup, markup: { root: 'template_element', lower } },
});
