import type { Language } from '../language';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

const containers = new Set([
  'compilation_unit', 'namespace_declaration', 'class_declaration', 'struct_declaration', 'record_declaration', 'record_struct_declaration', 'declaration_list', 'preproc_if', 'preproc_else', 'preproc_elif',
]);
const loose = new Set(['global_statement']);
/** A line that closes something at the margin, and below it one that begins something there. */
const seams = {
  pattern: /^\}[;)]*[ \t]*\r?\n(?:[ \t]*\r?\n)*(?=[A-Za-z_[/@])(?!(?:else|catch|finally|while)\b)/gm,
  spans: [['/*', '*/'], ['"""', '"""']] as const,
};

export const csharp: Language = {
  ids: ['csharp'], grammar: 'tree-sitter-c-sharp.wasm', containers, loose, seams, comment: { line: '//', block: ['/*', '*/'] }, lower, idioms, templates, clients, typing,
};
