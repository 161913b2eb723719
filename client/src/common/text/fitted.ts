/** What must stay of a quoted text for it to say something. */
const KEPT = 8;

/**
 * A sentence in at most `room` characters. The middle of what it quotes goes first, because the words around that carry the meaning; then its
 * end.
 */
export function fitted(sentence: string, room: number): string {
  const excess = sentence.length - room;
  if (excess <= 0) return sentence;
  const [, before = '', quoted = '', after = ''] = /^([^'“]*['“])(.*)(['”].*)$/s.exec(sentence) ?? [];
  const kept = quoted.length - excess - 1;
  if (kept < KEPT) return `${sentence.slice(0, Math.max(0, room - 1)).trimEnd()}…`;
  return `${before}${quoted.slice(0, Math.ceil(kept / 2))}…${quoted.slice(quoted.length - Math.floor(kept / 2))}${after}`;
}
