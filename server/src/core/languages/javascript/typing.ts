import type { Typing } from '../language';

export const typing: Typing = {
  multiline: '`',
  value: /(?:[!=]==?|\bcase|(?<!\bcase\b[^:\n]*|\?[^:\n]*)[\w'"]\s*:)$/,
  statement: /(?:^|[{};)]|\b(?:case\b[^:\n]*|default)\s*:|\*\/)$/,
  tail(before, after, open) {
    if (/^\s*:/.test(after)) return '';
    if (/\bcase$/.test(before)) return ':';
    return open === '{' && /[{,]$/.test(before) ? ': 0,' : '';
  },
};
