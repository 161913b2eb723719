import type { Language } from '../language';
import { membersInBraces, words } from '../members';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

const containers = new Set(['source_file', 'class_declaration', 'class_body']);
const loose = new Set(['call_expression', 'assignment', 'if_statement', 'guard_statement', 'switch_statement', 'do_statement', 'for_statement', 'while_statement', 'repeat_while_statement', 'control_transfer_statement', 'try_expression', 'await_expression']);
const MODIFIERS = words('public', 'private', 'fileprivate', 'internal', 'open', 'package', 'final', 'indirect', 'static', 'class', 'override', 'mutating', 'nonisolated', 'required', 'convenience');
const members = membersInBraces(`(?:@\\w+[ \\t]+)*${MODIFIERS}(?:class|struct|extension|actor)[ \\t]`, `@\\w|${MODIFIERS}(?:func|init|deinit|subscript)\\b`, 'class A');
/** A line that closes something at the margin, and below it one that begins something there. */
const seams = { pattern: /^[}\])][^\n]*\r?\n(?:[ \t]*\r?\n)*(?=[A-Za-z_@/#])(?!(?:else|catch|while)\b)/gm, spans: [['"""', '"""'], ['/*', '*/']] as const, members };
/** Conditional compilation, which the grammar stumbles over between the parts of a statement: both sides are read. */
const DIRECTIVE = /^[ \t]*#(?:if|elseif|else|endif)\b[^\r\n]*/gm;

export const swift: Language = {
  ids: ['swift'], grammar: 'tree-sitter-swift.wasm', containers, opensFrom: 1500, loose, seams, comment: { line: '//', block: ['/*', '*/'] }, lower, idioms, templates, clients, typing,
  readable: (text) => (text.includes('#') ? text.replace(DIRECTIVE, (line) => ' '.repeat(line.length)) : text),
};
