import type { Language } from '../language';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

/** The body of a class is a block; those of functions and statements are never reached. */
const containers = new Set(['module', 'class_definition', 'block']);
const loose = new Set(['expression_statement', 'if_statement', 'try_statement', 'match_statement', 'for_statement', 'while_statement', 'with_statement', 'raise_statement', 'assert_statement']);
/** Shorter classes are analysed whole. */
const LONG = 4000;
const members = {
  type: String.raw`class[ \t]+\w`, end: String.raw`[ \t]+\S[^\n]*`, begin: String.raw`(?:#[^\n]*\r?\n[ \t]*)*(?:(?:async[ \t]+)?def\b|class\b|@\w)`,
  // Nothing of a class stands at the margin.
  leave: String.raw`^[ \t]+\S[^\n]*\n(?:[ \t]*\r?\n)*(?=(?:#[^\n]*\r?\n(?:[ \t]*\r?\n)*)*[^\s#)\]}])`, frame: ['class A:\n', ''] as const, from: LONG,
};
/** An indented line, blank ones, and a definition at the margin, with what is remarked above it. */
const seams = {
  pattern: /^[ \t]+\S[^\n]*\n(?:[ \t]*\r?\n)+(?=(?:#[^\n]*\n)*(?:(?:def|class|async[ \t]+def)\b|@))/gm,
  spans: [['"""', '"""'], ["'''", "'''"]] as const,
  members,
};

export const python: Language = {
  ids: ['python'], grammar: 'tree-sitter-python.wasm', containers, opensFrom: LONG, loose, seams, comment: { line: '#' }, lower, idioms, templates, clients, typing,
};
