import type { Language } from '../language';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

/** The body of a class is a block; those of functions and statements are never reached. */
const containers = new Set(['module', 'class_definition', 'block']);
const loose = new Set(['expression_statement', 'if_statement', 'try_statement', 'match_statement', 'for_statement', 'while_statement', 'with_statement', 'raise_statement', 'assert_statement']);
/** An indented line, blank ones, and a definition at the margin. */
const seams = {
  pattern: /^[ \t]+\S[^\n]*\n(?:[ \t]*\r?\n)+(?=(?:def|class|async[ \t]+def)\b|@)/gm,
  spans: [['"""', '"""'], ["'''", "'''"]] as const,
};

export const python: Language = {
  ids: ['python'], grammar: 'tree-sitter-python.wasm', containers, opensFrom: 4000, loose, seams, comment: { line: '#' }, lower, idioms, templates, clients, typing,
};
