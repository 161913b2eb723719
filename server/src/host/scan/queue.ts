/**
 * Shares one growing list among threads: each takes the next few of it. Lives in shared memory, so that neither waits for the other.
 */
export class Queue {
  static readonly CHUNK = 32;
  readonly #counters: Int32Array;

  constructor(readonly memory = new SharedArrayBuffer(8)) {
    this.#counters = new Int32Array(memory);
  }

  /** The next indices below `known` that nobody has taken, as a half-open range; undefined when there are none. */
  take(known: number): { start: number; end: number } | undefined {
    for (;;) {
      const start = Atomics.load(this.#counters, 0);
      if (start >= known) return undefined;
      const end = Math.min(start + Queue.CHUNK, known);
      if (Atomics.compareExchange(this.#counters, 0, start, end) === start) return { start, end };
    }
  }

  /** Called by the second thread before it takes anything. */
  join(): void {
    Atomics.store(this.#counters, 1, 1);
  }

  /** Whether the second thread may have taken something. */
  get joined(): boolean {
    return Atomics.load(this.#counters, 1) === 1;
  }
}
