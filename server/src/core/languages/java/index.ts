import type { Language } from '../language';
import { membersInBraces, TYPED_FUNCTION, words } from '../members';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

/** Bodies of types hold methods that have nothing to do with each other. */
const containers = new Set(['program', 'class_declaration', 'class_body', 'interface_declaration', 'interface_body', 'record_declaration', 'enum_body_declarations']);

const members = membersInBraces(
  `${words('public', 'protected', 'private', 'abstract', 'final', 'sealed', 'non-sealed', 'strictfp', 'static')}(?:class|interface|record)[ \\t]`,
  `@\\w|(?:public|protected|private|static|abstract)\\b|${TYPED_FUNCTION}`, 'class A',
);
/** A brace that closes something at the margin, and below it what begins there. */
const seams = { pattern: /^\}[ \t]*\r?\n(?:[ \t]*\r?\n)*(?=[A-Za-z_@/])/gm, spans: [['/*', '*/'], ['"""', '"""']] as const, members };

export const java: Language = {
  ids: ['java'], grammar: 'tree-sitter-java.wasm', containers, loose: new Set(), seams, comment: { line: '//', block: ['/*', '*/'] },
  lower, idioms, templates, clients, typing,
};
