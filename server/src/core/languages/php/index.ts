import type { Language } from '../language';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

/** Bodies of classes and of namespaces between braces. */
const containers = new Set(['program', 'namespace_definition', 'compound_statement', 'class_declaration', 'trait_declaration', 'declaration_list']);
const loose = new Set(['expression_statement', 'echo_statement', 'if_statement', 'try_statement', 'switch_statement', 'for_statement', 'foreach_statement', 'while_statement', 'do_statement', 'return_statement', 'exit_statement', 'text_interpolation']);

/** A file cannot be cut into pieces: what stands in front of the first `<?php` is markup, and so would all pieces but one be. */
export const php: Language = {
  ids: ['php'], grammar: 'tree-sitter-php.wasm', containers, loose,
  opening: { text: '<?php ', has: /<\?(?:php|=)/ }, comment: { line: '//', block: ['/*', '*/'] }, lower, idioms, templates, clients, typing,
};
