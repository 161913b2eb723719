import type { Language } from '../language';
import { membersInBraces, words } from '../members';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

/** Bodies of types hold functions that have nothing to do with each other. */
const containers = new Set(['source_file', 'class_declaration', 'class_body', 'object_declaration', 'companion_object', 'primary_constructor', 'class_parameters']);

/** Conditions behind the tests of an entry, which the grammar does not know: `is A if x ->`. */
const GUARD = /^([ \t]*(?:!?is[ \t]|!?in[ \t]|else\b|"|\d|[A-Z])[^\n{}]*?)([ \t]if\b[^\n{}]*?)(?=->)/gm;

const MODIFIERS = words('public', 'protected', 'private', 'internal', 'abstract', 'final', 'open', 'sealed', 'data', 'inner', 'value', 'override', 'suspend', 'inline', 'operator', 'infix', 'tailrec', 'fun');
const members = membersInBraces(`${MODIFIERS}(?:class|interface|object)[ \\t]`, `@\\w|${MODIFIERS}(?:fun|init|companion|class|object|interface)\\b`, 'class A');
/** A line that closes something at the margin, and below it one that begins something there. */
const seams = {
  pattern: /^[}\])][)\]}]*[ \t]*\r?\n(?:[ \t]*\r?\n)*(?=[A-Za-z_@/])(?!(?:else|catch|finally|while|get|set|by|as|in|is)\b)/gm,
  spans: [['/*', '*/'], ['"""', '"""']] as const,
  members,
};

export const kotlin: Language = {
  ids: ['kotlin'], grammar: 'tree-sitter-kotlin.wasm', containers, loose: new Set(), seams, comment: { line: '//', block: ['/*', '*/'] },
  readable: (text) => (/\sif\b[^\n{}]*->/.test(text) ? text.replace(GUARD, (_, tests: string, guard: string) => tests + ' '.repeat(guard.length)) : text),
  lower, idioms, templates, clients, typing,
};
