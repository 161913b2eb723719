import type { Typing } from '../language';

export const typing: Typing = {
  multiline: ["'''", '"""'],
  value: /(?:[!=]=|\bcase|(?<=['"]\s*)\|\||\b\w+\s*:(?<!(?:case|default)\b[^:\n]*:|\?[^:\n]*:))$/,
  statement: /(?:^|[{};)]|\b(?:case\b[^:\n]*|default)\s*:|\*\/)$/,
  tail(before, after, open, closing) {
    if (/^\s*(?::|=>|when\b|\|\|)/.test(after)) return '';
    if (/\bcase(?:\s+(['"])[^'"]*\1\s*\|\|)?$/.test(before)) return /\(\s*[\w.?!]+\s+case$/.test(before) ? closing : ':';
    if (open === '{' && /\bswitch\s*\([^{}]*\)\s*\{$/.test(before)) return ' => 0,';
    if (open === '{' && /=>[^;{}]*,$/.test(before)) return ' => 0,';
    if (open === '{' && /[{,]$/.test(before)) return ': 0,';
    return after.trim() === '' ? closing : '';
  },
  continues: /^(?:else|catch|finally|on)\b/,
  imports: () => false,
};
