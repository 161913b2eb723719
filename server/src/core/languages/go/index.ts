import type { Language } from '../language';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates } from './templates';
import { typing } from './typing';

export const go: Language = {
  ids: ['go'],
  grammar: 'tree-sitter-go.wasm',
  containers: new Set(['source_file']),
  // At the top of a file there are declarations alone.
  loose: new Set(),
  // A declaration ends with a bracket in the first column, and only a keyword begins the next.
  seams: { pattern: /^[})]+[ \t]*(?:\/\/[^\n]*)?\r?\n(?:[ \t]*\r?\n)*(?=(?:func|type|var|const|import)\b|\/[/*])/gm, spans: [['`', '`'], ['/*', '*/']] },
  comment: { line: '//', block: ['/*', '*/'] },
  lower, idioms, templates, clients, typing,
};
