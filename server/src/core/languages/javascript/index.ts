import type { Language } from '../language';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';

/** Bodies of classes, namespaces and test suites hold many functions that have nothing to do with each other. */
const containers = new Set(['program', 'export_statement', 'class_declaration', 'abstract_class_declaration', 'class_body', 'internal_module', 'module']);
const loose = new Set(['lexical_declaration', 'variable_declaration', 'expression_statement', 'if_statement', 'try_statement', 'switch_statement', 'for_statement', 'for_in_statement', 'while_statement', 'do_statement', 'labeled_statement', 'throw_statement']);
const shared = { containers, loose, comment: { line: '//', block: ['/*', '*/'] as const }, lower, idioms, templates };

export const typescript: Language = { ...shared, ids: { typescript: ['.ts', '.mts', '.cts'] }, grammar: 'tree-sitter-typescript.wasm' };
// The grammar of TSX reads JavaScript with JSX and without as well, so one grammar is loaded instead of two.
export const tsx: Language = {
  ...shared,
  ids: { typescriptreact: ['.tsx'], javascriptreact: ['.jsx'], javascript: ['.js', '.mjs', '.cjs'] },
  grammar: 'tree-sitter-tsx.wasm',
};
