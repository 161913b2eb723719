import type { Typing } from '../language';

export const typing: Typing = {
  multiline: ['"""'],
  value: /(?:[!=]==?|\.equals\()$/,
  statement: /(?:^|[{};)]|->|\*\/)$/,
  tail(before, after, _, closing) {
    if (/^\s*(?:,|->)/.test(after)) return '';
    // An entry of a `when`: the first one, or behind another one.
    if (/\bwhen\s*(?:\([^\n]*\)\s*)?\{$|(?:^|\n)[^\n]*->[^\n]*$|->\s*\{[^{}]*\}$/.test(before) && !/[(,=]$/.test(before)) return ' -> {}';
    return after.trim() === '' ? closing : '';
  },
  imports: (text, name) => new RegExp(`\\bimport\\s+(?:[\\w.]+\\.${name}|[\\w.]+\\s+as\\s+${name})\\s*$`, 'm').test(text),
};
