import type { Typing } from '../language';

export const typing: Typing = {
  multiline: ['"""'],
  value: /(?:[!=]=|\bcase|\[|"\s*,|,)$/,
  statement: /(?:^|[{};)]|\b(?:case\b[^:\n]*|default)\s*:|\*\/)$/,
  tail(before, after, _open, closing) {
    if (/^\s*[:,\]]/.test(after)) return '';
    // A label needs a body.
    if (/\bcase(?:\b[^:\n]*,)?$/.test(before)) return ': break';
    if (/\b(?:if|guard)\b[^\n{]*$/.test(before) && after.trim() === '') return `${closing} {}`;
    return after.trim() === '' ? closing : '';
  },
  imports: (text, name) => new RegExp(`\\bas[?!]?\\s+${name}\\b|\\b(?:struct|class|enum)\\s+${name}\\b`).test(text),
};
