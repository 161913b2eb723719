import type { Typing } from '../language';

export const typing: Typing = {
  multiline: '`',
  value: /(?:[!=]==?|\bcase|(?<!\bcase\b[^:\n]*|\?[^:\n]*)[\w'"]\s*:)$/,
  statement: /(?:^|[{};)]|\b(?:case\b[^:\n]*|default)\s*:|\*\/)$/,
  tail(before, after, open, closing) {
    if (/^\s*:/.test(after)) return '';
    if (/\bcase$/.test(before)) return ':';
    if (open === '{' && /[{,]$/.test(before)) return ': 0,';
    return after.trim() === '' ? closing : '';
  },
  imports: (text, name) => new RegExp(`\\bimport\\s+(?!type\\b)[^;'"]*(?<!\\btype\\s+)\\b${name}\\b[^;'"]*from|\\b(?:const|var|let)\\s*\\{[^}]*\\b${name}\\b[^}]*\\}\\s*=\\s*(?:await\\s+import|require)`).test(text),
};
