import type { Typing } from '../language';

export const typing: Typing = {
  multiline: [],
  value: /(?:[!=]=|\bwhen|\bwhen\b[^\n]*,|["']\s*=>)$/,
  statement: /(?:^|[\n;])$/,
  tail: (_before, after, _open, closing) => (after.trim() === '' ? closing : ''),
  continues: /^(?:end|else|elsif|when|in|rescue|ensure)\b/,
  imports: () => false,
};
