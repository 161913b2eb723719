import type { Language } from '../language';
import { membersInBraces } from '../members';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

const PUBLIC = String.raw`(?:pub(?:\([^)\n]*\))?[ \t]+)?`;
const members = membersInBraces(
  String.raw`${PUBLIC}(?:unsafe[ \t]+)?(?:impl|trait|mod)\b`, String.raw`#\[|${PUBLIC}(?:(?:async|unsafe|const|extern)[ \t]+)*fn[ \t]`, 'impl A',
);

export const rust: Language = {
  ids: ['rust'],
  grammar: 'tree-sitter-rust.wasm',
  containers: new Set(['source_file', 'impl_item', 'trait_item', 'mod_item', 'declaration_list']),
  // At the top of a file there are items alone.
  loose: new Set(),
  // An item ends with a bracket in the first column; what begins the next is a keyword, an attribute or a comment.
  seams: { pattern: /^[})\]]+;?[ \t]*(?:\/\/[^\n]*)?\r?\n(?:[ \t]*\r?\n)*(?=(?:pub|fn|async|unsafe|extern|impl|struct|enum|union|trait|type|mod|use|const|static|macro_rules)\b|#!?\[|\/[/*])/gm, spans: [['/*', '*/'], ['r#"', '"#']], members },
  comment: { line: '//', block: ['/*', '*/'] },
  lower, idioms, templates, clients, typing,
};
