import type { Language } from '../language';
import { membersInBraces, TYPED_FUNCTION, words } from '../members';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

const containers = new Set(['program', 'class_definition', 'mixin_declaration', 'extension_declaration', 'extension_type_declaration', 'class_body', 'extension_body']);
/** The grammar puts the parts of a declaration side by side. */
const leading = new Set([
  'method_signature', 'function_signature', 'getter_signature', 'setter_signature', 'const_builtin', 'final_builtin', 'inferred_type', 'void_type', 'type_identifier', 'type_arguments', 'nullable_type', 'function_type',
]);
const members = membersInBraces(
  `${words('abstract', 'base', 'final', 'interface', 'sealed', 'mixin')}(?:class|mixin|extension)[ \\t]`,
  `@\\w|(?:static|factory|external)\\b|${TYPED_FUNCTION}`, 'class A',
);
/** A line that closes something at the margin, and below it one that begins something there. */
const seams = {
  pattern: /^[}\])][;)\]}]*[ \t]*\r?\n(?:[ \t]*\r?\n)*(?=[A-Za-z_@/])(?!(?:else|catch|finally|while|on)\b)/gm,
  spans: [['/*', '*/'], ["'''", "'''"], ['"""', '"""']] as const,
  members,
};

export const dart: Language = {
  ids: ['dart'], grammar: 'tree-sitter-dart.wasm', containers, loose: new Set(), leading, seams, comment: { line: '//', block: ['/*', '*/'] }, lower, idioms, templates, clients, typing,
};
