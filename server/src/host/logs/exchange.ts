import type { EventKind } from '../../core/logs/tally';
import { toUtf8, utf8 } from '../bytes';

/** What a reader has learnt of a line, in a form that another reader can use. */
export interface Learnt {
  /** The line with placeholders. */
  readonly masked: Uint8Array;
  /** Where in it the clocks stand. */
  readonly places: readonly number[];
  /** What the lines say. */
  readonly events: readonly EventKind[];
  /** Whether the first of the clocks is the events' time. */
  readonly timed: boolean;
  /** A time of each form, or the number of digits since the epoch. */
  readonly clocks: readonly (string | number)[];
}

// The memory: where the next entry goes, then entries: their size with this head (0: not written yet), whose it is, bytes of the masked line, bytes
// of the rest as JSON; then both, up to a multiple of 4. Sizes in bytes.
const FIRST = 4;
const HEAD = 16;
/** What does not fit in is learnt by each reader. */
const SIZE = 2 * 1024 * 1024;

export const exchangeMemory = (size = SIZE): SharedArrayBuffer => new SharedArrayBuffer(size);

/** Where the threads that read the same logs leave what they have learnt, so that not each of them learns the same. */
export class Exchange {
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;
  #next = FIRST;

  /** @param reader the number of the reader that posts and takes here */
  constructor(memory: SharedArrayBuffer, private readonly reader: number) {
    this.#words = new Int32Array(memory);
    this.#bytes = new Uint8Array(memory);
  }

  /** Leaves something for the other readers, if there is room. */
  post({ masked, ...said }: Learnt): void {
    const rest = toUtf8(JSON.stringify(said));
    const size = HEAD + 4 * Math.ceil((masked.length + rest.length) / 4);
    // Beyond the end nothing is written, and nothing looked for.
    if (this.#bytes.length - FIRST - Atomics.load(this.#words, 0) < size) return;
    const at = FIRST + Atomics.add(this.#words, 0, size);
    if (at + size > this.#bytes.length) return;
    this.#words[at / 4 + 1] = this.reader;
    this.#words[at / 4 + 2] = masked.length;
    this.#words[at / 4 + 3] = rest.length;
    this.#bytes.set(masked, at + HEAD);
    this.#bytes.set(rest, at + HEAD + masked.length);
    Atomics.store(this.#words, at / 4, size);
  }

  /** What another reader has left and this one has not taken yet; undefined when there is nothing. */
  take(): Learnt | undefined {
    for (;;) {
      const at = this.#next;
      const size = at + HEAD > this.#bytes.length ? 0 : Atomics.load(this.#words, at / 4);
      if (size === 0) return undefined;
      this.#next = at + size;
      if (this.#words[at / 4 + 1] === this.reader) continue;
      const from = at + HEAD;
      const middle = from + this.#words[at / 4 + 2];
      // A copy: what is shared is not decoded.
      const said = JSON.parse(utf8(this.#bytes.slice(middle, middle + this.#words[at / 4 + 3]))) as Omit<Learnt, 'masked'>;
      return { ...said, masked: this.#bytes.subarray(from, middle) };
    }
  }
}
