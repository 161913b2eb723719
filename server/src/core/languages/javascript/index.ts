import type { Language } from '../language';
import { membersInBraces, words } from '../members';
import { clients } from './clients';
import { idioms } from './idioms';
import { lower } from './lower';
import { templates, typedTemplates } from './templates';
import { typing } from './typing';

/** Bodies of classes, namespaces and test suites hold many functions that have nothing to do with each other. */
const containers = new Set(['program', 'export_statement', 'class_declaration', 'abstract_class_declaration', 'class_body', 'internal_module', 'module']);
const loose = new Set(['lexical_declaration', 'variable_declaration', 'expression_statement', 'if_statement', 'try_statement', 'switch_statement', 'for_statement', 'for_in_statement', 'while_statement', 'do_statement', 'labeled_statement', 'throw_statement']);
/** A method whose head is one line that people write, up to its brace: no statement is a call with a block behind it. */
const METHOD = String.raw`(?!(?:if|for|while|switch|with|catch|function|super)\b)[\w$]+(?:<[^\n()]*>)?\([^\n]{0,300}\)(?::[^\n={}]{0,300})?[ \t]*\{[ \t]*$`;
const ASYNC = String.raw`async[ \t]+(?!function\b)[*\w$#]+(?:<[^\n()]*>)?\(`;
const members = membersInBraces(
  `${words('export', 'default', 'declare', 'abstract')}class[ \\t]`,
  `[@#]\\w|(?:public|private|protected|static|readonly|override|abstract)[ \\t]|constructor\\(|(?:get|set)[ \\t]+[\\w$#]+\\(|${ASYNC}|${METHOD}`, 'class A',
);
/** A line that closes something at the margin, and below it one that begins something there. */
const seams = {
  pattern: /^[}\])](?:[^\n]*[^\s{([,&|?:=+*<-])?[ \t]*\r?\n(?:[ \t]*\r?\n)*(?=[A-Za-z_$@/])(?!(?:else|catch|finally|while|as|satisfies|instanceof|in|of|from)\b)/gm,
  spans: [['`', '`'], ['/*', '*/']] as const,
  members,
};
const shared = { containers, loose, seams, comment: { line: '//', block: ['/*', '*/'] as const }, lower, idioms, clients, typing };
// The grammar of TSX reads JavaScript with JSX and without as well, so one grammar is loaded instead of two.
const grammar = 'tree-sitter-tsx.wasm';

export const typescript: Language = { ...shared, templates: typedTemplates, ids: ['typescript'], grammar: 'tree-sitter-typescript.wasm' };
export const typescriptReact: Language = { ...shared, templates: typedTemplates, ids: ['typescriptreact'], grammar };
export const javascript: Language = { ...shared, templates, ids: ['javascriptreact', 'javascript'], grammar };
