/** Two sums over a piece of a text, together 64 bits, and its length: pieces that differ by chance in none of them are the same. */
export function digestOf(text: string, start = 0, end = text.length): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
  }
  return `${end - start}:${a >>> 0}:${b >>> 0}`;
}
