import type { Typing } from '../language';

export const typing: Typing = {
  multiline: '"',
  value: /(?:[!=]=(?:\s*Some\()?|\blet\s+Some\()$/,
  statement: /(?:^|[{};,]|=>|\*\/)$/,
  tail(before, after, _open, closing) {
    if (/^\s*(?:[)\]|,]|=>)/.test(after)) return '';
    if (/[{,}]$/.test(before)) return ' => (),';
    // A condition needs the block behind it.
    return /\b(?:if|while)\b[^{}\n]*$/.test(before) ? `${closing} {}` : closing;
  },
  imports: (text, name) => new RegExp(`\\buse\\b[^;]*\\b${name}\\b`).test(text),
};
