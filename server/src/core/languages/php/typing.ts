import type { Typing } from '../language';

export const typing: Typing = {
  multiline: `'"`,
  value: /(?:[!=]==?|\bcase|\bmatch\s*\(.*\)\s*\{(?:[^{}]*,)?|\[\s*['"][^'"\n]*['"]\s*=>)$/,
  statement: /(?:^|[{};]|<\?php|\b(?:case\b[^:\n]*|default)\s*:|,|\*\/)$/,
  tail(before, after, open) {
    if (/^\s*(?::|=>)/.test(after)) return '';
    if (/\bcase$/.test(before)) return ':';
    if (/\bmatch\s*\(.*\)\s*\{(?:[^{}]*,)?$/s.test(before)) return ' => null,';
    return open === '[' && /[[,]$/.test(before) ? " => ''," : '';
  },
  imports: (text, name) => new RegExp(`\\buse\\s+[\\w\\\\{}, ]*\\b${name}\\b`).test(text),
};
