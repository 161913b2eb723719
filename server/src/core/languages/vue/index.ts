import { splitMarkup } from '../embedded';
import type { Language } from '../language';
import { attributeValue } from '../markup';
import { lower } from './lower';

const TAG = /^<(?:[^"'>]|"[^"]*"|'[^']*')*>/;
const LINK = /\sv-(?:if|else)/;
const show = (subject: string): string => `Unexpected error: {{ ${subject} }}`;

/** Vue's single-file components. `script` is the language of expressions in the template. */
export const vue = (script: Language): Language => ({
  ...script,
  ids: ['vue'],
  grammar: 'tree-sitter-vue.wasm',
  templates: {
    ...script.templates,
    shownWhen: (test, subject) => attributeValue(test, (value) => `<p v-if=${value}>${show(subject)}</p>`),
    shownElse: (test, subject, indent, _inline, style) => attributeValue(test, (value) => `${style.eol}${indent}<p v-else-if=${value}>${show(subject)}</p>`),
    // The other quotes are the attribute's.
    literal: (text) => `'${text}'`,
  },
  embedding: {
    split: splitMarkup,
    markup: {
      root: 'template_element', lower,
      code: new Set(['attribute_value', 'raw_text']), heads: new Set(['start_tag', 'self_closing_tag']), binds: /^v-for\s*=/,
      // An element can be a link of a chain; whether a template shows anything is seen in what it holds.
      beside: (type, source) => (!LINK.test(source.slice(0, TAG.exec(source)?.[0].length)) ? 'nothing' : type === 'template_element' ? 'outline' : 'first child'),
    },
  },
});
