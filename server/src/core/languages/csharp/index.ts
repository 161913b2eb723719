import type { Language } from '../language';
import { membersInBraces, TYPED_FUNCTION, words } from '../members';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

const containers = new Set([
  'compilation_unit', 'namespace_declaration', 'class_declaration', 'struct_declaration', 'record_declaration', 'record_struct_declaration', 'declaration_list', 'preproc_if', 'preproc_else', 'preproc_elif',
]);
const loose = new Set(['global_statement']);
const MODIFIERS = ['public', 'protected', 'private', 'internal', 'abstract', 'sealed', 'static', 'partial', 'readonly', 'file', 'unsafe', 'ref'];
const members = membersInBraces(
  `${words(...MODIFIERS)}(?:class|struct|record)[ \\t]`,
  `\\[\\w|(?:public|protected|private|internal|static|abstract|override|virtual|async)\\b|${TYPED_FUNCTION}`, 'class A',
);
/** A line that closes something at the margin, and below it one that begins something there. */
const seams = {
  pattern: /^\}[;)]*[ \t]*\r?\n(?:[ \t]*\r?\n)*(?=[A-Za-z_[/@])(?!(?:else|catch|finally|while)\b)/gm,
  spans: [['/*', '*/'], ['"""', '"""']] as const,
  members,
};

export const csharp: Language = {
  ids: ['csharp'], grammar: 'tree-sitter-c-sharp.wasm', containers, loose, seams, comment: { line: '//', block: ['/*', '*/'] }, lower, idioms, templates, clients, typing,
};
