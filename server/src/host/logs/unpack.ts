import { encodingOf } from './kinds';

/** Bytes given at a time: others have their turn in between. */
const PIECE = 2 * 1024 * 1024;
/** The shortest head and tail of a member of a gzip file. */
const SHORTEST = 18;
/** So many places that only look like the beginning of a member are passed over: one comes by chance in some hundred megabytes. */
const MOST_MISTAKEN = 64;

/**
 * The bytes of a log in UTF-8, whatever its encoding, by what every host has. Rejects where a compressed log is damaged.
 * @param piece bytes given at a time of what is not compressed
 */
export async function* unpacked(bytes: Uint8Array, piece = PIECE): AsyncGenerator<Uint8Array> {
  const encoding = encodingOf(bytes);
  if (encoding === 'gzip') {
    yield* gunzipped(bytes);
    return;
  }
  const decoder = encoding === 'plain' ? undefined : new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for (let at = 0; at < bytes.length; at += piece) {
    const part = bytes.subarray(at, at + piece);
    yield decoder ? encoder.encode(decoder.decode(part, { stream: true })) : part;
  }
  if (decoder) yield encoder.encode(decoder.decode());
}

/** Where a member of a gzip file may begin, at or behind a place; the length when nowhere. */
function memberAt(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    // The method is always 8, and the highest flags are never set.
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] & 0xe0) === 0) return at;
  }
  return bytes.length;
}

/**
 * A file that was appended to has several members, and `DecompressionStream` takes one: it fails at a second one and does not say where that begins.
 * So each place where one may begin is tried as the end of the one before; where that was a mistake, what was given already is not given again.
 */
async function* gunzipped(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  let mistaken = 0;
  for (let start = 0; start < bytes.length; ) {
    let end = memberAt(bytes, start + SHORTEST);
    let given = 0;
    for (let whole = false; !whole; ) {
      let passed = 0;
      try {
        for await (const chunk of inflated(bytes.subarray(start, end))) {
          const fresh = chunk.subarray(Math.min(chunk.length, Math.max(0, given - passed)));
          passed += chunk.length;
          given += fresh.length;
          if (fresh.length > 0) yield fresh;
        }
        whole = true;
      } catch (error) {
        if (end === bytes.length || ++mistaken > MOST_MISTAKEN) throw error;
        end = memberAt(bytes, end + 1);
      }
    }
    start = end;
  }
}

async function* inflated(member: Uint8Array): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const reader = readable.getReader();
  const writer = writable.getWriter();
  const writing = (async () => {
    for (let at = 0; at < member.length; at += WRITTEN) await writer.write(new Uint8Array(member.subarray(at, at + WRITTEN)));
    await writer.close();
  })();
  // Whoever reads gets the same error.
  writing.catch(() => undefined);
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // After an error or to the end there is nothing to cancel.
    reader.cancel().catch(() => undefined);
  }
}

/** Bytes unpacked at a time. */
const WRITTEN = 64 * 1024;
