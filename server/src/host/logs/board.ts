// The memory: three counters and one that nobody uses, then two numbers for each thread.
const NEXT = 0;
const CANCELLED = 1;
const STARTED = 2;
const THREADS = 4;
const PROGRESS = 16;

/** What the threads tell each other while they read. */
export class Board {
  readonly #counters: Int32Array;
  readonly #progress: Float64Array;

  constructor(readonly memory = new SharedArrayBuffer(PROGRESS + 16 * THREADS)) {
    this.#counters = new Int32Array(memory, 0, 3);
    this.#progress = new Float64Array(memory, PROGRESS);
  }

  /** The next unit that nobody reads yet. */
  take(): number {
    return Atomics.add(this.#counters, NEXT, 1);
  }

  /** Says that another thread has begun to read. */
  start(): void {
    Atomics.add(this.#counters, STARTED, 1);
  }

  /** Threads that have begun to read. */
  get started(): number {
    return Atomics.load(this.#counters, STARTED);
  }

  cancel(): void {
    Atomics.store(this.#counters, CANCELLED, 1);
  }

  get cancelled(): boolean {
    return Atomics.load(this.#counters, CANCELLED) === 1;
  }

  add(thread: number, bytes: number, events: number): void {
    this.#progress[2 * thread] += bytes;
    this.#progress[2 * thread + 1] += events;
  }

  /** Of all threads. May be a moment old. */
  get progress(): { readonly bytes: number; readonly events: number } {
    let bytes = 0;
    let events = 0;
    for (let index = 0; index < 2 * THREADS; index += 2) {
      bytes += this.#progress[index];
      events += this.#progress[index + 1];
    }
    return { bytes, events };
  }
}
