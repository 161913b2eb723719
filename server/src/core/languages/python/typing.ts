import type { Typing } from '../language';

/** A line that makes a block: what lacks only its colon is whole with it. */
const HEADER = /(?:^|\n)[ \t]*(?:if|elif|while|case|match)\b[^\n]*$/;

export const typing: Typing = {
  multiline: ['"""', "'''"],
  value: /(?:[!=]=|\bcase|(?<!\b(?:case|if|elif|while|for|with|lambda)\b[^\n]*)["']\s*:)$/,
  // A line that begins a block is no place for a whole branch: it has lines of its own.
  statement: /(?:^|\n)$/,
  tail(before, after, open, closing) {
    if (after.trim() !== '') return '';
    if (HEADER.test(before)) return `${closing}:`;
    // In braces stands a dictionary as long as no other entry says that it is a set.
    const inside = before.slice(before.lastIndexOf('{') + 1);
    if (open === '{' && /[{,]$/.test(before) && (inside.trim() === '' || inside.includes(':'))) return ': 0,';
    return closing;
  },
  continues: /^(?:elif|else|except|finally|case)\b/,
  filler: (header) => (/^match\b/.test(header) ? 'case 0: pass' : 'pass'),
  imports: (text, name) => new RegExp(`^\\s*(?:from\\s+\\S+\\s+)?import\\b[^\\n]*\\b${name}\\b`, 'm').test(text),
};
