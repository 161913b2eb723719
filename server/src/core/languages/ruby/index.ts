import type { Language } from '../language';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

const containers = new Set(['program', 'module', 'class', 'singleton_class', 'body_statement']);
const loose = new Set([
  'call', 'assignment', 'operator_assignment', 'if', 'unless', 'case', 'case_match', 'begin', 'if_modifier', 'unless_modifier', 'rescue_modifier', 'while', 'until', 'for', 'identifier', 'binary', 'return',
]);
/** The end of something at the margin, a blank line, and a definition there. */
const seams = {
  pattern: /^end[ \t]*\r?\n(?:[ \t]*\r?\n)+(?=(?:class|module|def)\b)/gm,
  spans: [['=begin', '=end']] as const,
};

export const ruby: Language = {
  ids: ['ruby'], grammar: 'tree-sitter-ruby.wasm', containers, opensFrom: 4000, loose, seams, comment: { line: '#', block: ['=begin', '=end'] }, lower, idioms, templates, clients, typing,
};
