import type { Typing } from '../language';

export const typing: Typing = {
  multiline: ['"""'],
  value: /(?:[!=]=|\bcase|\bis(?:\s+not)?|\bor|\b\w+\s*:(?<!(?:case|default)\b[^:\n]*:|\?[^:\n]*:))$/,
  statement: /(?:^|[{};)]|\b(?:case\b[^:\n]*|default)\s*:|\*\/)$/,
  tail(before, after, open, closing) {
    if (/^\s*(?::|=>|when\b|or\b)/.test(after)) return '';
    if (/\bcase(?:\s+"[^"]*"\s+or)?$/.test(before)) return ':';
    // An arm of a switch expression: between its braces, behind the separator.
    if (open === '{' && /(?:\bswitch\s*\{|,)$/.test(before)) return ' => 0,';
    return after.trim() === '' ? closing : '';
  },
  continues: /^(?:else|catch|finally)\b/,
  imports: () => false,
};
