const CODES = { bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], red: [31, 39], yellow: [33, 39], blue: [34, 39], cyan: [36, 39], green: [32, 39] } as const;

export type Style = Readonly<Record<keyof typeof CODES, (text: string) => string>>;

/** Functions that dress a text for a terminal, or leave it as it is. */
export function styles(colours: boolean): Style {
  const dress = ([open, close]: readonly [number, number]) => (text: string): string => (colours && text !== '' ? `\x1b[${open}m${text}\x1b[${close}m` : text);
  return Object.fromEntries(Object.entries(CODES).map(([name, codes]) => [name, dress(codes)])) as Style;
}

/** Text of a file as a terminal may show it: controls and marks that change the direction of writing become visible and harmless. */
export const harmless = (text: string): string => text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, '\uFFFD');

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Columns a text takes in a terminal. */
export function width(text: string): number {
  let columns = 0;
  for (const letter of text) if (!/\p{M}/u.test(letter)) columns += WIDE.test(letter) ? 2 : 1;
  return columns;
}
