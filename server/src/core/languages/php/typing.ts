import type { Typing } from '../language';

export const typing: Typing = {
  multiline: `'"`,
  value: /(?:[!=]==?|\bcase|\bmatch\s*\(.*\)\s*\{(?:[^{}]*,)?|\[\s*['"][^'"\n]*['"]\s*=>)$/,
  statement: /(?:^|[{};]|<\?php|\b(?:case\b[^:\n]*|default)\s*:|,|\*\/)$/,
  tail(before, after, open, closing) {
    if (/^\s*(?::|=>)/.test(after)) return '';
    if (/\bcase$/.test(before)) return ':';
    if (/\bmatch\s*\(.*\)\s*\{(?:[^{}]*,)?$/s.test(before)) return ' => null,';
    if (open === '[' && /[[,]$/.test(before)) return " => '',";
    return after.trim() === '' ? closing : '';
  },
  imports: (text, name) => new RegExp(`\\buse\\s+[\\w\\\\{}, ]*\\b${name}\\b`).test(text),
};
