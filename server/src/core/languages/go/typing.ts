import type { Typing } from '../language';

export const typing: Typing = {
  multiline: '`',
  value: /(?:[!=]=|\bcase|\bcase\b[^:\n]*,|(?<!\bcase\b[^:\n]*|\bdefault\s*)[\w"`]\s*:)$/,
  statement: /(?:^|[{};)]|\b(?:case\b[^:\n]*|default)\s*:|\*\/)$/,
  tail(before, after, open) {
    if (/^\s*[:,]/.test(after)) return '';
    if (/\bcase\b[^:\n]*$/.test(before)) return ':';
    return open === '{' && /[{,]$/.test(before) ? ': 0,' : '';
  },
  imports: (text, name) => new RegExp(`\\b${name}\\b`).test(text),
};
