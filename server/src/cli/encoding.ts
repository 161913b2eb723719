import { ZERO_WINDOW } from '../host/scan/fileScanner';

export type Encoding = 'utf8' | 'utf16le' | 'utf16be' | 'latin1';

/** The text of a file without its byte order mark, and what it takes to write it back as it was. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly mark: boolean;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Undefined when the bytes are no text. What is neither UTF-8 nor UTF-16 is read byte by byte as Latin-1, which loses nothing. */
export function decode(bytes: Buffer): Decoded | undefined {
  const odd = bytes.length % 2 === 1;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return odd ? undefined : { text: bytes.toString('utf16le', 2), encoding: 'utf16le', mark: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return odd ? undefined : { text: swapped(bytes.subarray(2)).toString('utf16le'), encoding: 'utf16be', mark: true };
  const unmarked = utf16Order(bytes.subarray(0, ZERO_WINDOW));
  if (unmarked === 'binary' || (unmarked && odd)) return undefined;
  if (unmarked) return { text: (unmarked === 'utf16le' ? bytes : swapped(bytes)).toString('utf16le'), encoding: unmarked, mark: false };
  try {
    const text = utf8.decode(bytes);
    return text.startsWith('\uFEFF') ? { text: text.slice(1), encoding: 'utf8', mark: true } : { text, encoding: 'utf8', mark: false };
  } catch {
    return { text: bytes.toString('latin1'), encoding: 'latin1', mark: false };
  }
}

/** @throws RangeError when the text holds a letter that the file's encoding has not */
export function encode(text: string, { encoding, mark }: Pick<Decoded, 'encoding' | 'mark'>): Buffer {
  if (encoding === 'latin1') {
    if (/[^\0-\xff]/.test(text)) throw new RangeError('The file is not in UTF-8, and the change needs a letter that its encoding does not have.');
    return Buffer.from(text, 'latin1');
  }
  const whole = mark ? `\uFEFF${text}` : text;
  if (encoding === 'utf8') return Buffer.from(whole, 'utf8');
  const little = Buffer.from(whole, 'utf16le');
  return encoding === 'utf16le' ? little : swapped(little);
}

/** Each two bytes in the other order. */
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

/** Mostly Latin text in UTF-16 has many zero bytes, nearly all of them on one side of each pair; any other zero byte is no text. */
function utf16Order(start: Buffer): 'utf16le' | 'utf16be' | 'binary' | undefined {
  const zeros = [0, 0] as [number, number];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[(index & 1) as 0 | 1]++;
  });
  const [even, odd] = zeros;
  if (even + odd === 0) return undefined;
  const enough = start.length / 4;
  if (odd >= enough && even * 8 <= odd) return 'utf16le';
  if (even >= enough && odd * 8 <= even) return 'utf16be';
  return 'binary';
}
