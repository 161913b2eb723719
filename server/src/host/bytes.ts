// Bytes as text, by what every host has.

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
const encoder = new TextEncoder();
/** Arguments that a function surely takes. */
const AT_ONCE = 8192;

/** What is no UTF-8 becomes U+FFFD; a byte order mark is kept. */
export const utf8 = (bytes: Uint8Array): string => lenient.decode(bytes);

/** Undefined for what is no UTF-8. */
export function exactUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** One character for each byte. The encoding that the standards call `latin1` is another one. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return text;
}

export const toUtf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

const standsAt = (bytes: Uint8Array, wanted: Uint8Array, at: number): boolean => {
  for (let index = 0; index < wanted.length; index++) if (bytes[at + index] !== wanted[index]) return false;
  return true;
};

/** Where some bytes begin in others, at or after `from`; -1 when they do not. */
export function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array, from = 0): number {
  let at = bytes.indexOf(wanted[0], from);
  while (at >= 0 && !standsAt(bytes, wanted, at)) at = bytes.indexOf(wanted[0], at + 1);
  return at;
}

/** The last place at or before `from` where some bytes begin in others; -1 when there is none. */
export function lastIndexOfBytes(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  // A negative place would count from the end.
  let at = from < 0 ? -1 : bytes.lastIndexOf(wanted[0], from);
  while (at >= 0 && !standsAt(bytes, wanted, at)) at = at === 0 ? -1 : bytes.lastIndexOf(wanted[0], at - 1);
  return at;
}
