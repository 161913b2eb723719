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
/** Shorter types are analysed whole. */
const LONG = 4000;
const members = {
  type: String.raw`(?:class|module)[ \t]+[A-Z]`, end: 'end', begin: String.raw`(?:#[^\n]*\r?\n[ \t]*)*(?:(?:private|protected|public|private_class_method)[ \t]+)?def[ \t]`,
  leave: String.raw`^end\b[^\n]*\n(?:[ \t]*\r?\n)*`, frame: ['class A\n', 'end\n'] as const, from: LONG,
};
/** The end of something at the margin, a blank line, and a definition there, with what is remarked above it. */
const seams = {
  pattern: /^end[ \t]*\r?\n(?:[ \t]*\r?\n)+(?=(?:#[^\n]*\n)*(?:class|module|def)\b)/gm,
  spans: [['=begin', '=end']] as const,
  members,
};

export const ruby: Language = {
  ids: ['ruby'], grammar: 'tree-sitter-ruby.wasm', containers, opensFrom: LONG, loose, seams, comment: { line: '#', block: ['=begin', '=end'] }, lower, idioms, templates, clients, typing,
};
