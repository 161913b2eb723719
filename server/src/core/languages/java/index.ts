import type { Language } from '../language';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

/** Bodies of types hold methods that have nothing to do with each other. */
const containers = new Set(['program', 'class_declaration', 'class_body', 'interface_declaration', 'interface_body', 'record_declaration', 'enum_body_declarations']);

export const java: Language = {
  ids: ['java'], grammar: 'tree-sitter-java.wasm', containers, loose: new Set(), comment: { line: '//', block: ['/*', '*/'] },
  lower, idioms, templates, clients, typing,
};
