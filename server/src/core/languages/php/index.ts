import type { Language } from '../language';
import { membersInBraces, words } from '../members';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

/** Bodies of classes and of namespaces between braces. */
const containers = new Set(['program', 'namespace_definition', 'compound_statement', 'class_declaration', 'trait_declaration', 'declaration_list']);
const loose = new Set(['expression_statement', 'echo_statement', 'if_statement', 'try_statement', 'switch_statement', 'for_statement', 'foreach_statement', 'while_statement', 'do_statement', 'return_statement', 'exit_statement', 'text_interpolation']);

/** Text constants of several lines. */
const named = { open: /<<<[ \t]*(["']?)([A-Za-z_]\w*)\1[ \t]*\r?\n/g, close: (name: string): RegExp => new RegExp(`^[ \\t]*${name}\\b`, 'm') };
const members = membersInBraces(
  `${words('abstract', 'final', 'readonly')}(?:class|trait)[ \\t]`, `#\\[|(?:(?:public|protected|private|static|abstract|final)[ \\t]+)+[\\w?\\\\]|function[ \\t]+&?\\w`, 'class A',
);
/** A brace that closes something at the margin, and below it a declaration. What stands in front of the first `<?php` and behind `?>` is markup, where nothing is cut. */
const seams = {
  pattern: /^\}[ \t]*\r?\n(?:[ \t]*\r?\n)*(?=(?:abstract|final|readonly|class|interface|trait|enum|function)[ \t]|\/\*\*|#\[)/gm,
  spans: [['/*', '*/'], ['?>', '<?php']] as const,
  opening: '<?php', named, members,
};

export const php: Language = {
  ids: ['php'], grammar: 'tree-sitter-php.wasm', containers, loose, seams,
  opening: { text: '<?php ', has: /<\?(?:php|=)/ }, comment: { line: '//', block: ['/*', '*/'] }, lower, idioms, templates, clients, typing,
};
