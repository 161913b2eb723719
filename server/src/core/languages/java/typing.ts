import type { Typing } from '../language';

export const typing: Typing = {
  multiline: '',
  value: /(?:[!=]=|\bcase|\.(?:equals|equalsIgnoreCase|contentEquals)\()$/,
  statement: /(?:^|[{};)]|\b(?:case\b[^:\n]*|default)\s*:|->|\*\/)$/,
  tail(before, after, _, closing) {
    if (/^\s*(?::|->)/.test(after)) return '';
    if (/\bcase$/.test(before)) return /\bcase\b[^:{}]*->/.test(before) ? ' -> {}' : ':';
    return after.trim() === '' ? closing : '';
  },
  imports: (text, name) => new RegExp(`\\bimport\\s+(?!static\\b)[\\w.]+\\.${name}\\s*;`).test(text),
};
